/** How fast messages may leave: each chat in its own time, all together within a limit, and carefully after an outage. */

/** Bot FAQ (telegram.md §1): about one message a second in a chat, 20 a minute in a group, short bursts are let pass. */
export interface Pace {
  /** Messages that may leave at once when the chat has been quiet. */
  readonly burst: number
  /** Time in which one more may leave, milliseconds. */
  readonly everyMs: number
}
export const PRIVATE_PACE: Pace = { burst: 3, everyMs: 1_000 }
/** 5 at once and 15 more in the minute are the 20 of the limit. */
export const GROUP_PACE: Pace = { burst: 5, everyMs: 4_000 }

/** When one chat may be written to. */
export interface ChatPace {
  /** Milliseconds until the next message may leave; 0: now. */
  waitMs(now: number): number
  count(now: number): void
  /** Whether the chat has been quiet so long that nothing needs to be remembered of it. */
  isRested(now: number): boolean
}

export const createChatPace = ({ burst, everyMs }: Pace): ChatPace => {
  let tokens = burst
  let at = -Infinity
  const fill = (now: number): void => {
    tokens = Math.min(burst, tokens + Math.max(0, now - at) / everyMs)
    at = now
  }
  return {
    waitMs: (now) => {
      fill(now)
      // the last thousandth is rounding
      return tokens > 0.999 ? 0 : Math.ceil((1 - tokens) * everyMs)
    },
    count: (now) => {
      fill(now)
      tokens--
    },
    isRested: (now) => {
      fill(now)
      return tokens >= burst
    },
  }
}

export interface Gate {
  /** Resolves when one more message may leave, in the order in which it was asked; with false when the gate is closed. */
  pass(): Promise<boolean>
  /** What became of a message that was let pass: whether Telegram could be reached. Once for each. */
  report(reached: boolean): void
  /** Whether Telegram is taken to be out of reach. */
  isDown(): boolean
  close(): void
}

export interface GateOptions {
  readonly perSecond: number
  /** While Telegram is out of reach: one message is tried in this time, milliseconds. */
  readonly probeMs?: number
  /** Messages on their way at once. */
  readonly atOnce?: number
  readonly now?: () => number
}

/** As polling does (reliability.md §1). */
const PROBE_MS = 3_000
/** So many failures in a row, of any chats, and it is not one chat's bad luck. */
const FAILURES = 3
/** Messages leave evenly, a little slower than allowed: underway for unequal times, they would arrive as a burst otherwise. */
const SPACING_MS = 1_100
/**
 * A message that Telegram has accepted but that is not marked as sent is sent again after a crash: so many at most. Telegram
 * answers within a tenth of a second, which makes 80 a second.
 */
const AT_ONCE = 8
/** One that takes longer is stuck somewhere, and the others do not wait for it. */
const STUCK_MS = 500
/** What a late timer may catch up on. */
const LATE_MS = 20

export const createGate = ({ perSecond, probeMs = PROBE_MS, atOnce = AT_ONCE, now = Date.now }: GateOptions): Gate => {
  const waiting: ((may: boolean) => void)[] = []
  let nextAt = -Infinity
  /** When each message on its way left, oldest first. */
  const underway: number[] = []
  let failures = 0
  let probeAt = 0
  let timer: NodeJS.Timeout | null = null
  let isClosed = false

  const isDown = (): boolean => failures >= FAILURES
  const serve = (): void => {
    timer = null
    while (waiting.length > 0) {
      const at = now()
      while (underway.length > 0 && underway[0]! <= at - STUCK_MS) underway.shift()
      const roomAt = underway.length < atOnce ? 0 : underway[0]! + STUCK_MS
      const openAt = Math.max(nextAt, roomAt, isDown() ? probeAt : 0)
      if (openAt > at) {
        timer = setTimeout(serve, openAt - at)
        return
      }
      nextAt = Math.max(nextAt, at - LATE_MS) + SPACING_MS / perSecond
      // the next probe waits for the end of this one, or for its time
      if (isDown()) probeAt = at + probeMs
      underway.push(at)
      waiting.shift()!(true)
    }
  }
  const look = (): void => {
    if (timer) clearTimeout(timer)
    serve()
  }
  return {
    pass: () =>
      new Promise((resolve) => {
        if (isClosed) return resolve(false)
        waiting.push(resolve)
        if (!timer) serve()
      }),
    report: (reached) => {
      const wasDown = isDown()
      failures = reached ? 0 : failures + 1
      if (isDown() && !wasDown) probeAt = now() + probeMs
      // which one it was does not matter: they are counted, the oldest first
      const wasFull = underway.length >= atOnce
      underway.shift()
      if ((wasDown && reached) || wasFull) look()
    },
    isDown,
    close: () => {
      isClosed = true
      if (timer) clearTimeout(timer)
      waiting.splice(0).forEach((resolve) => resolve(false))
    },
  }
}

export const paceOf = (
  id: number,
  { privatePace = PRIVATE_PACE, groupPace = GROUP_PACE }: { readonly privatePace?: Pace; readonly groupPace?: Pace },
): Pace => (id < 0 ? groupPace : privatePace)
