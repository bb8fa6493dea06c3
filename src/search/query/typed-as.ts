/** What speaks for a form before its neighbours are asked: how likely it is to come out as what was typed (logarithms). */
import { toneOf } from '../../text/typing/tone.ts'

/** A folded form that a token may be. */
export interface Form {
  readonly folded: string
  /** At most 1. */
  readonly factor: number
  /** Whether a finger slipped if this was meant: it is weighed by `slipBonus`, and once more when all of the question has been. */
  readonly isSlip?: boolean
}

/**
 * How much likelier a form is for having been typed: with a mark of its own, and without one among words that have some. R@1 of six
 * sets typed well / with slips of three makings: .7975 / .7879, .7924, .7910 at 5; .7976 / .7867, .7933, .7913 at 6.
 */
const TYPED_MARK = 6
const TYPED_PLAIN = 4
/** How seldom a finger makes another word of the library: at 6 and 4 .57 and .62 of the slips come back, .27 % and .40 % of what is well is taken for one. */
const SLIPPED = 5
/** By soft edit cost. */
const EACH_COST = 2
/** One finger slips at a time: a letter, or the tone. Of unknown words .94 come back right at 4, .93 at 2, .91 at 0. */
const OTHER_TONE = 3

/** `accented`: the key of what was typed; null where nothing says which marks it has. */
export const typedBonus = (folded: string, accented: string | null): number =>
  accented === null ? 0 : accented === folded ? TYPED_PLAIN : TYPED_MARK

/** How a spelling at that soft edit cost weighs among those of a slip, at most 1. */
export const slipFactor = (cost: number): number => Math.exp(-EACH_COST * cost)

/** Of a form with other letters than those typed; `isKnown`: what was typed is a word of the library as well. */
export const slipBonus = (
  form: string,
  factor: number,
  { folded, accented, isKnown }: { folded: string; accented: string | null; isKnown: boolean },
): number =>
  (isKnown ? typedBonus(folded, accented) - SLIPPED : 0) +
  Math.log(factor) -
  (accented === null || toneOf(form) === toneOf(accented) ? 0 : OTHER_TONE)
