/** A whole house in this process over one library: real files, index, records and bot, and the Bot API that it speaks to. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Level } from '../../src/access.ts'
import { createApp, type App } from '../../src/app.ts'
import type { BotDeps } from '../../src/bot/context.ts'
import { runBot } from '../../src/bot/start-bot.ts'
import { createConfig } from '../../src/config.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import { silentLog } from '../support/desk.ts'
import type { LoggedCall } from '../support/telegram/call-log.ts'
import { createTelegramServer, type TelegramServer } from '../support/telegram-server.ts'
import { writeNews, writePapers, writeSamples } from './papers.ts'

export const CHIEF = 5_200_000_001

export interface LeakHouse {
  readonly app: App
  readonly deps: BotDeps
  readonly server: TelegramServer
  /** Nothing is to be handled and nothing to be sent any more. */
  settled(): Promise<void>
  /** Updates that are not handled yet. */
  waiting(): number
  /** Every call so far that concerns a chat: what was said in it, and what was answered to presses and queries from it. */
  callsOf(chatId: number): readonly LoggedCall[]
  /** New papers are taken in, and whoever follows what they are is told. */
  publishNews(): Promise<void>
  close(): Promise<void>
}

/** In memory where that is to be had: every update is made safe on the disk, and a disk makes that the longest part of the test. */
export const leakFolder = (): string => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'hoi-dap-'))

/** The chat that presses and queries come from stands in their ids: `-100123~4`. */
const chatOf = ({ chatId, fields }: LoggedCall): number =>
  chatId ?? Number(String(fields.callback_query_id ?? fields.inline_query_id ?? '').split('~')[0])

/** `folder`: the same for houses that are compared, one after the other, for sources go by their place. */
export const openHouse = async (
  folder: string,
  level: Level,
  env: Readonly<Record<string, string>> = {},
): Promise<LeakHouse> => {
  rmSync(folder, { recursive: true, force: true })
  const server = await createTelegramServer({ callbackSeconds: 3_600 })
  const config = createConfig(
    {
      DATA_DIR: folder,
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
      ADMIN_IDS: String(CHIEF),
      QUESTIONS_PER_MINUTE: '600',
      QUESTIONS_PER_DAY: '100000',
      CHAT_QUESTIONS_PER_MINUTE: '6000',
      MESSAGES_PER_SECOND: '1000',
      NEWS_QUIET_HOURS: 'none',
      NEWS_WAIT_MINUTES: '0',
      ...env,
    },
    folder,
  )
  const app = createApp(config, silentLog)
  const documents = join(folder, 'documents')
  const ingest = async (): Promise<void> => {
    const found = findFiles([documents], process.cwd())
    const report = await app.ingest({ found, level: null, dryRun: false, prune: false })
    const refused = report.files.filter(({ outcome }) => outcome === 'refused')
    if (refused.length > 0)
      throw new Error(`not read: ${refused.map(({ source, message }) => `${source} ${message}`).join('; ')}`)
  }
  // in two goes, so that there is a state of the library to go back to
  writeSamples(documents)
  await ingest()
  writePapers(documents, level)
  await ingest()
  const deps: BotDeps = {
    ...app.openDesk(config.telegram!),
    // signs of life come and go with the clock
    progress: { typingAfter: 3_600_000, typingEvery: 3_600_000, messageAfter: 3_600_000 },
  }
  const { records } = deps
  const leaving = new AbortController()
  const ended = runBot(
    deps,
    { stop: leaving.signal, say: () => {}, complain: () => {} },
    { handleRetryMs: 1, lookMs: 100, pace: { burst: 1_000, everyMs: 1 } },
  )
  await server.waitForPoll()
  const waiting = (): number => server.pending().length + records.inbox.size()
  const isQuiet = (): boolean => waiting() === 0 && records.outbox.queued().length === 0
  const settled = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3; quiet = isQuiet() ? quiet + 1 : 0) await sleep(5)
  }
  let grouped: { readonly count: number; readonly calls: ReadonlyMap<number, readonly LoggedCall[]> } | null = null
  return {
    app,
    deps,
    server,
    settled,
    waiting,
    callsOf: (chatId) => {
      const count = server.count()
      if (grouped?.count !== count) grouped = { count, calls: Map.groupBy(server.calls(), chatOf) }
      return grouped.calls.get(chatId) ?? []
    },
    publishNews: async () => {
      const seen = (): number => records.follows.facts(level)?.length ?? 0
      while (seen() === 0) await sleep(5)
      writeNews(documents, level)
      const before = seen()
      await ingest()
      while (seen() === before || records.follows.openRounds().length > 0 || records.follows.waiting(Infinity) > 0) await sleep(5) // prettier-ignore
      await settled()
    },
    close: async () => {
      leaving.abort()
      await ended
      app.close()
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
