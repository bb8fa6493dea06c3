/** What speaks for and against an answer beside the words themselves: whom it is about, what its document is named. */
import { expect, test } from 'vitest'
import { strengthOf, surenessOf } from '../../src/answer/decide/decide.ts'
import type { Retrieval } from '../../src/search/retrieval.ts'
import { smallLibrary } from '../support/small-library.ts'

const { find } = smallLibrary([
  {
    id: 'hoc-tro',
    title: 'Nội quy lớp bơi',
    text: 'Học sinh phải mang mũ khi tập bơi và giữ gìn vệ sinh hồ bơi. Học sinh nghỉ học phải báo trước cho cô giáo một ngày.',
  },
  {
    id: 'kho',
    title: 'Kiểm kê kho hằng quý',
    text: 'Người lao động ở kho ghi sổ sau mỗi ca. Thủ kho mang chìa khóa về phòng bảo vệ khi hết giờ và báo trước khi nghỉ.',
  },
])

test('what is said of one group is no answer about another one', () => {
  const pupils = surenessOf(find('Học sinh nghỉ học phải báo trước cho ai?'))
  const doctors = surenessOf(find('Bác sĩ nghỉ học phải báo trước cho ai?'))
  const parts = (found: Retrieval): number => found.strength / Math.log(201) - 0.03 * found.strange
  const lost =
    parts(find('Học sinh nghỉ học phải báo trước cho ai?')) - parts(find('Bác sĩ nghỉ học phải báo trước cho ai?'))
  // beyond what the words themselves tell
  expect(pupils - doctors).toBeGreaterThan(lost + 0.015)
})

test('another word for the same group is that group', () => {
  const { find: findHere } = smallLibrary([
    { id: 'a', title: 'Vệ sinh', text: 'Công ty thu gom rác hằng ngày và rửa đường hằng tuần.' },
    { id: 'b', title: 'Cây xanh', text: 'Doanh nghiệp trồng cây dọc đường và tưới cây mỗi sáng.' },
  ])
  const asked = findHere('Công ty trồng cây dọc đường phải tưới cây khi nào?')
  const other = findHere('Ngân hàng trồng cây dọc đường phải tưới cây khi nào?')
  const against = ({ strength, strange }: Retrieval): number => strength / Math.log(201) - 0.03 * strange
  expect(surenessOf(asked) - against(asked)).toBeGreaterThan(surenessOf(other) - against(other) + 0.015)
})

test('a title that names what is asked counts for its document', () => {
  const found = find('kiểm kê kho')
  const bare = {
    ...found,
    passages: found.passages.map((one) => ({ ...one, card: { ...one.card, meta: { ...one.card.meta, title: '' } } })),
  }
  expect(surenessOf(found)).toBeGreaterThan(surenessOf(bare) + 0.005)
})

test('the bar still grows with the library, but slower when it is large', () => {
  const found = find('Học sinh nghỉ học phải báo trước cho ai?')
  const at = (passageCount: number): number => surenessOf({ ...found, passageCount })
  const steps = [400, 4000, 40_000, 400_000].map(at)
  expect(steps).toEqual([...steps].sort((a, b) => b - a))
  expect(steps[2]! - steps[3]!).toBeLessThan((steps[0]! - steps[1]!) / 2)
  expect(strengthOf({ ...found, passageCount: 1_000_000 })).not.toBe('none')
})

test('a foreign name that stands in the best passage speaks for it, a common word in another spelling does not', () => {
  const { find: findHere } = smallLibrary([
    { id: 'a', title: 'Thi ngoại ngữ', text: 'Học viên có chứng chỉ TOEIC còn hạn được miễn buổi thi nghe.' },
    { id: 'b', title: 'Thi viết', text: 'Học viên nghỉ buổi thi viết vì ốm được thi lại vào tháng sau.' },
  ])
  const words = ({ strength, strange }: Retrieval): number => strength / Math.log(201) - 0.03 * strange
  const beyond = (question: string): number => surenessOf(findHere(question)) - words(findHere(question))
  const held = beyond('Chứng chỉ TOEIC được miễn buổi thi gì?')
  expect(held).toBeGreaterThan(beyond('Chứng chỉ JLPT được miễn buổi thi gì?') + 0.015)
  expect(held).toBeGreaterThan(beyond('Học viên được miễn buổi thi gì?') + 0.012)
})

test('whose wife or secretary is asked for may stand there without any answer', () => {
  const { find: findHere } = smallLibrary([
    {
      id: 'a',
      title: 'Chuyện bóng đá',
      text: 'Ronaldo ghi hai bàn và tặng áo đấu cho một em nhỏ. Vợ của thủ môn ngồi trên khán đài.',
    },
    { id: 'b', title: 'Chuyện bơi lội', text: 'Đội bơi tập hai buổi mỗi ngày và nghỉ chủ nhật.' },
  ])
  const words = ({ strength, strange }: Retrieval): number => strength / Math.log(201) - 0.03 * strange
  const beyond = (question: string): number => surenessOf(findHere(question)) - words(findHere(question))
  expect(beyond('Ronaldo ghi mấy bàn?')).toBeGreaterThan(beyond('Vợ của Ronaldo là ai?') + 0.012)
})
