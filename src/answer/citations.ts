/** Citations: made from places in documents, and checked against the documents before anybody reads them. */
import type { DocumentCard, Library } from '../search/search-index.ts'
import { sectionAt } from '../documents/section-at.ts'
import type { Citation } from './answer.ts'

/** A place that is quoted: offsets into the document's text, end exclusive. */
export interface QuotedPlace {
  readonly card: DocumentCard
  readonly start: number
  readonly end: number
}

/** `undefined` when the library does not hold the document, or not this far. */
export const citationOf = (library: Library, { card, start, end }: QuotedPlace, n: number): Citation | undefined => {
  const content = library.content(card.id)
  if (!content || start < 0 || end > content.text.length || start >= end) return undefined
  const holds = content.passages.findLast((passage) => passage.start <= start) ?? content.passages[0]
  const { meta } = card
  return {
    n,
    documentId: card.id,
    passageId: `${card.id}#${holds?.ordinal ?? 0}`,
    title: meta.title,
    number: meta.number,
    issuer: meta.issuer,
    date: meta.date,
    section: sectionAt(content, start, end).section,
    kind: meta.kind,
    validity: meta.validity,
    url: meta.url,
    quote: content.text.slice(start, end),
  }
}

/** Whether the exact words stand in the document as this reader may see it. */
export const isVerbatim = (library: Library, citation: Citation): boolean => {
  const quote = citation.quote
  return quote.trim() !== '' && (library.content(citation.documentId)?.text.includes(quote) ?? false)
}

/**
 * Whether every number of a sentence of ours stands in what it rests on: the quotes, or what is known about their documents.
 * Dates are written day first by us and year first in the metadata.
 */
export const numbersAreSupported = (sentence: string, citations: readonly Citation[]): boolean => {
  const known = citations.flatMap(({ quote, title, number, date, issuer }) => [
    ...digits(quote),
    ...digits(title),
    ...digits(number ?? ''),
    ...digits(issuer ?? ''),
    ...digits(date ?? ''),
  ])
  const said = sentence.replace(/\[\d+\]/g, '')
  return digits(said).every((number) => known.includes(number))
}

const digits = (text: string): readonly string[] =>
  (text.match(/\d+/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ''))
