/** What kinds of graph were compared, as a table and as a chart: recall against time. */
import { GRAPH_SHAPE } from '../../../src/search/snapshot/vectors.ts'
import { drawLines, type Line } from '../draw-lines.ts'
import { aligned } from '../../evaluate/table.ts'
import type { GraphTrial } from './choose-graph.ts'

export const asGraphTable = (trials: readonly GraphTrial[]): string => {
  const rows = trials.flatMap(({ m, buildSeconds, bytes, points }) =>
    points.map(({ share, ef, recall10, ms }) => [
      String(m),
      buildSeconds.toFixed(0),
      (bytes / 1e6).toFixed(0),
      `${Math.round(share * 100)} %`,
      String(ef),
      recall10.toFixed(3),
      ms.p50.toFixed(2),
      ms.p95.toFixed(2),
    ]),
  )
  const head = ['M', 'dựng s', 'MB', 'được đọc', 'ef', 'recall@10', 'p50 ms', 'p95 ms']
  return `Đồ thị vectơ: M và ef so với quét hết\n${aligned([head, ...rows])}`
}

/** A chart for each share: everything readable, and the smallest that is left to the graph. */
export const graphCharts = (trials: readonly GraphTrial[]): ReadonlyMap<string, string> => {
  const shares = [...new Set(trials.flatMap(({ points }) => points.map(({ share }) => share)))]
  return new Map(
    shares.map((share) => {
      const lines = trials.map(({ m, points }): Line => ({
        name: `M ${m}`,
        points: points
          .filter((point) => point.share === share)
          .map(({ ef, recall10, ms }) => ({
            x: ms.p50,
            y: recall10,
            // those of the kind in use: all of them would lie on each other
            ...(m === GRAPH_SHAPE.m && { label: String(ef) }),
          })),
      }))
      const percent = Math.round(share * 100)
      const chart = drawLines({
        title: `Tìm theo nghĩa: tìm được bao nhiêu, mất bao lâu (được đọc ${percent} %)`,
        subtitle: `ef từ 40 đến 1024, ghi bên điểm của M ${GRAPH_SHAPE.m}; recall@10 so với quét hết; một lõi`,
        x: { label: 'mili giây (trung vị)', scale: 'log' },
        y: { label: 'recall@10', scale: 'linear' },
        lines,
      })
      return [`vector-graph-${percent}.svg`, chart] as const
    }),
  )
}
