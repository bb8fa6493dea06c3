/**
 * Looks whether the library has changed, writes down what is news, and hands it to the outbox follower by follower: a few at a
 * time, with how far it has come in the same transaction, so that a crash at any moment neither loses nor repeats one. What is
 * handed out lets everything else go first (sender.ts).
 */
import { setImmediate as breath } from 'node:timers/promises'
import { LEVELS, type Level } from '../../../access.ts'
import { factsOf } from '../../../desk/follow-changes.ts'
import type { Round } from '../../../desk/follow-records.ts'
import { isDue, noteChanges } from '../../../desk/follow-rounds.ts'
import { isoDay } from '../../../text/numbers/clock.ts'
import type { BotDeps } from '../../context.ts'
import type { OutboxItem } from '../../../desk/records.ts'
import { queueMessage } from '../../queue-message.ts'
import type { Announcements } from './announcement.ts'

export interface Announcer {
  /** Call when what a former run left in the outbox has been taken up. */
  start(): void
  /** Looks at once; call when the library is known to have changed. */
  look(): void
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>
}

export interface AnnouncerDeps extends Pick<BotDeps, 'records' | 'house' | 'telegram' | 'now' | 'log'> {
  readonly announcements: Announcements
  wake(items: readonly OutboxItem[]): void
  /** How often is looked, and how often more is handed out while a round goes on. Milliseconds. */
  readonly lookMs?: number
  readonly feedMs?: number
}

const LOOK_MS = 30_000
const FEED_MS = 100
/** Messages of a round that wait to be sent: they fill a second or two. */
const WAITING = 50
/** Followers seen to in one go, and documents of a round that are held against their follows in it: nobody else is served meanwhile. */
const AT_ONCE = 25
const DOCUMENTS_AT_ONCE = 2_000

export const createAnnouncer = (deps: AnnouncerDeps): Announcer => {
  const { records, house, telegram, now, log, announcements, lookMs = LOOK_MS, feedMs = FEED_MS } = deps
  const { follows } = records
  const digests = new Map<string, string>()
  let digestsOf: string | null = null
  let lookedAt: string | null = null
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let nextLook = 0
  let running: Promise<void> = Promise.resolve()

  /** Says no more than the index and the day, on which validity may depend: the same, and there is nothing to look at. */
  const stateNow = (): string | null => {
    const id = house.snapshotId()
    return id && `${id} ${isoDay(now())} ${LEVELS.map((level) => (house.library(level)?.cards ?? []).map(({ meta }) => meta.validity[0]).join('')).join(' ')}` // prettier-ignore
  }

  const see = async (): Promise<void> => {
    const state = stateNow()
    const snapshot = house.snapshotId()
    if (state === null || state === lookedAt) return
    if (snapshot !== digestsOf) digests.clear()
    digestsOf = snapshot
    const libraries = LEVELS.map((level) => house.library(level))
    const found: { readonly level: Level; readonly facts: Awaited<ReturnType<typeof factsOf>> }[] = []
    for (const library of libraries)
      if (library) found.push({ level: library.level, facts: await factsOf(library, digests, async () => void (await breath())) }) // prettier-ignore
    // published anew meanwhile: what was read belongs to no state of the library
    if (isStopped || house.snapshotId() !== snapshot) return
    const at = now()
    records.transaction(() => {
      for (const { level, facts } of found) {
        const { items, passedOver } = noteChanges(follows, level, facts, at)
        if (items.length > 0) log.info({ level, documents: items.length }, 'news for followers')
        if (passedOver > 0)
          log.warn({ level, documents: passedOver }, 'so many texts changed at once that followers are not told')
      }
    })
    lookedAt = state
  }

  /** Whether the round goes on. */
  const feed = (round: Round): boolean => {
    const room = WAITING - follows.waiting(now())
    if (room <= 0) return true
    const atOnce = Math.max(1, Math.min(AT_ONCE, room, Math.floor(DOCUMENTS_AT_ONCE / Math.max(1, round.items.length))))
    const people = follows.people(round.cursor, atOnce)
    const telling = people.filter((person) => announcements.wordsFor(round, person) !== null)
    const items = records.transaction(() => {
      if (people.length === 0) follows.end(round.id)
      else follows.change({ ...round, cursor: people.at(-1)! })
      return telling.map((person) => queueMessage(records, { kind: 'announcement', round: round.id }, { chat: person, round: round.id })) // prettier-ignore
    })
    deps.wake(items)
    return people.length > 0
  }

  /** A disk that is full, a snapshot that was removed while it was read: the next time will do. */
  const tried = async <T>(work: () => T | Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      log.error({ err: error }, 'news for followers could not be seen to')
      return null
    }
  }

  const tick = async (): Promise<void> => {
    if (isStopped) return
    if (Date.now() >= nextLook) {
      nextLook = Date.now() + lookMs
      await tried(see)
    }
    const isFeeding = await tried(() => {
      const due = follows.openRounds().find((round) => isDue(round, now(), telegram.newsWaitMs, telegram.quietHours))
      return !isStopped && due !== undefined && feed(due)
    })
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(go, isFeeding ? feedMs : Math.max(1, nextLook - Date.now()))
  }
  const go = (): void => void (running = running.then(tick))

  return {
    start: go,
    look: () => {
      nextLook = 0
      go()
    },
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
