/** What a run over web sources did, page by page. */

const OUTCOMES = [
  'added', 'changed', 'unchanged', 'duplicate', 'fetched', 'withdrawn', 'missing', 'refused', 'postponed',
] as const // prettier-ignore
export type PageOutcome = (typeof OUTCOMES)[number]

export interface PageReport {
  readonly url: string
  /** `fetched`: kept, and ingestion has not yet said what it made of it; `missing`: gone for the first time. */
  readonly outcome: PageOutcome
  /** Why a page was refused or put off (`robots`, `private_address`, `secret` …). */
  readonly reason: string | null
  /** One or two Vietnamese sentences. */
  readonly message: string | null
  readonly title: string | null
  /** Below the web folder; null: nothing is kept. */
  readonly file: string | null
  /** The web source that listed it; null: named on the command line. */
  readonly by: string | null
}

export interface SourceFault {
  readonly url: string
  readonly message: string
  /** Checks in a row. */
  readonly failures: number
}

export interface GatherReport {
  readonly pages: readonly PageReport[]
  readonly counts: Readonly<Record<PageOutcome, number>>
  /** Web sources that were taken out of the list and still have pages in the library. */
  readonly leftBehind: readonly { readonly url: string; readonly pages: number }[]
  readonly faults: readonly SourceFault[]
  /** How many web sources and addresses were looked at. */
  readonly looked: number
}

export const countPages = (pages: readonly PageReport[]): Record<PageOutcome, number> => {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<PageOutcome, number>
  for (const { outcome } of pages) counts[outcome]++
  return counts
}

/** Nothing of what was asked for could be had. */
export const gatheredNothing = ({ counts, pages }: GatherReport): boolean =>
  pages.length > 0 && counts.refused + counts.missing === pages.length
