/** Whether what was found may be answered from (answering-study §3). */
import type { Query, Retrieval } from '../search/retrieval.ts'
import { createTokenizer } from './tokenize.ts'

/**
 * The bar of answering-study §3 (r < θ·ln(1 + passages) refuses), measured again on this retrieval, whose r is computed
 * otherwise: with SUPPORT it refuses .92 of foreign questions in the mean of eleven pairs of library and set at .02 wrong refusals,
 * without it .90.
 */
export const THETA = 0.075
/** What full support by neighbouring words adds to r / ln(1 + passages). */
const SUPPORT = 0.02
/** Below this many passages nothing was measured, and chance matches do not get rarer. */
const FEWEST = 300
/** Between the bar and this multiple of it the quotes are called the nearest passage, not an answer. */
const UNSURE = 1.3
const LOOKED_AT = 5

export type Strength = 'none' | 'weak' | 'enough'

/** Chance matches grow with the library, so the bar grows with the logarithm of its passages. */
export const strengthOf = ({ query, strength, passageCount, passages }: Retrieval): Strength => {
  if (passages.length === 0) return 'none'
  const found = strength / Math.log(1 + Math.max(FEWEST, passageCount))
  const texts = passages.slice(0, LOOKED_AT).map(({ card, text }) => [card.meta.title, text])
  const sure = found + SUPPORT * supportedShare(query, texts)
  if (sure < THETA) return 'none'
  return sure < UNSURE * THETA ? 'weak' : 'enough'
}

const ASKING_WEIGHT = 0.25

/**
 * The best share, over the texts, of the question's content (by idf) that stands there beside the same neighbour as in the
 * question. Where the asker typed marks they must be the same: `quán` is not `quản`.
 */
const supportedShare = (query: Query, texts: readonly (readonly string[])[]): number => {
  const tokenize = createTokenizer()
  const form = query.marked ? 'accented' : 'folded'
  const words = query.syllables
  const said = words.map((word) => (query.marked && word.accented) || word.folded)
  const content = words.map((word) => (word.weight > ASKING_WEIGHT ? word.idf * Math.min(1, word.weight) : 0))
  const total = content.reduce((sum, idf) => sum + idf, 0)
  if (total === 0) return 0
  const shares = texts.map((parts) => {
    const pairs = new Set<string>()
    for (const part of parts) {
      const tokens = tokenize(part)
      for (let i = 1; i < tokens.length; i += 1) pairs.add(`${tokens[i - 1]![form]} ${tokens[i]![form]}`)
    }
    const beside = (i: number): boolean => i > 0 && i < said.length && pairs.has(`${said[i - 1]} ${said[i]}`)
    return content.reduce((sum, idf, i) => sum + (beside(i) || beside(i + 1) ? idf : 0), 0) / total
  })
  return Math.max(0, ...shares)
}
