import fc from 'fast-check'
import { expect, test } from 'vitest'
import { syllables } from '../../src/text/terms.ts'

test('syllables are runs of letters, digits and marks, with their forms', () => {
  expect(syllables('Đảng bộ (18-NQ/TW)')).toEqual([
    { start: 0, end: 4, accented: 'đảng', folded: 'dang' },
    { start: 5, end: 7, accented: 'bộ', folded: 'bo' },
    { start: 9, end: 11, accented: '18', folded: '18' },
    { start: 12, end: 14, accented: 'nq', folded: 'nq' },
    { start: 15, end: 17, accented: 'tw', folded: 'tw' },
  ])
})

test('spellings of one word are one: Eth, tone placement, y and i, capitals', () => {
  for (const [a, b] of [
    ['Ðảng', 'đảng'],
    ['hoà', 'Hòa'],
    ['kỹ', 'kĩ'],
    ['uỷ', 'ủy'],
  ] as const) {
    expect(syllables(a)[0]!.accented).toBe(syllables(b)[0]!.accented)
  }
})

test('offsets always cut exactly the letters, digits and marks out of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const found = syllables(text)
      expect(found.every(({ start, end }) => /^[\p{L}\p{N}\p{M}]+$/u.test(text.slice(start, end)))).toBe(true)
      // what is left when they are taken away holds nothing to find, but for characters beyond the BMP
      let [rest, before] = ['', 0]
      for (const { start, end } of found) [rest, before] = [`${rest} ${text.slice(before, start)}`, end]
      expect(/[\p{L}\p{N}\p{M}]/u.test((rest + text.slice(before)).replace(/[\u{10000}-\u{10FFFF}]/gu, ''))).toBe(false)
    }),
  )
})
