/** Questions that are a way through headings, and names that are said whole. */
import { describe, expect, test } from 'vitest'
import { understandQuery } from '../../src/search/query/understand-query.ts'
import { retrieve } from '../../src/search/retrieve.ts'
import { smallLibrary } from '../support/small-library.ts'

const PAGES = [
  {
    id: 'page-1',
    title: 'Sổ tay công tác chi bộ (trang 1)',
    text: 'Quy trình kết nạp đảng viên. Quy trình kết nạp đảng viên gồm các bước thực hiện. Chi bộ theo dõi, giúp đỡ người được giới thiệu.',
  },
  {
    id: 'page-2',
    title: 'Sổ tay công tác chi bộ (trang 2)',
    text: 'Văn phòng cấp ủy ghi biên bản, trình ký và lưu trữ. Việc kết nạp được báo cáo lên cấp trên.',
  },
  {
    id: 'page-3',
    title: 'Sổ tay công tác chi bộ (trang 3)',
    text: 'Đảng viên đóng đảng phí hằng tháng. Chi bộ thu và nộp lên cấp trên. Văn phòng phẩm do chi bộ tự lo.',
  },
]
const pages = smallLibrary(PAGES)
const weights = (question: string) =>
  understandQuery(question, pages.lexical).query.syllables.map(({ weight }) => weight)

describe('a way through headings', () => {
  test('finds the page of the last heading, not the one that repeats those above it', () => {
    expect(pages.ids('Quy trình kết nạp đảng viên - Văn phòng cấp ủy')[0]).toBe('page-2')
    expect(pages.ids('quy trinh ket nap dang vien - van phong cap uy')[0]).toBe('page-2')
  })
  test('weighs each part less than the one below it, but never as little as a word that asks', () => {
    expect(weights('Đảng viên - Đảng phí - Mức đóng')).toEqual([0.3, 0.3, 0.5, 0.5, 1, 1])
    expect(weights('Đảng viên – Đảng phí > Mức đóng')).toEqual([0.3, 0.3, 0.5, 0.5, 1, 1])
    expect(weights('Đảng viên không nộp hồ sơ - Xử lý')[0]).toBe(0.5) // "không" only denies here
  })
  test.each([
    'Đảng viên - người chưa chuyển sinh hoạt - đóng đảng phí ở đâu?', // asks in a sentence
    'Chi bộ giai đoạn 2020 - 2025', // a span of years
    'Khoản 2 Điều 5 - Quy định số 24', // the last part is the document
    'Điều 8 - Điều lệ Đảng',
  ])('is not seen in: %s', (question) => {
    expect(weights(question).filter((weight) => weight !== 1 && weight !== 0.25)).toEqual([])
  })
})

describe('a name in the question', () => {
  const shelf = smallLibrary([
    {
      id: 'apart',
      title: 'Bài viết thứ nhất',
      text: 'Ông Nguyễn Văn Bình và bà Lê Thị An Giang về dự hội nghị. An toàn giao thông được Bình Phước, Kiên Giang bàn nhiều. Hội nghị bàn việc năm tới.',
    },
    {
      id: 'whole',
      title: 'Bài viết thứ hai',
      text: 'Hội nghị của tỉnh An Bình bàn việc năm tới. Các xã của tỉnh cử người về dự, có báo cáo riêng của từng xã và của từng ngành gửi trước.',
    },
  ])
  const scores = (question: string) =>
    new Map(
      retrieve(question, { library: shelf.library, lexical: shelf.lexical, top: 5 }).documents.map(
        ({ card, score }) => [card.id, score] as const,
      ),
    )
  test('speaks for what has it whole, and for nothing that has its syllables apart', () => {
    const [said, flat] = [scores('hội nghị An Bình bàn việc gì'), scores('hội nghị an bình bàn việc gì')]
    expect(said.get('whole')! - flat.get('whole')!).toBeCloseTo(0.5)
    expect(said.get('apart')).toBe(flat.get('apart'))
  })
  test('is none where everything is in capitals, or the capital begins the name of a body', () => {
    for (const question of ['HỘI NGHỊ AN BÌNH', 'việc của Tỉnh và của Ngành']) {
      const [said, flat] = [scores(question), scores(question.toLowerCase())]
      expect([...said]).toEqual([...flat])
    }
  })
})
