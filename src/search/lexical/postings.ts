/** Postings in typed arrays: for each term the units (documents or passages) that hold it, with the BM25F impact baked in. */

export interface Postings {
  /** Number of units. */
  readonly units: number
  /** Where each term's postings start; one more than there are terms. */
  readonly offsets: Uint32Array
  /** Units, ascending within a term. */
  readonly ids: Uint32Array
  /** 127 = 1.0; the impact of a term saturates at 1 + k1, which is at most 2. 8 bits lose nothing (retrieval-study §6). */
  readonly impacts: Uint8Array
}

export const IMPACT_ONE = 127

/** In how many units the term stands. */
export const frequency = (postings: Postings, term: number): number =>
  term < 0 ? 0 : postings.offsets[term + 1]! - postings.offsets[term]!

/** ln(1 + (N − df + .5) / (df + .5)): never negative. */
export const inverseFrequency = (units: number, df: number): number => Math.log(1 + (units - df + 0.5) / (df + 0.5))

/**
 * Adds `factor` times the term's impact, divided by `divisor`, to the sums of many units: `units` ascending, `sums` beside them.
 * Going forward through a list touches memory in order; looking its units up one by one waits for memory each time.
 */
export const addImpacts = (
  postings: Postings,
  term: number,
  factor: number,
  divisor: number,
  units: Int32Array,
  sums: Float64Array,
): void => {
  const { ids, impacts } = postings
  const end = postings.offsets[term + 1]!
  let at = postings.offsets[term]!
  for (let i = 0; i < units.length && at < end; i++) {
    const unit = units[i]!
    if (ids[at]! < unit) {
      // strides that double until the unit lies behind, then halves between
      let stride = 1
      let low = at
      while (at + stride < end && ids[at + stride]! < unit) {
        low = at + stride
        stride *= 2
      }
      let high = Math.min(at + stride, end)
      while (low + 1 < high) {
        const middle = (low + high) >>> 1
        if (ids[middle]! < unit) low = middle
        else high = middle
      }
      at = high
      if (at >= end) return
    }
    if (ids[at] === unit) sums[i]! += (factor * impacts[at]!) / divisor
  }
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
  /** How often a term must stand in a unit of middling length to weigh half of the most it can; at most 1. */
  readonly k1: number
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
): Postings => {
  const { units } = fields
  const bodyCount = new Uint16Array(terms)
  const titleCount = new Uint16Array(terms)
  const touched: number[] = []
  const count = (unit: number): void => {
    touched.length = 0
    const add = (counts: Uint16Array, term: number): void => {
      if (bodyCount[term] === 0 && titleCount[term] === 0) touched.push(term)
      if (counts[term]! < 65535) counts[term] = counts[term]! + 1
    }
    for (const [counts, from, to] of [
      [bodyCount, fields.bodyFrom[unit]!, fields.bodyTo[unit]!],
      [titleCount, fields.titleFrom[unit]!, fields.titleTo[unit]!],
    ] as const) {
      for (let i = from; i < to; i++) {
        add(counts, termAt[i]!)
        if (pairAt && i > from) add(counts, pairAt[i]!)
      }
    }
  }

  const offsets = new Uint32Array(terms + 1)
  for (let unit = 0; unit < units; unit++) {
    count(unit)
    for (const term of touched) {
      offsets[term + 1] = offsets[term + 1]! + 1
      bodyCount[term] = titleCount[term] = 0
    }
  }
  for (let term = 0; term < terms; term++) offsets[term + 1] = offsets[term + 1]! + offsets[term]!

  const ids = new Uint32Array(offsets[terms]!)
  const impacts = new Uint8Array(offsets[terms]!)
  const next = offsets.slice()
  const meanBody = meanLength(fields.bodyFrom, fields.bodyTo)
  const meanTitle = meanLength(fields.titleFrom, fields.titleTo)
  for (let unit = 0; unit < units; unit++) {
    count(unit)
    const bodyNorm = 1 - weights.b + (weights.b * (fields.bodyTo[unit]! - fields.bodyFrom[unit]!)) / meanBody
    const titleNorm =
      1 - weights.titleB + (weights.titleB * (fields.titleTo[unit]! - fields.titleFrom[unit]!)) / meanTitle
    for (const term of touched) {
      const f = bodyCount[term]! / bodyNorm + (weights.titleWeight * titleCount[term]!) / titleNorm
      const at = next[term]!
      next[term] = at + 1
      ids[at] = unit
      impacts[at] = Math.max(1, Math.round((IMPACT_ONE * (1 + weights.k1) * f) / (f + weights.k1)))
      bodyCount[term] = titleCount[term] = 0
    }
  }
  return { units, offsets, ids, impacts }
}

export const meanLength = (from: Uint32Array, to: Uint32Array): number => {
  let sum = 0
  for (let i = 0; i < from.length; i++) sum += to[i]! - from[i]!
  return Math.max(1, sum / Math.max(1, from.length))
}
