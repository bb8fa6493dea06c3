import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ABSENT, createPairTable, pairValue } from '../../src/search/lexical/pair-table.ts'

const pair = fc.tuple(fc.nat(2 ** 26 - 1), fc.nat(2 ** 26 - 1))

test('keeps what was put in, whatever the pairs, through growing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(pair, fc.nat(1e6)), { maxLength: 3000 }), (entries) => {
      const growing = createPairTable()
      const expected = new Map<string, number>()
      for (const [[a, b], value] of entries) {
        const key = `${a},${b}`
        if (!expected.has(key)) expected.set(key, value)
        expect(growing.getOrAdd(a, b, value)).toBe(expected.get(key))
      }
      expect(growing.size).toBe(expected.size)
      const table = growing.table()
      for (const [[a, b]] of entries) expect(pairValue(table, a, b)).toBe(expected.get(`${a},${b}`))
    }),
    { numRuns: 30 },
  )
})

test('counts', () => {
  const growing = createPairTable()
  for (let i = 0; i < 5; i++) growing.increment(1, 2)
  growing.increment(2, 1)
  expect(pairValue(growing.table(), 1, 2)).toBe(5)
  expect(pairValue(growing.table(), 2, 1)).toBe(1)
})

test('a pair that was never put in is absent, in an empty table too', () => {
  const growing = createPairTable()
  growing.getOrAdd(0, 0, 7)
  expect(pairValue(growing.table(), 0, 0)).toBe(7)
  expect(pairValue(growing.table(), 0, 1)).toBe(ABSENT)
  expect(pairValue({ keys: new Float64Array(0), values: new Uint32Array(0) }, 0, 0)).toBe(ABSENT)
})

test('an id that does not fit is refused', () => {
  expect(() => createPairTable().getOrAdd(2 ** 26, 0, 1)).toThrow(RangeError)
})
