/** BM25 over postings: the best units for weighted terms. Two-stage: short lists first, the long ones only for what they found. */
import { addTerms, type OpenTerms } from './open-terms.ts'
import { createBest, type ScoredUnits } from './best-scores.ts'

interface Stages {
  /** Lists longer than this share of the units are left to the second stage; 1 makes one stage of it. */
  readonly longShare: number
  /**
   * As are those with which the first stage would visit more postings than that, or than there are units: a long question must not take
   * longer and longer.
   */
  readonly mostVisits: number
  /** The rarest lists are always in the first stage. */
  readonly atLeast: number
  /** Up to that many postings in all, or as there are units, everything is one stage: it takes no longer, and it is exact. */
  readonly fewPostings: number
  /** But never less than that. */
  readonly fewest: number
}

/**
 * The first ten of 400 questions against everything in one stage: at 100,000 passages .999 of the documents, at a million .993; the
 * first of all the same each time.
 */
const STAGES: Stages = { longShare: 0.1, mostVisits: 150_000, atLeast: 3, fewPostings: 60_000, fewest: 10_000 }
/** So many times the units that are wanted go to the second stage: the long lists put them in another order. */
const TO_SECOND_STAGE = 3
/** From this share of the units on, reading all sums in order is quicker than following the lists once more. */
const MOST_TOUCHED = 0.3

interface Wanted {
  /** `false` for units that are not to be found. */
  readonly isKept?: ((unit: number) => boolean) | undefined
  readonly stages?: Stages
}

/** The `limit` best units; equal scores in the order of the units. `sums` has a place for each unit, all 0 before and after. */
export const bestUnits = (
  open: OpenTerms,
  limit: number,
  sums: Float32Array,
  { isKept, stages = STAGES }: Wanted = {},
): ScoredUnits => {
  const { units, terms } = open
  const short = shortOf(open, stages)
  let visits = 0
  let hasDense = false
  for (let n = 0; n < short; n++) {
    const { dense, list, value, df } = terms[n]!
    visits += df
    if (dense) {
      hasDense = true
      for (let unit = 0; unit < units; unit++) sums[unit]! += value * dense[unit]!
    } else {
      const { ids, impacts } = list!
      for (let at = 0; at < ids.length; at++) sums[ids[at]!]! += value * impacts[at]!
    }
  }
  const isWhole = short === terms.length
  const best = createBest(isWhole ? limit : TO_SECOND_STAGE * limit)
  // above nothing: one comparison tells both who scores at all and who is among the best
  let bar = Number.MIN_VALUE
  if (hasDense || visits > MOST_TOUCHED * units) {
    for (let unit = 0; unit < units; unit++) {
      const sum = sums[unit]!
      if (sum >= bar && (!isKept || isKept(unit))) bar = best.offer(unit, sum)
    }
    sums.fill(0, 0, units)
  } else
    for (let n = 0; n < short; n++) {
      const { ids } = terms[n]!.list!
      for (let at = 0; at < ids.length; at++) {
        const unit = ids[at]!
        const sum = sums[unit]!
        if (sum === 0) continue
        sums[unit] = 0
        if (sum >= bar && (!isKept || isKept(unit))) bar = best.offer(unit, sum)
      }
    }
  if (isWhole) return best.sorted()
  const found = best.byUnit()
  addTerms(open, short, found.units, found.scores, sums)
  const again = createBest(limit)
  for (let i = 0; i < found.units.length; i++) again.offer(found.units[i]!, found.scores[i]!)
  return again.sorted()
}

/** How many terms the first stage has. */
const shortOf = ({ units, terms }: OpenTerms, stages: Stages): number => {
  const { longShare, mostVisits, atLeast, fewPostings, fewest } = stages
  const most = Math.max(fewest, units)
  let all = 0
  for (const { df } of terms) all += df
  if (all <= Math.min(fewPostings, most)) return terms.length
  let visits = 0
  let short = 0
  for (const { df } of terms) {
    visits += df
    if (short >= atLeast && (df > longShare * units || visits > Math.min(mostVisits, most))) break
    short++
  }
  return short
}

/** The exact scores of some units, ascending; `places` as `addTerms` wants it. */
export const scoreUnits = (open: OpenTerms, units: readonly number[], places: Float32Array): number[] => {
  const sums: number[] = new Array<number>(units.length).fill(0)
  addTerms(open, 0, units, sums, places)
  return sums
}
