import { describe, expect, test } from 'vitest'
import { understandQuery } from '../../src/search/query/understand-query.ts'
import { smallLibrary } from '../support/small-library.ts'

const { lexical } = smallLibrary([
  {
    id: 'a',
    title: 'Sinh hoạt chi bộ',
    text: 'Đảng viên dự sinh hoạt chi bộ. Đảng viên chuyển sinh hoạt đảng. Chi bộ đang họp. Nghị quyết đại hội đảng bộ đề ra chỉ tiêu.',
  },
  {
    id: 'b',
    title: 'Chỉ thị về học tập',
    text: 'Đảng viên học tập chỉ thị. Trung ương ban hành nghị quyết. Chương trình hành động.',
  },
  { id: 'c', title: 'Đảng viên', text: 'Đảng viên chuyển sinh hoạt đảng phải báo cáo chi bộ. Chi ủy họp hằng tháng.' },
])
const read = (question: string) => understandQuery(question, lexical)
const words = (question: string) => read(question).query.syllables.map(({ folded }) => folded)
const accents = (question: string) => read(question).query.syllables.map(({ accented }) => accented)
const formsOf = (question: string, folded: string) =>
  read(question)
    .query.syllables.find((s) => s.folded === folded)
    ?.forms.map((form) => form.folded)

describe('marks', () => {
  test('are restored from the library where none were typed', () => {
    expect(accents('dang vien chuyen sinh hoat dang')).toEqual(['đảng', 'viên', 'chuyển', 'sinh', 'hoạt', 'đảng'])
    expect(read('dang vien').query.marked).toBe(false)
  })
  test('are kept as typed where some were', () => {
    expect(accents('đang viên')).toEqual(['đang', 'viên'])
    expect(read('đang viên').query.marked).toBe(true)
  })
  test('of a word that the library does not know stay open', () => {
    expect(accents('karaoke')).toEqual([null])
  })
})

describe('raw Telex', () => {
  test('is decoded, and counts as typed with marks', () => {
    expect(accents('ddangr vieen chuyeenr sinh hoatj')).toEqual(['đảng', 'viên', 'chuyển', 'sinh', 'hoạt'])
    expect(read('ddangr vieen').query.marked).toBe(true)
  })
  test('offsets stay those of the text as typed', () => {
    const { query } = read('ddangr vieen')
    expect(query.syllables.map(({ start, end }) => query.text.slice(start, end))).toEqual(['ddangr', 'vieen'])
  })
  test('tw stays trung ương', () => {
    expect(words('nghij quyeets tw')).toContain('trung')
  })
  test('nothing is decoded in a question that has marks', () => {
    expect(words('họp ở toor')).toContain('toor')
  })
})

describe('abbreviations', () => {
  test('are read in every way they may be meant', () => {
    expect(words('ct học tập')).toEqual(expect.arrayContaining(['chi', 'thi', 'chuong', 'trinh']))
  })
  test('stand where they were typed', () => {
    const { query } = read('sinh hoạt cb')
    const reading = query.syllables.filter(({ start }) => start === 10)
    expect(reading.every(({ end }) => end === 12)).toBe(true)
    expect(reading.map(({ folded }) => folded)).toEqual(expect.arrayContaining(['chi', 'bo']))
  })
  test('weigh less than words, and less the more readings there are', () => {
    const weight = (question: string, folded: string) =>
      read(question).query.syllables.find((s) => s.folded === folded)!.weight
    expect(weight('nq', 'nghi')).toBeLessThan(1)
    expect(weight('ct', 'chuong')).toBeLessThan(weight('nq', 'nghi'))
  })
  test('that ask weigh as asking words do', () => {
    const ko = read('họp ko').query.syllables.find(({ folded }) => folded === 'khong')
    expect(ko!.weight).toBeLessThanOrEqual(0.25)
  })
  test('are not seen in words that have the shape of one', () => {
    // tu, du, cu are abbreviations of offices only in capitals
    expect(words('tu học tập')).toEqual(['tu', 'hoc', 'tap'])
    expect(words('TU học tập')).toEqual(expect.arrayContaining(['tinh', 'uy']))
  })
  test('do not shout: in a question all in capitals they are words', () => {
    expect(words('TU HỌC TẬP')).toEqual(['tu', 'hoc', 'tap'])
  })
})

describe('slips', () => {
  test('an unknown syllable may stand for a near one of the library', () => {
    expect(formsOf('chuyển sihn hoạt', 'sihn')).toContain('sinh')
    expect(formsOf('chuyển xinh hoạt đảng', 'xinh')).toContain('sinh')
  })
  test('a known syllable among known neighbours is left alone', () => {
    expect(formsOf('sinh hoạt chi bộ', 'hoat')).toEqual(['hoat'])
  })
  test('numbers are no slips', () => {
    expect(formsOf('quy định 2945', '2945')).toEqual(['2945'])
  })
})

describe('asking words', () => {
  const weights = (question: string) => read(question).query.syllables.map(({ weight }) => weight)
  test('weigh a quarter', () => {
    expect(weights('chi bộ là gì')).toEqual([1, 1, 0.25, 0.25])
  })
  test('are told by their marks: đang is not đảng, máy is not mấy, đầu is not đâu', () => {
    expect(weights('máy')).toEqual([1])
    expect(weights('mấy')).toEqual([0.25])
    expect(weights('đầu')).toEqual([1])
  })
  test('are known without marks too where they are clear', () => {
    expect(weights('chi bo la gi')).toEqual([1, 1, 0.25, 0.25])
    expect(weights('hop nhu the nao')).toEqual([1, 0.25, 0.25, 0.25])
  })
  test('được and the có of “có … không” ask only where something else does', () => {
    expect(weights('họp được quy định thế nào')).toEqual([1, 0.25, 1, 1, 0.25, 0.25])
    expect(weights('đảng viên được họp')).toEqual([1, 1, 1, 1])
    expect(weights('người có công có báo cáo không?')).toEqual([1, 1, 1, 0.25, 1, 1, 0.25])
    expect(weights('không có chi ủy')).toEqual([0.25, 1, 1, 1])
  })
})

describe('a question put as a path', () => {
  const weights = (question: string) => read(question).query.syllables.map(({ weight }) => weight)
  test('asks for its last part: that counts double', () => {
    expect(weights('Sinh hoạt đảng - Báo cáo')).toEqual([1, 1, 1, 2, 2])
    expect(weights('Chi bộ – Sinh hoạt – Báo cáo là gì')).toEqual([1, 1, 1, 1, 2, 2, 0.25, 0.25])
  })
  test('is not seen in spans of figures, in document numbers or in words joined by a stroke', () => {
    expect(Math.max(...weights('nhiệm kỳ 2020 - 2025 của chi bộ'))).toBe(1)
    expect(Math.max(...weights('từ trang 20  -  25 chi bộ'))).toBe(1)
    expect(Math.max(...weights('Nghị quyết 18-NQ/TW'))).toBe(1)
  })
})
