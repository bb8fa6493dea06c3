/** Whether what was found may be answered from, and when the asker must be asked back (answering-study §3 and §4). */
import type { Retrieval } from '../search/retrieval.ts'

/** answering-study §3: refuses .918 of foreign questions at .009 wrong refusals on the Party handbook. */
export const THETA = 0.07
/** Between θ and this multiple of it the quotes are called the nearest passage, not an answer. */
const UNSURE = 1.3

export type Strength = 'none' | 'weak' | 'enough'

/** Chance matches grow with the library, so the bar grows with the logarithm of its passages. */
export const strengthOf = ({ strength, passageCount, passages }: Retrieval, theta = THETA): Strength => {
  const bar = theta * Math.log(1 + passageCount)
  if (passages.length === 0 || strength < bar) return 'none'
  return strength < UNSURE * bar ? 'weak' : 'enough'
}
