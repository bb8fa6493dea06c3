/** Whether what was found may be answered from (answering-study §3). */
import type { Query, Retrieval } from '../../search/retrieval.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { createTokenizer } from '../question/tokenize.ts'
import type { Tokenize } from '../question/tokenize.ts'
import { missingActors } from './actors.ts'
import { foreignShare } from './foreign-share.ts'
import { supportedShare, titledShare } from './held.ts'

/**
 * The bar of answering-study §3 (r < θ·ln(1 + passages) refuses), measured again on this retrieval, whose r is computed otherwise,
 * with what is seen in the texts for and against. A Party handbook refuses .94 of foreign questions and none of its own, a university
 * .04 of its own, a legal portal .01. Libraries of 6 to 20 documents refuse .59-.73 of the questions that belong to other documents
 * of the same kind and .02-.06 of their own. 45 further signs, weighed by regression on libraries left out, add nothing to these.
 */
const THETA = 0.0625
/** What full support by neighbouring words in a passage found adds to r / ln(1 + passages). */
const SUPPORT = 0.01
/** What a title adds that holds all that is asked: its document treats it and does not only mention it. */
const TITLED = 0.01
/**
 * What it adds that the foreign names and the abbreviations of the question stand in the best passage. At .01 to .03 xquad_vi refuses
 * .021-.027 of its own questions instead of .034, mlqa_vi_dev .114-.159 instead of .188, virhe4qa .034-.040 instead of .047, and of the
 * foreign questions asked of a handbook none more. Encyclopaedias, which hold many names, refuse .01-.04 less of each other's at .02.
 */
const FOREIGN = 0.02
/** What it takes away that the words asked for stand nowhere in the library beside each other. */
const STRANGE = 0.03
/** What it takes away that the people or the body asked about stand in nothing found, and once more that they do not in the best. */
const ACTOR = 0.01
/**
 * A library of fewer passages is judged as if it had so many: idf flattens there. Measured on libraries cut down to 11…85 passages:
 * foreign questions refused .85-.96 instead of .17-.91, own ones .00-.07 instead of .00-.02.
 */
const FEWEST = 200
/**
 * Chance matches grow with ln(1 + passages) up to here, and beyond by a third of it. Where 5,000 passages are grown to 100,000, the best
 * match of nine in ten foreign questions rises from .50 to .60 of a perfect one and that of own questions stays: with the whole
 * logarithm .20 of these would be refused instead of .05, with a third of it .07, with none .04 (and .81 of the foreign ones, not .87).
 */
const MANY = 4000
const BEYOND = 1 / 3
/**
 * What an answer that is above the bar must reach to be called one and not the nearest passage: its sureness with so much of the
 * lead that the first passage has before the fifth. Many passages that match alike are a crowd, none of which treats what is asked.
 * Of the answers shown .88 hold what is asked above it, .65 below; without the lead .86 and .66, and a third fewer are below.
 */
const CLEAR = 0.11
const LEAD = 0.05
const LOOKED_AT = 5

export type Strength = 'none' | 'weak' | 'enough'

/** `weak`: to be shown as the nearest passage. */
export const strengthOf = (retrieval: Retrieval, tokenize: Tokenize = createTokenizer()): Strength => {
  const { query, passageCount, passages } = retrieval
  if (passages.length === 0) return 'none'
  const sure = surenessOf(retrieval, tokenize)
  if (sure < THETA) return 'none'
  const isClear = sure + LEAD * leadOf(passages) >= CLEAR
  return isClear && !saysUnknownWord(query, passageCount) ? 'enough' : 'weak'
}

/** How far the first passage is before the fifth, as a share of its score. */
const leadOf = (passages: Retrieval['passages']): number => {
  const last = passages[Math.min(LOOKED_AT, passages.length) - 1]!
  return passages[0]!.score > 0 ? 1 - last.score / passages[0]!.score : 0
}

/** What the bar is held against. */
export const surenessOf = (
  { query, strength, strange, passageCount, passages }: Retrieval,
  tokenize: Tokenize = createTokenizer(),
): number => {
  const found = strength / chanceIn(passageCount)
  const looked = passages.slice(0, LOOKED_AT)
  const titles = looked.map(({ card }) => tokenize(card.meta.title))
  const texts = looked.map(({ text }) => tokenize(text))
  const missing = missingActors(query, () =>
    looked.map(({ passage }, i) => [...titles[i]!, ...tokenize(passage.path.join(' ')), ...texts[i]!]),
  )
  return (
    found +
    SUPPORT *
      supportedShare(
        query,
        texts.map((text, i) => [titles[i]!, text]),
      ) +
    TITLED * titledShare(query, titles) +
    FOREIGN * foreignShare(query, [...titles.slice(0, 1), ...texts.slice(0, 1)]) -
    STRANGE * strange -
    ACTOR * (Number(missing.everywhere) + Number(missing.inFirst))
  )
}

const chanceIn = (passages: number): number => {
  const grown = Math.log(1 + Math.max(FEWEST, passages))
  const many = Math.log(1 + MANY)
  return grown < many ? grown : many + BEYOND * (grown - many)
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
