/** Whether what was found may be answered from (answering-study §3). */
import type { Query, Retrieval } from '../../search/retrieval.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { createTokenizer } from '../question/tokenize.ts'
import type { Tokenize } from '../question/tokenize.ts'
import { pairsIn, saidIn } from './neighbours.ts'

/**
 * The bar of answering-study §3 (r < θ·ln(1 + passages) refuses), measured again on this retrieval, whose r is computed otherwise,
 * with what neighbouring words tell for and against. A Party handbook refuses .94 of foreign questions and none of its own, a
 * university .04 of its own, a legal portal .01. Libraries of 6 to 20 documents refuse .52-.75 of the questions that belong to other
 * documents of the same kind (.44-.69 without STRANGE) and .00-.06 of their own (.00-.03).
 */
const THETA = 0.062
/** What full support by neighbouring words in a passage found adds to r / ln(1 + passages). */
const SUPPORT = 0.01
/** What it takes away that the words asked for stand nowhere in the library beside each other. */
const STRANGE = 0.03
/**
 * A library of fewer passages is judged as if it had so many: idf flattens there. Measured on libraries cut down to 11…85 passages:
 * foreign questions refused .85-.96 instead of .17-.91, own ones .00-.07 instead of .00-.02.
 */
const FEWEST = 200
/** Between the bar and this multiple of it the quotes are called the nearest passage: .76 of them hold the answer, .85 above. */
const UNSURE = 1.35
const LOOKED_AT = 5

export type Strength = 'none' | 'weak' | 'enough'

/** Chance matches grow with the library, so the bar grows with the logarithm of its passages. */
export const strengthOf = (
  { query, strength, strange, passageCount, passages }: Retrieval,
  tokenize: Tokenize = createTokenizer(),
): Strength => {
  if (passages.length === 0) return 'none'
  const found = strength / Math.log(1 + Math.max(FEWEST, passageCount))
  const texts = passages.slice(0, LOOKED_AT).map(({ card, text }) => [card.meta.title, text])
  const sure = found + SUPPORT * supportedShare(query, texts, tokenize) - STRANGE * strange
  if (sure < THETA) return 'none'
  return sure < UNSURE * THETA || saysUnknownWord(query, passageCount) ? 'weak' : 'enough'
}

/** A content word that stands nowhere in the library: what is quoted leaves out something that was asked. */
const saysUnknownWord = ({ syllables }: Query, passageCount: number): boolean =>
  syllables.some(
    ({ weight, idf, folded, accented }) =>
      weight >= 1 && idf >= Math.log(1 + passageCount) && !isFunctionWord(folded, accented) && !COURTEOUS.has(folded),
  )
// what people say around a question
const COURTEOUS = new Set([
  'noi',
  'ke',
  'ten',
  'neu',
  'giup',
  'toi',
  'voi',
  'nhe',
  'truoc',
  'day',
  'xin',
  'cam',
  'on',
  'vay',
  'thi',
])

const ASKING_WEIGHT = 0.25

/**
 * The best share, over the texts, of the question's content (by idf) that stands there beside the same neighbour as in the
 * question. Where the asker typed marks they must be the same: `quán` is not `quản`.
 */
const supportedShare = (query: Query, texts: readonly (readonly string[])[], tokenize: Tokenize): number => {
  const said = saidIn(query)
  const content = query.syllables.map((word) => (word.weight > ASKING_WEIGHT ? word.idf * Math.min(1, word.weight) : 0))
  const total = content.reduce((sum, idf) => sum + idf, 0)
  if (total === 0) return 0
  const shares = texts.map((parts) => {
    const pairs = pairsIn(parts.map(tokenize), query)
    const beside = (i: number): boolean => i > 0 && i < said.length && pairs.has(`${said[i - 1]} ${said[i]}`)
    return content.reduce((sum, idf, i) => sum + (beside(i) || beside(i + 1) ? idf : 0), 0) / total
  })
  return Math.max(0, ...shares)
}
