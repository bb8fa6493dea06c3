/** The bot in this process, against the bench: real grammY, real records in a file; only the house behind it is a stand-in. */
import pino from 'pino'
import { onTestFinished } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import type { BotDeps, House, ProgressTiming } from '../../src/bot/context.ts'
import { runBot, type BotEnd, type Pauses } from '../../src/bot/start-bot.ts'
import { createConfig } from '../../src/config.ts'
import { createPersonKeys } from '../../src/desk/person-key.ts'
import { createRateLimit } from '../../src/desk/rate-limit.ts'
import type { Records } from '../../src/desk/records.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { safeError } from '../../src/telemetry.ts'
import { scratchFolder } from './scratch.ts'
import type { TelegramServer } from './telegram-server.ts'

export interface RunningBot {
  readonly records: Records
  readonly keyOf: (id: number) => string
  /** What was said and complained of in the terminal. */
  readonly said: readonly string[]
  readonly complained: readonly string[]
  /** Lines of the log, from `info` up. */
  readonly log: readonly string[]
  readonly end: Promise<BotEnd>
  stop(): Promise<BotEnd>
}

export interface RunningBotOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly house?: Partial<House>
  /** Records of an earlier run are taken up. */
  readonly folder?: string
  readonly now?: () => number
  readonly pauses?: Pauses
  readonly progress?: ProgressTiming
  /** `poll` (default), or `nothing` for a start that is to fail. */
  readonly waitFor?: 'poll' | 'nothing'
}

export const runBotHere = async (server: TelegramServer, options: RunningBotOptions = {}): Promise<RunningBot> => {
  const { folder = scratchFolder(), now = Date.now, waitFor = 'poll' } = options
  const env = { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root, MESSAGES_PER_SECOND: '1000' }
  const config = createConfig({ ...env, ...options.env }, folder)
  const { keyOf, seal } = createPersonKeys(folder)
  const records = createSqliteRecords(folder)
  const log: string[] = []
  const { desk } = config
  const deps: BotDeps = {
    telegram: config.telegram!,
    desk,
    dataDir: folder,
    house: { ...quietHouse, ...options.house },
    records,
    keyOf,
    seal,
    limit: createRateLimit({
      perMinute: desk.questionsPerMinute,
      chatPerMinute: desk.chatQuestionsPerMinute,
      perDay: desk.questionsPerDay,
      people: records.people,
      now,
    }),
    now,
    log: pino({ level: 'info', serializers: { err: safeError } }, { write: (line) => void log.push(line) }),
    ...(options.progress && { progress: options.progress }),
  }
  const stop = new AbortController()
  const said: string[] = []
  const complained: string[] = []
  const polls = server.polls()
  const end = runBot(
    deps,
    {
      stop: stop.signal,
      say: (line) => said.push(line),
      complain: (line) => complained.push(line),
    },
    options.pauses,
  )
  const closed = end.finally(() => records.close())
  onTestFinished(async () => {
    stop.abort()
    await closed
  })
  if (waitFor === 'poll') await server.waitForPoll(polls)
  return {
    records,
    keyOf,
    said,
    complained,
    log,
    end: closed,
    stop: () => {
      stop.abort()
      return closed
    },
  }
}

/** A house without documents that answers every question with its own words. */
const quietHouse: House = {
  library: () => null,
  withMarks: () => null,
  snapshotId: () => null,
  ask: async (question) => echo(question),
  originalFile: async () => ({ ok: false, reason: 'unknown' }),
  comparisonFile: () => ({ ok: false, reason: 'unknown' }),
  readAside: async () => ({ ok: false, reason: 'unreadable', message: 'Không đọc được.' }),
  ingestAside: async () => ({ ok: false, reason: 'internal' }),
  snippets: () => [],
  snapshots: () => null,
  standing: () => null,
  changeDocument: async () => ({ ok: false, reason: 'gone', message: null }),
  removeDocument: async () => ({ ok: false, reason: 'gone', message: null }),
  restoreDocument: async () => ({ ok: false, reason: 'gone', message: null }),
  switchSnapshot: async () => ({ ok: false, reason: 'gone' }),
}

export const echo = (question: string): Answer => ({
  status: 'answered',
  reason: null,
  text: `Trả lời: ${question} [1]`,
  standalone: question,
  hits: [],
  notices: [],
  timings: { retrieveMs: 0, composeMs: 0, totalMs: 0 },
  citations: [
    {
      n: 1,
      documentId: 'd1',
      passageId: 'd1#0',
      title: 'Quy định thử',
      number: '01-QĐ/TW',
      issuer: null,
      date: null,
      section: 'Điều 1',
      kind: 'regulation',
      validity: 'in_force',
      url: null,
      quote: 'lời văn',
    },
  ],
})
