/** The part of the composition root that chooses models: which are asked, behind which guards. */
import type { Config } from './config.ts'
import { createBudget, type SpendingBook } from './models/guard/budget.ts'
import { createCircuitBreaker } from './models/guard/circuit-breaker.ts'
import { rememberQueries } from './models/guard/remember-queries.ts'
import { createHashingEmbedder } from './models/hashing.ts'
import type { Embedder } from './models/model.ts'
import { createOpenAiChat } from './models/openai/chat.ts'
import { createOpenAiEmbedder } from './models/openai/embedder.ts'
import type { Models } from './models/question-models.ts'
import { createReranker } from './models/reranker.ts'
import type { Logger } from './telemetry.ts'
import { isoDay } from './text/numbers/clock.ts'

/** Longest that finding waits for a model before it goes on by words. */
const FIND_MS = 3_000

/** The embedder of the settings. A LangChain `Embeddings` of another make takes its place here: `fromLangChain(…)` (models/langchain.ts). */
export const chooseEmbedder = ({ embedder, models: { embedding, maySee } }: Config): Embedder | null => {
  if (embedding) return rememberQueries(createOpenAiEmbedder({ ...embedding, maySee, queryMs: FIND_MS }))
  return embedder === 'hashing' ? createHashingEmbedder() : null
}

export const chooseModels = (config: Config, embedder: Embedder | null, book: SpendingBook, log: Logger): Models => {
  const { chat, rerank, maySee, idleMs, totalMs, budget, prices } = config.models
  const breaker = (what: string) =>
    createCircuitBreaker(
      () => performance.now(),
      (state) => log.warn({ endpoint: what, state }, 'circuit breaker'),
    )
  return {
    chat: chat && createOpenAiChat({ ...chat, idleMs, totalMs }),
    embedder,
    reranker: rerank && createReranker({ ...rerank, maySee, totalMs: FIND_MS }),
    breakers: { chat: breaker('chat'), embedder: breaker('embedder'), reranker: breaker('reranker') },
    budget: createBudget(budget, book, () => isoDay(Date.now())),
    prices,
    totalMs,
  }
}
