/** What the settings say of models: which are asked, where, what they may see, and how much of them may be used. */
import type { Level } from '../access.ts'

/** How long a model that thinks before it writes may think. */
export const REASONING = ['none', 'minimal', 'low', 'medium', 'high'] as const
export type Reasoning = (typeof REASONING)[number]

/** A server that speaks as OpenAI's does. */
export interface Endpoint {
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** null: the server asks for none. */
  readonly apiKey: string | null
  readonly model: string
}

export interface EmbeddingConfig extends Endpoint {
  /** null: as many as the model gives. */
  readonly dimensions: number | null
  /** What the model wants before a question and before a passage, as of e5; empty for none. */
  readonly queryPrefix: string
  readonly passagePrefix: string
  /** Whether vectors are brought to length 1. */
  readonly normalise: boolean
  /** What the nearest passage is worth beside the best match by words, 0 to 1. */
  readonly weight: number
}

export interface ModelsConfig {
  /** The highest level of documents whose words may be given to any model outside this program. */
  readonly maySee: Level
  /** null: answers are quotes. */
  readonly chat: (Endpoint & { readonly maxTokens: number; readonly reasoning: Reasoning | null }) | null
  /** null: no vectors by a model. */
  readonly embedding: EmbeddingConfig | null
  /** null: nothing is ranked again. `model` may be empty: the server has one. */
  readonly rerank: Endpoint | null
  /** Longest pause of a model, and longest it may take for one question, milliseconds. */
  readonly idleMs: number
  readonly totalMs: number
  /** Most tokens and money (in the unit of the prices) a day; null: no limit. Questions only: ingestion is an admin's own doing. */
  readonly budget: {
    readonly tokens: number | null
    readonly personTokens: number | null
    readonly cost: number | null
    readonly personCost: number | null
  }
  /** For a million tokens. */
  readonly prices: { readonly in: number; readonly out: number; readonly embedding: number }
}

/**
 * Not measured: no model can be run where this was made. Small enough that a passage found by meaning alone does not pass one that
 * holds the words of the question; `npm run evaluate` with the office's own questions says what is best for its model.
 */
const STANDARD_WEIGHT = 0.3

const PUBLIC_API = 'https://api.openai.com/v1'

export interface ModelSettings {
  readonly EMBEDDER: 'none' | 'hashing'
  readonly OPENAI_API_KEY: string | null
  readonly OPENAI_BASE_URL: string | null
  readonly OPENAI_CHAT_MODEL: string | null
  readonly OPENAI_EMBEDDING_MODEL: string | null
  readonly EMBEDDING_BASE_URL: string | null
  readonly EMBEDDING_API_KEY: string | null
  readonly EMBEDDING_DIMENSIONS: number | null
  readonly EMBEDDING_QUERY_PREFIX: string
  readonly EMBEDDING_PASSAGE_PREFIX: string
  readonly EMBEDDING_NORMALISE: 'true' | 'false'
  readonly EMBEDDING_WEIGHT: number | null
  readonly RERANK_BASE_URL: string | null
  readonly RERANK_API_KEY: string | null
  readonly RERANK_MODEL: string | null
  readonly MODEL_MAY_SEE: Level
  readonly MODEL_MAX_TOKENS: number
  readonly MODEL_REASONING: Reasoning | null
  readonly MODEL_IDLE_LIMIT: number
  readonly MODEL_TIME_LIMIT: number
  readonly MODEL_TOKENS_PER_DAY: number | null
  readonly MODEL_TOKENS_PER_PERSON_PER_DAY: number | null
  readonly MODEL_COST_PER_DAY: number | null
  readonly MODEL_COST_PER_PERSON_PER_DAY: number | null
  readonly MODEL_PRICE_IN: number | null
  readonly MODEL_PRICE_OUT: number | null
  readonly EMBEDDING_PRICE: number | null
}

