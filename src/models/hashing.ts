/** An embedder that needs no model: hashed syllables and their letter triples. It knows spelling, not meaning. */
import { syllables } from '../text/terms.ts'
import type { Embedder } from './model.ts'

const DIMENSIONS = 256

/**
 * Vectors of length 1 (all zeros for a text without syllables). Each folded syllable and each letter triple of it, with its
 * edges, falls into one place with one sign; counts are damped by a root. Deterministic across machines.
 */
export const createHashingEmbedder = (dimensions = DIMENSIONS): Embedder & { readonly dimensions: number } => ({
  id: `hashing-${dimensions}-1`,
  dimensions,
  // it is part of this program: nothing leaves the house
  maySee: 'staff',
  keepsLength: false,
  // retrieval-study §3: small, and never RRF
  weight: 0.1,
  batch: { texts: 64, tokens: 1_000_000 },
  embedDocuments: async (texts) => texts.map((text) => hashed(text, dimensions)),
  embedQuery: async (text) => hashed(text, dimensions),
})

const SYLLABLE_WEIGHT = 1
const TRIPLE_WEIGHT = 0.3

const hashed = (text: string, dimensions: number): number[] => {
  const counts = new Map<string, number>()
  for (const { folded } of syllables(text)) counts.set(folded, (counts.get(folded) ?? 0) + 1)
  const vector = new Array<number>(dimensions).fill(0)
  const add = (feature: string, weight: number): void => {
    const hash = fnv1a(feature)
    const place = (hash >>> 1) % dimensions
    vector[place] = vector[place]! + (hash & 1 ? weight : -weight)
  }
  for (const [folded, count] of counts) {
    const damped = Math.sqrt(count)
    add(folded, SYLLABLE_WEIGHT * damped)
    const edged = `^${folded}$`
    for (let i = 0; i + 3 <= edged.length; i++) add(`#${edged.slice(i, i + 3)}`, TRIPLE_WEIGHT * damped)
  }
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((x) => x / length)
}

const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  // a last mix, since the low bits of FNV are weak
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x45d9f3b)
  return (hash ^ (hash >>> 16)) >>> 0
}
