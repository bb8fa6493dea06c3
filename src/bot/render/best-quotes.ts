/** Which quotes of an answer are read in the chat: the best one or two, best first; the others stand whole among the sources. */
import type { Answer, Citation } from '../../answer/answer.ts'
import { sourceOf } from '../../answer/source-line.ts'
import { closenessTo } from './closeness.ts'

/** Issue 3, item 3: an answer is "1-3 short sentences". */
const MOST = 2
/** The second quote is shown where it is at least so good, as a share of the first. */
const NEAR = 0.6

type Answered = Extract<Answer, { status: 'answered' }>

export interface BestQuotes {
  readonly text: string
  /** Whether quotes are left out. */
  readonly areMore: boolean
}

/** What the search says of a passage against what the words say; more, and a long passage about everything comes first. */
const OF_SEARCH = 0.2

/**
 * The core gives quotes in the order of their documents. Here the one that is nearest to the question comes first: by its words,
 * and by the score with which the search found the passage that it stands in (it names the best of every document). Quotes that
 * are equally near keep their order. Numbers stay as they are.
 * Where a sentence of ours stands among the quotes, nothing is moved: it may speak of what follows.
 */
export const bestQuotes = ({ text, citations, hits, standalone }: Answered): BestQuotes => {
  const quotes = text
    .trim()
    .split(/(?<=\[\d+\])\n+/)
    .map((entry) => quoteIn(entry, citations))
  if (quotes.length < 2 || quotes.includes(null)) return { text, areMore: false }
  const scores = new Map(hits.map(({ passageId, score }) => [passageId, score]))
  const most = Math.max(...scores.values(), Number.MIN_VALUE)
  const closeness = closenessTo(standalone)
  const worthOf = ({ citation }: Quote): number =>
    closeness(wordsOf(citation)) + (OF_SEARCH * Math.max(0, scores.get(citation.passageId) ?? 0)) / most
  const ranked = (quotes as readonly Quote[])
    .map((quote) => ({ ...quote, worth: worthOf(quote) }))
    .toSorted((a, b) => b.worth - a.worth || a.citation.n - b.citation.n)
  const least = ranked.length <= MOST ? 0 : NEAR * ranked[0]!.worth
  const shown = ranked.slice(0, MOST).filter(({ worth }) => worth >= least)
  const lines = shown.map(({ words, citation }, i) => {
    const isNamed = shown[i - 1]?.citation.documentId === citation.documentId
    const source = isNamed ? null : sourceOf(citation)
    return source ? `${source} ${words}` : words
  })
  return { text: lines.join('\n'), areMore: shown.length < quotes.length }
}

/** What staff answered stands under the question that it answers. */
const wordsOf = ({ kind, title, quote }: Citation): string => (kind === 'staff_answer' ? `${title}\n${quote}` : quote)

interface Quote {
  readonly citation: Citation
  /** With its marks and its number. */
  readonly words: string
}

/** Null for what is no quote under the name of its source and nothing else. */
const quoteIn = (entry: string, citations: readonly Citation[]): Quote | null => {
  const n = Number(/\[(\d+)\]$/.exec(entry)?.[1])
  const citation = citations.find((one) => one.n === n)
  if (!citation) return null
  const source = sourceOf(citation)
  const words = source !== null && entry.startsWith(`${source} `) ? entry.slice(source.length + 1) : entry
  return /^[“"].*[”"] \[\d+\]$/su.test(words) ? { citation, words } : null
}
