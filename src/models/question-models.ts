/** The models as one question may use them: within its time, its money and the patience for endpoints that fail; all of it counted. */
import { estimateTokens } from './estimate-tokens.ts'
import { costOf, type Budget, type Prices, type Spent } from './guard/budget.ts'
import type { CircuitBreaker } from './guard/circuit-breaker.ts'
import type { QueryMemory } from './guard/remember-queries.ts'
import { faultOf, ModelError, type ModelFault } from './model-error.ts'
import type { ChatModel, ChatReply, ChatRequest, Embedder, Reranker } from './model.ts'

/** What serves every question. */
export interface Models {
  readonly chat: ChatModel | null
  readonly embedder: (Embedder & Partial<QueryMemory>) | null
  readonly reranker: Reranker | null
  readonly breakers: Readonly<Record<'chat' | 'embedder' | 'reranker', CircuitBreaker>>
  readonly budget: Budget
  readonly prices: Prices & { readonly embedding: number }
  /** Longest that all calls of one question may take together, milliseconds. */
  readonly totalMs: number
}

export interface Used {
  /** Calls of the model that writes. */
  readonly calls: number
  readonly tokensIn: number
  readonly tokensOut: number
  readonly cost: number
  /** What went wrong, in order; also of the models that help to find. */
  readonly faults: readonly ModelFault[]
}

const NOTHING: Spent = { tokens: 0, cost: 0 }
/** After these the server has read what was sent, and counts it, although nothing came of it. */
const HAS_READ: ReadonlySet<ModelFault> = new Set([
  'timeout',
  'stalled',
  'bad_reply',
  'empty',
  'cut',
  'filtered',
  'endless',
  'stopped',
])
/** After these it may have written all that it might: nobody gets around a budget by stopping what they have asked for. */
const MAY_HAVE_WRITTEN: ReadonlySet<ModelFault> = new Set(['timeout', 'cut', 'filtered', 'endless', 'stopped'])

/** After these the next call would fare no better. */
const IS_DOWN: ReadonlySet<ModelFault> = new Set([
  'timeout',
  'stalled',
  'rate_limited',
  'server_error',
  'unreachable',
  'unauthorised',
  'resting',
])

/** Everything rejects with a ModelError. */
export interface QuestionModels {
  readonly embedder: Embedder | null
  readonly reranker: Reranker | null
  /** null: none is configured. */
  readonly chat: ChatModel | null
  used(): Used
}

/** `person`: the key of who asks, whose budget it is; null where nobody is known. `signal`: the asker wants no more of it. */
export const modelsForQuestion = (models: Models, person: string | null, signal?: AbortSignal): QuestionModels => {
  const until = performance.now() + models.totalMs
  const used = { calls: 0, tokensIn: 0, tokensOut: 0, cost: 0, faults: [] as ModelFault[] }

  const noted = (error: unknown): unknown => {
    used.faults.push(faultOf(error))
    return error
  }
  const guarded = async <T>(
    breaker: CircuitBreaker,
    most: Spent,
    work: () => Promise<T>,
    spentOn: (result: T) => Spent,
    spentOnFault: (fault: ModelFault) => Spent = () => NOTHING,
  ): Promise<T> => {
    try {
      return await breaker.run(async () => {
        const reservation = models.budget.reserve(person, most)
        let spent = NOTHING
        try {
          const result = await work()
          spent = spentOn(result)
          return result
        } catch (error) {
          spent = spentOnFault(faultOf(error))
          throw error
        } finally {
          reservation.settle(spent)
          used.cost += spent.cost
        }
      })
    } catch (error) {
      throw noted(error)
    }
  }

  const embedder = models.embedder && {
    ...models.embedder,
    embedQuery: (text: string) => {
      // no call: it costs nothing, and says nothing about the endpoint
      const known = models.embedder!.remembered?.(text)
      if (known) return Promise.resolve(known)
      const tokens = estimateTokens(text)
      const spent = { tokens, cost: (tokens * models.prices.embedding) / 1e6 }
      return guarded(
        models.breakers.embedder,
        spent,
        () => models.embedder!.embedQuery(text, signal),
        () => spent,
      )
    },
  }
  const reranker = models.reranker && {
    ...models.reranker,
    rank: (question: string, texts: readonly string[]) => {
      const spent = { tokens: 0, cost: 0 }
      return guarded(
        models.breakers.reranker,
        spent,
        () => models.reranker!.rank(question, texts, signal),
        () => spent,
      )
    },
  }
  let down: ModelFault | null = null
  const complete = async (request: ChatRequest): Promise<ChatReply> => {
    if (down) throw noted(new ModelError(down, 'the endpoint has failed in this question already'))
    try {
      return await completeOnce(request)
    } catch (error) {
      // whoever has waited for it once does not wait for it again
      if (IS_DOWN.has(faultOf(error))) down = faultOf(error)
      throw error
    }
  }
  const completeOnce = async (request: ChatRequest): Promise<ChatReply> => {
    const left = until - performance.now()
    if (signal?.aborted) throw noted(new ModelError('stopped', 'the question was given up'))
    if (left <= 0) throw noted(new ModelError('timeout', 'the time of this question is used up'))
    const sent = request.messages('schema').reduce((sum, { content }) => sum + estimateTokens(content), 0)
    const mostUse = { tokensIn: sent, tokensOut: request.maxTokens }
    const most = { tokens: sent + request.maxTokens, cost: costOf(mostUse, models.prices) }
    const within = Math.min(left, request.within ?? left)
    return guarded(
      models.breakers.chat,
      most,
      () => {
        used.calls++
        return models.chat!.complete({ ...request, within, ...(signal && { signal }) })
      },
      ({ tokensIn, tokensOut }) => {
        used.tokensIn += tokensIn
        used.tokensOut += tokensOut
        return { tokens: tokensIn + tokensOut, cost: costOf({ tokensIn, tokensOut }, models.prices) }
      },
      (fault) => {
        if (!HAS_READ.has(fault)) return NOTHING
        const tokensOut = MAY_HAVE_WRITTEN.has(fault) ? request.maxTokens : 0
        used.tokensIn += sent
        used.tokensOut += tokensOut
        return { tokens: sent + tokensOut, cost: costOf({ tokensIn: sent, tokensOut }, models.prices) }
      },
    )
  }
  return {
    embedder,
    reranker,
    chat: models.chat && { id: models.chat.id, complete },
    used: () => ({ ...used, faults: [...used.faults] }),
  }
}
