/** Vectors from the text alone: each syllable falls into one place, so that texts with the same syllables lie close together. */

export const syllablesOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Of length 1, in numbers that a float32 holds exactly, so that both encodings say the same. */
export const vectorOf = (text: string, dimensions: number): number[] => {
  const vector = new Array<number>(dimensions).fill(0)
  for (const syllable of syllablesOf(text)) {
    const hash = hashOf(syllable)
    const place = (hash >>> 1) % dimensions
    vector[place] = vector[place]! + (hash & 1 ? 1 : -1)
  }
  // no syllables, or they cancel out
  if (!vector.some((x) => x !== 0)) vector[0] = 1
  const length = Math.hypot(...vector)
  return vector.map((x) => Math.fround(x / length))
}

/** The share of the query's syllables that the text has. */
export const overlap = (query: string, text: string): number => {
  const wanted = new Set(syllablesOf(query))
  const there = new Set(syllablesOf(text))
  return wanted.size === 0 ? 0 : [...wanted].filter((syllable) => there.has(syllable)).length / wanted.size
}

export const toBase64 = (vector: readonly number[]): string => {
  const bytes = Buffer.alloc(vector.length * 4)
  vector.forEach((x, at) => bytes.writeFloatLE(x, at * 4))
  return bytes.toString('base64')
}

const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x45d9f3b)
  return (hash ^ (hash >>> 16)) >>> 0
}
