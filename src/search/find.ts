/** The whole way from a question to a Retrieval: by words, and by meaning where the snapshot has vectors of the embedder in use. */
import type { Embedder } from '../models/model.ts'
import type { Scope } from './snapshot/open-snapshot.ts'
import { retrieve } from './retrieve.ts'
import type { Retrieval } from './retrieval.ts'

export interface FindOptions {
  readonly top: number
  readonly preferDocuments?: readonly string[]
  readonly onlyDocuments?: readonly string[]
}

/** Passages taken by meaning, and what being the nearest is worth beside the words (retrieval-study §3: small, never RRF). */
const NEIGHBOURS = 50
const VECTOR_WEIGHT = 0.1

/** `warn` is told when the embedder fails; the words then find alone. */
export const find = async (
  question: string,
  { library, lexical, nearest }: Scope,
  embedder: Embedder | null,
  options: FindOptions,
  warn: (message: string, error: unknown) => void,
): Promise<Retrieval> => {
  const byWords = { library, lexical, ...options }
  if (!embedder || !nearest) return retrieve(question, byWords)
  try {
    const passages = nearest(await embedder.embedQuery(question), NEIGHBOURS)
    return retrieve(question, { ...byWords, nearest: { passages, weight: VECTOR_WEIGHT } })
  } catch (error) {
    warn('the embedder failed: searching by words only', error)
    return retrieve(question, byWords)
  }
}
