/** Postings in typed arrays: for each term the units (documents or passages) that hold it, with the BM25F impact baked in. */

export interface Postings {
  /** Number of units. */
  readonly units: number
  /** Where each term's postings start; one more than there are terms. */
  readonly offsets: Uint32Array
  /** The postings of a term, from memory or from the disk. */
  list(term: number): PostingList
  /**
   * The impact of a term in every unit, 0 where it does not stand: of a common term, where the postings stay on the disk. It is looked
   * up in one step, and from a fifth of the units on takes less room than a list.
   */
  dense?(term: number): Uint8Array | null
}

export interface PostingList {
  /** Units, ascending. */
  readonly ids: Uint32Array
  /** 127 = 1.0; the impact of a term saturates at 1 + k1, which is at most 2. 8 bits lose nothing (retrieval-study §6). */
  readonly impacts: Uint8Array
}

/** The lists of all terms, one after the other. */
export interface WholePostings extends Postings, PostingList {}

/** All that a thread can hand over; `wholePostings` makes postings of it. */
export type PlainPostings = Omit<WholePostings, 'list'>

export const wholePostings = ({ units, offsets, ids, impacts }: PlainPostings): WholePostings => ({
  units,
  offsets,
  ids,
  impacts,
  list: (term) => {
    const [from, to] = [offsets[term]!, offsets[term + 1]!]
    return { ids: ids.subarray(from, to), impacts: impacts.subarray(from, to) }
  },
})

export const IMPACT_ONE = 127

/** In how many units the term stands. */
export const frequency = (postings: Postings, term: number): number =>
  term < 0 ? 0 : postings.offsets[term + 1]! - postings.offsets[term]!

/** ln(1 + (N − df + .5) / (df + .5)): never negative. */
export const inverseFrequency = (units: number, df: number): number => Math.log(1 + (units - df + 0.5) / (df + 0.5))

/**
 * Adds `factor` times the impacts of a list to the sums of many units: `units` ascending, `sums` beside them.
 * Units are spread evenly enough that one is found near where it should stand; looking from there, most stand in the same stretch of memory.
 */
export const addImpacts = (
  { ids, impacts }: PostingList,
  ofUnits: number,
  factor: number,
  units: ArrayLike<number>,
  sums: Float64Array | number[],
): void => {
  const end = ids.length
  const density = end / ofUnits
  let at = 0
  for (let i = 0; i < units.length && at < end; i++) {
    const unit = units[i]!
    if (ids[at]! < unit) at = placeOf(unit, ids, at, Math.floor((unit - ids[at]!) * density))
    if (at < end && ids[at] === unit) sums[i]! += factor * impacts[at]!
  }
}

/** The first place after `from`, which is before it, that is not below `unit`: strides that double away from the guess, then halves between. */
const placeOf = (unit: number, ids: Uint32Array, from: number, ahead: number): number => {
  const end = ids.length
  const guess = Math.min(from + Math.max(1, ahead), end - 1)
  let low = from
  let high = end
  if (ids[guess]! < unit) {
    low = guess
    let stride = 1
    while (low + stride < end && ids[low + stride]! < unit) {
      low += stride
      stride *= 2
    }
    high = Math.min(low + stride, end)
  } else {
    high = guess
    let stride = 1
    while (high - stride > from && ids[high - stride]! >= unit) {
      high -= stride
      stride *= 2
    }
    low = Math.max(from, high - stride)
  }
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if (ids[middle]! < unit) low = middle
    else high = middle
  }
  return high
}
