/** What links and breadth of search buy: recall against the exact search and time, for each kind of graph. Reason for the constants in vectors.ts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timesOf, type Times } from '../../evaluate/measure-retrieval.ts'
import { BREADTH, GRAPH_SHAPE, graphBytes, openVectors, type Breadth } from '../../../src/search/snapshot/vectors.ts'
import { makeVectors, type MadeVectors } from './make-vectors.ts'

export interface GraphTrial {
  readonly m: number
  readonly buildSeconds: number
  readonly bytes: number
  readonly points: readonly GraphPoint[]
}

export interface GraphPoint {
  /** Share of the vectors that the reader may see; less than all of them are of few subjects, as papers of one level are. */
  readonly share: number
  readonly ef: number
  readonly recall10: number
  readonly ms: Times
}

const K = 10
const SHARES = [1, 0.5, 0.1]
const LINKS = [8, GRAPH_SHAPE.m, 32]
const BREADTHS = [40, 64, BREADTH.ef, 256, BREADTH.efFiltered, 1024]

export const chooseGraph = (count: number, dimensions: number, questions: number): readonly GraphTrial[] => {
  const made = makeVectors(count, dimensions, questions)
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-do-'))
  const file = join(folder, 'vectors.hnsw')
  const open = (breadth: Breadth) => openVectors(file, made.vectors, dimensions, false, breadth)
  try {
    const exact = new Map<number, readonly ReadonlySet<number>[]>()
    return LINKS.map((m) => {
      const started = performance.now()
      const bytes = graphBytes(made.vectors, dimensions, join(folder, 'scratch'), { ...GRAPH_SHAPE, m })
      const buildSeconds = (performance.now() - started) / 1000
      writeFileSync(file, bytes)
      const points = SHARES.flatMap((share) => {
        const { allowed, most } = readableOf(made, count, share)
        const oracle = open(BREADTH)
        const right =
          exact.get(share) ??
          made.questions.map((vector) => new Set(oracle.scan(vector, K, allowed).map(({ passage }) => passage)))
        exact.set(share, right)
        return BREADTHS.map((ef): GraphPoint => {
          // never the scan: it is the graph that is judged
          const index = open({ ef, efFiltered: ef, scanLooks: 0 })
          const times: number[] = []
          let found = 0
          made.questions.forEach((vector, n) => {
            const from = performance.now()
            const hits = index.search(vector, K, allowed, most)
            times.push(performance.now() - from)
            found += hits.filter(({ passage }) => right[n]!.has(passage)).length
          })
          const recall10 = found / (K * made.questions.length)
          return { share, ef, recall10, ms: timesOf(times) }
        })
      })
      return { m, buildSeconds, bytes: bytes.length, points }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const readableOf = ({ bySubject }: MadeVectors, count: number, share: number) => {
  const readable = new Uint8Array(count)
  const most = Math.round(share * count)
  for (const passage of bySubject.subarray(0, most)) readable[passage] = 1
  return { allowed: (passage: number): boolean => readable[passage] === 1, most }
}
