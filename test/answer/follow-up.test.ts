import { describe, expect, test } from 'vitest'
import { standaloneOf } from '../../src/answer/question/follow-up.ts'
import type { Turn } from '../../src/answer/answer.ts'
import { syllables } from '../../src/text/terms.ts'

const turn = (question: string): Turn => ({ question, standalone: question, documentId: 'tai-lieu' })

const REDUCED = 'Nhiệm kỳ 2015-2020 phường giảm được bao nhiêu tổ dân phố?'
const RESOLUTION = 'Nghị quyết 31-NQ/ĐUP nói gì về chuyển đổi số?'
const CLAUSE = 'Khoản 2 Điều 5 Điều lệ Đảng quy định gì?'
const SECRETARY = 'Bí thư Đảng ủy phường là ai?'
const FILE = 'Hồ sơ xin miễn sinh hoạt gồm những gì?'

const dependent: readonly (readonly [string, string, string])[] = [
  [REDUCED, 'còn nhiệm kỳ sau thì sao?', 'nhiệm kỳ sau phường giảm được bao nhiêu tổ dân phố?'],
  [REDUCED, 'con nhiem ky sau thi sao', 'nhiem ky sau phường giảm được bao nhiêu tổ dân phố?'],
  [REDUCED, 'Nhiệm kỳ trước thì sao?', 'Nhiệm kỳ trước phường giảm được bao nhiêu tổ dân phố?'],
  [REDUCED, 'Thế còn nhiệm kỳ 2020-2025?', 'nhiệm kỳ 2020-2025 phường giảm được bao nhiêu tổ dân phố?'],
  [RESOLUTION, 'nghị quyết đó do ai ký?', 'Nghị quyết 31-NQ/ĐUP do ai ký?'],
  [RESOLUTION, 'Nghị quyết này ban hành ngày nào?', 'Nghị quyết 31-NQ/ĐUP ban hành ngày nào?'],
  [RESOLUTION, 'van ban nay con hieu luc khong', 'Nghị quyết 31-NQ/ĐUP con hieu luc khong'],
  [RESOLUTION, 'do ai ký?', 'do ai ký Nghị quyết 31-NQ/ĐUP về chuyển đổi số'],
  [RESOLUTION, 'khi nào?', 'khi nào Nghị quyết 31-NQ/ĐUP về chuyển đổi số'],
  [RESOLUTION, 'Ban hành ngày nào?', 'Ban hành ngày nào Nghị quyết 31-NQ/ĐUP về chuyển đổi số'],
  [RESOLUTION, 'Còn Nghị quyết 32-NQ/ĐUP?', 'Nghị quyết 32-NQ/ĐUP nói gì về chuyển đổi số?'],
  [CLAUSE, 'thế còn khoản 3?', 'khoản 3 Điều 5 Điều lệ Đảng quy định gì?'],
  [CLAUSE, 'the con khoan 3', 'khoan 3 Điều 5 Điều lệ Đảng quy định gì?'],
  [CLAUSE, 'còn Điều 6?', 'Điều 6 Điều lệ Đảng quy định gì?'],
  [CLAUSE, 'điểm a nói gì?', 'điểm a Khoản 2 Điều 5 Điều lệ Đảng quy định gì?'],
  [SECRETARY, 'còn phó bí thư?', 'phó bí thư Đảng ủy phường là ai?'],
  [SECRETARY, 'Người đó sinh năm nào?', 'Người đó sinh năm nào Bí thư Đảng ủy phường'],
  [FILE, 'bao lâu?', 'bao lâu Hồ sơ xin miễn sinh hoạt'],
  [FILE, 'Thời hạn bao lâu?', 'Thời hạn bao lâu Hồ sơ xin miễn sinh hoạt'],
  [FILE, 'Nộp ở đâu?', 'Nộp ở đâu Hồ sơ xin miễn sinh hoạt'],
  [FILE, 'vì sao vậy?', 'vì sao vậy Hồ sơ xin miễn sinh hoạt'],
  [FILE, 'Và ai xác nhận?', 'ai xác nhận Hồ sơ xin miễn sinh hoạt'],
]

const independent: readonly (readonly [string, string])[] = [
  [FILE, 'Điều kiện kết nạp đảng viên là gì?'],
  [FILE, 'Đảng phí đóng bao nhiêu?'],
  [FILE, 'Điều 5 Điều lệ Đảng nói gì?'],
  [FILE, 'Quy định 294-QĐ/TW ban hành ngày nào?'],
  [FILE, 'Còn bao nhiêu đảng viên chưa đóng đảng phí trong năm 2024?'],
  [FILE, 'Ai có quyền triệu tập đại hội chi bộ?'],
  [SECRETARY, 'Khi nào chi bộ họp định kỳ?'],
  [SECRETARY, 'dieu kien ket nap dang vien la gi'],
  [REDUCED, 'Mục tiêu của nhiệm kỳ 2020-2025 là gì?'],
  [REDUCED, 'Đảng viên dự bị có được biểu quyết không?'],
  [CLAUSE, 'Chuyển sinh hoạt đảng cần giấy tờ gì?'],
]

describe('a question that leans on the turn before', () => {
  test.each(dependent)('%s / %s', (before, question, standalone) => {
    const result = standaloneOf(question, [turn('Một câu khác hẳn?'), turn(before)])
    expect(result).toMatchObject({ text: standalone, dependent: true })
  })

  test.each(dependent)('adds only words of the turns: %s / %s', (before, question) => {
    const known = new Set([...syllables(before), ...syllables(question)].map(({ folded }) => folded))
    const said = syllables(standaloneOf(question, [turn(before)]).text)
    expect(said.filter(({ folded }) => !known.has(folded))).toEqual([])
  })

  test('keeps to the document of that turn where it points at it, not where it changes the subject', () => {
    expect(standaloneOf('nghị quyết đó do ai ký?', [turn(RESOLUTION)]).documentId).toBe('tai-lieu')
    expect(standaloneOf('còn nhiệm kỳ sau thì sao?', [turn(REDUCED)]).documentId).toBeNull()
  })
})

describe('a document that was opened to be asked about', () => {
  const opened: Turn = { question: '', standalone: 'Quy định 27-QĐ/ĐUK', documentId: 'quy-dinh-27' }

  test('is what the next question is put to, and nothing else', () => {
    for (const asked of [
      'Thời lượng mỗi kỳ sinh hoạt là bao nhiêu?',
      'Điều 3 quy định gì?',
      'van ban nay noi gi ve bao cao',
    ])
      expect(standaloneOf(asked, [turn(FILE), opened])).toEqual({
        text: asked,
        dependent: true,
        documentId: 'quy-dinh-27',
        only: true,
        joinedWith: null,
      })
  })

  test('is left for a document that the question names itself', () => {
    const { text, documentId, only } = standaloneOf('Nghị quyết 31-NQ/ĐUP nói gì về chuyển đổi số?', [opened])
    expect({ text, documentId, only }).toEqual({ text: RESOLUTION, documentId: null, only: false })
  })

  test('is no longer the only one once something was asked', () => {
    expect(standaloneOf(REDUCED, [opened, turn(FILE)]).only).toBe(false)
  })
})

describe('a question that stands alone', () => {
  test.each(independent)('%s / %s', (before, question) => {
    expect(standaloneOf(question, [turn(before)])).toMatchObject({ text: question, dependent: false })
  })

  test.each(dependent)('without turns nothing is added: %s / %s', (_before, question) => {
    expect(standaloneOf(question, [])).toMatchObject({ text: question, dependent: false, documentId: null })
  })
})
