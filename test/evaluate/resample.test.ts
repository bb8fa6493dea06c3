import { describe, expect, test } from 'vitest'
import { macroOf, rowOf } from '../../scripts/evaluate/estimates.ts'
import { chanceOf, intervalOf } from '../../scripts/evaluate/resample.ts'

const coins = (heads: number, tails: number): number[] => [
  ...Array.from({ length: heads }, () => 1),
  ...Array.from({ length: tails }, () => 0),
]

describe('intervalOf', () => {
  test('comes near what the normal approximation says of many coins', () => {
    const [low, high] = intervalOf([coins(800, 200)])!
    const half = 1.96 * Math.sqrt((0.8 * 0.2) / 1000)
    expect(low).toBeCloseTo(0.8 - half, 2)
    expect(high).toBeCloseTo(0.8 + half, 2)
  })
  test('covers the true share about 95 times of 100', () => {
    // samples of 150 coins at .7, drawn by another generator
    let state = 7
    const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647
    const covered = Array.from({ length: 100 }, () => {
      const [low, high] = intervalOf([Array.from({ length: 150 }, () => Number(random() < 0.7))])!
      return low <= 0.7 && 0.7 <= high
    }).filter(Boolean).length
    expect(covered).toBeGreaterThanOrEqual(90)
    expect(covered).toBeLessThanOrEqual(99)
  })
  test('is the same on every call, whatever was asked before', () => {
    const first = intervalOf([coins(30, 20)])
    intervalOf([coins(3, 5)])
    expect(intervalOf([coins(30, 20)])).toEqual(first)
  })
  test('is not of no width because all agree: forty of forty may be .91', () => {
    const [low, high] = intervalOf([coins(40, 0)])!
    expect(low).toBeCloseTo(0.025 ** (1 / 40), 6)
    expect(high).toBe(1)
    expect(intervalOf([coins(0, 40)])![1]).toBeCloseTo(1 - low, 6)
  })
  test('of groups is that of the mean of their means, each drawn from by itself', () => {
    const [low, high] = intervalOf([coins(500, 500), coins(20, 0)])!
    expect((low + high) / 2).toBeCloseTo(0.75, 2)
    expect(high - low).toBeLessThan(0.04) // half of what the first alone has
  })
  test('of nothing is nothing', () => {
    expect(intervalOf([])).toBeNull()
    expect(intervalOf([[]])).toBeNull()
  })
})

describe('chanceOf', () => {
  test('counts the ways of few differences exactly', () => {
    expect(chanceOf([[1, 1, 1, 1, 1, 0, 0]])).toBe(2 / 32) // five of five to one side
    expect(chanceOf([[1, 1, 1, 1, -1]])).toBe(12 / 32)
    expect(chanceOf([[1, -1]])).toBe(1)
  })
  test('comes near the sign test where there are many', () => {
    // 30 won, 10 lost: two-sided sign test .00222
    const differences = [...coins(30, 0), ...coins(10, 0).map(() => -1), ...coins(0, 500)]
    expect(chanceOf([differences])).toBeGreaterThan(0.001)
    expect(chanceOf([differences])).toBeLessThan(0.0045)
  })
  test('says 1 of runs that are alike', () => {
    expect(chanceOf([[0, 0, 0]])).toBe(1)
    expect(chanceOf([])).toBe(1)
  })
})

describe('rows', () => {
  const questions = (n: number, right: number) =>
    Array.from({ length: n }, (_, i) => ({ values: { 'recall@1': i < right ? 1 : 0 } }))
  test('leave out what speaks of no question', () => {
    const { estimates } = rowOf('x', questions(10, 4))
    expect(estimates['recall@1']).toMatchObject({ value: 0.4, over: 10 })
    expect(estimates.answerHit).toBeUndefined()
  })
  test('of a macro count each set the same, and none that rests on a handful', () => {
    const { estimates } = macroOf('x', [questions(1000, 1000), questions(50, 25), questions(7, 0)])
    expect(estimates['recall@1']).toMatchObject({ value: 0.75, over: 2 })
  })
})
