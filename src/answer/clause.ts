/** Places that a question names: "Điều 5 khoản 2 Điều lệ Đảng nói gì?" is answered from that very clause. */
import { headingsAbove } from '../documents/structure/section-at.ts'
import type { DocumentCard, Library } from '../search/search-index.ts'
import { unitsOf } from '../text/sentences.ts'
import { fold } from '../text/vietnamese.ts'
import type { QuotedPlace } from './citations.ts'

/** Folded labels in the order of the question: `dieu 5`, `khoan 2`, `diem a`. */
export const locatorsIn = (question: string): readonly string[] =>
  [...fold(question).toLowerCase().matchAll(LOCATOR)].map((match) => `${match[1]} ${match[2]}`)
const LOCATOR =
  /(?<!\p{L})(phan|chuong|muc|dieu|khoan|diem)\s+(?:so\s+)?(\d{1,3}[a-z]?|[ivxlc]{1,6}|[a-z])(?![\p{L}\d])/gu

/** The question without its locators. */
export const withoutLocators = (question: string): string => {
  const folded = fold(question.normalize('NFC')).toLowerCase()
  let out = ''
  let at = 0
  for (const match of folded.matchAll(LOCATOR)) {
    out += question.slice(at, match.index)
    at = match.index + match[0].length
  }
  return (out + question.slice(at)).replace(/\s+/g, ' ').trim()
}

/** Where in a document all these labels meet: the whole part, from its heading to the next of its rank. */
export const findClause = (
  library: Library,
  card: DocumentCard,
  locators: readonly string[],
): QuotedPlace | undefined => {
  const content = library.content(card.id)
  if (!content) return undefined
  const { headings, text } = content
  for (const [index, heading] of headings.entries()) {
    const above = headingsAbove(headings, heading.start, heading.start + 1)
    const labels = above.map(({ label }) => labelKey(label))
    if (!locators.includes(labelKey(heading.label)) || !locators.every((locator) => labels.includes(locator))) continue
    const next = headings.slice(index + 1).find((other) => other.rank <= heading.rank)
    return { card, start: heading.start, end: next?.start ?? text.length }
  }
  return undefined
}

/** Whether any document here has such a part. */
export const documentsWith = (library: Library, locators: readonly string[], cards: readonly DocumentCard[]) =>
  cards.filter((card) => findClause(library, card, locators) !== undefined)

const labelKey = (label: string | null): string => {
  if (label === null) return ''
  const folded = fold(label)
    .toLowerCase()
    .replace(/[.:)]+$/u, '')
  if (/^\d/.test(folded)) return `khoan ${folded}`
  return /^[ivxlc]+$/.test(folded) ? `muc ${folded}` : folded
}

/** The first whole units of a part, up to `budget` characters, at least one beyond its heading. */
export const headOf = (library: Library, place: QuotedPlace, budget: number): QuotedPlace => {
  const text = library.content(place.card.id)?.text.slice(place.start, place.end) ?? ''
  const units = unitsOf(text)
  const within = units.findLast((unit, index) => unit.end <= budget || index <= 1)
  return { card: place.card, start: place.start, end: place.start + (within?.end ?? text.trimEnd().length) }
}
