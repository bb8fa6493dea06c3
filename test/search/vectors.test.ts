import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { graphBytes, normalise, openVectors, type VectorIndex } from '../../src/search/snapshot/vectors.ts'
import { seeded } from '../support/random.ts'

const DIMENSIONS = 24
const COUNT = 11_000

const random = seeded(3)
const vectors = new Float32Array(COUNT * DIMENSIONS)
let index: VectorIndex

beforeAll(() => {
  for (let i = 0; i < COUNT; i++)
    vectors.set(normalise(Array.from({ length: DIMENSIONS }, () => random() - 0.5)), i * DIMENSIONS)
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
  const file = join(folder, 'vectors.hnsw')
  writeFileSync(file, graphBytes(vectors, DIMENSIONS, join(folder, 'scratch')))
  index = openVectors(file, vectors, DIMENSIONS)
  rmSync(folder, { recursive: true })
})

it('finds nearly what the exact scan finds, whatever share of the passages the reader may see', () => {
  for (const every of [1, 2, 10, 100]) {
    const allowed = (passage: number): boolean => passage % every === 0
    let found = 0
    for (let n = 0; n < 50; n++) {
      const query = Array.from({ length: DIMENSIONS }, () => random() - 0.5)
      const expected = new Set(index.scan(query, 10, allowed).map(({ passage }) => passage))
      const hits = index.search(query, 10, allowed, COUNT / every)
      expect(hits).toHaveLength(10)
      expect(hits.every(({ passage }) => allowed(passage))).toBe(true)
      found += hits.filter(({ passage }) => expected.has(passage)).length
    }
    expect(found / 500, `one in ${every} readable`).toBeGreaterThanOrEqual(0.95)
  }
})

it('gives a vector itself back first, with similarity 1', () => {
  const [first] = index.search([...vectors.subarray(0, DIMENSIONS)], 3, () => true, COUNT)
  expect(first!.passage).toBe(0)
  expect(first!.similarity).toBeCloseTo(1, 5)
})

it('refuses a vector of another length', () => {
  expect(() => index.search([1, 2, 3], 1, () => true, COUNT)).toThrow(/3 numbers for an index of 24/)
})
