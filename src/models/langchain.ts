/** Any LangChain `Embeddings` as an embedder of this house: give it to `app.ts` in place of the one that is made there. */
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import type { Level } from '../access.ts'
import { ModelError } from './model-error.ts'
import type { Embedder } from './model.ts'

export interface LangChainEmbedderOptions {
  /** Names the model in the index; vectors of another name are not mixed with it. */
  readonly id: string
  readonly dimensions?: number
  readonly maySee?: Level
  readonly weight?: number
  readonly batch?: Embedder['batch']
}

/** LangChain's own retries and batches stay its own; it knows no signal, so a call that is given up runs on unheard. */
export const fromLangChain = (
  embeddings: EmbeddingsInterface,
  { id, dimensions, maySee = 'public', weight = 0.3, batch = { texts: 32, tokens: 16_000 } }: LangChainEmbedderOptions,
): Embedder => ({
  id,
  dimensions: dimensions ?? null,
  keepsLength: false,
  weight,
  maySee,
  batch,
  embedDocuments: (texts) => named(embeddings.embedDocuments(texts)),
  embedQuery: (text) => named(embeddings.embedQuery(text)),
})

/** What it throws has no name of ours, and its message may repeat what was sent. */
const named = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call
  } catch (error) {
    throw error instanceof ModelError
      ? error
      : new ModelError('server_error', error instanceof Error ? error.name : 'not an error')
  }
}
