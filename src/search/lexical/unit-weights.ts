/** How words of documents and of passages count: BM25F of retrieval-study §7; titleB is that of its §0, row 2. */
import type { Weights } from './invert.ts'

export const PASSAGE_WEIGHTS: Weights = { k1: 1, b: 0.5, titleWeight: 1, titleB: 0.6 }

const SHORT = 200
const LEAST_K1 = 0.5

/**
 * `meanBody`: mean length of the library's documents in syllables. Where documents are long, how often a word stands in one says
 * little: what counts is whether it does. k1 falls from 1 at 200 syllables by half for every tenfold: two sets of long documents
 * gain R@1 / nDCG .006 / .003 and .009 / .003, those of short ones stay as they are (.7 for all of them costs up to .008).
 * The title counts three times (twice in the study): with pairs weighed by what they say R@1 / nDCG +.001 / +.000 on half A,
 * +.001 / +.001 on half B, most for articles of laws (+.006 / +.004).
 */
export const documentWeights = (meanBody: number): Weights => ({
  k1: Math.min(1, Math.max(LEAST_K1, 1 - 0.5 * Math.log10(meanBody / SHORT))),
  b: 0.7,
  titleWeight: 3,
  titleB: 0.6,
})
