import { describe, expect, test } from 'vitest'
import { lookUp } from '../../src/search/look-up.ts'
import { smallLibrary } from '../support/small-library.ts'

const numbered = (
  id: string,
  number: string,
  kind: 'resolution' | 'regulation' | 'decision' | 'guidance' | 'other',
  issuer: string,
  date: string,
) => ({
  id,
  title: `Văn bản ${number}`,
  text: 'Nội dung mẫu.',
  meta: { number, kind, issuer, date },
})
const { library } = smallLibrary([
  numbered('nq18', '18-NQ/TW', 'resolution', 'Ban Chấp hành Trung ương', '2017-10-25'),
  numbered('nq18new', '18-NQ/TW', 'resolution', 'Ban Chấp hành Trung ương', '2022-06-16'),
  numbered('qd294', '294-QĐ/TW', 'regulation', 'Ban Chấp hành Trung ương', '2025-05-26'),
  numbered('qd24', '24-QĐ/TW', 'decision', 'Ban Bí thư', '2021-07-30'),
  numbered('hd05a', '05-HD/BTCTW', 'guidance', 'Ban Tổ chức Trung ương', '2022-01-10'),
  numbered('hd05b', '05-HD/VPTW', 'guidance', 'Văn phòng Trung ương', '2026-01-12'),
  numbered('unknown', '77-QĐ/TU', 'other', 'Tỉnh ủy Mẫu', '2024-03-01'),
  { id: 'plain', title: 'Bài viết', text: 'Không có số.' },
])
const ids = (question: string) => lookUp(question, library).cards.map(({ id }) => id)

describe('lookUp', () => {
  test.each([
    ['nq 18', ['nq18', 'nq18new']], // numbers come again: both are meant
    ['nghị quyết số 18 năm 2017 nói gì', ['nq18']], // the year tells
    ['24-qđ/tw', ['qd24']],
    ['24-QD/TW', ['qd24']],
    ['quy dinh 294', ['qd294']],
    ['Quy định số 294-QĐ/TW có mấy điều', ['qd294']],
    ['hd 05', ['hd05a', 'hd05b']],
    ['hd 05 cua ban to chuc', ['hd05a']], // the issuer tells, without marks
    ['hướng dẫn 05 của Văn phòng Trung ương', ['hd05b']],
    ['quy định 77', ['unknown']], // kind not recognised, but QĐ may be a quy định
    ['nq 18 và quy định 294', ['nq18', 'nq18new', 'qd294']],
  ])('%s → %j', (question, expected) => {
    expect(ids(question)).toEqual(expected)
    expect(lookUp(question, library).named).toBe(true)
  })

  test('a number that no document bears is named, and missing', () => {
    expect(lookUp('Nghị quyết 99-NQ/TW nói gì', library)).toEqual({ named: true, cards: [], missing: ['99-NQ/TW'] })
  })

  test.each(['chi bộ họp mấy lần', 'nghị quyết nói gì', '', 'năm 2025 có gì mới', 'kế hoạch 5 năm'])(
    '%j names no document',
    (question) => {
      expect(lookUp(question, library)).toEqual({ named: false, cards: [], missing: [] })
    },
  )
})
