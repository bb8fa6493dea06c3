/** What an ingestion did, file by file. */
import type { Level } from '../access.ts'
import type { ConflictKind } from '../documents/validity/conflicts.ts'
import type { EmbeddingWork, SnapshotInfo } from '../search/search-index.ts'

const OUTCOMES = ['added', 'changed', 'unchanged', 'removed', 'duplicate', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface FileReport {
  readonly source: string
  readonly outcome: Outcome
  /** Why a file was refused (`encrypted`, `secret`, `too_large` …); null otherwise. */
  readonly reason: string | null
  /** One Vietnamese sentence: what happened and what to do; null where there is nothing to say. */
  readonly message: string | null
  readonly title: string | null
  readonly number: string | null
  readonly level: Level | null
  readonly passages: number
  /** Vietnamese sentences about what an admin should look at. */
  readonly warnings: readonly string[]
}

export interface IngestReport {
  readonly dryRun: boolean
  readonly files: readonly FileReport[]
  /** What the documents of the index, old and new, say against one another. */
  readonly conflicts: readonly ConflictReport[]
  /** Vietnamese sentences about what was taken in: a paper that it replaces and that is not here. */
  readonly notes: readonly string[]
  readonly counts: Readonly<Record<Outcome, number>>
  /** The snapshot that was published; null where nothing changed or the run was dry. */
  readonly snapshot: SnapshotInfo | null
  /** What was asked of the embedder, or in a dry run would be; null without one, or where nothing changed. */
  readonly embedding: EmbeddingReport | null
  readonly seconds: number
}

export interface ConflictReport {
  readonly kind: ConflictKind
  /** The documents concerned. */
  readonly sources: readonly string[]
  /** One or two Vietnamese sentences: what does not agree, and what to do. */
  readonly message: string
}

export interface EmbeddingReport extends EmbeddingWork {
  readonly model: string
  /** In the unit of the price set, of the tokens as they were counted or estimated. */
  readonly cost: number
}

export const countOutcomes = (files: readonly FileReport[]): Record<Outcome, number> => {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  for (const { outcome } of files) counts[outcome]++
  return counts
}

/** An ingestion could not do its work when files were refused and none was taken or already there. */
export const couldNot = ({ counts }: IngestReport): boolean =>
  counts.refused > 0 && counts.added + counts.changed + counts.unchanged + counts.removed + counts.duplicate === 0
