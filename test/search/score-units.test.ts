import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invert } from '../../src/search/lexical/invert.ts'
import {
  addImpacts,
  inverseFrequency,
  frequency,
  wholePostings,
  type Postings,
} from '../../src/search/lexical/postings.ts'
import { openTerms } from '../../src/search/lexical/open-terms.ts'
import { bestUnits, scoreUnits } from '../../src/search/lexical/score-units.ts'
import { seeded } from '../support/random.ts'

const B = 0.7
const TITLE_WEIGHT = 2
const TITLE_B = 0.6

interface Unit {
  readonly title: readonly number[]
  readonly body: readonly number[]
}

const unitsOf = fc.array(
  fc.record({
    title: fc.array(fc.nat(9), { maxLength: 4 }),
    body: fc.array(fc.nat(9), { maxLength: 30 }),
  }),
  { minLength: 1, maxLength: 40 },
)
const queryOf = fc.uniqueArray(fc.record({ term: fc.nat(9), weight: fc.constantFrom(0.25, 0.7, 1) }), {
  selector: ({ term }) => term,
  maxLength: 6,
})

/** Lays the units out as the builder does: title, then body, one after the other. */
const inverted = (units: readonly Unit[]): Postings => {
  const tokens = units.flatMap(({ title, body }) => [...title, ...body])
  const titleFrom: number[] = []
  const bodyFrom: number[] = []
  const bodyTo: number[] = []
  let at = 0
  for (const { title, body } of units) {
    titleFrom.push(at)
    bodyFrom.push((at += title.length))
    bodyTo.push((at += body.length))
  }
  const fields = {
    units: units.length,
    titleFrom: Uint32Array.from(titleFrom),
    titleTo: Uint32Array.from(bodyFrom),
    bodyFrom: Uint32Array.from(bodyFrom),
    bodyTo: Uint32Array.from(bodyTo),
  }
  const weights = { k1: 1, b: B, titleWeight: TITLE_WEIGHT, titleB: TITLE_B }
  return wholePostings(invert(fields, 10, Uint32Array.from(tokens), null, weights))
}

/** BM25F straight from its definition, over plain arrays. */
const naive = (units: readonly Unit[], query: readonly { term: number; weight: number }[]): number[] => {
  const count = (list: readonly number[], term: number): number => list.filter((t) => t === term).length
  const mean = (of: (unit: Unit) => number): number =>
    Math.max(1, units.reduce((sum, unit) => sum + of(unit), 0) / units.length)
  const [meanBody, meanTitle] = [mean((u) => u.body.length), mean((u) => u.title.length)]
  return units.map(({ title, body }) =>
    query.reduce((sum, { term, weight }) => {
      const df = units.filter((u) => u.title.includes(term) || u.body.includes(term)).length
      const f =
        count(body, term) / (1 - B + (B * body.length) / meanBody) +
        (TITLE_WEIGHT * count(title, term)) / (1 - TITLE_B + (TITLE_B * title.length) / meanTitle)
      const idf = Math.log(1 + (units.length - df + 0.5) / (df + 0.5))
      return sum + weight * idf * ((2 * f) / (f + 1))
    }, 0),
  )
}