/** What is wrong with the settings together, each in Vietnamese. */
export const modelFaults = (values: ModelSettings): readonly string[] => {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = values
  const reachable = apiKey !== null || baseUrl !== null
  const faults: string[] = []
  if (values.OPENAI_CHAT_MODEL !== null && !reachable)
    faults.push('OPENAI_CHAT_MODEL cần OPENAI_API_KEY, hoặc OPENAI_BASE_URL nếu mô hình chạy trong mạng nội bộ')
  if (values.OPENAI_EMBEDDING_MODEL !== null && !reachable && values.EMBEDDING_BASE_URL === null)
    faults.push('OPENAI_EMBEDDING_MODEL cần OPENAI_API_KEY, OPENAI_BASE_URL hoặc EMBEDDING_BASE_URL')
  if (values.OPENAI_EMBEDDING_MODEL !== null && values.EMBEDDER === 'hashing')
    faults.push('EMBEDDER=hashing và OPENAI_EMBEDDING_MODEL không dùng cùng nhau; hãy bỏ một trong hai')
  if (values.MODEL_COST_PER_DAY !== null || values.MODEL_COST_PER_PERSON_PER_DAY !== null)
    if (!values.MODEL_PRICE_IN && !values.MODEL_PRICE_OUT)
      faults.push('MODEL_COST_PER_DAY và MODEL_COST_PER_PERSON_PER_DAY cần MODEL_PRICE_IN và MODEL_PRICE_OUT')
  if (values.EMBEDDING_WEIGHT !== null && values.EMBEDDING_WEIGHT > 1) faults.push('EMBEDDING_WEIGHT phải từ 0 đến 1')
  return faults
}

export const modelsOf = (values: ModelSettings): ModelsConfig => {
  const apiKey = values.OPENAI_API_KEY
  const shared = values.OPENAI_BASE_URL ?? PUBLIC_API
  // a key is given only to the server it was given for
  const at = (own: string | null, ownKey: string | null, model: string): Endpoint => ({
    baseUrl: own ?? shared,
    apiKey: ownKey ?? (own === null || own === shared ? apiKey : null),
    model,
  })
  return {
    maySee: values.MODEL_MAY_SEE,
    chat:
      values.OPENAI_CHAT_MODEL === null
        ? null
        : {
            ...at(null, null, values.OPENAI_CHAT_MODEL),
            maxTokens: values.MODEL_MAX_TOKENS,
            reasoning: values.MODEL_REASONING,
          },
    embedding:
      values.OPENAI_EMBEDDING_MODEL === null
        ? null
        : {
            ...at(values.EMBEDDING_BASE_URL, values.EMBEDDING_API_KEY, values.OPENAI_EMBEDDING_MODEL),
            dimensions: values.EMBEDDING_DIMENSIONS,
            queryPrefix: values.EMBEDDING_QUERY_PREFIX,
            passagePrefix: values.EMBEDDING_PASSAGE_PREFIX,
            normalise: values.EMBEDDING_NORMALISE === 'true',
            weight: values.EMBEDDING_WEIGHT ?? STANDARD_WEIGHT,
          },
    rerank:
      values.RERANK_BASE_URL === null
        ? null
        : at(values.RERANK_BASE_URL, values.RERANK_API_KEY, values.RERANK_MODEL ?? ''),
    idleMs: values.MODEL_IDLE_LIMIT * 1000,
    totalMs: values.MODEL_TIME_LIMIT * 1000,
    budget: {
      tokens: values.MODEL_TOKENS_PER_DAY,
      personTokens: values.MODEL_TOKENS_PER_PERSON_PER_DAY,
      cost: values.MODEL_COST_PER_DAY,
      personCost: values.MODEL_COST_PER_PERSON_PER_DAY,
    },
    prices: {
      in: values.MODEL_PRICE_IN ?? 0,
      out: values.MODEL_PRICE_OUT ?? 0,
      embedding: values.EMBEDDING_PRICE ?? 0,
    },
  }
}
