/** An embedder that remembers the vectors of the last questions: one question is often looked for twice, and by many. */
import type { Embedder } from '../model.ts'

const REMEMBERED = 500

export const rememberQueries = (embedder: Embedder): Embedder => {
  const known = new Map<string, number[]>()
  return {
    ...embedder,
    embedQuery: async (text, signal) => {
      const vector = known.get(text) ?? (await embedder.embedQuery(text, signal))
      known.delete(text)
      known.set(text, vector)
      if (known.size > REMEMBERED) known.delete(known.keys().next().value!)
      return vector
    },
  }
}
