/** Documents for words that somebody types: by number, by the words of their titles, else by what stands in them. */
import { kindNames } from '../../../answer/document-names.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { lookUp } from '../../../search/look-up.ts'
import { fold, oneLine } from '../../../text/vietnamese.ts'
import { syllables } from '../../../text/terms.ts'

export interface Search {
  /** `number`: named by number. `title`: every word stands in name or title. `content`: none does, these are near. */
  readonly by: 'number' | 'title' | 'content'
  readonly cards: readonly DocumentCard[]
  /** Numbers named that no readable document bears, as typed. */
  readonly missing: readonly string[]
}

/** Nobody reads further than this in words that are looked for. */
export const LONGEST_SEARCH = 200

/** `near`: ids of documents by their content, best first, or null for not now; asked only where no name and no title fits. */
export const searchDocuments = async (
  words: string,
  library: Library,
  near: (query: string) => Promise<readonly string[] | null>,
): Promise<Search | null> => {
  const query = oneLine(words).slice(0, LONGEST_SEARCH)
  const { cards, missing } = lookUp(query, library)
  if (cards.length > 0) return { by: 'number', cards: sorted(cards), missing }
  const titled = byTitle(query, library)
  if (titled.length > 0) return { by: 'title', cards: titled, missing }
  const found = await near(query)
  return found && { by: 'content', cards: [...new Set(found)].flatMap((id) => library.card(id) ?? []), missing }
}

/** Those with all the words in their name, number, issuer, date or title; as typed with marks before without. */
const byTitle = (query: string, library: Library): readonly DocumentCard[] => {
  const asked = syllables(query)
  if (asked.length === 0) return []
  const found: { readonly card: DocumentCard; readonly exact: number; readonly inRow: boolean }[] = []
  const row = ` ${asked.map(({ folded }) => folded).join(' ')} `
  for (const card of library.cards) {
    const held = syllables(nameWords(card))
    const folded = new Set(held.map((syllable) => syllable.folded))
    if (!asked.every((syllable) => folded.has(syllable.folded))) continue
    const accented = new Set(held.map((syllable) => syllable.accented))
    const exact = asked.filter((syllable) => accented.has(syllable.accented)).length
    found.push({ card, exact, inRow: ` ${held.map((syllable) => syllable.folded).join(' ')} `.includes(row) })
  }
  return found
    .sort((a, b) => Number(b.inRow) - Number(a.inRow) || b.exact - a.exact || inOrder(a.card, b.card))
    .map(({ card }) => card)
}

const nameWords = ({ meta }: DocumentCard): string =>
  [kindNames[meta.kind], meta.number, meta.title, meta.issuer, meta.date?.split('-').reverse().join(' ')].join(' | ')

const sorted = (cards: readonly DocumentCard[]): readonly DocumentCard[] => [...cards].sort(inOrder)

/** What is replaced or expired stands behind, the newest first. */
const inOrder = (a: DocumentCard, b: DocumentCard): number =>
  Number(isOver(a)) - Number(isOver(b)) || (b.meta.date ?? '').localeCompare(a.meta.date ?? '')
const isOver = ({ meta }: DocumentCard): boolean => meta.validity === 'replaced' || meta.validity === 'expired'

/** What stands behind "tìm văn bản", typed with or without marks; null for other messages. */
export const searchedFor = (text: string): string | null => {
  const line = oneLine(text)
  const found = /^tim (?:van ban|tai lieu)(?![\p{L}\p{N}])[\s:]*/iu.exec(fold(line))
  return found ? line.slice(found[0].length).trim() : null
}
