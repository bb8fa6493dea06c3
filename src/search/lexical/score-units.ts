/** BM25 over postings: the best units for weighted terms. Two-stage: short lists first, the long ones only for what they found. */
import { addImpacts, frequency, IMPACT_ONE, inverseFrequency, type Postings } from './postings.ts'
import type { WeightedTerm } from '../query/query-terms.ts'

export interface ScoredUnits {
  /** Best first. */
  readonly units: readonly number[]
  readonly scores: readonly number[]
}

interface Stages {
  /** Lists longer than this share of the units are left to the second stage; 1 makes one stage of it. */
  readonly longShare: number
  /** The rarest lists are always in the first stage. */
  readonly atLeast: number
  /** Up to that many postings in all, everything is one stage: it takes no longer, and it is exact. */
  readonly fewPostings: number
}

/** retrieval-study §6: 99.9 % of the exact top ten at a third of the time. */
const STAGES: Stages = { longShare: 0.1, atLeast: 3, fewPostings: 150_000 }
/** From this share of the units on, reading all sums in order is quicker than following the lists once more. */
const MOST_TOUCHED = 0.3

interface Wanted {
  /** `false` for units that are not to be found. */
  readonly isKept?: ((unit: number) => boolean) | undefined
  readonly stages?: Stages
}

/** The `limit` best units; equal scores in the order of the units. `sums` has a place for each unit, all 0 before and after. */
export const bestUnits = (
  postings: Postings,
  terms: readonly WeightedTerm[],
  limit: number,
  sums: Float32Array,
  { isKept, stages = STAGES }: Wanted = {},
): ScoredUnits => {
  const lists = terms
    .map(({ term, weight }) => {
      const df = frequency(postings, term)
      return { term, df, value: (weight * inverseFrequency(postings.units, df)) / IMPACT_ONE }
    })
    .filter(({ df }) => df > 0)
    .sort((a, b) => a.df - b.df || a.term - b.term)
  const inAll = lists.reduce((sum, { df }) => sum + df, 0)
  const longer = inAll <= stages.fewPostings ? Infinity : stages.longShare * postings.units
  const firstLong = lists.findIndex(({ df }, i) => i >= stages.atLeast && df > longer)
  const short = firstLong < 0 ? lists : lists.slice(0, firstLong)
  const long = firstLong < 0 ? [] : lists.slice(firstLong)

  const read = short.map(({ term }) => postings.list(term))
  for (const [i, { ids, impacts }] of read.entries()) {
    const { value } = short[i]!
    for (let at = 0; at < ids.length; at++) {
      const unit = ids[at]!
      sums[unit] = sums[unit]! + value * impacts[at]!
    }
  }
  const heap = createTop(limit)
  let bar = 0
  const offer = (unit: number, sum: number): void => {
    if (!isKept || isKept(unit)) bar = heap.offer(unit, sum)
  }
  const visits = short.reduce((sum, { df }) => sum + df, 0)
  if (visits > MOST_TOUCHED * postings.units) {
    for (let unit = 0; unit < postings.units; unit++) {
      const sum = sums[unit]!
      if (sum > 0 && sum >= bar) offer(unit, sum)
    }
    sums.fill(0, 0, postings.units)
  } else
    for (const { ids } of read) {
      for (let at = 0; at < ids.length; at++) {
        const unit = ids[at]!
        const sum = sums[unit]!
        if (sum === 0) continue
        sums[unit] = 0
        if (sum >= bar) offer(unit, sum)
      }
    }
  const found = heap.sorted()
  if (long.length === 0) return found
  const place = [...found.units.keys()].sort((a, b) => found.units[a]! - found.units[b]!)
  const units = Int32Array.from(place, (i) => found.units[i]!)
  const exact = Float64Array.from(place, (i) => found.scores[i]!)
  for (const { term, value } of long) addImpacts(postings, term, value, 1, units, exact)
  const order = [...exact.keys()].sort((a, b) => exact[b]! - exact[a]! || a - b)
  return { units: order.map((i) => units[i]!), scores: order.map((i) => exact[i]!) }
}

/** The exact scores of some units, ascending, for these terms. */
export const scoreUnits = (postings: Postings, terms: readonly WeightedTerm[], units: Int32Array): Float64Array => {
  const sums = new Float64Array(units.length)
  for (const { term, weight } of terms) {
    const df = frequency(postings, term)
    if (df > 0) addImpacts(postings, term, weight * inverseFrequency(postings.units, df), IMPACT_ONE, units, sums)
  }
  return sums
}

/** A heap of the best `limit` (unit, score) pairs: the worst kept one on top. */
const createTop = (limit: number) => {
  const units = new Int32Array(limit)
  const scores = new Float64Array(limit)
  let size = 0
  const worse = (a: number, b: number): boolean =>
    scores[a]! < scores[b]! || (scores[a]! === scores[b]! && units[a]! > units[b]!)
  const swap = (a: number, b: number): void => {
    const [unit, score] = [units[a]!, scores[a]!]
    units[a] = units[b]!
    scores[a] = scores[b]!
    units[b] = unit
    scores[b] = score
  }
  const sink = (from: number): void => {
    for (let at = from; ;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < size && worse(child, least)) least = child
      if (least === at) return
      swap(at, least)
      at = least
    }
  }
  return {
    /** Returns the score below which nothing will be kept any more. */
    offer: (unit: number, score: number): number => {
      if (size < limit) {
        units[size] = unit
        scores[size] = score
        for (let at = size++; at > 0;) {
          const parent = (at - 1) >> 1
          if (!worse(at, parent)) break
          swap(at, parent)
          at = parent
        }
      } else if (score > scores[0]! || (score === scores[0] && unit < units[0]!)) {
        units[0] = unit
        scores[0] = score
        sink(0)
      }
      return size < limit ? 0 : scores[0]!
    },
    sorted: (): ScoredUnits => {
      const order = [...units.subarray(0, size).keys()].sort((a, b) => scores[b]! - scores[a]! || units[a]! - units[b]!)
      return { units: order.map((i) => units[i]!), scores: order.map((i) => scores[i]!) }
    },
  }
}
