/** Whether the right documents are found, and how fast. Recall is over corpus ids, not over passages. */
import type { RetrievalMeasures } from './measures.ts'
import type { SetQuestion } from './read-set.ts'
import type { Retrieve } from './trial-index.ts'

const TOP = 10

/** Over the questions that have an answer in the corpus; times over all. */
export const measureRetrieval = async (
  questions: readonly SetQuestion[],
  retrieve: Retrieve,
): Promise<RetrievalMeasures> => {
  const times: number[] = []
  const rankings: { found: readonly string[]; relevant: ReadonlySet<string> }[] = []
  for (const { question, relevant } of questions) {
    const started = performance.now()
    const found = retrieve(question, { top: TOP })
    // without a model there is nothing to wait for, and waiting would be measured
    const { documents } = found instanceof Promise ? await found : found
    times.push(performance.now() - started)
    if (relevant.length > 0) {
      rankings.push({ found: documents.map(({ card }) => card.id), relevant: new Set(relevant) })
    }
  }
  return { ...rankingMeasures(rankings), retrieveMs: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) } }
}

/**
 * `found` best first. Recall@k is the share of the relevant ids among the first k, of as many as k places can hold: at 1 it is
 * "the first hit is right". nDCG is binary. As in retrieval-study.
 */
export const rankingMeasures = (
  rankings: readonly { readonly found: readonly string[]; readonly relevant: ReadonlySet<string> }[],
): Omit<RetrievalMeasures, 'retrieveMs'> => {
  const within = (k: number) =>
    mean(
      rankings.map(
        ({ found, relevant }) => found.slice(0, k).filter((id) => relevant.has(id)).length / Math.min(k, relevant.size),
      ),
    )
  return {
    recall1: within(1),
    recall5: within(5),
    recall10: within(10),
    mrr10: mean(rankings.map(({ found, relevant }) => 1 / (1 + firstRight(found, relevant)))),
    ndcg10: mean(rankings.map(({ found, relevant }) => gain(found, relevant) / ideal(relevant.size))),
  }
}

const firstRight = (found: readonly string[], relevant: ReadonlySet<string>): number => {
  const place = found.slice(0, TOP).findIndex((id) => relevant.has(id))
  return place < 0 ? Infinity : place
}

const gain = (found: readonly string[], relevant: ReadonlySet<string>): number =>
  found.slice(0, TOP).reduce((sum, id, i) => sum + (relevant.has(id) ? 1 / Math.log2(i + 2) : 0), 0)

const ideal = (relevant: number): number =>
  Array.from({ length: Math.min(TOP, relevant) }, (_, i) => 1 / Math.log2(i + 2)).reduce((sum, x) => sum + x, 0)

/** null for none: there is nothing to tell. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, x) => sum + x, 0) / values.length

export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
