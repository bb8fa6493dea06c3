import { describe, expect, it } from 'vitest'
import type { Turn } from '../../src/answer/answer.ts'
import { pickedChoice } from '../../src/desk/picked-choice.ts'

const turn: Turn = {
  question: 'khoản 2 điều 3 nói gì',
  standalone: 'khoản 2 điều 3 nói gì',
  documentId: null,
  choices: [
    { documentId: 'a', label: 'Quy định 12-QĐ/ĐUK (20/04/2021)' },
    { documentId: 'b', label: 'Quy định 27-QĐ/ĐUK (16/09/2024)' },
    { documentId: 'c', label: 'Bài báo “Đảng bộ Khối trước thềm Đại hội” (30/07/2020)' },
  ],
}

it.each([
  ['2', 'b'],
  ['số 1', 'a'],
  ['văn bản thứ hai ạ', 'b'],
  ['cái đầu tiên', 'a'],
  ['cuối cùng', 'c'],
  ['27', 'b'],
  ['Quy định 27', 'b'],
  ['qd 12', 'a'],
  ['theo quy định số 27-QĐ/ĐUK nhé', 'b'],
  ['trong bài báo', 'c'],
  ['năm 2021', 'a'],
])('%j picks %s', (said, documentId) => expect(pickedChoice(said, turn)?.documentId).toBe(documentId))

it.each([
  'quy định', // both
  '4',
  'Quy định 27 do ai ký?',
  'Quy định 27 có mấy điều',
  'đảng phí đóng bao nhiêu',
  'theo văn bản này',
  'cảm ơn',
  '',
])('%j is no choice', (said) => expect(pickedChoice(said, turn)).toBeUndefined())

it('nothing is picked where nothing was offered', () => {
  const { choices: _, ...plain } = turn
  expect(pickedChoice('1', plain)).toBeUndefined()
  expect(pickedChoice('1', undefined)).toBeUndefined()
})

describe('where a name was asked for', () => {
  const others = () => [
    { documentId: 'a', label: 'Nghị quyết 05-NQ/ĐUK về sinh hoạt chi bộ' },
    { documentId: 'b', label: 'Quy định 27-QĐ/ĐUK về sinh hoạt chi bộ' },
  ]
  const asked: Turn = { ...turn, choices: [] }

  it.each([
    ['quy dinh 27', 'b'],
    ['Quy định số 27 nhé', 'b'],
    ['nq 5', 'a'],
    ['27', 'b'],
    ['nghi quyet', 'a'],
  ])('%j names one of all documents', (said, documentId) =>
    expect(pickedChoice(said, asked, others)?.documentId).toBe(documentId),
  )

  it.each(['sinh hoạt chi bộ', 'quy định 99', '1', 'Quy định 27 do ai ký?', 'đảng phí'])('%j names none', (said) =>
    expect(pickedChoice(said, asked, others)).toBeUndefined(),
  )

  it('one that was not among those offered may be named too', () => {
    expect(pickedChoice('nghị quyết 05', turn, others)?.documentId).toBe('a')
  })

  it('nobody looks where nothing was asked', () => {
    const { choices: _, ...plain } = turn
    const look = () => {
      throw new Error('looked')
    }
    expect(pickedChoice('quy định 27', plain, look)).toBeUndefined()
    expect(pickedChoice('Quy định 27 nói gì?', asked, look)).toBeUndefined()
  })
})
