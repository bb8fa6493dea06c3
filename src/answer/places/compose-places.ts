/** Whole places as an answer: under each document's name and the way to the place, its own words from beginning to end. */
import { shownHeading } from '../../documents/structure/section-at.ts'
import type { Heading } from '../../documents/document.ts'
import type { Library } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { shortened } from '../../text/shortened.ts'
import type { Citation } from '../answer.ts'
import { citationOf } from '../citations.ts'
import { nameOf } from '../document-names.ts'
import { marked, type Draft } from '../quotes/compose-extract.ts'
import { shownQuote } from '../quotes/quotes.ts'
import { dayFirst } from '../source-line.ts'
import type { FoundPlace } from './find-places.ts'

/** Places beside each other under the same heading stand under one line. No citations: nothing could be quoted. */
export const composePlaces = (library: Library, places: readonly FoundPlace[]): Draft => {
  const cited = places.flatMap((place) => {
    const citation = citationOf(library, place, 1)
    return citation ? [{ place, above: wayOf(place.headings.slice(0, -1)), citation }] : []
  })
  const citations = cited.map(({ citation, place }, i): Citation => ({ ...citation, n: i + 1, path: wayTo(place) }))
  const lines = cited.map(({ place, above, citation }, i) => {
    const isUnder = (other: (typeof cited)[number] | undefined): boolean =>
      other?.above === above && other.place.card === place.card
    const quote = `${marked(shownQuote(citation.quote))} [${i + 1}]`
    if (isUnder(cited[i - 1])) return quote
    const way = isUnder(cited[i + 1]) ? above : wayTo(place)
    const isNamed = cited[i - 1]?.place.card === place.card
    return `${isNamed ? `${way}:` : answerMessages.atPlace(datedName(citation), way)}\n${quote}`
  })
  return { text: lines.join('\n'), citations, whole: true }
}

const datedName = (citation: Citation): string =>
  nameOf(citation) + (citation.date ? ` ngày ${dayFirst(citation.date)}` : '')

/** `Chương II. Đảng viên › Điều 5 › khoản 2`: what stands above with its title, the place itself by its label. */
export const wayTo = ({ headings }: Pick<FoundPlace, 'headings'>): string =>
  [wayOf(headings.slice(0, -1)), ...headings.slice(-1).map(labelOf)].filter(Boolean).join(' › ')

const wayOf = (headings: readonly Heading[]): string =>
  headings.map((heading) => (heading.title === '' ? labelOf(heading) : titled(heading))).join(' › ')

const TITLE = 70
const titled = (heading: Heading): string => shortened(shownHeading(heading), TITLE).replace(/["“”]/g, '')

/** A bare numeral says nothing on its own. */
export const labelOf = (heading: Heading): string => {
  const { label } = heading
  if (label === null) return titled(heading)
  return /^[IVXLC]+$/.test(label) ? `Phần ${label}` : /^(?:[A-HĐ]|\d[\d.]*)$/.test(label) ? `mục ${label}` : label
}
