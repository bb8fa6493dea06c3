/** The bot in this process over a small library: the real client against the loopback Bot API, real records, a house that can be made to wait. */
import { comparisonFile } from '../../src/comparison-file.ts'
import { onTestFinished } from 'vitest'
import { mayRead, type Level } from '../../src/access.ts'
import { answerQuestion } from '../../src/answer/answer-question.ts'
import type { Answer } from '../../src/answer/answer.ts'
import { snippetsFor } from '../../src/answer/snippets.ts'
import type { BotDeps, House, ProgressTiming } from '../../src/bot/context.ts'
import { runBot } from '../../src/bot/start-bot.ts'
import { createConfig } from '../../src/config.ts'
import { createPersonKeys } from '../../src/desk/person-key.ts'
import { createRateLimit } from '../../src/desk/rate-limit.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import type { Document } from '../../src/documents/document.ts'
import { retrieve } from '../../src/search/retrieve.ts'
import type { Logger } from '../../src/telemetry.ts'
import { allDocuments, libraryOf } from '../answer/library.ts'
import { scratchFolder } from './scratch.ts'
import { createTelegramServer, type TelegramServer } from './telegram-server.ts'

export interface DeskOptions {
  readonly documents?: readonly Document[]
  readonly env?: Readonly<Record<string, string>>
  readonly progress?: ProgressTiming
  /** Called before every answer is made; the answer waits for it, and its throwing is the house's. */
  readonly before?: (question: string) => Promise<void> | void
  /** The clock; by default the machine's. */
  readonly now?: () => number
  readonly server?: Parameters<typeof createTelegramServer>[0]
  readonly file?: House['originalFile']
  readonly pauses?: Parameters<typeof runBot>[2]
  /** More of the house than answers and documents. */
  readonly house?: Partial<House>
  /** Answers in place of those from the documents. */
  readonly answer?: (question: string) => Answer
}

export interface Desk {
  readonly server: TelegramServer
  readonly deps: BotDeps
  /** What the house was asked, in order. */
  readonly asked: readonly string[]
  /** Other documents from now on. */
  hold(documents: readonly Document[]): void
  stop(): Promise<void>
}

const nothing = (): void => {}
/** For parts that are tried on their own. */
export const silentLog = { debug: nothing, info: nothing, warn: nothing, error: nothing } as unknown as Logger

/** Far above what any test asks, so that only tests of limits meet them. */
const UNLIMITED = {
  QUESTIONS_PER_MINUTE: '600',
  QUESTIONS_PER_DAY: '100000',
  CHAT_QUESTIONS_PER_MINUTE: '6000',
  MESSAGES_PER_SECOND: '1000',
}

export const openDesk = async (options: DeskOptions = {}): Promise<Desk> => {
  const { now = Date.now, before = () => {} } = options
  const server = await createTelegramServer(options.server)
  const config = createConfig(
    { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root, ...UNLIMITED, ...options.env },
    scratchFolder(),
  )
  const { keyOf, seal } = createPersonKeys(config.dataDir)
  const records = createSqliteRecords(config.dataDir)
  const house = houseOf(options.documents ?? allDocuments, before, options)
  const { questionsPerMinute, chatQuestionsPerMinute, questionsPerDay } = config.desk
  const deps: BotDeps = {
    telegram: config.telegram!,
    desk: config.desk,
    dataDir: config.dataDir,
    house: { ...house.house, ...options.house },
    records,
    keyOf,
    seal,
    limit: createRateLimit({
      perMinute: questionsPerMinute,
      chatPerMinute: chatQuestionsPerMinute,
      perDay: questionsPerDay,
      people: records.people,
      now,
    }),
    now,
    log: silentLog,
    ...(options.progress && { progress: options.progress }),
  }
  const leaving = new AbortController()
  const around = { stop: leaving.signal, say: () => {}, complain: () => {} }
  const ended = runBot(deps, around, options.pauses)
  let isOpen = true
  const stop = async (): Promise<void> => {
    if (!isOpen) return
    isOpen = false
    leaving.abort()
    await ended
    records.close()
    await server.close()
  }
  onTestFinished(stop)
  await server.waitForPoll()
  return { server, deps, asked: house.asked, hold: house.hold, stop }
}

const houseOf = (
  first: readonly Document[],
  before: (question: string) => Promise<void> | void,
  { file = () => Promise.resolve({ ok: false, reason: 'missing' }), answer }: Pick<DeskOptions, 'file' | 'answer'>,
) => {
  let documents = first
  let opened = new Map<Level, ReturnType<typeof libraryOf>>()
  const open = (level: Level): ReturnType<typeof libraryOf> => {
    const known =
      opened.get(level) ??
      libraryOf(
        documents.filter((document) => mayRead(level, document.level)),
        level,
      )
    opened.set(level, known)
    return known
  }
  const asked: string[] = []
  const ask: House['ask'] = async (question, { level, turns, about }): Promise<Answer> => {
    asked.push(question)
    await before(question)
    if (answer) return answer(question)
    const { library, lexical } = open(level)
    return answerQuestion(
      { question, level, turns, ...(about !== undefined && { about }) },
      {
        now: () => new Date('2026-11-01T00:00:00Z'),
        library: () => library,
        retrieve: (text, how) => retrieve(text, { library, lexical, ...how }),
      },
    )
  }
  return {
    asked,
    hold: (given: readonly Document[]): void => {
      documents = given
      opened = new Map()
    },
    house: {
      ask,
      library: (level: Level) => open(level).library,
      originalFile: file,
      comparisonFile: (older: string, newer: string, level: Level) =>
        comparisonFile(open(level).library, older, newer, Date.parse('2026-11-01')),
      snippets: (words, most) => {
        const { library, lexical } = open('public')
        return snippetsFor(
          words,
          { library, retrieve: (text, how) => retrieve(text, { library, lexical, ...how }) },
          most,
        )
      },
    } as House,
  }
}
