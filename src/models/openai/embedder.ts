/** Vectors by a served model, over the embeddings endpoint. A batch comes back whole and well formed, or it is asked for again. */
import { createHash } from 'node:crypto'
import type { Level } from '../../access.ts'
import { countedTokens } from '../estimate-tokens.ts'
import { PASSING, withRetries, type RetryPolicy } from '../guard/retry.ts'
import { withinTime } from '../guard/time-limit.ts'
import { ModelError } from '../model-error.ts'
import type { Embedder } from '../model.ts'
import { asModelError, createClient, type Server } from './client.ts'

export interface EmbedderOptions extends Server {
  readonly model: string
  /** null: as many as the model gives by itself. */
  readonly dimensions: number | null
  /** What the model wants before a question and before a passage ("query: ", "passage: " of e5). */
  readonly queryPrefix: string
  readonly passagePrefix: string
  /** Whether vectors are brought to length 1 before they are compared. */
  readonly normalise: boolean
  /** See Embedder. */
  readonly weight: number
  readonly maySee: Level
  /** Longest that a question may wait for its vector, milliseconds. */
  readonly queryMs: number
  /** Longest that a batch may take, and the pause before its second try; two minutes and one second by themselves. */
  readonly batchMs?: number
  readonly pauseMs?: number
}

/**
 * Texts of a batch: TEI takes 32 by default; 16,000 tokens (estimated) are within what any server takes at once, and little
 * enough that an interruption loses little.
 */
const BATCH = { texts: 32, tokens: 16_000 }
const BATCH_MS = 120_000
/**
 * An ingestion can wait, and one of a thousand batches must not end it: with three calls in ten failing, eight tries lose one batch in
 * 15,000. A server that is not there at all is told of after some 7 s.
 */
const INGEST_RETRIES: Omit<RetryPolicy, 'signal'> = {
  tries: 8,
  triesAfter: { unreachable: 4, timeout: 3, stalled: 3 },
  pauseMs: 1_000,
  growsToMs: 8_000,
  longestPauseMs: 60_000,
  faults: new Set([...PASSING, 'bad_reply', 'cut', 'stalled', 'timeout']),
}
const QUERY_RETRIES: Omit<RetryPolicy, 'signal'> = { tries: 2, pauseMs: 200, longestPauseMs: 1_000, faults: PASSING }

export const createOpenAiEmbedder = (options: EmbedderOptions): Embedder => {
  const { model, dimensions, queryPrefix, passagePrefix, batchMs = BATCH_MS } = options
  const { pauseMs = INGEST_RETRIES.pauseMs } = options
  const client = createClient(options)
  let tokens = 0
  const call = async (input: string[], ms: number, signal?: AbortSignal): Promise<number[][]> => {
    const time = { totalMs: ms, idleMs: ms, ...(signal && { signal }) }
    const reply = await withinTime(time, async (limit) =>
      (await client()).embeddings
        // left to itself the package asks for base64, which not every server knows
        .create(
          { model, input, encoding_format: 'float', ...(dimensions !== null && { dimensions }) },
          { signal: limit.signal },
        )
        .catch((error: unknown) => {
          throw asModelError(error)
        }),
    )
    const vectors = vectorsIn(reply, input.length, dimensions)
    const { usage } = reply as { usage?: { total_tokens?: unknown } | null }
    tokens += countedTokens(usage?.total_tokens, input.join(''))
    return vectors
  }
  return {
    id: idOf(options),
    dimensions,
    keepsLength: !options.normalise,
    weight: options.weight,
    maySee: options.maySee,
    batch: BATCH,
    tokensUsed: () => tokens,
    embedDocuments: async (texts, signal) => {
      if (texts.length === 0) return []
      const input = texts.map((text) => passagePrefix + text)
      return withRetries({ ...INGEST_RETRIES, pauseMs, ...(signal && { signal }) }, () => call(input, batchMs, signal))
    },
    embedQuery: async (text, signal) => {
      const until = performance.now() + options.queryMs
      const [vector] = await withRetries({ ...QUERY_RETRIES, until, ...(signal && { signal }) }, () =>
        call([queryPrefix + text], Math.max(1, until - performance.now()), signal),
      )
      return vector!
    },
  }
}

/** All that decides what a vector is: the model, its size, what stands before the texts, and the length. Not where it is served. */
const idOf = ({ model, dimensions, queryPrefix, passagePrefix, normalise }: EmbedderOptions): string => {
  const prefixes = createHash('sha256').update(`${queryPrefix}\0${passagePrefix}`).digest('hex').slice(0, 8)
  const parts = [model, dimensions ?? 'own', normalise ? 'unit' : 'raw']
  return [...parts, ...(queryPrefix || passagePrefix ? [prefixes] : [])].join('/')
}

/** In the order asked; servers may give them in another, each with its index. */
const vectorsIn = (reply: unknown, count: number, dimensions: number | null): number[][] => {
  const data: unknown = (reply as { data?: unknown } | null)?.data
  const wrong = (what: string): never => {
    throw new ModelError('bad_reply', what)
  }
  if (!Array.isArray(data) || data.length !== count) return wrong(`${count} vectors were asked for`)
  const vectors = new Array<number[]>(count)
  const isNumbered = data.some((entry) => ((entry as { index?: unknown } | null)?.index ?? null) !== null)
  for (const [place, entry] of (data as { index: number; embedding: unknown }[]).entries()) {
    const at = isNumbered ? entry?.index : place
    const vector = entry?.embedding
    if (!Number.isInteger(at) || at < 0 || at >= count || vectors[at])
      return wrong('the vectors are not numbered one by one')
    if (!Array.isArray(vector) || vector.length === 0) return wrong('a vector is no list of numbers')
    // as the index holds them, in 32 bits
    if (!vector.every((x) => typeof x === 'number' && Number.isFinite(Math.fround(x))))
      return wrong('a vector is not finite')
    if (vector.every((x) => Math.fround(x as number) === 0)) return wrong('a vector is nothing but zeros')
    vectors[at] = vector as number[]
  }
  const size = dimensions ?? vectors[0]!.length
  return vectors.every(({ length }) => length === size) ? vectors : wrong(`not every vector has ${size} numbers`)
}
