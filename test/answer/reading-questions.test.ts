import { describe, expect, test } from 'vitest'
import { evidenceOf } from '../../src/answer/quotes/evidence.ts'
import { understand } from '../../src/answer/question/question.ts'
import { questionType } from '../../src/answer/question/question-type.ts'
import type { QuestionType } from '../../src/answer/question/question-type.ts'
import { isFunctionWord } from '../../src/text/typing/function-words.ts'
import { numbersIn } from '../../src/text/numbers/number-words.ts'
import { fold, hasMarks } from '../../src/text/vietnamese.ts'
import { smallLibrary } from '../support/small-library.ts'

const typed: readonly (readonly [QuestionType, string])[] = [
  ['who', 'Bí thư chi bộ là ai?'],
  ['when', 'Chi bộ họp vào ngày nào?'],
  ['when', 'Đại hội diễn ra khi nào?'],
  ['howmany', 'Có bao nhiêu đảng viên dự đại hội?'],
  ['howlong', 'Thời gian dự bị là bao lâu?'],
  ['howlong', 'Phải nộp trong bao nhiêu ngày?'],
  ['where', 'Nộp hồ sơ ở đâu?'],
  ['why', 'Vì sao phải sáp nhập?'],
  ['yesno', 'Đảng viên dự bị có được biểu quyết không?'],
  ['list', 'Hồ sơ gồm những gì?'],
  ['how', 'Sinh hoạt chi bộ được đổi mới như thế nào?'],
  ['def', 'Đảng phí là gì?'],
  ['article', 'Việc này nằm ở điều nào?'],
  ['what', 'Nhiệm vụ của chi ủy'],
]

test.each(typed)('%s: %s, with marks and without', (type, question) => {
  expect(questionType(question, hasMarks(question))).toBe(type)
  expect(questionType(fold(question), false)).toBe(type)
})

test.each([
  ['who', 'Chủ tịch Hội Làm vườn phường Hương Sen'],
  ['who', 'Vợ của ông Hồ Sĩ Thân'],
  ['what', 'Nhiệm vụ của chi ủy'],
  ['howmany', 'Chủ tịch Hội Làm vườn giữ chức mấy nhiệm kỳ?'],
])('%s: %s, where no asking word says so', (type, question) => {
  const { find } = smallLibrary([{ id: 'a', title: 'Hội họp', text: 'Hội Làm vườn họp đầu năm.' }])
  expect(understand(find(question).query).type).toBe(type)
})

test('an unmarked "dau" or "may" of another word asks nothing', () => {
  expect(questionType('nhiem vu hang dau cua dang bo', false)).toBe('what')
  expect(questionType('sap xep bo may tinh gon', false)).toBe('what')
})

describe('evidence', () => {
  const asked = (question: string): Set<string> => new Set(fold(question).toLowerCase().split(' '))
  test.each<[QuestionType, string, string, number]>([
    ['who', 'bi thu la ai', 'Bí thư là đồng chí Trần Văn Mẫn.', 1],
    ['who', 'bi thu la ai', 'Đồng chí ấy được bầu lại.', 0],
    ['when', 'hop ngay nao', 'Họp ngày 12/5/2024.', 1],
    ['when', 'nam 2024 hop khi nao', 'Năm 2024 sẽ họp.', 0],
    ['howmany', 'bao nhieu dang vien', '1. Có chín đảng viên.', 1],
    ['howmany', 'bao nhieu dang vien', '1. Có nhiều đảng viên.', 0],
    ['howlong', 'bao lau', 'Thời hạn là 15 ngày.', 1],
    ['why', 'vi sao', 'Do yêu cầu của thực tiễn.', 1],
    ['yesno', 'co duoc khong', 'Người dự bị không được biểu quyết.', 1],
    ['list', 'gom nhung gi', 'Hồ sơ gồm: đơn, lý lịch, giấy giới thiệu.', 1],
    ['list', 'gom nhung gi', 'Hồ sơ như sau', 0.5],
    ['article', 'dieu nao', 'Theo khoản 2 Điều 7.', 1],
    ['what', 'nhiem vu', 'Ngày 12/5/2024 tại Hà Nội.', 0],
  ])('%s, asked %s: %s', (type, question, unit, value) =>
    expect(evidenceOf(type, unit, asked(question)).value).toBe(value),
  )
})

test('numbers in digits and words, with their value', () => {
  expect(
    numbersIn('Có 03 điều, 1.000 người, chín chi bộ, 99,5 % và mỗi năm một lần').map(({ value }) => value),
  ).toEqual([3, 1000, 9, 99.5, 1])
  expect(numbersIn('trong năm nay').length).toBe(0)
  expect(numbersIn('năm nhiệm vụ trọng tâm').map(({ value }) => value)).toEqual([5])
})

test('function words are told by their marks: đang is one, đảng is not', () => {
  expect(isFunctionWord('dang', 'đang')).toBe(true)
  expect(isFunctionWord('dang', 'đảng')).toBe(false)
  expect(isFunctionWord('dang', null)).toBe(false)
})
