/** Slips of the finger and of the ear: which other syllables of the library a typed one may stand for. */
import { foldedId, pairTerm, type LexicalIndex } from '../lexical/lexical-index.ts'
import { isAskingPair } from '../../text/typing/question-words.ts'
import { frequency } from '../lexical/postings.ts'
import { nearWords } from './near-words.ts'
import { slipFactor, type Form } from './typed-as.ts'

/** How often the pairs of asking phrases count as standing in the library, which itself hardly asks. */
const ASKED = 10

/** Of an unknown word so many are weighed with the rest of the question: of five no more come back right than of three. */
const MOST = 3

/**
 * Other forms for the syllable between `left` and `right` (folded; null at the ends), best first; empty where it is well.
 * retrieval-study §7, step 3: an unknown syllable gets the best candidates; a known one is only joined by a candidate (×.6) when it
 * makes no known pair with its neighbours and the candidate does (by its marks it is told before: known-slips.ts).
 */
export const repairTyping = (
  index: LexicalIndex,
  syllable: string,
  left: string | null,
  right: string | null,
): readonly Form[] => {
  if (!/^[a-z]{2,9}$/.test(syllable)) return []
  const leftId = left === null ? -1 : foldedId(index, left)
  const rightId = right === null ? -1 : foldedId(index, right)
  const pairs = (id: number, folded: string): [number, number] => [
    Math.max(
      frequency(index.byPassage, pairTerm(index, leftId, id)),
      left !== null && isAskingPair(left, folded) ? ASKED : 0,
    ),
    Math.max(
      frequency(index.byPassage, pairTerm(index, id, rightId)),
      right !== null && isAskingPair(folded, right) ? ASKED : 0,
    ),
  ]
  const own = foldedId(index, syllable)
  const known = frequency(index.byPassage, own) > 0
  if (known) {
    const [before, after] = pairs(own, syllable)
    if (before + after > 0) return []
  }
  const ranked = nearWords(index, syllable)
    .map((candidate) => {
      const [before, after] = pairs(candidate.id, candidate.folded)
      const df = frequency(index.byPassage, candidate.id)
      const score = Math.log(1 + before) + Math.log(1 + after) + 0.15 * Math.log(1 + df) - 1.5 * candidate.cost
      return { ...candidate, before, after, score }
    })
    .sort((a, b) => b.score - a.score)
  const best = ranked[0]
  if (!best) return []
  if (known) {
    const convincing = (best.before > 0 && best.after > 0) || best.before >= 3 || best.after >= 3
    return convincing ? [{ folded: best.folded, factor: 0.6 }] : []
  }
  return ranked.slice(0, MOST).map(({ folded, cost }) => ({ folded, factor: slipFactor(cost), isSlip: true }))
}
