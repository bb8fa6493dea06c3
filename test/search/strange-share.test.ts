import { expect, it } from 'vitest'
import { smallLibrary } from '../support/small-library.ts'

const { find } = smallLibrary([
  {
    id: 'a',
    title: 'Quy định về sinh hoạt chi bộ',
    text: 'Chi bộ sinh hoạt định kỳ mỗi tháng một lần. Đảng viên vắng mặt phải báo cáo chi ủy. Điều lệ quy định việc này.',
  },
  {
    id: 'b',
    title: 'Kiểm kê tài sản',
    text: 'Văn kiện được lưu tại kho. Bộ phận kho kết sổ hằng quý và nạp báo cáo lên cấp trên.',
  },
])
const strange = (question: string): number => find(question).strange

it('is nothing where the words stand beside each other as they were asked', () => {
  expect(strange('Chi bộ sinh hoạt định kỳ thế nào?')).toBe(0)
  expect(strange('chi bo sinh hoat dinh ky the nao')).toBe(0)
})

it('is large where every word is there and none beside its neighbour', () => {
  expect(strange('Điều kiện kết nạp?')).toBe(1)
  expect(strange('dieu kien ket nap')).toBe(1)
})

it('tells words apart by their marks where those were typed', () => {
  expect(strange('chi bộ')).toBe(0)
  expect(strange('chì bô')).toBeGreaterThan(0)
})

it('counts half of what is only there when a slip is mended', () => {
  const mended = strange('Chi bộ sinh haọt')
  expect(mended).toBeGreaterThan(0)
  expect(mended).toBeLessThan(strange('Chi bộ sinh quắc'))
})

it('takes raw Telex, half-typed marks and asking words for what they are', () => {
  expect(strange('chi booj sinh hoatj can gi')).toBe(strange('chi bộ sinh hoạt can gì'))
})

it('does not make neighbours of words that a comma or a stroke keeps apart', () => {
  expect(strange('tháng/báo cáo')).toBe(0)
})
