/** Turns units of tokens into postings. */
import { IMPACT_ONE, type PlainPostings } from './postings.ts'

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
      impacts[at] = Math.max(1, Math.round((IMPACT_ONE * (1 + weights.k1) * f) / (f + weights.k1)))
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

export const meanLength = (from: Uint32Array, to: Uint32Array): number => {
  let sum = 0
  for (let i = 0; i < from.length; i++) sum += to[i]! - from[i]!
  return Math.max(1, sum / Math.max(1, from.length))
}
