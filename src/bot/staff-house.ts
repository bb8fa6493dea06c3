/** What the house does for staff alone. `app.ts` gives it with the rest of the house (context.ts). */
import type { DocumentCard } from '../search/search-index.ts'

/** Of a document the words that were looked for, exact; null: the document itself was named. */
export interface FoundSnippet {
  readonly card: DocumentCard
  readonly quote: string | null
  readonly section: string | null
}

export interface StaffHouse {
  /** Public documents for some words, best first, by words alone: a few milliseconds. */
  snippets(words: string, most: number): readonly FoundSnippet[]
}
