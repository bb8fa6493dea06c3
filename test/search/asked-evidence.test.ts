import { describe, expect, test } from 'vitest'
import { smallLibrary } from '../support/small-library.ts'

/** Twins that hold the words of a question equally; the second has what is asked for among them. */
const found = (question: string, without: string, having: string): string | undefined =>
  smallLibrary([
    { id: 'a-without', title: 'Trích yếu', text: without },
    { id: 'b-having', title: 'Trích yếu', text: having },
    { id: 'c-other', title: 'Việc khác', text: 'Bà con trồng rừng trên đồi từ mùa mưa năm nay.' },
  ]).ids(question)[0]

const FIGURE = [
  'Chi bộ họp thường kỳ nhiều lần trong tháng theo lịch của cấp ủy.',
  'Chi bộ họp thường kỳ 2 lần trong tháng theo lịch của cấp ủy.',
] as const
const TIME = [
  'Trụ sở Đảng ủy xã khánh thành nơi trung tâm trước đông đảo nhân dân.',
  'Trụ sở Đảng ủy xã khánh thành ngày 5 tháng 8 trước đông đảo nhân dân.',
] as const
const MEANING = [
  'Sinh hoạt chuyên đề mỗi quý một lần là việc mà chi bộ không thể bỏ.',
  'Sinh hoạt chuyên đề là buổi họp mà đảng viên bàn sâu vào một việc.',
] as const

describe('of two that hold the words of a question, the one with what is asked for comes first', () => {
  test.each([
    ['Chi bộ họp thường kỳ bao nhiêu lần trong tháng?', FIGURE],
    ['chi bo hop thuong ky bao nhieu lan trong thang', FIGURE],
    ['Trụ sở Đảng ủy xã khánh thành khi nào?', TIME],
    ['tru so dang uy xa khanh thanh luc nao', TIME],
    ['Sinh hoạt chuyên đề là gì?', MEANING],
    ['the nao la sinh hoat chuyen de', MEANING],
  ])('%s', (question, [without, having]) => {
    expect(found(question, without, having)).toBe('b-having')
  })

  test('a figure that the question says itself is none that it asks for', () => {
    const question = 'Mục 2 nói chi bộ họp thường kỳ bao nhiêu lần?'
    const said = 'Mục 2: chi bộ họp thường kỳ nhiều lần theo lịch của cấp ủy.'
    expect(found(question, said, 'Mục 2: chi bộ họp thường kỳ 3 lần theo lịch của cấp ủy.')).toBe('b-having')
  })

  test('a figure is no time', () => {
    const question = 'Trụ sở Đảng ủy xã khánh thành khi nào?'
    const figure = 'Trụ sở Đảng ủy xã khánh thành với 12 gian làm việc trước đông đảo nhân dân.'
    const time = 'Trụ sở Đảng ủy xã khánh thành với gian làm việc rộng, năm 1998, đông đảo nhân dân.'
    expect(found(question, figure, time)).toBe('b-having')
  })
})
