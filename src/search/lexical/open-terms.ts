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

/** Of a list up to so many times as long as the units, every entry is looked at; in a longer one each unit is looked for. */
const READ_WHOLE = 16

/**
 * Adds the terms from number `first` on to the sums of some units: `units` ascending, `sums` beside them. `places` has a number for each unit
 * there is, all 0 before and after.
 */
export const addTerms = (
  { units: ofUnits, terms }: OpenTerms,
  first: number,
  units: readonly number[],
  sums: number[],
  places: Float32Array,
): void => {
  for (let i = 0; i < units.length; i++) places[units[i]!] = i + 1
  for (let n = first; n < terms.length; n++) {
    const { dense, list, value, df } = terms[n]!
    if (dense) for (let i = 0; i < units.length; i++) sums[i]! += value * dense[units[i]!]!
    else if (df > READ_WHOLE * units.length) addImpacts(list!, ofUnits, value, units, sums)
    else {
      const { ids, impacts } = list!
      for (let at = 0; at < ids.length; at++) {
        const place = places[ids[at]!]!
        if (place > 0) sums[place - 1]! += value * impacts[at]!
      }
    }
  }
  for (let i = 0; i < units.length; i++) places[units[i]!] = 0
}
