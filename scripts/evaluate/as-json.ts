/** What `--json` prints: the keys that the design promises for one set, and more beside them. */
import { rowOf, rowsByTag, rowsByType, type Row } from './estimates.ts'
import { isShare, MEASURES, rounded } from './measures.ts'
import type { PeerRun, SetRun } from './set-run.ts'

/** What was not measured is null. */
export const setAsJson = (run: SetRun): Record<string, unknown> => {
  const { intervals, ...measures } = rowAsJson(rowOf(run.set, run.questions))
  return {
    queries: run.questions.length,
    passages: run.passages,
    ...measures,
    quotes: run.quotes?.quotes ?? null,
    quotesVerbatim: run.quotes?.verbatim ?? null,
    model: run.model,
    retrieveMs: timesAsJson(run.retrieveMs),
    ingestSeconds: rounded(run.ingestSeconds, 2),
    set: run.set,
    typing: run.typing,
    intervals,
    tags: rowsAsJson(rowsByTag(run)),
    types: rowsAsJson(rowsByType(run)),
    ...(run.peers.length > 0 && { peers: run.peers.map(peerAsJson) }),
  }
}

/** `intervals`: 95 %, low and high. */
export const rowAsJson = ({ estimates }: Row): Record<string, unknown> => ({
  ...Object.fromEntries(
    MEASURES.map((measure) => [measure, rounded(estimates[measure]?.value, isShare(measure) ? 4 : 1)]),
  ),
  intervals: Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const interval = estimates[measure]?.interval
      return interval ? [[measure, interval.map((end) => rounded(end, isShare(measure) ? 4 : 1))]] : []
    }),
  ),
})

const rowsAsJson = (rows: readonly Row[]): Record<string, unknown> =>
  Object.fromEntries(rows.map((row) => [row.label, { queries: row.questions, ...rowAsJson(row) }]))

const peerAsJson = ({ name, retrieveMs, questions }: PeerRun): Record<string, unknown> => ({
  name,
  ...Object.fromEntries(Object.entries(rowAsJson(rowOf(name, questions))).filter(([, value]) => value !== null)),
  retrieveMs: timesAsJson(retrieveMs),
})

const timesAsJson = ({ p50, p95 }: SetRun['retrieveMs']): object => ({ p50: rounded(p50, 3), p95: rounded(p95, 3) })
