/** What the program and the process that goes out to the web for it say to each other. */
import type { Level } from '../access.ts'
import type { GatherReport, PageReport } from './gather-report.ts'

export type GatherWork =
  /** Addresses of the command line. */
  | {
      readonly kind: 'addresses'
      readonly urls: readonly string[]
      readonly level: Level | null
      readonly limit: number
    }
  /** What is due of `sources.json`. */
  | { readonly kind: 'sources' }
  /** Takes the pages of a web source, or one page, out of the library. */
  | { readonly kind: 'drop'; readonly url: string }

export interface GatherRequest {
  readonly work: GatherWork
  readonly dataDir: string
  /** Hosts allowed by the settings. */
  readonly hosts: readonly string[]
  readonly contact: string | null
  /** Where a dry run may put pages; null: in earnest. */
  readonly dryFolder: string | null
}

/** Pages that are there now, to be taken into the library. */
export interface Gathered {
  /** Folders below `documents`, or below the folder of a dry run; all exist. */
  readonly folders: readonly string[]
  /** Whether the library has anything to learn from them. */
  readonly isNew: boolean
}

/** What ingestion made of a file. */
export interface FileOutcome {
  readonly source: string
  readonly outcome: string
  readonly reason: string | null
  readonly message: string | null
  readonly title: string | null
}

export type ToGatherer =
  | { readonly kind: 'request'; readonly request: GatherRequest }
  /** null: ingestion failed; the pages wait for the next run. */
  | { readonly kind: 'ingested'; readonly files: readonly FileOutcome[] | null }

export type FromGatherer =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'visiting'; readonly url: string }
  | { readonly kind: 'page'; readonly page: PageReport }
  | { readonly kind: 'gathered'; readonly gathered: Gathered }
  | { readonly kind: 'done'; readonly report: GatherReport }
  | GatherFailed

export interface GatherFailed {
  readonly kind: 'failed'
  /** `stopped`: told to, or killed; `internal`: a fault of ours. */
  readonly reason: 'stopped' | 'disk_full' | 'bad_sources' | 'internal'
  /** Of `bad_sources`, one Vietnamese line each. */
  readonly faults: readonly string[]
}
