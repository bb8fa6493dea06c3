/** Whether the right documents are found. Recall is over corpus ids, not over passages. */
import { mean, valuesOf, type Values } from './measures.ts'

export const TOP = 10

export interface Ranking {
  /** Corpus ids, best first. */
  readonly found: readonly string[]
  readonly relevant: ReadonlySet<string>
}

/**
 * Recall@k is the share of the relevant ids among the first k, of as many as k places can hold: at 1 it is "the first hit is
 * right". nDCG is binary. As in retrieval-study. Nothing for a question without an answer in the corpus.
 */
export const rankingValues = ({ found, relevant }: Ranking): Values => {
  if (relevant.size === 0) return {}
  const within = (k: number): number =>
    found.slice(0, k).filter((id) => relevant.has(id)).length / Math.min(k, relevant.size)
  return {
    'recall@1': within(1),
    'recall@5': within(5),
    'recall@10': within(10),
    'mrr@10': 1 / (1 + firstRight(found, relevant)),
    'ndcg@10': gain(found, relevant) / ideal(relevant.size),
  }
}

export interface RankingMeasures {
  readonly recall1: number | null
  readonly recall5: number | null
  readonly recall10: number | null
  readonly mrr10: number | null
  readonly ndcg10: number | null
}

export const rankingMeasures = (rankings: readonly Ranking[]): RankingMeasures => {
  const questions = rankings.map((ranking) => ({ values: rankingValues(ranking) }))
  return {
    recall1: mean(valuesOf('recall@1', questions)),
    recall5: mean(valuesOf('recall@5', questions)),
    recall10: mean(valuesOf('recall@10', questions)),
    mrr10: mean(valuesOf('mrr@10', questions)),
    ndcg10: mean(valuesOf('ndcg@10', questions)),
  }
}

export interface Times {
  readonly p50: number
  readonly p95: number
}

export const timesOf = (times: readonly number[]): Times => ({ p50: quantile(times, 0.5), p95: quantile(times, 0.95) })

export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

const firstRight = (found: readonly string[], relevant: ReadonlySet<string>): number => {
  const place = found.slice(0, TOP).findIndex((id) => relevant.has(id))
  return place < 0 ? Infinity : place
}

const gain = (found: readonly string[], relevant: ReadonlySet<string>): number =>
  found.slice(0, TOP).reduce((sum, id, i) => sum + (relevant.has(id) ? 1 / Math.log2(i + 2) : 0), 0)

const ideal = (relevant: number): number =>
  Array.from({ length: Math.min(TOP, relevant) }, (_, i) => 1 / Math.log2(i + 2)).reduce((sum, x) => sum + x, 0)
