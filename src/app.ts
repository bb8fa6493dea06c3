/** The composition root: the only file that chooses adapters. It holds no logic, only who is given what. */
import { join } from 'node:path'
import type { Level } from './access.ts'
import type { Answer, Turn } from './answer/answer.ts'
import { answerQuestion } from './answer/answer-question.ts'
import type { Config } from './config.ts'
import { createDocumentReader } from './documents/reading/read-in-child.ts'
import type { FoundFiles } from './ingest/find-files.ts'
import { ingestFiles } from './ingest/ingest-files.ts'
import type { FileReport, IngestReport } from './ingest/report.ts'
import { createHashingEmbedder } from './models/hashing.ts'
import { createEmbeddedIndex } from './search/embedded-index.ts'
import { find } from './search/find.ts'
import type { Scope } from './search/snapshot/open-snapshot.ts'
import type { Library } from './search/search-index.ts'
import { createLogger, type Logger } from './telemetry.ts'

export interface AskOptions {
  readonly level: Level
  readonly turns: readonly Turn[]
  /** Hits listed in the answer. */
  readonly top?: number
}

export interface IngestRequest {
  readonly found: FoundFiles
  readonly level: Level | null
  readonly dryRun: boolean
  readonly prune: boolean
  readonly onWait?: (holder: string) => void
  readonly onFile?: (done: number, total: number, file: FileReport) => void
  readonly onPublish?: () => void
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
  close(): void
}

export const createApp = (config: Config, log: Logger = createLogger(config.logLevel)): App => {
  const embedder = config.embedder === 'hashing' ? createHashingEmbedder() : null
  const index = createEmbeddedIndex(join(config.dataDir, 'index'), embedder, (message) => log.warn(message))
  return {
    config,
    library: (level) => index.open()?.scope(level).library ?? null,
    indexIsDamaged: () => index.isDamaged(),
    ask: (question, { level, turns, top }) => {
      // one scope for the whole question: what was found is quoted from the snapshot it was found in
      let scope: Scope | undefined
      const warn = (message: string, error: unknown): void => log.warn({ err: error }, message)
      return answerQuestion(
        { question, level, turns, ...(top === undefined ? {} : { top }) },
        {
          now: () => new Date(),
          library: () => (scope ??= index.open()?.scope(level))?.library ?? null,
          retrieve: (text, options) => find(text, scope!, embedder, options, warn),
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
        return await ingestFiles(request, { writer, reader, ...request, ...(signal && { signal }) })
      } catch (error) {
        signal?.throwIfAborted()
        throw error
      } finally {
        signal?.removeEventListener('abort', stop)
        await reader.close()
        writer.close()
      }
    },
    close: () => index.close(),
  }
}
