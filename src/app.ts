/** The composition root: with choose-models.ts the only file that chooses adapters. It holds no logic, only who is given what. */
import { join } from 'node:path'
import type { Level } from './access.ts'
import type { Answer } from './answer/answer.ts'
import type { BotDeps } from './bot/context.ts'
import type { Config } from './config.ts'
import type { TelegramConfig } from './config/telegram.ts'
import { createPersonKeys } from './desk/person-key.ts'
import { createRateLimit } from './desk/rate-limit.ts'
import { createSqliteRecords } from './desk/sqlite/sqlite-records.ts'
import { createDocumentReader } from './documents/reading/read-in-child.ts'
import type { Records } from './desk/records.ts'
import type { FoundFiles } from './ingest/find-files.ts'
import { createGatherAside, type GatheredAside, type GatherHooks } from './gather/gather-aside.ts'
import type { GatherWork } from './gather/gather-messages.ts'
import { createIngestAside } from './ingest/ingest-aside.ts'
import { ingestFiles } from './ingest/ingest-files.ts'
import { lookAtFile, type LookedAt } from './ingest/look-at-file.ts'
import type { FileReport, IngestReport } from './ingest/report.ts'
import { createAsk, type AskOptions } from './ask.ts'
import { gatherDue } from './gather-due.ts'
import { chooseEmbedder, chooseModels } from './choose-models.ts'
import { createMemoryBook, type SpendingBook } from './models/guard/budget.ts'
import { comparisonFile } from './comparison-file.ts'
import { originalFile } from './original-file.ts'
import { createEmbeddedIndex, type EmbeddedIndex } from './search/embedded-index.ts'
import { withMarks } from './search/query/with-marks.ts'
import type { Library } from './search/search-index.ts'
import { createStaffHouse } from './staff-house.ts'
import { createLogger, type Logger } from './telemetry.ts'
import { createUnitsFile } from './units-file.ts'

export interface IngestRequest {
  readonly found: FoundFiles
  readonly level: Level | null
  readonly dryRun: boolean
  readonly prune: boolean
  /** Sources whose files are gone, and that go with them. */
  readonly gone?: readonly string[]
  readonly onWait?: (holder: string) => void
  /** What was there cannot be read: only the files named will be in the index. */
  readonly onRebuild?: () => void
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
  /** The embedder of the settings, where the index has not the vectors of it that it should have; null where all is well. */
  missingVectors(): string | null
  /** The states of the index that are kept, and going over to another: `npm run ingest -- --rollback`. */
  readonly snapshots: Pick<EmbeddedIndex, 'kept' | 'switchTo'>
  ask(question: string, options: AskOptions): Promise<Answer>
  ingest(request: IngestRequest): Promise<IngestReport>
  /** Fetches pages from the web, in a process of its own, and has them ingested. Rejects only as `hooks.ingest` does. */
  gather(work: GatherWork, hooks: GatherHooks & { readonly dryFolder: string | null }): Promise<GatheredAside>
  /** Reads a file as `ingest` would, and keeps nothing of it. */
  readAside(path: string): Promise<LookedAt>
  /** Opens the records, for one program at a time, and gives the bot all that it needs; throws a RecordsError. The app closes them. */
  openDesk(telegram: TelegramConfig): BotDeps
  close(): void
}

/** `gatherEntry`: the script of the process that fetches from the web. No setting names another: the usual one reaches the public internet alone. */
export const createApp = (
  config: Config,
  log: Logger = createLogger(config.logLevel),
  gatherEntry = join(import.meta.dirname, 'gather-aside-child.ts'),
): App => {
  const gatherAside = createGatherAside(gatherEntry)
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
  const aside = createIngestAside({
    entry: join(import.meta.dirname, 'ingest-aside-child.ts'),
    settings: { ...config, telegram: null },
    base: process.cwd(),
  })
  const table = createUnitsFile(config.dataDir, (faults, file) =>
    log.warn({ faults, file }, 'entries of the table of ended units are not used'),
  )
  const app: App = {
    config,
    library: (level) => index.open()?.scope(level).library ?? null,
    indexIsDamaged: () => index.isDamaged(),
    missingVectors: () => {
      const vectors = index.open()?.info.embedder
      return embedder && vectors !== undefined && vectors?.id !== embedder.id ? embedder.id : null
    },
    snapshots: index,
    ask: createAsk({ config, index, models, log, units: table.units }),
    ingest: async ({ onWait, onRebuild, signal, ...request }) => {
      const writer = request.dryRun ? index.read() : await index.write(onWait, signal)
      if (writer.isLost()) onRebuild?.()
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
    gather: (work, { dryFolder, ...hooks }) => {
      const { dataDir, sourceHosts: hosts, desk } = config
      return gatherAside.gather({ work, dataDir, hosts, contact: desk.contact, dryFolder }, hooks)
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
      const { keyOf, seal } = createPersonKeys(folder)
      const opened = (records = createSqliteRecords(folder, { seal: (text) => seal('audit', text) }))
      const { questionsPerMinute, chatQuestionsPerMinute, questionsPerDay } = config.desk
      const limits = { perMinute: questionsPerMinute, chatPerMinute: chatQuestionsPerMinute, perDay: questionsPerDay }
      return {
        telegram,
        desk: config.desk,
        dataDir: config.dataDir,
        house: {
          library: app.library,
          withMarks: (words, level) => {
            const open = index.open()
            return open && withMarks(words, open.scope(level).lexical)
          },
          snapshotId: () => index.open()?.info.id ?? null,
          ask: app.ask,
          originalFile: (documentId, level) => originalFile(index.open(), documentId, level, process.cwd()),
          comparisonFile: (olderId, newerId, level) => comparisonFile(app.library(level), olderId, newerId, Date.now()),
          readAside: app.readAside,
          ingestAside: aside.ingest,
          gatherDue: (signal) => gatherDue(config.dataDir, app.gather, aside, signal),
          ...createStaffHouse({ index, dataDir: config.dataDir, base: process.cwd(), ingest: aside.ingest }),
        },
        records: opened,
        keyOf,
        seal,
        limit: createRateLimit({ ...limits, people: opened.people, now: Date.now }),
        now: Date.now,
        log,
      }
    },
    close: () => {
      gatherAside.close()
      aside.close()
      records?.close()
      index.close()
    },
  }
  return app
}
