/** What the program and the process that ingests for it say to each other. */
import type { IngestReport } from './report.ts'

export interface AsideRequest<Settings> {
  readonly settings: Settings
  /** Files and folders; a folder is looked through whole, so that files that are gone leave the index. */
  readonly paths: readonly string[]
  /** Folder below which sources are named: the same as for `npm run ingest`, or a document would have two names. */
  readonly base: string
}

export type AsideReply =
  { readonly kind: 'done'; readonly report: IngestReport } | { readonly kind: 'failed'; readonly reason: AsideFailure }

/** `disk_full`; `stopped`: told to, or killed; `internal`: a fault of ours, or a document too much for the machine. */
export type AsideFailure = 'disk_full' | 'stopped' | 'internal'
