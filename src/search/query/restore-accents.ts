/** Gives a question typed without diacritics its marks back, as the library's own texts have them. */
import { accentedId, foldedId, type LexicalIndex } from '../lexical/lexical-index.ts'
import { pairValue } from '../lexical/pair-table.ts'

// retrieval-study §7, step 4
const FORMS_TRIED = 8
const pairCount = (index: LexicalIndex, left: number, right: number): number =>
  left < 0 || right < 0 ? 0 : Math.max(0, pairValue(index.accentedPairs, left, right))

/**
 * The most likely accented form of each folded syllable, by Viterbi over the counts of accented forms and of their pairs;
 * null where the library has no form. A syllable already known (`known[i]` not null) stays as it is.
 */
export const restoreAccents = (
  index: LexicalIndex,
  folded: readonly string[],
  known: readonly (string | null)[] = [],
): (string | null)[] => {
  const { forms, formsFrom } = index.lookup
  const choices = folded.map((syllable, i): number[] => {
    const given = known[i] ?? null
    if (given !== null) return [accentedId(index, given)]
    const id = foldedId(index, syllable)
    return id < 0
      ? [-1]
      : Array.from(forms.subarray(formsFrom[id], Math.min(formsFrom[id]! + FORMS_TRIED, formsFrom[id + 1]!)))
  })
  let best: number[] = []
  const back: number[][] = []
  for (const [i, forms] of choices.entries()) {
    const from: number[] = []
    const scores = forms.map((form, f) => {
      const own = form < 0 ? 0 : 0.5 * Math.log(1 + index.accentedCount[form]!)
      if (i === 0) return own
      let top = -Infinity
      for (const [p, previous] of choices[i - 1]!.entries()) {
        const score = best[p]! + 1.5 * Math.log(1 + pairCount(index, previous, form))
        if (score > top) [top, from[f]] = [score, p]
      }
      return own + top
    })
    back.push(from)
    best = scores
  }
  const restored: (string | null)[] = folded.map(() => null)
  let place = best.indexOf(Math.max(...best))
  for (let i = folded.length - 1; i >= 0; i--) {
    const form = choices[i]![place]!
    restored[i] = form < 0 ? (known[i] ?? null) : index.accented[form]!
    place = back[i]![place] ?? 0
  }
  return restored
}
