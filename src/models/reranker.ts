/** A served cross-encoder over `POST /rerank`, the form that TEI, Infinity, vLLM and Jina share. */
import type { Level } from '../access.ts'
import { withinTime } from './guard/time-limit.ts'
import { faultOf, ModelError } from './model-error.ts'
import type { Reranker } from './model.ts'
import { asModelError, codeOf, faultOfStatus, fetchBounded, waitAsked } from './openai/client.ts'

export interface RerankerOptions {
  /** `/rerank` is put behind it. */
  readonly baseUrl: string
  readonly apiKey: string | null
  /** Empty: the server has but one. */
  readonly model: string
  readonly maySee: Level
  readonly totalMs: number
}

/** TEI takes 32 texts at once by itself; a text is scored alone, so that cutting changes nothing. */
const BATCH = 32

type Form = 'documents' | 'texts'

/** No second try: the order by words is there already. TEI says `texts` where the others say `documents`; which, is learnt once. */
export const createReranker = (options: RerankerOptions): Reranker => {
  let form: Form = 'documents'
  const ask = async (question: string, texts: readonly string[], signal: AbortSignal): Promise<unknown> => {
    const first = form
    try {
      return await post(options, first, question, texts, signal)
    } catch (error) {
      if (faultOf(error) !== 'bad_request') throw error
      const other = first === 'documents' ? 'texts' : 'documents'
      const reply = await post(options, other, question, texts, signal)
      form = other
      return reply
    }
  }
  return {
    id: options.model || 'rerank',
    maySee: options.maySee,
    rank: async (question, texts, signal) => {
      if (texts.length === 0) return []
      const time = { totalMs: options.totalMs, idleMs: options.totalMs, ...(signal && { signal }) }
      return withinTime(time, async (limit) => {
        const scores: number[] = []
        for (let at = 0; at < texts.length; at += BATCH) {
          const batch = texts.slice(at, at + BATCH)
          scores.push(...scoresIn(await ask(question, batch, limit.signal), batch.length))
        }
        return scores
      })
    },
  }
}

const post = async (
  { baseUrl, apiKey, model }: RerankerOptions,
  form: Form,
  query: string,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<unknown> => {
  let response: Response
  try {
    response = await fetchBounded(`${baseUrl}/rerank`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey !== null && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({
        ...(model && { model }),
        query,
        [form]: texts,
        ...(form === 'texts' && { truncate: true }),
      }),
      signal,
    })
  } catch (error) {
    throw new ModelError(signal.aborted ? 'stopped' : 'unreachable', codeOf(error) ?? 'no connection')
  }
  if (!response.ok) {
    await response.body?.cancel()
    throw new ModelError(faultOfStatus(response.status), `HTTP ${response.status}`, waitAsked(response.headers))
  }
  try {
    return await response.json()
  } catch (error) {
    throw asModelError(error)
  }
}

/** `{results: [{index, relevance_score}]}`, or TEI's `[{index, score}]`: each text once, each score finite. */
const scoresIn = (reply: unknown, count: number): readonly number[] => {
  const results: unknown = Array.isArray(reply) ? reply : (reply as { results?: unknown } | null)?.results
  const scores = new Array<number | undefined>(count)
  if (!Array.isArray(results) || results.length !== count)
    throw new ModelError('bad_reply', `${count} scores were asked for`)
  for (const entry of results as { index?: unknown; relevance_score?: unknown; score?: unknown }[]) {
    const at = entry?.index
    const score = entry?.relevance_score ?? entry?.score
    if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at >= count || scores[at] !== undefined)
      throw new ModelError('bad_reply', 'the scores are not numbered one by one')
    if (typeof score !== 'number' || !Number.isFinite(score)) throw new ModelError('bad_reply', 'a score is no number')
    scores[at] = score
  }
  return scores as number[]
}
