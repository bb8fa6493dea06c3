/** Ports to language models. An adapter is chosen in `app.ts` only. */
import type { EmbeddingsInterface } from '@langchain/core/embeddings'

/** Turns texts into vectors. `id` and `dimensions` go into the index manifest: vectors of two embedders never mix. */
export interface Embedder extends EmbeddingsInterface {
  readonly id: string
  readonly dimensions: number
}
