/** The bot of this process on a real library, with a clock and levels that the test sets: what is told to followers, and when. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { Level } from '../../src/access.ts'
import { runBot } from '../../src/bot/start-bot.ts'
import { giveRole, takeRole } from '../../src/desk/members.ts'
import { isDue } from '../../src/desk/follow-rounds.ts'
import { ingestHere } from './ingest-here.ts'
import { quietBot, type QuietBot } from './quiet-bot.ts'
import type { TelegramServer } from './telegram-server.ts'
import type { BenchPerson } from './telegram/person.ts'

export interface FollowingBot extends Pick<QuietBot, 'ingest' | 'deps'> {
  readonly server: TelegramServer
  /** Somebody of this level; the level may be changed later. */
  person(level?: Level): BenchPerson
  setLevel(person: BenchPerson, level: Level): void
  /** Removes files and takes the folder in again. */
  remove(...names: readonly string[]): Promise<void>
  /** What serves, to go back to. */
  snapshot(): string
  serve(snapshot: string): void
  /** Moves the clock, milliseconds. */
  pass(ms: number): void
  /** Resolves when the library as it is has been looked at, and every round that is due has been handed out and sent. */
  settled(): Promise<void>
  restart(): Promise<void>
}

/** Noon in Việt Nam. */
export const NOON = Date.parse('2026-03-10T05:00:00Z')
export const HOUR = 3_600_000
/** The news wait so long for each other. */
export const WAIT = 10 * 60_000

export const followingBot = async (
  files: Readonly<Record<string, string>>,
  { env = {}, at = NOON }: { readonly env?: Readonly<Record<string, string>>; readonly at?: number } = {},
): Promise<FollowingBot> => {
  const quiet = await quietBot(files, { MESSAGES_PER_SECOND: '1000', ...env })
  const { server, deps } = quiet
  const index = join(deps.dataDir, 'index')
  let now = at
  const looked = { at: 0 }
  const house = { ...deps.house, snapshotId: () => (looked.at++, deps.house.snapshotId()) }
  const { records } = deps
  let stop = new AbortController()
  let end: Promise<unknown> = Promise.resolve()
  // Telegram's dates go with the clock of the test
  server.clock.set(now)
  const begin = async (): Promise<void> => {
    stop = new AbortController()
    const polls = server.polls()
    end = runBot({ ...deps, house, now: () => now }, { stop: stop.signal, say: () => {}, complain: () => {} }, { lookMs: 10 }) // prettier-ignore
    await server.waitForPoll(polls)
  }
  const leave = async (): Promise<void> => {
    stop.abort()
    await end
  }
  onTestFinished(leave)
  await begin()
  const bot: FollowingBot = {
    server,
    deps,
    ingest: quiet.ingest,
    person: (level = 'public') => {
      const person = server.user({ started: true })
      bot.setLevel(person, level)
      return person
    },
    setLevel: ({ id }, level) => {
      const change = { person: deps.keyOf(id), actor: 'settings', at: 1, reason: null } as const
      records.transaction(() => {
        records.addresses.remember(change.person, id)
        if (level === 'public') takeRole(records, change)
        else giveRole(records, { ...change, role: level })
      })
    },
    remove: async (...names) => {
      for (const name of names) rmSync(join(quiet.folder, name))
      await ingestHere(deps.dataDir, quiet.folder, { prune: true })
    },
    snapshot: () => readFileSync(join(index, 'CURRENT'), 'utf8'),
    serve: (snapshot) => {
      writeFileSync(join(index, 'CURRENT.new'), snapshot)
      renameSync(join(index, 'CURRENT.new'), join(index, 'CURRENT'))
    },
    pass: (ms) => server.clock.set((now += ms)),
    settled: async () => {
      // a look that has begun before may have missed what is to be seen: the second one from now has not
      const until = looked.at + 9
      const { newsWaitMs, quietHours } = deps.telegram
      const isBusy = (): boolean =>
        looked.at < until ||
        deps.records.follows.openRounds().some((round) => isDue(round, now, newsWaitMs, quietHours)) ||
        deps.records.follows.waiting(Infinity) > 0
      while (isBusy()) await sleep(5)
    },
    restart: async () => {
      await leave()
      await begin()
    },
  }
  return bot
}
