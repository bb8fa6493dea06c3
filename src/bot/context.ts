/** What a feature of the bot is given with each update: who asks, what the house can do, and a job to leave its effects in. */
import type { Context } from 'grammy'
import type { Level } from '../access.ts'
import type { Answer, Turn } from '../answer/answer.ts'
import type { DeskConfig } from '../config.ts'
import type { TelegramConfig } from '../config/telegram.ts'
import type { Document } from '../documents/document.ts'
import type { IngestReport } from '../ingest/report.ts'
import type { GatherReport } from '../gather/gather-report.ts'
import type { Role } from '../desk/member-records.ts'
import type { Key, Records } from '../desk/records.ts'
import type { RateLimit } from '../desk/rate-limit.ts'
import type { Library } from '../search/search-index.ts'
import type { Logger } from '../telemetry.ts'
import type { Job } from './job.ts'
import type { StaffHouse } from './staff-house.ts'

/** Who wrote, and what may be done for them: from the records, the settings and the kind of chat, never from the message. */
export interface Asker {
  readonly person: Key
  readonly chat: Key
  /** What is answered in order: the chat and its topic. */
  readonly lane: string
  /** Whose turns are remembered together: chat, topic and person. */
  readonly conversation: string
  readonly isPrivate: boolean
  /** In a group always `public`, whoever asks. */
  readonly level: Level
  /** What they are by settings and records, writing under their own account, in private; null for a citizen and in every group. */
  readonly role: Role | null
  /** The highest role. */
  readonly isAdmin: boolean
  /** Writing in the staff chat under their own account. */
  readonly isStaff: boolean
  /** Topic of a forum group. */
  readonly threadId: number | null
}

/** The original file of a document, as it was when it was indexed. */
export type OriginalFile =
  | { readonly ok: true; readonly path: string; readonly name: string }
  | { readonly ok: false; readonly reason: 'unknown' | 'missing' | 'changed' | 'too_large' }

/** Two documents compared, as a page to be sent; `unknown` also where a side may not be read. */
export type ComparisonFile =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly name: string; readonly isPublic: boolean }
  | { readonly ok: false; readonly reason: 'unknown' | 'too_long' }

/** A file as ingestion would read it. */
export type FileRead =
  /** `heldAs`: the source in the library that has the very same bytes. */
  | { readonly ok: true; readonly document: Document; readonly heldAs: string | null }
  /** `reason` as in the ingestion report, e.g. `secret`; `message`: one or two Vietnamese sentences. */
  | { readonly ok: false; readonly reason: string; readonly message: string }

export type FilesIngested =
  | { readonly ok: true; readonly report: IngestReport }
  | { readonly ok: false; readonly reason: 'disk_full' | 'stopped' | 'internal' }

export type SourcesGathered =
  | { readonly ok: true; readonly report: GatherReport }
  /** `faults` of a list of web sources that is wrong: one Vietnamese line each. */
  | {
      readonly ok: false
      readonly reason: 'stopped' | 'disk_full' | 'bad_sources' | 'internal'
      readonly faults: readonly string[]
    }

/** What the bot asks of the house behind it. `app.ts` gives it. */
export interface House extends StaffHouse {
  library(level: Level): Library | null
  /** Words typed without marks, with those that the texts of this level have; null where they are not known well enough. */
  withMarks(words: string, level: Level): string | null
  /** What serves now; null where nothing has been ingested yet. */
  snapshotId(): string | null
  ask(
    question: string,
    options: {
      readonly level: Level
      readonly turns: readonly Turn[]
      readonly about?: string
      readonly person?: Key
      /** Told when a model begins to write, with how many passages it is given. */
      readonly onWriting?: (passages: number) => void
      readonly signal?: AbortSignal
      /** No model words it: for looking up what is shown otherwise. */
      readonly quotesOnly?: boolean
    },
  ): Promise<Answer>
  /** Null-safe look at the file behind a document, for a reader of this level. */
  originalFile(documentId: string, level: Level): Promise<OriginalFile>
  /** The whole comparison of two documents, for a reader of this level. */
  comparisonFile(olderId: string, newerId: string, level: Level): ComparisonFile
  /** Reads a file in the process that may be killed, and keeps nothing. */
  readAside(path: string): Promise<FileRead>
  /**
   * Ingests files and folders as `npm run ingest` does, in a process of its own, one ingestion after the other; a folder is looked
   * through whole, and a file that is gone leaves the library. Never rejects; aborted, the library stays as it was.
   */
  ingestAside(paths: readonly string[], signal?: AbortSignal): Promise<FilesIngested>
  /** Looks at the web sources that are due and takes in what is new; null where none was. Never rejects. */
  gatherDue?(signal: AbortSignal): Promise<SourcesGathered | null>
}

/** When signs of life are given (progress.ts). Milliseconds. */
export interface ProgressTiming {
  /** An answer that is there sooner needs no sign. */
  readonly typingAfter: number
  /** Telegram shows typing for five seconds (telegram.md §1). */
  readonly typingEvery: number
  /** When typing alone begins to look like silence (issue 3, item 3). */
  readonly messageAfter: number
  /** The same once a model writes, which takes its time and is worth saying. */
  readonly writingAfter?: number
}

export interface BotDeps {
  readonly telegram: TelegramConfig
  readonly desk: DeskConfig
  readonly dataDir: string
  readonly house: House
  readonly records: Records
  readonly keyOf: (telegramId: number) => Key
  /** Digests that nobody makes without the secret of the records (desk/person-key.ts). */
  readonly seal: (purpose: string, text: string) => string
  readonly limit: RateLimit
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly log: Logger
  /** Other times than the usual for signs of life. */
  readonly progress?: ProgressTiming
}

export type BotContext = Context & {
  readonly deps: BotDeps
  readonly asker: Asker
  readonly job: Job
}
