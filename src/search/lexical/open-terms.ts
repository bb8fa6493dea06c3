/** The terms of a question with their postings at hand: each is looked for once, however often it is asked. */
import type { WeightedTerm } from '../query/query-terms.ts'
import { addImpacts, frequency, IMPACT_ONE, inverseFrequency, type PostingList, type Postings } from './postings.ts'

export interface OpenTerm {
  readonly df: number
  /** What one step of impact is worth: weight · idf / `IMPACT_ONE`. */
  readonly value: number
  /** One of the two: by unit where it is common and stored so, else as a list. */
  readonly dense: Uint8Array | null
  readonly list: PostingList | null
}

export interface OpenTerms {
  readonly units: number
  /** Those that stand somewhere, the rarest first. */
  readonly terms: readonly OpenTerm[]
}

export const openTerms = (postings: Postings, weighted: readonly WeightedTerm[]): OpenTerms => {
  const known = weighted.filter(({ term }) => frequency(postings, term) > 0)
  known.sort((a, b) => frequency(postings, a.term) - frequency(postings, b.term) || a.term - b.term)
  return {
    units: postings.units,
    terms: known.map(({ term, weight }) => {
      const df = frequency(postings, term)
      const dense = postings.dense?.(term) ?? null
      return {
        df,
        value: (weight * inverseFrequency(postings.units, df)) / IMPACT_ONE,
        dense,
        list: dense ? null : postings.list(term),
      }
    }),
  }
}

/** Adds the terms from number `first` on to the sums of some units: `units` ascending, `sums` beside them. */
export const addTerms = (
  { units: ofUnits, terms }: OpenTerms,
  first: number,
  units: ArrayLike<number>,
  sums: Float64Array | number[],
): void => {
  for (let n = first; n < terms.length; n++) {
    const { dense, list, value } = terms[n]!
    if (dense) for (let i = 0; i < units.length; i++) sums[i]! += value * dense[units[i]!]!
    else addImpacts(list!, ofUnits, value, units, sums)
  }
}
