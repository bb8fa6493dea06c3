/** Places that a question names: "Điều 5 khoản 2 Điều lệ Đảng nói gì?" is answered from that very clause. */
import { headingsAbove } from '../../documents/structure/section-at.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import type { Heading } from '../../documents/document.ts'
import { unitsOf } from '../../text/units/sentences.ts'
import { fold } from '../../text/vietnamese.ts'
import type { QuotedPlace } from '../citations.ts'

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

/** Where in a document all these labels meet: whole parts, from the heading to the next of its rank. */
export const findClauses = (
  library: Library,
  card: DocumentCard,
  locators: readonly string[],
): readonly QuotedPlace[] => {
  const content = library.content(card.id)
  if (!content) return []
  const { headings, text } = content
  return headings.flatMap((heading, index) => {
    if (!locators.some((locator) => labelKeys(heading).includes(locator))) return []
    const above = headingsAbove(headings, heading.start, heading.start + 1)
    const labels = above.flatMap(labelKeys)
    if (!locators.every((locator) => labels.includes(locator))) return []
    const next = headings.slice(index + 1).find((other) => other.rank <= heading.rank)
    return [{ card, start: heading.start, end: next?.start ?? text.length }]
  })
}

/** The documents that have such a part. */
export const documentsWith = (library: Library, locators: readonly string[], cards: readonly DocumentCard[]) =>
  cards.filter((card) => findClauses(library, card, locators).length > 0)

/** What a heading may be asked for by; "8. Điều 8: Xóa tên" explains an article of another document and goes by it too. */
const labelKeys = ({ label, title }: Heading): readonly string[] => {
  const explained = LOCATOR_FIRST.exec(fold(title).toLowerCase())
  return [labelKey(label), ...(explained ? [`${explained[1]} ${explained[2]}`] : [])]
}
const LOCATOR_FIRST = /^(dieu|khoan|muc)\s+(\d{1,3})\s*[.:]/u

/** A label as a question names it: `dieu 5`, `khoan 2`, `muc ii`; empty for none. */
export const labelKey = (label: string | null): string => {
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
