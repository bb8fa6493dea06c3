/** An embedder that remembers the vectors of the last questions: one question is often looked for twice, and by many. */
import type { Embedder } from '../model.ts'

const REMEMBERED = 500

export interface QueryMemory {
  /** Of this very text; null: the model has to be asked. */
  remembered(text: string): number[] | null
}

export const rememberQueries = (embedder: Embedder): Embedder & QueryMemory => {
  const known = new Map<string, number[]>()
  const keep = (text: string, vector: number[]): number[] => {
    known.delete(text)
    known.set(text, vector)
    if (known.size > REMEMBERED) known.delete(known.keys().next().value!)
    return vector
  }
  const remembered = (text: string): number[] | null => {
    const vector = known.get(text)
    return vector ? keep(text, vector) : null
  }
  return {
    ...embedder,
    remembered,
    embedQuery: async (text, signal) => remembered(text) ?? keep(text, await embedder.embedQuery(text, signal)),
  }
}
