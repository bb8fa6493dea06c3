/** What is measured, and of which question: every measure is a mean over the questions that it speaks of. */

export const MEASURES = [
  'recall@1',
  'recall@5',
  'recall@10',
  'mrr@10',
  'ndcg@10',
  /** A gold answer stands in the answer's text. */
  'answerHit',
  /** Characters of an answer that was given. */
  'answerLength',
  /** The same two for the quotes alone, without explanation and source lines. */
  'quoteHit',
  'quoteLength',
  /** A question without an answer in the corpus was refused. */
  'refusedRight',
  /** A question with an answer in the corpus was refused. */
  'refusedWrong',
] as const
export type Measure = (typeof MEASURES)[number]

/** What one question adds to each measure that speaks of it. */
export type Values = Readonly<Partial<Record<Measure, number>>>

/** A share between 0 and 1; the others are counts of characters. */
export const isShare = (measure: Measure): boolean => measure !== 'answerLength' && measure !== 'quoteLength'

/** Whether more is better; null: neither. */
export const isBetterHigh = (measure: Measure): boolean | null => (isShare(measure) ? measure !== 'refusedWrong' : null)

/** The values of the questions that the measure speaks of. */
export const valuesOf = (measure: Measure, questions: readonly { readonly values: Values }[]): readonly number[] =>
  questions.flatMap(({ values }) => values[measure] ?? [])

/** null for none: there is nothing to tell. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, x) => sum + x, 0) / values.length

export const rounded = (value: number | null | undefined, digits = 4): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(digits))
