/** The composition root: with choose-models.ts the only file that chooses adapters. It holds no logic, only who is given what. */
import { join } from 'node:path'
import type { Level } from './access.ts'
import type { Answer, Turn } from './answer/answer.ts'
import { answerQuestion } from './answer/answer-question.ts'
import type { BotDeps } from './bot/context.ts'
import type { Config } from './config.ts'
import type { TelegramConfig } from './config/telegram.ts'
import { createPersonKeys } from './desk/person-key.ts'
import { createRateLimit } from './desk/rate-limit.ts'
import { createSqliteRecords } from './desk/sqlite/sqlite-records.ts'
import { createDocumentReader } from './documents/reading/read-in-child.ts'
import type { Records } from './desk/records.ts'
import type { FoundFiles } from './ingest/find-files.ts'
import { createIngestAside } from './ingest/ingest-aside.ts'
import { ingestFiles } from './ingest/ingest-files.ts'
import { lookAtFile, type LookedAt } from './ingest/look-at-file.ts'
import type { FileReport, IngestReport } from './ingest/report.ts'
import { createAnswerMemories } from './answer/answer-memory.ts'
import { chooseEmbedder, chooseModels } from './choose-models.ts'
import { createMemoryBook, type SpendingBook } from './models/guard/budget.ts'
import { modelsForQuestion } from './models/question-models.ts'
import { originalFile } from './original-file.ts'
import { createEmbeddedIndex } from './search/embedded-index.ts'
import { find } from './search/find.ts'
import type { OpenSnapshot } from './search/snapshot/open-snapshot.ts'
import type { Library } from './search/search-index.ts'
import { createLogger, type Logger } from './telemetry.ts'
import { isoDay } from './text/numbers/clock.ts'

export interface AskOptions {
  readonly level: Level
  readonly turns: readonly Turn[]
  /** The document that the asker picked when asked back. */
  readonly about?: string
  /** Hits listed in the answer. */
  readonly top?: number
  /** The key of who asks: whose budget of the models it is. */
  readonly person?: string
  /** Told when a model begins to write, with how many passages it is given. */
  readonly onWriting?: (passages: number) => void
  /** The asker wants no more of it: calls of models are given up. */
  readonly signal?: AbortSignal
  /** No model words the answer. */
  readonly quotesOnly?: boolean
}

export interface IngestRequest {
  readonly found: FoundFiles
  readonly level: Level | null
  readonly dryRun: boolean
  readonly prune: boolean
  readonly onWait?: (holder: string) => void
  readonly onFile?: (done: number, total: number, file: FileReport) => void
  readonly onPublish?: () => void
  readonly onEmbedded?: (done: number, total: number) => void
  /** Publish also where the embedder fails: see PublishOptions. */
  readonly mayMissVectors?: boolean
  /** Stops the ingestion: it rejects with the signal's reason, and the index stays as it was. */
  readonly signal?: AbortSignal
}

export interface App {
  readonly config: Config
  /** What a reader of this level may see; null where nothing has been ingested yet. */
  library(level: Level): Library | null
  /** Whether an index is there but cannot be opened: the documents must be ingested anew. */
  indexIsDamaged(): boolean
  ask(question: string, options: AskOptions): Promise<Answer>
  ingest(request: IngestRequest): Promise<IngestReport>
  /** Reads a file as `ingest` would, and keeps nothing of it. */
  readAside(path: string): Promise<LookedAt>
  /** Opens the records, for one program at a time, and gives the bot all that it needs; throws a RecordsError. The app closes them. */
  openDesk(telegram: TelegramConfig): BotDeps
  close(): void
}

