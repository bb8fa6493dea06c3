/** The vector search under an access filter, judged against the exact search of what may be read (reliability.md L7). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timesOf, type Times } from '../../evaluate/measure-retrieval.ts'
import { graphBytes, openVectors, type VectorIndex } from '../../../src/search/snapshot/vectors.ts'
import { makeVectors, type MadeVectors } from './make-vectors.ts'

export interface FilteredTimes {
  readonly vectors: number
  readonly dimensions: number
  readonly buildSeconds: number
  readonly rows: readonly FilteredRow[]
}

export interface FilteredRow {
  /** Share of the vectors that the reader may see. */
  readonly share: number
  /** `scattered`: any passage may be readable; `together`: what is readable is of few subjects, as papers of one level are. */
  readonly spread: 'scattered' | 'together'
  readonly recall10: number
  readonly searchMs: Times
  /** The exact search of the same set. */
  readonly scanMs: Times
}

const K = 10
const SHARES = [0.01, 0.1, 0.5, 0.98]

export const timeFilteredVectors = (count: number, dimensions: number, questions: number): FilteredTimes => {
  const made = makeVectors(count, dimensions, questions)
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-do-'))
  try {
    const started = performance.now()
    const file = join(folder, 'vectors.hnsw')
    writeFileSync(file, graphBytes(made.vectors, dimensions, join(folder, 'scratch')))
    const buildSeconds = (performance.now() - started) / 1000
    const index = openVectors(file, made.vectors, dimensions)
    const rows = SHARES.flatMap((share) => [
      measured(index, made, share, 'scattered'),
      measured(index, made, share, 'together'),
    ])
    return { vectors: count, dimensions, buildSeconds, rows }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const measured = (index: VectorIndex, made: MadeVectors, share: number, spread: FilteredRow['spread']): FilteredRow => {
  const readable = new Uint8Array(index.count)
  const most = Math.round(share * index.count)
  const order = spread === 'scattered' ? made.scattered : made.bySubject
  for (const passage of order.subarray(0, most)) readable[passage] = 1
  const allowed = (passage: number): boolean => readable[passage] === 1
  const [searchMs, scanMs]: [number[], number[]] = [[], []]
  let found = 0
  for (const question of made.questions) {
    const from = performance.now()
    const hits = index.search(question, K, allowed, most)
    const between = performance.now()
    const exact = new Set(index.scan(question, K, allowed).map(({ passage }) => passage))
    searchMs.push(between - from)
    scanMs.push(performance.now() - between)
    found += hits.filter(({ passage }) => exact.has(passage)).length
  }
  const recall10 = found / (K * made.questions.length)
  return { share, spread, recall10, searchMs: timesOf(searchMs), scanMs: timesOf(scanMs) }
}
