/** Telegram's limits on sending: who is too fast gets 429, and every violation is written down. */
import { tooManyRequests } from './api-error.ts'

export interface FloodLimits {
  readonly perChatPerSecond?: number
  readonly groupPerMinute?: number
  /** Messages a second over all chats. */
  readonly total?: number
  /** Seconds of the refusal (default 1). */
  readonly retryAfter?: number
  /** Only write violations down. */
  readonly onlyWatch?: boolean
}

export interface Violation {
  readonly chatId: number
  /** Milliseconds since 1970, real time. */
  readonly at: number
  readonly rule: 'chat' | 'group' | 'total' | 'retry_after ignored'
}

export interface Flood {
  limit(limits: FloodLimits | null): void
  /** Counts one message; throws 429 where it is too many. */
  pass(chatId: number): void
  readonly violations: () => readonly Violation[]
}

const SENDING = /^(?:send(?!ChatAction)|copy|forward)/

export const isSending = (method: string): boolean => SENDING.test(method)

export const createFlood = (): Flood => {
  let limits: FloodLimits | null = null
  let violations: Violation[] = []
  let sent = new Map<number, number[]>()
  let everywhere: number[] = []
  let waiting = new Map<number, number>()

  const recent = (times: number[] | undefined, since: number): number[] => (times ?? []).filter((time) => time > since)

  return {
    limit: (to) => {
      limits = to
      violations = []
      sent = new Map()
      everywhere = []
      waiting = new Map()
    },
    violations: () => violations,
    pass: (chatId) => {
      if (limits === null) return
      const { perChatPerSecond = Infinity, groupPerMinute = Infinity, total = Infinity, retryAfter = 1 } = limits
      const at = Date.now()
      const times = recent(sent.get(chatId), at - 60_000)
      everywhere = recent(everywhere, at - 1_000)
      const rule: Violation['rule'] | null =
        (waiting.get(chatId) ?? 0) > at
          ? 'retry_after ignored'
          : recent(times, at - 1_000).length >= perChatPerSecond
            ? 'chat'
            : chatId < 0 && times.length >= groupPerMinute
              ? 'group'
              : everywhere.length >= total
                ? 'total'
                : null
      if (rule !== null) {
        violations.push({ chatId, at, rule })
        if (limits.onlyWatch !== true) {
          if (rule !== 'retry_after ignored') waiting.set(chatId, at + retryAfter * 1000)
          throw tooManyRequests(retryAfter)
        }
      }
      times.push(at)
      sent.set(chatId, times)
      everywhere.push(at)
    },
  }
}
