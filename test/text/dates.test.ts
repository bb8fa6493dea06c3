import { describe, expect, it } from 'vitest'
import { datesIn, hasEmptyDate, isoDate, termIn } from '../../src/text/numbers/dates.ts'
import { arabic } from '../../src/text/numbers/numerals.ts'

const isos = (text: string): string[] => datesIn(text).map((date) => date.iso)

describe('dates', () => {
  it.each([
    ['Hà Nội, ngày 03 tháng 02 năm 2026', ['2026-02-03']],
    ['ngày 30 tháng bảy năm 2020', ['2020-07-30']],
    ['ngày 5 tháng mười hai năm 2019', ['2019-12-05']],
    ['ngày 5 tháng giêng năm 2019', ['2019-01-05']],
    ['30/7/2020, 26-5-2025 và 09.06.2025', ['2020-07-30', '2025-05-26', '2025-06-09']],
    ['2020-07-30', ['2020-07-30']],
    ['ngày 31 tháng 2 năm 2020', []],
    ['30/2020/NĐ-CP; 1.234; 12/2025; 99/12/2020', []],
    ['ngày 3 tháng 2\u00A0năm\u00A02026', ['2026-02-03']],
  ])('%s', (text, expected) => {
    expect(isos(text)).toEqual(expected)
  })
  it('that were not filled in are seen as such', () => {
    expect(hasEmptyDate('Hà Nội, ngày     tháng 11 năm 2025')).toBe(true)
    expect(hasEmptyDate('ngày … tháng … năm 20…')).toBe(true)
    expect(hasEmptyDate('ngày 5 tháng 11 năm 2025')).toBe(false)
    expect(isoDate(2024, 2, 29)).toBe('2024-02-29')
    expect(isoDate(2023, 2, 29)).toBeNull()
  })
  it('terms have two years', () => {
    expect(termIn('nhiệm kỳ 2020 – 2025')).toEqual({ from: 2020, to: 2025 })
    expect(termIn('giai đoạn 2021-30')).toEqual({ from: 2021, to: 2030 })
    expect(termIn('nhiệm kỳ vừa qua, 2020 - 2025 người')).toBeNull()
  })
})

describe('numerals', () => {
  it.each([
    ['XII', 12],
    ['iv', 4],
    ['7', 7],
    ['tư', 4],
    ['mười', 10],
    ['mười hai', 12],
    ['mười lăm', 15],
    ['hai mươi', 20],
    ['hai mươi mốt', 21],
    ['IIII', null],
    ['abc', null],
  ])('%s is %s', (numeral, value) => {
    expect(arabic(numeral)).toBe(value)
  })
})
