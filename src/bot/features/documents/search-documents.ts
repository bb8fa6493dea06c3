/** Documents for words that somebody types: by number, by the words of their titles, else by what stands in them. */
import { kindNames } from '../../../answer/document-names.ts'
import { isOver } from '../../../documents/document.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { lookUp } from '../../../search/look-up.ts'
import { fold, oneLine } from '../../../text/vietnamese.ts'
import { syllables, type Syllable } from '../../../text/terms.ts'

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
  const words = asked.map(({ folded }) => alike(folded))
  const row = words.join(' ')
  const matched = library.cards.flatMap((card) => {
    const name = alike(fold(nameWords(card)).toLowerCase())
    return words.every((word) => hasWord(name, word)) ? [{ card, inRow: hasWord(name, row) }] : []
  })
  // with so many, the marks would only order what nobody reads through
  const marked = matched.length <= ORDERED_BY_MARKS
  return matched
    .map((match) => ({ ...match, exact: marked ? asWritten(asked, match.card) : 0 }))
    .sort((a, b) => Number(b.inRow) - Number(a.inRow) || b.exact - a.exact || inOrder(a.card, b.card))
    .map(({ card }) => card)
}

const ORDERED_BY_MARKS = 500

/** i and y are one letter to whoever looks something up. */
const alike = (folded: string): string => folded.replaceAll('y', 'i')

/** Whole words of a folded text: no letter or digit beside them. Titles are not split: 20,000 of them take 130 ms, not 550. */
const hasWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isInWord(text, at - 1) && !isInWord(text, at + word.length)) return true
  return false
}
const isInWord = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '')

/** How many of the words stand there with the marks that were typed. */
const asWritten = (asked: readonly Syllable[], card: DocumentCard): number => {
  const held = new Set(syllables(nameWords(card)).map(({ accented }) => accented))
  return asked.filter(({ accented }) => held.has(accented)).length
}

const nameWords = ({ meta }: DocumentCard): string =>
  [kindNames[meta.kind], meta.number, meta.title, meta.issuer, meta.date?.split('-').reverse().join(' ')].join(' | ')

const sorted = (cards: readonly DocumentCard[]): readonly DocumentCard[] => [...cards].sort(inOrder)

/** What is replaced or expired stands behind, the newest first. */
const inOrder = (a: DocumentCard, b: DocumentCard): number =>
  Number(isOver(a)) - Number(isOver(b)) || (b.meta.date ?? '').localeCompare(a.meta.date ?? '')

/** What stands behind "tìm văn bản", typed with or without marks; null for other messages. */
export const searchedFor = (text: string): string | null => {
  const line = oneLine(text)
  const found = /^tim (?:van ban|tai lieu)(?![\p{L}\p{N}])[\s:]*/iu.exec(fold(line))
  return found ? line.slice(found[0].length).trim() : null
}
