/** Measures the chosen sets one after the other, each corpus indexed once. */
import type { Embedder } from '../../src/models/model.ts'
import type { SetToMeasure } from './choose-sets.ts'
import { measureSet, type HowToMeasure } from './measure-set.ts'
import { readCorpus, readQuestions, type CorpusEntry, type SetQuestion } from './read-set.ts'
import type { Searcher } from './searchers.ts'
import type { SetRun } from './set-run.ts'
import { openTrialIndex } from './trial-index.ts'

export interface HowToMeasureAll extends Omit<HowToMeasure, 'peers'> {
  readonly limit: number
  readonly embedder: Embedder | null
  readonly withPeers: boolean
  /** Told before a set is measured. */
  readonly onSet?: (set: string, typing: string) => void
  /** Told of right documents that the corpus does not have. */
  readonly onUnknownIds?: (set: string, questions: number) => void
}

/** In the order of `sets`; all files are read before anything is measured, so that a fault in the last one costs no time. */
export const measureChosen = async (
  sets: readonly SetToMeasure[],
  { limit, embedder, withPeers, onSet, onUnknownIds, ...how }: HowToMeasureAll,
): Promise<readonly SetRun[]> => {
  const corpora = new Map([...new Set(sets.map(({ corpus }) => corpus))].map((path) => [path, readCorpus(path)]))
  const read = sets.map((set) => ({
    ...set,
    asked: set.queries.map(({ typing, file }) => ({ typing, questions: readQuestions(set.corpus, file, limit) })),
  }))
  const runs = new Map<string, SetRun[]>()
  for (const [path, corpus] of corpora) {
    const ids = new Set(corpus.map(({ id }) => id))
    const index = await openTrialIndex(corpus, embedder)
    const peers = withPeers ? await peersOver(corpus) : []
    try {
      for (const { set, asked } of read.filter((one) => one.corpus === path))
        for (const { typing, questions } of asked) {
          onSet?.(set, typing)
          const unknown = questions.filter((question) => namesUnknown(question, ids)).length
          if (unknown > 0) onUnknownIds?.(set, unknown)
          const run = await measureSet({ set, typing }, questions, index, { ...how, peers })
          runs.set(set, [...(runs.get(set) ?? []), run])
        }
    } finally {
      index.close()
      for (const peer of peers) peer.close()
    }
  }
  return sets.flatMap(({ set }) => runs.get(set) ?? [])
}

/** Loaded when asked for: MiniSearch is there for development alone. */
const peersOver = async (corpus: readonly CorpusEntry[]): Promise<readonly Searcher[]> => {
  const { createFts5, createMiniSearch } = await import('./searchers.ts')
  return [createMiniSearch(corpus), createFts5(corpus)]
}

const namesUnknown = ({ relevant }: SetQuestion, ids: ReadonlySet<string>): boolean =>
  relevant.some((id) => !ids.has(id))
