/**
 * Empties the outbox: each chat in order and in its own time, chats beside each other. A message is marked as sent as soon as
 * Telegram has accepted it; whatever else happens, it stays in the records until it is sent or can never be. News
 * (`round`) lets everything else go first, and is marked before it is handed over: a program that is killed has nearly always
 * handed over what was on its way, so that it would reach its follower twice; an answer, which somebody waits for, is rather sent twice.
 */
import type { Key, OutboxItem, Records } from '../../desk/records.ts'
import type { Logger } from '../../telemetry.ts'
import type { Outgoing } from '../outgoing.ts'
import { createChanges } from './changes.ts'
import { filesFor, type FileSources } from './files-for.ts'
import { createLine, isAnnouncement, pauseOf, putIn, type Line } from './line.ts'
import { createChatPace, createGate, paceOf, type Pace } from './pace.ts'
import { sendOne, type SendDeps, type SendOutcome } from './send-one.ts'
import { settle, type SettleDeps } from './settle.ts'
import { persist } from './persist.ts'
import { readable, UNREADABLE, type Standing } from './still-allowed.ts'

export interface Sender {
  /** Takes up what waits in the outbox since a former run. */
  resume(): void
  /** Told of messages that were just put into the outbox, in order. */
  wake(items: readonly OutboxItem[]): void
  /** Messages waiting or on their way. */
  size(): number
  /** Resolves when everything has left, or with false: after `limitMs`, or at once when nothing of what is left may leave in that time. */
  drain(limitMs: number): Promise<boolean>
  /** Sends nothing more; resolves when nothing is on its way any more. */
  stop(): Promise<void>
}

export interface SenderDeps
  extends
    FileSources,
    Pick<SendDeps, 'api' | 'uploads' | 'commands' | 'draw'>,
    Omit<SettleDeps, 'log' | 'now' | 'retryMs' | 'records'>,
    Standing {
  readonly records: SettleDeps['records'] & Pick<Records, 'follows'>
  announcement?(round: number, chat: Key): Outgoing | null
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Telegram does not know our token any more: nothing will ever be sent. */
  onFatal(code: number): void
  /** Messages a second, all chats together. */
  readonly perSecond: number
  readonly privatePace?: Pace
  readonly groupPace?: Pace
  readonly retryMs?: number
  readonly probeMs?: number
  readonly timeoutMs?: number
  readonly now?: () => number
}

/** Short: the gate keeps a longer outage from becoming a storm. */
const RETRY_MS = 1_000
/** Telegram answers within seconds or not at all; giving up on a message that it has accepted would send it twice. */
const TIMEOUT_MS = 30_000
/** Chats remembered at once before those that have been quiet are forgotten. */
const REMEMBERED = 1_000

export const createSender = (deps: SenderDeps): Sender => {
  const { records, log, retryMs = RETRY_MS, now = Date.now } = deps
  const gate = createGate({ perSecond: deps.perSecond, now, ...(deps.probeMs && { probeMs: deps.probeMs }) })
  const lines = new Map<Key, Line>()
  let count = 0
  let onTheWay = 0
  let isStopped = false
  const changes = createChanges()

  const add = (item: OutboxItem): void => {
    const line = lines.get(item.chat) ?? newLine(item.chat)
    putIn(line, item)
    count++
    if (!line.isBusy) void run(line)
  }

  const newLine = (chat: Key): Line => {
    if (lines.size > 0 && lines.size % REMEMBERED === 0)
      for (const [key, { items, pace }] of lines) if (items.length === 0 && pace?.isRested(now()) !== false) lines.delete(key) // prettier-ignore
    const line = createLine(chat)
    lines.set(chat, line)
    return line
  }

  const run = async (line: Line): Promise<void> => {
    line.isBusy = true
    while (line.items.length > 0 && !isStopped) {
      const id = records.addresses.idOf(line.chat)
      if (id !== null) line.pace ??= createChatPace(paceOf(id, deps))
      const waitMs = Math.max(line.notBefore - now(), line.pace?.waitMs(now()) ?? 0)
      if (waitMs > 0) await pause(line, waitMs)
      else if (await gate.pass(() => isAnnouncement(line.items[0]!))) await sendFirst(line)
    }
    line.isBusy = false
    changes.happened()
  }

  const pause = (line: Line, ms: number): Promise<void> => {
    const over = pauseOf(line, ms)
    changes.happened()
    return over
  }

  const sendFirst = async (line: Line): Promise<void> => {
    const item = line.items[0]!
    const id = records.addresses.idOf(line.chat)
    const isWanted = item.body !== null && records.outbox.isQueued(item.id)
    if (!isWanted || id === null) {
      if (isWanted) records.outbox.closed(item.id)
      return done(line, 1)
    }
    onTheWay++
    line.isSending = true
    line.pace?.count(now())
    if (isAnnouncement(item)) await untilWritten(() => records.follows.handedOver(item.id))
    const outcome = await send(id, item, line.failures)
    line.failures = outcome.kind === 'network' ? line.failures + 1 : 0
    gate.report(outcome.kind !== 'network')
    if (isAnnouncement(item) && (outcome.kind === 'network' || outcome.kind === 'fatal'))
      await untilWritten(() => records.follows.handedBack(item.id))
    await written(line, outcome)
    line.isSending = false
    onTheWay--
    changes.happened()
  }

  const send = async (id: number, item: OutboxItem, failures: number): Promise<SendOutcome> => {
    try {
      const message = readable(item, deps)
      if (message === null) return UNREADABLE
      return await sendOne(id, message, {
        ...deps,
        idOf: records.addresses.idOf,
        timeoutMs: deps.timeoutMs ?? TIMEOUT_MS,
        ...filesFor(deps, item.chat, failures),
        announcement: (round) => deps.announcement?.(round, item.chat) ?? null,
      })
    } catch (error) {
      log.error({ err: error, outboxId: item.id }, 'a message could not be sent')
      return { kind: 'refused', method: 'none', description: 'a fault of our own' }
    }
  }

  /** What Telegram has accepted is written down, however long the disk is full: forgotten, it would be sent again. */
  const written = async (line: Line, outcome: SendOutcome): Promise<void> => {
    const next = await untilWritten(() => settle(line.items, outcome, { ...deps, now, retryMs }))
    if (next.kind === 'on') {
      done(line, next.done)
      return next.more.forEach(add)
    }
    if (next.kind === 'again') line.notBefore = next.notBefore
    else if (next.kind === 'moved') line.pace = null
    else {
      isStopped = true
      deps.onFatal(next.code)
    }
  }

  const untilWritten = <T>(write: () => T): Promise<T> => persist(write, { log, retryMs, isStopped: () => isStopped })

  const done = (line: Line, n: number): void => {
    line.items.splice(0, n)
    count -= n
  }

  const mayLeave = (until: number): boolean =>
    [...lines.values()].some((line) => line.items.length > 0 && line.notBefore < until)

  return {
    resume: () => {
      const handedOver = records.follows.settleHandedOver()
      if (handedOver > 0)
        log.warn({ announcements: handedOver }, 'news that was on its way when the program died is taken as sent')
      records.outbox.queued().forEach(add)
    },
    wake: (items) => items.forEach(add),
    size: () => count,
    drain: async (limitMs) => {
      const until = now() + limitMs
      await changes.until(() => count === 0 || isStopped || !mayLeave(until), limitMs)
      return count === 0
    },
    stop: async () => {
      isStopped = true
      gate.close()
      lines.forEach((line) => line.wakeUp?.())
      await changes.until(() => onTheWay === 0)
    },
  }
}
