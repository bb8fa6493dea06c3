/** What a slip may have been, once all of the question has been weighed. */
import type { Form } from './typed-as.ts'

/** Less is not worth a second word: of well-typed questions fewer find their document (R@1 −.0005 at .1), of those with slips no more. */
const LEAST_SHARE = 0.3
/** What was typed may be meant all the same: .3 and .2 do equally well, .5 and .7 lose .001 of R@1 with slips. */
const LEAST_TYPED = 0.2
/** One that the library does not have costs nothing but its worth. */
const LEAST_UNKNOWN = 0.3
/** Of an unknown word the others are near the best, or left out. */
const NEAR_BEST = 0.3

/** What is typed as a syllable of the language is one that a small library lacks as often as a slip: “hôm nay” is no meeting (họp). */
const TYPED_SYLLABLE = 0.5

/** `shares`: of each form, in their order; `isSyllable`: whether what was typed is one of the language. A known word stays beside what it may be a slip for, each by its share. */
export const settledForms = (
  forms: readonly Form[],
  shares: readonly number[],
  isSyllable: boolean,
): readonly Form[] => {
  if (!forms.some(({ isSlip }) => isSlip)) return forms
  const [typed, ...slips] = forms.map((form, i) => ({ ...form, share: shares[i]! }))
  const best = Math.max(...slips.map(({ share }) => share))
  if (typed!.factor < 1) {
    // nothing else is known of it: the best is taken for right
    const near = slips.filter(({ share }) => share >= NEAR_BEST * best)
    const most = isSyllable ? TYPED_SYLLABLE : 1
    return [
      { folded: typed!.folded, factor: LEAST_UNKNOWN },
      ...near.map(({ folded, share }) => ({ folded, factor: best > 0 ? (most * share) / best : most, isSlip: true })),
    ]
  }
  const likely = slips.filter(({ share }) => share >= LEAST_SHARE)
  return [
    { folded: typed!.folded, factor: likely.length > 0 ? Math.max(LEAST_TYPED, typed!.share) : 1 },
    ...likely.map(({ folded, share }) => ({ folded, factor: share, isSlip: true })),
  ]
}
