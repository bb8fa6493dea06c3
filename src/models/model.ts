/** Ports to language models. An adapter is chosen in `app.ts` only; nothing that comes back is trusted here or anywhere. */
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import type { Level } from '../access.ts'

/**
 * Turns texts into vectors. `id` and the number of dimensions go into the index manifest: vectors of two embedders never mix.
 * Rejects with a ModelError; a batch is given back whole, in order, each vector finite and of one size, or not at all.
 */
export interface Embedder extends EmbeddingsInterface {
  readonly id: string
  /** null: known once the first vector is there. */
  readonly dimensions: number | null
  /** Whether the length of a vector says something: then inner products are compared as they are, else cosines. */
  readonly keepsLength: boolean
  /** What being the nearest is worth beside the words, as a share of the best match by words. */
  readonly weight: number
  /** The highest level of documents that it may be given. */
  readonly maySee: Level
  /** Most texts, and about how many tokens, in one call. */
  readonly batch: { readonly texts: number; readonly tokens: number }
  /** Tokens of all calls so far, as the server counted them; left out where nobody counts. */
  tokensUsed?(): number
  embedDocuments(texts: string[], signal?: AbortSignal): Promise<number[][]>
  embedQuery(text: string, signal?: AbortSignal): Promise<number[]>
}

export interface Message {
  readonly role: 'system' | 'user'
  readonly content: string
}

export interface ChatRequest {
  /** What is said to the model; `plain`: it cannot be held to a JSON schema. */
  messages(form: 'schema' | 'plain'): readonly Message[]
  /** JSON schema of the reply, and its name. */
  readonly schema: { readonly name: string; readonly of: Readonly<Record<string, unknown>> }
  readonly maxTokens: number
  /** Milliseconds it may take at most, where that is less than any call may. */
  readonly within?: number
  readonly signal?: AbortSignal
}

export interface TokenUse {
  readonly tokensIn: number
  readonly tokensOut: number
}

export interface ChatReply extends TokenUse {
  readonly text: string
}

/** Writes. Rejects with a ModelError; a reply that was cut off, filtered or left empty is none. */
export interface ChatModel {
  readonly id: string
  complete(request: ChatRequest): Promise<ChatReply>
}

/** Says how well each text answers a question: higher is better, one finite number a text, in order. */
export interface Reranker {
  readonly id: string
  readonly maySee: Level
  rank(question: string, texts: readonly string[], signal?: AbortSignal): Promise<readonly number[]>
}
