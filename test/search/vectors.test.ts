import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { graphBytes, normalise, openVectors, type VectorIndex } from '../../src/search/snapshot/vectors.ts'
import { makeVectors } from '../../scripts/benchmark/vectors/make-vectors.ts'
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

it('finds it too where what may be read is of few subjects, and questions are about others', () => {
  const made = makeVectors(6_000, 24, 25)
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
  const file = join(folder, 'vectors.hnsw')
  writeFileSync(file, graphBytes(made.vectors, 24, join(folder, 'scratch')))
  const bySubject = openVectors(file, made.vectors, 24)
  rmSync(folder, { recursive: true })
  for (const share of [0.01, 0.1, 0.7, 0.98])
    for (const order of [made.scattered, made.bySubject]) {
      const readable = new Set(order.subarray(0, share * 6_000))
      const allowed = (passage: number): boolean => readable.has(passage)
      const found = made.questions.flatMap((question) => {
        const exact = new Set(bySubject.scan(question, 10, allowed).map(({ passage }) => passage))
        const hits = bySubject.search(question, 10, allowed, readable.size).map(({ passage }) => passage)
        expect(hits.every(allowed)).toBe(true)
        return hits.filter((passage) => exact.has(passage))
      })
      expect(found.length / 250, `${share} readable`).toBeGreaterThanOrEqual(0.95)
    }
})

it('scans exactly: the best first, ties by number, no more than asked for', () => {
  const rows = Float32Array.from([1, 0, 0, 1, 1, 0, 0.6, 0.8, -1, 0])
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
  const file = join(folder, 'vectors.hnsw')
  writeFileSync(file, graphBytes(rows, 2, join(folder, 'scratch')))
  const few = openVectors(file, rows, 2)
  rmSync(folder, { recursive: true })
  const numbers = (k: number, allowed = (_passage: number): boolean => true): number[] =>
    few.scan([1, 0], k, allowed).map(({ passage }) => passage)
  expect(numbers(9)).toEqual([0, 2, 3, 1, 4])
  expect(numbers(2)).toEqual([0, 2])
  expect(numbers(2, (passage) => passage !== 0)).toEqual([2, 3])
  expect(numbers(3, () => false)).toEqual([])
})

it('gives a vector itself back first, with similarity 1', () => {
  const [first] = index.search([...vectors.subarray(0, DIMENSIONS)], 3, () => true, COUNT)
  expect(first!.passage).toBe(0)
  expect(first!.similarity).toBeCloseTo(1, 5)
})

it('refuses a vector of another length', () => {
  expect(() => index.search([1, 2, 3], 1, () => true, COUNT)).toThrow(/3 numbers for an index of 24/)
})
