import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildLexical } from '../../src/search/lexical/build-lexical.ts'
import { accentedId, BREAK, CAPITAL, foldedId, ID_MASK, pairTerm } from '../../src/search/lexical/lexical-index.ts'
import { pairValue } from '../../src/search/lexical/pair-table.ts'
import { frequency } from '../../src/search/lexical/postings.ts'
import type { IndexedDocument } from '../../src/search/lexical/read-tokens.ts'
import { syllables } from '../../src/text/terms.ts'

const whole = (title: string, text: string): IndexedDocument => ({
  title,
  text,
  passages: [{ start: 0, end: text.length }],
})

const cutInto = (text: string, sizes: readonly number[]): { start: number; end: number }[] => {
  const passages: { start: number; end: number }[] = []
  let start = 0
  for (const size of sizes) {
    if (start >= text.length) break
    const end = Math.min(text.length, start + size)
    passages.push({ start, end })
    start = end
  }
  if (start < text.length) passages.push({ start, end: text.length })
  return passages
}

test('every syllable of every text stands in the index, in order, in its passage', () => {
  const words = fc.array(fc.constantFrom('Đảng', 'viên', 'chi', 'bộ,', 'họp.', '18-NQ/TW', 'Hòa', 'hoà'), {
    maxLength: 60,
  })
  const document = fc
    .tuple(words, words, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }))
    .map(([title, text, sizes]) => {
      const body = text.join(' ')
      return { title: title.join(' '), text: body, passages: cutInto(body, sizes) }
    })
  fc.assert(
    fc.property(fc.array(document, { maxLength: 6 }), (documents) => {
      const index = buildLexical(documents)
      const read = (from: number, to: number): string[] =>
        [...index.tokens.subarray(from, to)].map((token) => index.accented[token & ID_MASK]!)
      for (const [d, { title, text, passages }] of documents.entries()) {
        expect(read(index.titleFrom[d]!, index.bodyFrom[d]!)).toEqual(syllables(title).map((s) => s.accented))
        expect(read(index.bodyFrom[d]!, index.titleFrom[d + 1]!)).toEqual(syllables(text).map((s) => s.accented))
        expect(index.firstPassage[d + 1]! - index.firstPassage[d]!).toBe(passages.length)
        for (const [ordinal, { start, end }] of passages.entries()) {
          const p = index.firstPassage[d]! + ordinal
          const inside = syllables(text).filter((s) => s.start >= start && s.start < end)
          expect(read(index.passageFrom[p]!, index.passageTo[p]!)).toEqual(inside.map((s) => s.accented))
          expect(index.passageDocument[p]).toBe(d)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('spellings of one word are one term, and marks are told apart only on the accented side', () => {
  const index = buildLexical([whole('', 'hoà hòa HÒA hoa')])
  expect(index.folded).toEqual(['hoa'])
  expect(index.accented).toEqual(['hòa', 'hoa'])
  expect([...index.accentedCount]).toEqual([3, 1])
})

test('pairs join neighbours within a field, never title and body, never two documents', () => {
  const index = buildLexical([whole('sinh hoạt', 'chi bộ'), whole('đảng viên', 'mới')])
  const has = (a: string, b: string): boolean => pairTerm(index, foldedId(index, a), foldedId(index, b)) >= 0
  expect(has('sinh', 'hoat')).toBe(true)
  expect(has('chi', 'bo')).toBe(true)
  expect(has('hoat', 'chi')).toBe(false)
  expect(has('bo', 'dang')).toBe(false)
  expect(pairValue(index.accentedPairs, accentedId(index, 'chi'), accentedId(index, 'bộ'))).toBe(1)
})

test('a pair across two passages counts for the document, not for either passage', () => {
  const text = 'kết nạp đảng viên'
  const index = buildLexical([{ title: '', text, passages: cutInto(text, [8]) }])
  const term = pairTerm(index, foldedId(index, 'nap'), foldedId(index, 'dang'))
  expect(frequency(index.byDocument, term)).toBe(1)
  expect(frequency(index.byPassage, term)).toBe(0)
})

test('capitals and breaks are remembered beside the words', () => {
  const index = buildLexical([whole('', 'đồng chí Trần Mẫu, Bí thư')])
  const flags = [...index.tokens].map((t) => `${(t & CAPITAL) !== 0 ? 'C' : '-'}${(t & BREAK) !== 0 ? 'B' : '-'}`)
  expect(flags).toEqual(['-B', '--', 'C-', 'C-', 'CB', '--'])
})

test('an index over fewer documents knows nothing of the others: its statistics are its own', () => {
  const open = whole('Công khai', 'chi bộ họp hằng tháng')
  const secret = whole('Nội bộ', 'nhân sự khóa tới họp kín họp kín')
  const both = buildLexical([open, secret])
  const alone = buildLexical([open])
  expect(foldedId(both, 'kin')).toBeGreaterThanOrEqual(0)
  expect(foldedId(alone, 'kin')).toBe(-1)
  expect(frequency(alone.byDocument, foldedId(alone, 'hop'))).toBe(1)
  expect(frequency(both.byDocument, foldedId(both, 'hop'))).toBe(2)
})

test('where documents are long, a word that is said eight times says hardly more than one said once', () => {
  const gainOfEight = (length: number): number => {
    const filled = (times: number): string => `${'họp '.repeat(times)}${'và '.repeat(length - times)}`
    const index = buildLexical([whole('', filled(1)), whole('', filled(8))])
    const from = index.byDocument.offsets[foldedId(index, 'hop')]!
    return index.byDocument.impacts[from + 1]! / index.byDocument.impacts[from]!
  }
  // k1 is 1, and .65
  expect(gainOfEight(100)).toBeCloseTo(16 / 9, 1)
  expect(gainOfEight(1000)).toBeCloseTo((8 / 8.65) * 1.65, 1)
})
