/** Asks every question of every searcher in turn, so that all share what the machine does meanwhile. */
import { rankingMeasures, timesOf } from '../evaluate/measure-retrieval.ts'
import type { SetQuestion } from '../evaluate/read-set.ts'
import type { Searcher } from '../evaluate/searchers.ts'

export interface Compared {
  readonly name: string
  /** How many times slower than the first searcher, at the median and at the 95th percentile. */
  readonly slower: { readonly p50: number; readonly p95: number }
  readonly ms: { readonly p50: number; readonly p95: number }
  readonly recall1: number | null
  readonly ndcg10: number | null
  readonly buildSeconds: number
}

/** Questions asked before the clock starts, so that nobody is timed while the code is still being compiled. */
const WARM_UP = 50

export const compareRetrieval = (
  searchers: readonly Searcher[],
  questions: readonly SetQuestion[],
): readonly Compared[] => {
  for (const { question } of questions.slice(0, WARM_UP)) for (const searcher of searchers) searcher.search(question)
  const runs = searchers.map((searcher) => ({
    searcher,
    times: [] as number[],
    rankings: [] as { found: readonly string[]; relevant: ReadonlySet<string> }[],
  }))
  for (const { question, relevant } of questions) {
    for (const { searcher, times, rankings } of runs) {
      const started = performance.now()
      const found = searcher.search(question)
      times.push(performance.now() - started)
      if (relevant.length > 0) rankings.push({ found, relevant: new Set(relevant) })
    }
  }
  const timed = runs.map(({ times }) => timesOf(times))
  return runs.map(({ searcher, rankings }, i) => {
    const { recall1, ndcg10 } = rankingMeasures(rankings)
    const slower = { p50: timed[i]!.p50 / timed[0]!.p50, p95: timed[i]!.p95 / timed[0]!.p95 }
    return { name: searcher.name, slower, ms: timed[i]!, recall1, ndcg10, buildSeconds: searcher.buildSeconds }
  })
}
