/** Another searcher over the same corpus and questions. */
import type { Searcher } from './searchers.ts'
import { rankingValues, timesOf } from './measure-retrieval.ts'
import type { SetQuestion } from './read-set.ts'
import type { PeerRun } from './set-run.ts'

export const measurePeer = (peer: Searcher, questions: readonly SetQuestion[]): PeerRun => {
  const times: number[] = []
  const asked = questions.map(({ question, relevant }) => {
    const started = performance.now()
    const found = peer.search(question)
    times.push(performance.now() - started)
    return { values: rankingValues({ found, relevant: new Set(relevant) }) }
  })
  return { name: peer.name, retrieveMs: timesOf(times), questions: asked }
}
