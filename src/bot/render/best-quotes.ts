/** Which quotes of an answer are read in the chat: the best one or two, best first; the others stand whole among the sources. */
import type { Answer, Citation } from '../../answer/answer.ts'
import { sourceOf } from '../../answer/source-line.ts'

/** Issue 3, item 3: an answer is "1-3 short sentences". */
const MOST = 2
/** The second quote is shown where its passage was found at least so well, as a share of the score of the first. */
const NEAR = 0.6

type Answered = Extract<Answer, { status: 'answered' }>

export interface BestQuotes {
  readonly text: string
  /** Whether quotes are left out. */
  readonly areMore: boolean
}

/**
 * The core gives quotes in the order of their documents. The search names the best passage of every document with a score:
 * the quotes from there come first, by score; the others keep their order behind them. Numbers stay as they are.
 * Where a sentence of ours stands among the quotes, nothing is moved: it may speak of what follows.
 */
export const bestQuotes = ({ text, citations, hits }: Answered): BestQuotes => {
  const quotes = text
    .trim()
    .split(/(?<=\[\d+\])\n+/)
    .map((entry) => quoteIn(entry, citations))
  if (quotes.length < 2 || quotes.includes(null)) return { text, areMore: false }
  const scores = new Map(hits.map(({ passageId, score }) => [passageId, score]))
  const scoreOf = ({ citation }: Quote): number => scores.get(citation.passageId) ?? -Infinity
  const ranked = (quotes as readonly Quote[]).toSorted((a, b) => scoreOf(b) - scoreOf(a) || a.citation.n - b.citation.n)
  const least = NEAR * scoreOf(ranked[0]!)
  // a search without scores tells nothing apart
  const isNear = (quote: Quote): boolean => least === -Infinity || scoreOf(quote) >= least
  const shown = ranked.length <= MOST ? ranked : ranked.slice(0, MOST).filter((quote, i) => i === 0 || isNear(quote))
  const lines = shown.map(({ words, citation }, i) => {
    const isNamed = shown[i - 1]?.citation.documentId === citation.documentId
    const source = isNamed ? null : sourceOf(citation)
    return source ? `${source} ${words}` : words
  })
  return { text: lines.join('\n'), areMore: shown.length < quotes.length }
}

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
