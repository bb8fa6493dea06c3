/** What the house does for staff alone. `app.ts` gives it with the rest of the house (context.ts). */
import type { DocumentCard, KeptSnapshots, Switched } from '../search/search-index.ts'

/** Of a document the words that were looked for, exact; null: the document itself was named. */
export interface FoundSnippet {
  readonly card: DocumentCard
  readonly quote: string | null
  readonly section: string | null
}

export interface StaffHouse {
  /** Public documents for some words, best first, by words alone: a few milliseconds. */
  snippets(words: string, most: number): readonly FoundSnippet[]
  /** The states of the library that are kept; null where there is none yet. */
  snapshots(): KeptSnapshots | null
  /** Goes over to another of them, if the first one still serves. `busy` at once while documents are being taken in. */
  switchSnapshot(change: { readonly from: string; readonly to: string }): Promise<Switched>
}
