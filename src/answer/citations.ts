/** Citations: made from places in documents, and checked against the documents before anybody reads them. */
import { arabic } from '../text/numbers/numerals.ts'
import type { DocumentCard, Library } from '../search/search-index.ts'
import { sectionAt } from '../documents/structure/section-at.ts'
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

/**
 * The answer again, if it may be shown: every quote stands character for character in its document as this reader sees it,
 * and every number in the sentences of ours stands in what they rest on or was counted there. `null` otherwise: an answer that lost a source is no answer.
 */
export const verify = (
  {
    text,
    citations,
    counted = [],
  }: { readonly text: string; readonly citations: readonly Citation[]; readonly counted?: readonly number[] },
  library: Library,
): { readonly text: string; readonly citations: readonly [Citation, ...Citation[]] } | null => {
  const [first, ...others] = citations
  if (!first || !citations.every((citation) => isVerbatim(library, citation))) return null
  return numbersAreSupported(text, citations, counted, library) ? { text, citations: [first, ...others] } : null
}

const isVerbatim = (library: Library, { documentId, quote }: Citation): boolean =>
  quote.trim() !== '' && (library.content(documentId)?.text.includes(quote) ?? false)

/** Markers aside. Dates are written day first by us and year first in the metadata, so numbers are compared one by one. */
const numbersAreSupported = (
  text: string,
  citations: readonly Citation[],
  counted: readonly number[],
  library: Library,
): boolean => {
  const said = digits(text.replace(/\[\d+\]/g, ''))
  if (said.length === 0) return true
  const known = new Set([
    ...counted.map(String),
    ...citations.flatMap(({ documentId, quote, title, number, date, issuer, section, path }) => [
      ...validityOf(library.card(documentId)).flatMap((part) => digits(part ?? '')),
      ...[quote, title, number, date, issuer, section, path].flatMap((part) => digits(part ?? '')),
      ...[...`${section ?? ''}\n${quote}`.matchAll(/(?:chương|phần)\s+([IVXLC]+)(?!\p{L})/giu)].map(
        (match) => `${arabic(match[1]!)}`,
      ),
    ]),
  ])
  return said.every((number) => known.has(number))
}

/** What is known of a document's validity, be it that a person has set it. */
const validityOf = (card: DocumentCard | undefined): readonly (string | null)[] => {
  if (!card) return []
  const { validFrom, validTo, replaces, amends, replacedBy, amendedBy } = card.meta
  return [validFrom, validTo, ...replaces, ...amends, ...replacedBy, ...amendedBy]
}

const digits = (text: string): readonly string[] =>
  (text.match(/\d+/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, ''))
