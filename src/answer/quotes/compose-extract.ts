/** An answer in the very words of the documents: quotes with markers, and as few words of ours as honesty needs. */
import type { Library } from '../../search/search-index.ts'
import type { Citation } from '../answer.ts'
import { citationOf } from '../citations.ts'
import type { QuotedPlace } from '../citations.ts'
import { shownQuote } from './quotes.ts'
import { sourceOf } from '../source-line.ts'

export interface Draft {
  readonly text: string
  readonly citations: readonly Citation[]
  /** Numbers in the text that were counted in the document, not read in it. */
  readonly counted?: readonly number[]
  /** Whether it gives whole places, asked for by their names. */
  readonly whole?: true
}

/** `lead` is a sentence of ours that stands before the first quote. No citations: nothing could be quoted. */
export const composeExtract = (library: Library, places: readonly QuotedPlace[], lead: string | null): Draft => {
  const citations: Citation[] = []
  for (const place of places) {
    const citation = citationOf(library, place, citations.length + 1)
    if (citation) citations.push(citation)
  }
  return { text: withQuotes(citations, lead), citations }
}

/** The quotes under one line per document that says whose words they are, where the document has a name worth saying. */
export const withQuotes = (citations: readonly Citation[], lead: string | null): string => {
  const lines: string[] = []
  citations.forEach((citation, index) => {
    const isFirst = citation.documentId !== citations[index - 1]?.documentId
    const source = [index === 0 ? lead : null, isFirst ? sourceOf(citation) : null].filter(Boolean).join(' ')
    const quote = `${marked(shownQuote(citation.quote))} [${citation.n}]`
    lines.push(source ? `${source} ${quote}` : quote)
  })
  return lines.join('\n')
}

/** Quotation marks that differ from those inside. */
export const marked = (quote: string): string => (/[“”]/.test(quote) ? `"${quote}"` : `“${quote}”`)
