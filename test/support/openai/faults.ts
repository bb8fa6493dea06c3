/** The ways in which a model server misbehaves, and which call gets which. */
import type { ModelKind } from './wire.ts'

/** `after` counts chunks of a stream, 0 = only the headers. A body that is no stream has one place: in its middle. */
export type Fault =
  /** A refusal, by default with an error like OpenAI's. */
  | {
      readonly kind?: 'status'
      readonly status: number
      readonly retryAfter?: string | number
      readonly body?: string
      readonly headers?: Readonly<Record<string, string>>
    }
  /** No byte comes, not even headers. With `until` it is answered well after that. */
  | { readonly kind: 'silence'; readonly until?: Promise<unknown> }
  /** Nothing more comes after so many chunks. With `until` it goes on after that. */
  | { readonly kind: 'stall'; readonly after: number; readonly until?: Promise<unknown> }
  /** The first byte comes late, then all is well. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** A TCP reset, without `after` before the headers. `until` says when: a client drops what it has not read before a reset. */
  | { readonly kind: 'reset'; readonly after?: number; readonly until?: Promise<unknown> }
  /** A clean end in the middle: no finish_reason, no [DONE]. `abrupt`: the connection ends, the reply does not. */
  | { readonly kind: 'eof'; readonly after: number; readonly abrupt?: boolean; readonly until?: Promise<unknown> }
  /** Half a line of JSON, then a clean end. */
  | { readonly kind: 'half-json'; readonly after: number }
  /** All is well, but comes in scraps of seven bytes, in the middle of letters too. */
  | { readonly kind: 'torn' }
  /** Streams where it was not asked to, and the reverse. */
  | { readonly kind: 'wrong-mode' }
  /** Output until the client goes away, or so many bytes were sent (default 32 MiB). */
  | { readonly kind: 'endless'; readonly text?: string; readonly maxBytes?: number }
  /** Signs of life (`: ping`, blanks) and nothing else until the client goes away. */
  | { readonly kind: 'pings'; readonly everyMs?: number }
  /** The following come with the status 200. */
  | { readonly kind: 'html' }
  | { readonly kind: 'empty-body' }
  | { readonly kind: 'broken-json' }
  /** `{"error": {...}}`, in a stream after so many chunks (default 0). */
  | { readonly kind: 'error-inside'; readonly message?: string; readonly code?: string; readonly after?: number }
  /** Good JSON, but not of this API (default `{"ok": true}`). */
  | { readonly kind: 'wrong-shape'; readonly body?: unknown }
  /** Any bytes. */
  | { readonly kind: 'raw'; readonly body: string; readonly type?: string }
  | { readonly kind: 'no-choices' }
  /** This instead of what was scripted: null, empty, blank, anything. */
  | { readonly kind: 'content'; readonly content: string | null }
  /** Cut with this reason after so many characters (default half). `null`: the stream never says why it ends. */
  | { readonly kind: 'finish'; readonly finish: 'length' | 'content_filter' | null; readonly keep?: number }
  /** In the field `refusal`, content null. */
  | { readonly kind: 'refusal'; readonly text?: string }
  | { readonly kind: 'wrong-language'; readonly text?: string }
  /** So many vectors or scores too many (1) or too few (-1). */
  | { readonly kind: 'wrong-count'; readonly by: number }
  /** A number that is none: `null`, or the word NaN, which is no JSON, as Python writes it. */
  | { readonly kind: 'nan'; readonly at?: At; readonly literal?: boolean }
  /** Numbers as strings. */
  | { readonly kind: 'strings'; readonly at?: At }
  | { readonly kind: 'wrong-size'; readonly at?: At; readonly by?: number }
  | { readonly kind: 'zeros'; readonly at?: At }
  /** Bytes that are not whole numbers. */
  | { readonly kind: 'broken-base64'; readonly at?: At }
  | { readonly kind: 'duplicate-index' }
  | { readonly kind: 'index-out-of-range'; readonly index?: number }

/** Place in the reply, from 0 (default 0). */
export type At = number | 'all'

export type FaultKind = NonNullable<Fault['kind']>

const ONLY: Partial<Record<FaultKind, readonly ModelKind[]>> = {
  'wrong-mode': ['chat'],
  'no-choices': ['chat'],
  content: ['chat'],
  finish: ['chat'],
  refusal: ['chat'],
  'wrong-language': ['chat'],
  'wrong-count': ['embeddings', 'rerank'],
  nan: ['embeddings', 'rerank'],
  strings: ['embeddings', 'rerank'],
  'wrong-size': ['embeddings'],
  zeros: ['embeddings'],
  'broken-base64': ['embeddings'],
  'duplicate-index': ['embeddings', 'rerank'],
  'index-out-of-range': ['embeddings', 'rerank'],
}

/** A fault that would do nothing is a mistake in the test. */
const checked = (kind: ModelKind, fault: Fault | null): Fault | null => {
  const fits = ONLY[fault?.kind ?? 'status'] ?? [kind]
  if (!fits.includes(kind)) throw new Error(`The fault ${fault?.kind} is none of a call of ${kind}`)
  return fault
}

export type Always = Fault | null | ((n: number) => Fault | null)

export interface FaultScript {
  queue(kind: ModelKind, faults: readonly (Fault | null)[]): void
  always(kind: ModelKind, fault: Always): void
  /** Counts a call and says what befalls it. */
  next(kind: ModelKind): { readonly n: number; readonly fault: Fault | null }
}

export const createFaultScript = (): FaultScript => {
  const counts = new Map<ModelKind, number>()
  const queues = new Map<ModelKind, (Fault | null)[]>()
  const lasting = new Map<ModelKind, Always>()
  return {
    queue: (kind, faults) => void queues.set(kind, faults.map((fault) => checked(kind, fault))), // prettier-ignore
    always: (kind, fault) => void lasting.set(kind, typeof fault === 'function' ? fault : checked(kind, fault)),
    next: (kind) => {
      const n = (counts.get(kind) ?? 0) + 1
      counts.set(kind, n)
      const queued = queues.get(kind)?.shift()
      if (queued !== undefined) return { n, fault: queued }
      const always = lasting.get(kind) ?? null
      return { n, fault: typeof always === 'function' ? checked(kind, always(n)) : always }
    },
  }
}
