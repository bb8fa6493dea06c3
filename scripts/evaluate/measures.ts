/** What a measurement says, and how it is printed. */

export interface RetrievalMeasures {
  readonly recall1: number | null
  readonly recall5: number | null
  readonly recall10: number | null
  readonly mrr10: number | null
  readonly ndcg10: number | null
  readonly retrieveMs: { readonly p50: number; readonly p95: number }
}

export interface AnswerMeasures {
  /** Share of the questions with a gold answer in whose answer one stands. */
  readonly answerHit: number | null
  /** Mean length of the answers given, in characters. */
  readonly answerLength: number | null
  /** The same two for the quotes alone, without explanation and source lines. */
  readonly quoteHit: number | null
  readonly quoteLength: number | null
  /** Share of the questions without an answer in the corpus that were refused. */
  readonly refusedRight: number | null
  /** Share of the questions with an answer in the corpus that were refused. */
  readonly refusedWrong: number | null
  /** Quotes shown, and how many of them stand character for character in their document. */
  readonly quotes: number
  readonly quotesVerbatim: number
  /** null: no model that writes is configured. */
  readonly model: ModelMeasures | null
}

export interface ModelMeasures {
  readonly id: string
  /** Share of all questions whose answer a model has worded, and how the others came about. */
  readonly written: number
  readonly why: Readonly<Record<string, number>>
  readonly statementsKept: number
  readonly statementsDropped: number
  readonly citationsPerStatement: number | null
  readonly calls: number
  readonly tokensIn: number
  readonly tokensOut: number
  readonly cost: number
  /** Milliseconds to the whole answer. */
  readonly answerMs: { readonly p50: number; readonly p95: number }
}

export interface Measures extends RetrievalMeasures, Partial<AnswerMeasures> {
  readonly queries: number
  readonly passages: number
  readonly ingestSeconds: number
}

/** The keys that DESIGN.md §5 promises, and the count of quotes. What was not measured is null. */
export const asJson = (measures: Measures): Record<string, unknown> => ({
  queries: measures.queries,
  passages: measures.passages,
  'recall@1': rounded(measures.recall1),
  'recall@5': rounded(measures.recall5),
  'recall@10': rounded(measures.recall10),
  'mrr@10': rounded(measures.mrr10),
  'ndcg@10': rounded(measures.ndcg10),
  answerHit: rounded(measures.answerHit),
  answerLength: rounded(measures.answerLength, 1),
  quoteHit: rounded(measures.quoteHit),
  quoteLength: rounded(measures.quoteLength, 1),
  refusedRight: rounded(measures.refusedRight),
  refusedWrong: rounded(measures.refusedWrong),
  quotes: measures.quotes ?? null,
  quotesVerbatim: measures.quotesVerbatim ?? null,
  model: measures.model ?? null,
  retrieveMs: { p50: rounded(measures.retrieveMs.p50, 3), p95: rounded(measures.retrieveMs.p95, 3) },
  ingestSeconds: rounded(measures.ingestSeconds, 2),
})

/** For a person: one line a measure. */
export const asLines = (measures: Measures): string => {
  const { retrieveMs, ...rest } = asJson(measures)
  const { p50, p95 } = retrieveMs as { p50: number; p95: number }
  const shown = { ...rest, 'retrieveMs p50': p50, 'retrieveMs p95': p95 }
  return Object.entries(shown)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name.padEnd(16)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}\n`)
    .join('')
}

const rounded = (value: number | null | undefined, digits = 4): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(digits))
