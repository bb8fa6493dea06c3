/** What passes between a test and the bench: calls as they came, replies as they should go. */
import type { IncomingHttpHeaders } from 'node:http'

/** The kinds that can be scripted and can misbehave. */
export type ModelKind = 'chat' | 'embeddings' | 'rerank'
export type CallKind = ModelKind | 'other'

export interface RecordedCall {
  readonly kind: CallKind
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The bytes of the body as text. */
  readonly raw: string
  /** Parsed; null where it is no JSON. */
  readonly body: unknown
  /** Milliseconds since 1970, real time. */
  readonly at: number
  /** The client went away before the reply was complete. A connection that the bench broke itself does not count. */
  readonly aborted: boolean
  /** The reply, good or bad, was written to its end. */
  readonly done: boolean
}

export type Recording = { -readonly [Key in keyof RecordedCall]: RecordedCall[Key] }

export interface ChatMessage {
  readonly role: string
  /** Text parts are joined. */
  readonly content: string
}

export interface ChatCall {
  readonly messages: readonly ChatMessage[]
  /** All system and developer messages, with an empty line between. */
  readonly system: string
  /** The last message of the user. */
  readonly user: string
  /** The schema itself, out of `response_format`; null where none was asked for. */
  readonly schema: unknown
  readonly stream: boolean
  readonly body: Readonly<Record<string, unknown>>
  /** Number of the chat call, from 1, since the last reset. */
  readonly n: number
}

export interface ChatReply {
  readonly text: string
  readonly finish?: 'stop' | 'length' | 'content_filter'
  /** What usage says; without them counted by `tokensOf`. */
  readonly tokensIn?: number
  readonly tokensOut?: number
  /** Characters a chunk when streaming (default 12). */
  readonly chunk?: number
  /** Between chunks. */
  readonly delayMs?: number
  /** Comes as `reasoning_content` before the text, as DeepSeek and vLLM do. */
  readonly reasoning?: string
}

export type ChatScript = ChatReply | ((call: ChatCall) => ChatReply | Promise<ChatReply>)

export interface EmbeddingsOptions {
  /** Where the call asks for none itself (default 64). */
  readonly dimensions?: number
  /** Vectors come in another order than the texts; `index` tells. */
  readonly shuffle?: boolean
  /** No `index` in the vectors. */
  readonly withoutIndex?: boolean
  /** Takes no notice of `encoding_format`, as many servers do. */
  readonly floatsOnly?: boolean
  /** More texts in one call get a 400 (default 2048, as OpenAI). */
  readonly maxInputs?: number
}

export interface Features {
  /** `json_schema` in `response_format`. */
  readonly schema: boolean
  readonly streamOptions: boolean
  readonly stream: boolean
  /** Usage in replies; without it it is just left out. */
  readonly usage: boolean
  /** `max_tokens`; `max_completion_tokens` is always taken. */
  readonly maxTokens: boolean
  readonly temperature: boolean
  /** `reasoning_effort`. */
  readonly reasoning: boolean
  /** `dimensions` in calls of embeddings. */
  readonly dimensions: boolean
  /** `documents` in calls of reranking; without it the server is a TEI, that knows `texts`. */
  readonly documents: boolean
}

export interface Tokens {
  in: number
  out: number
  embedded: number
}

/** One token for each four bytes begun. */
export const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 4)

export type Score = (query: string, text: string) => number
