/** Postings in typed arrays: for each term the units (documents or passages) that hold it, with the BM25F impact baked in. */

export interface Postings {
  /** Number of units. */
  readonly units: number
  /** Where each term's postings start; one more than there are terms. */
  readonly offsets: Uint32Array
  /** The postings of a term, from memory or from the disk. */
  list(term: number): PostingList
}

export interface PostingList {
  /** Units, ascending. */
  readonly ids: Uint32Array
  /** 127 = 1.0; the impact of a term saturates at 2 (k1 = 1). 8 bits lose nothing (retrieval-study §6). */
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
 * Adds `factor` times the term's impact, divided by `divisor`, to the sums of many units: `units` ascending, `sums` beside them.
 * Units are spread evenly enough that one is found near where it should stand; looking from there, most stand in the same stretch of memory.
 */
export const addImpacts = (
  postings: Postings,
  term: number,
  factor: number,
  divisor: number,
  units: Int32Array,
  sums: Float64Array,
): void => {
  const { ids, impacts } = postings.list(term)
  const end = ids.length
  const density = end / postings.units
  let at = 0
  for (let i = 0; i < units.length && at < end; i++) {
    const unit = units[i]!
    if (ids[at]! < unit) at = placeOf(unit, ids, at, Math.floor((unit - ids[at]!) * density))
    if (at < end && ids[at] === unit) sums[i]! += (factor * impacts[at]!) / divisor
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

/** Two fields of a unit as ranges of token positions, end exclusive. */
export interface UnitFields {
  readonly units: number
  readonly bodyFrom: Uint32Array
  readonly bodyTo: Uint32Array
  readonly titleFrom: Uint32Array
  readonly titleTo: Uint32Array
}

/** BM25F with own lengths per field (retrieval-study §7). */
export interface Weights {
  readonly b: number
  readonly titleWeight: number
  readonly titleB: number
}

/**
 * Inverts units into postings. `termAt` gives the term of each token position; `pairAt`, if any, the term of the pair that
 * a position makes with the one before it, which counts only inside a field.
 */
export const invert = (
  fields: UnitFields,
  terms: number,
  termAt: Uint32Array,
  pairAt: Uint32Array | null,
  weights: Weights,
): PlainPostings => {
  const { units, bodyFrom, bodyTo, titleFrom, titleTo } = fields
  const offsets = placesFor(fields, terms, termAt, pairAt)
  const ids = new Uint32Array(offsets[terms]!)
  const impacts = new Uint8Array(offsets[terms]!)
  const next = offsets.slice()
  const meanBody = meanLength(bodyFrom, bodyTo)
  const meanTitle = meanLength(titleFrom, titleTo)
  // how often a term stands in the unit at hand: in the body in the lower half, in the title in the upper
  const counts = new Uint32Array(terms)
  // the terms of the unit at hand; grows to the longest unit
  let touched = new Uint32Array(1024)
  for (let unit = 0; unit < units; unit++) {
    const bodyLength = bodyTo[unit]! - bodyFrom[unit]!
    const titleLength = titleTo[unit]! - titleFrom[unit]!
    if (touched.length < 2 * (bodyLength + titleLength)) touched = new Uint32Array(4 * (bodyLength + titleLength))
    let distinct = countTerms(termAt, pairAt, bodyFrom[unit]!, bodyTo[unit]!, 0, counts, touched, 0)
    distinct = countTerms(termAt, pairAt, titleFrom[unit]!, titleTo[unit]!, 16, counts, touched, distinct)
    const bodyNorm = 1 - weights.b + (weights.b * bodyLength) / meanBody
    const titleNorm = 1 - weights.titleB + (weights.titleB * titleLength) / meanTitle
    for (let i = 0; i < distinct; i++) {
      const term = touched[i]!
      const count = counts[term]!
      counts[term] = 0
      const f = (count & MOST) / bodyNorm + (weights.titleWeight * (count >>> 16)) / titleNorm
      const at = next[term]!
      next[term] = at + 1
      ids[at] = unit
      impacts[at] = Math.max(1, Math.round((IMPACT_ONE * 2 * f) / (f + 1)))
    }
  }
  return { units, offsets, ids, impacts }
}

/** What fits into half a count. */
const MOST = 0xffff

/** Counts a field's terms into `counts`, shifted left by `shift`, and notes those that are new behind the first `distinct` of `touched`. */
const countTerms = (
  termAt: Uint32Array,
  pairAt: Uint32Array | null,
  from: number,
  to: number,
  shift: number,
  counts: Uint32Array,
  touched: Uint32Array,
  distinct: number,
): number => {
  const one = 1 << shift
  for (let i = from; i < to; i++) {
    const term = termAt[i]!
    const count = counts[term]!
    if (count === 0) touched[distinct++] = term
    if (((count >>> shift) & MOST) !== MOST) counts[term] = count + one
    if (pairAt === null || i === from) continue
    const pair = pairAt[i]!
    const pairCount = counts[pair]!
    if (pairCount === 0) touched[distinct++] = pair
    if (((pairCount >>> shift) & MOST) !== MOST) counts[pair] = pairCount + one
  }
  return distinct
}

/** Where each term's postings start: it has one for each unit that it stands in. */
const placesFor = (
  { units, bodyFrom, bodyTo, titleFrom, titleTo }: UnitFields,
  terms: number,
  termAt: Uint32Array,
  pairAt: Uint32Array | null,
): Uint32Array => {
  const offsets = new Uint32Array(terms + 1)
  const lastUnit = new Uint32Array(terms)
  const note = (from: number, to: number, unit: number): void => {
    for (let i = from; i < to; i++) {
      const term = termAt[i]!
      if (lastUnit[term] !== unit) {
        lastUnit[term] = unit
        offsets[term + 1] = offsets[term + 1]! + 1
      }
      if (pairAt === null || i === from) continue
      const pair = pairAt[i]!
      if (lastUnit[pair] === unit) continue
      lastUnit[pair] = unit
      offsets[pair + 1] = offsets[pair + 1]! + 1
    }
  }
  for (let unit = 0; unit < units; unit++) {
    note(bodyFrom[unit]!, bodyTo[unit]!, unit + 1)
    note(titleFrom[unit]!, titleTo[unit]!, unit + 1)
  }
  for (let term = 0; term < terms; term++) offsets[term + 1] = offsets[term + 1]! + offsets[term]!
  return offsets
}

const meanLength = (from: Uint32Array, to: Uint32Array): number => {
  let sum = 0
  for (let i = 0; i < from.length; i++) sum += to[i]! - from[i]!
  return Math.max(1, sum / Math.max(1, from.length))
}