describe('bestUnits', () => {
  test('agrees with BM25F written out, but for the rounding of impacts to eight bits', () => {
    fc.assert(
      fc.property(unitsOf, queryOf, (units, query) => {
        const postings = inverted(units)
        const expected = naive(units, query)
        const tolerance = query.reduce((sum, { weight }) => sum + weight * 5 * (0.5 / 127 + 1 / 127), 1e-6)
        for (const [unit, score] of expected.entries()) {
          expect(
            Math.abs(scoreUnits(openTerms(postings, query), [unit], new Float32Array(units.length))[0]! - score),
          ).toBeLessThan(tolerance)
        }
      }),
    )
  })

  test('gives the best units in order, the same as scoring every unit and sorting', () => {
    fc.assert(
      fc.property(unitsOf, queryOf, fc.integer({ min: 1, max: 12 }), (units, query, limit) => {
        const postings = inverted(units)
        const sums = new Float32Array(units.length)
        const found = bestUnits(openTerms(postings, query), limit, sums)
        const all = units
          .map((_, unit) => ({
            unit,
            score: scoreUnits(openTerms(postings, query), [unit], new Float32Array(units.length))[0]!,
          }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score)
        expect(found.units.length).toBe(Math.min(limit, all.length))
        for (const [i, score] of found.scores.entries()) expect(score).toBeCloseTo(all[i]!.score, 3)
        expect(sums.every((sum) => sum === 0)).toBe(true)
      }),
    )
  })

  test('with two stages scores are exact, and the first hits are those of one stage', () => {
    const random = seeded(7)
    // syllables as unequal as in a language: a few everywhere, most rare
    const word = (): number => Math.floor(10 * random() ** 3)
    const units = Array.from({ length: 3000 }, () => ({
      title: Array.from({ length: 3 }, word),
      body: Array.from({ length: 8 }, word),
    }))
    const postings = inverted(units)
    const query = [9, 8, 7, 6, 0, 1].map((term) => ({ term, weight: 1 }))
    const sums = new Float32Array(units.length)
    const one = bestUnits(openTerms(postings, query), 200, sums, {
      stages: { longShare: 1, mostVisits: Infinity, atLeast: 3, fewPostings: 0, fewest: Infinity },
    })
    const two = bestUnits(openTerms(postings, query), 200, sums, {
      stages: { longShare: 0.3, mostVisits: Infinity, atLeast: 3, fewPostings: 0, fewest: Infinity },
    })
    expect(frequency(postings, 0)).toBeGreaterThan(0.3 * units.length) // else there is no second stage
    for (const [i, unit] of two.units.entries()) {
      expect(two.scores[i]).toBeCloseTo(
        scoreUnits(openTerms(postings, query), [unit], new Float32Array(units.length))[0]!,
        3,
      )
    }
    expect(two.units.slice(0, 10)).toEqual(one.units.slice(0, 10))
    const few = { longShare: 1, mostVisits: 500, atLeast: 1, fewPostings: 0, fewest: 0 }
    const bounded = bestUnits(openTerms(postings, query), 200, sums, { stages: few })
    expect(bounded.units).toHaveLength(200)
    for (const [i, unit] of bounded.units.entries())
      expect(bounded.scores[i]).toBeCloseTo(
        scoreUnits(openTerms(postings, query), [unit], new Float32Array(units.length))[0]!,
        3,
      )
  })
})

test('an impact is found for exactly the units that hold the term', () => {
  const units = [
    { title: [1], body: [2, 2] },
    { title: [], body: [3] },
    { title: [2], body: [] },
  ]
  const postings = inverted(units)
  const impacts = (term: number): boolean[] => {
    const sums = new Float64Array(3)
    addImpacts(postings.list(term), postings.units, 1, [0, 1, 2], sums)
    return [...sums].map((sum) => sum > 0)
  }
  expect(impacts(2)).toEqual([true, false, true])
  expect(impacts(9)).toEqual([false, false, false])
})

test('going forward through a list finds what a plain look at each unit finds', () => {
  const units = Array.from({ length: 700 }, (_, i) => ({
    title: [],
    body: [i % 3 === 0 ? 1 : 2, (i * 37) % 11 === 0 ? 3 : 4],
  }))
  const postings = inverted(units)
  for (const step of [1, 2, 7, 64, 699]) {
    const some = Int32Array.from({ length: Math.ceil(700 / step) }, (_, i) => i * step)
    for (const term of [1, 3]) {
      const sums = new Float64Array(some.length)
      addImpacts(postings.list(term), postings.units, 1, some, sums)
      const holds = [...some].map((unit) => units[unit]!.body.includes(term))
      expect([...sums].map((sum) => sum > 0)).toEqual(holds)
    }
  }
})

test('inverse frequency falls with frequency and is never negative', () => {
  const values = [0, 1, 10, 500, 1000].map((df) => inverseFrequency(1000, df))
  expect(values).toEqual([...values].sort((a, b) => b - a))
  expect(values.at(-1)).toBeGreaterThan(0)
})