export const createApp = (config: Config, log: Logger = createLogger(config.logLevel)): App => {
  const embedder = chooseEmbedder(config)
  const index = createEmbeddedIndex(join(config.dataDir, 'index'), embedder, (message) => log.warn(message))
  let records: Records | null = null
  const inMemory = createMemoryBook()
  // written down where there are records; the terminal's use ends with it
  const book: SpendingBook = {
    spent: (...page) => (records?.spending ?? inMemory).spent(...page),
    add: (...entry) => (records?.spending ?? inMemory).add(...entry),
  }
  const models = chooseModels(config, embedder, book, log)
  const { maySee, chat } = config.models
  const memories = createAnswerMemories()
  const aside = createIngestAside({
    entry: join(import.meta.dirname, 'ingest-aside-child.ts'),
    settings: { ...config, telegram: null },
    base: process.cwd(),
  })
  const app: App = {
    config,
    library: (level) => index.open()?.scope(level).library ?? null,
    indexIsDamaged: () => index.isDamaged(),
    ask: (question, { level, turns, about, top, person, onWriting, signal, quotesOnly = false }) => {
      // one snapshot for the whole question: what was found is quoted from the snapshot it was found in
      let opened: OpenSnapshot | null | undefined
      const snapshot = (): OpenSnapshot | null => (opened ??= index.open())
      const warn = (message: string, error: unknown): void => log.warn({ err: error }, message)
      const mine = modelsForQuestion(models, person ?? null, signal)
      const writer = quotesOnly ? null : mine.chat
      const memory =
        writer &&
        memories.at({
          level,
          person: person ?? null,
          snapshot: snapshot()?.info.id ?? '',
          model: `${writer.id} ${maySee}`,
          day: isoDay(Date.now()),
        })
      return answerQuestion(
        { question, level, turns, ...(about !== undefined && { about }), ...(top !== undefined && { top }) },
        {
          now: () => new Date(),
          library: () => snapshot()?.scope(level).library ?? null,
          retrieve: (text, options) =>
            find(text, snapshot()!.scope(level), mine, { ...options, ...(signal && { signal }) }, warn),
          model: writer && { chat: writer, maySee, maxTokens: chat!.maxTokens, used: mine.used },
          ...(memory && { memory }),
          ...(onWriting && { onWriting }),
          onError: (error) => log.error({ err: error }, 'a question could not be answered'),
        },
      )
    },
    ingest: async ({ onWait, signal, ...request }) => {
      const writer = request.dryRun ? index.read() : await index.write(onWait, signal)
      const reader = createDocumentReader(config.ingest)
      // files that are being read are let go at once
      const stop = (): void => void reader.close().catch((error: unknown) => log.warn({ err: error }, 'while stopping'))
      signal?.addEventListener('abort', stop, { once: true })
      try {
        return await ingestFiles(request, {
          writer,
          reader,
          ...request,
          ...(embedder && { embedder: { id: embedder.id, price: config.models.prices.embedding } }),
          ...(signal && { signal }),
        })
      } catch (error) {
        signal?.throwIfAborted()
        throw error
      } finally {
        signal?.removeEventListener('abort', stop)
        await reader.close()
        writer.close()
      }
    },
    readAside: async (path) => {
      const reader = createDocumentReader({ ...config.ingest, workers: 1 })
      const held = index.read()
      try {
        return await lookAtFile(path, { reader, indexed: held.current })
      } finally {
        held.close()
        await reader.close()
      }
    },
    openDesk: (telegram) => {
      const folder = join(config.dataDir, 'records')
      const { keyOf } = createPersonKeys(folder)
      const opened = (records = createSqliteRecords(folder))
      const { questionsPerMinute, chatQuestionsPerMinute, questionsPerDay } = config.desk
      const limits = { perMinute: questionsPerMinute, chatPerMinute: chatQuestionsPerMinute, perDay: questionsPerDay }
      return {
        telegram,
        desk: config.desk,
        dataDir: config.dataDir,
        house: {
          library: app.library,
          ask: app.ask,
          originalFile: (documentId, level) => originalFile(index.open(), documentId, level, process.cwd()),
          readAside: app.readAside,
          ingestAside: aside.ingest,
        },
        records: opened,
        keyOf,
        limit: createRateLimit({ ...limits, people: opened.people, now: Date.now }),
        now: Date.now,
        log,
      }
    },
    close: () => {
      aside.close()
      records?.close()
      index.close()
    },
  }
  return app
}
