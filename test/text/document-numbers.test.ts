import { describe, expect, it } from 'vitest'
import { numberKey, numberParts, numbersIn } from '../../src/text/numbers/document-numbers.ts'
import { fitsMention, mentionsIn } from '../../src/text/numbers/document-mentions.ts'

const numbers = (text: string): string[] => numbersIn(text).map((found) => found.number)

describe('full numbers in a text', () => {
  it.each([
    ['Số 18-NQ/TW', ['18-NQ/TW']],
    ['theo Quy định 08-QĐi/TW và 1497-QĐNS/TW', ['08-QĐi/TW', '1497-QĐNS/TW']],
    ['Hướng dẫn số 16 -\nHD/BTCTW ngày', ['16-HD/BTCTW']],
    ['số 69\u2013Q\u00D0/TW', ['69-QĐ/TW']],
    ['367 - QĐ/TWĐTN-VP', ['367-QĐ/TWĐTN-VP']],
    ['Nghị định số 30/2020/NĐ-CP; Luật 91/2025/QH15', ['30/2020/NĐ-CP', '91/2025/QH15']],
    ['Quyết định 543/QĐ-UBND, 1630/QĐ-TTg', ['543/QĐ-UBND', '1630/QĐ-TTg']],
    ['Thông tư liên tịch 01/2023/TTLT-BTP-BNV', ['01/2023/TTLT-BTP-BNV']],
    ['ngày 30/7/2020, đạt 102,5%, tỷ lệ 3/4', []],
    ['đường 30-4, 5-6 người', []],
  ])('%s', (text, expected) => {
    expect(numbers(text)).toEqual(expected)
  })

  it('stand where their offsets say', () => {
    const text = 'Theo Hướng dẫn số 16 -\nHD/BTCTW của Ban'
    const [found] = numbersIn(text)
    expect(text.slice(found!.start, found!.end)).toBe('16 -\nHD/BTCTW')
  })

  it('are not joined over an empty line', () => {
    expect(numbers('trang 16 -\n\nHD/BTCTW')).toEqual([])
  })
})

describe('the key of a number', () => {
  it('is the same for all ways of typing it', () => {
    const keys = ['24-qd/tw', '24 QĐ/TW', '24-QĐ/TW', '24 \u2013 Q\u00D0/TW', '24-qđ-tw', '024-QĐ/TW'].map(numberKey)
    expect(new Set(keys)).toEqual(new Set(['24-qd-tw']))
  })
  it('keeps different numbers apart', () => {
    const all = ['18-NQ/TW', '18-KL/TW', '18-NQ/TU', '118-NQ/TW', '18/2020/NĐ-CP', '18/NQ-CP', '18/QĐ-UBND']
    expect(new Set(all.map(numberKey)).size).toBe(all.length)
  })
  it('has parts', () => {
    expect(numberParts('30/2020/NĐ-CP')).toEqual({ number: '30', year: '2020', symbol: 'nd', issuer: 'cp' })
    expect(numberParts('05-NQ/ĐUK')).toEqual({ number: '5', year: null, symbol: 'nq', issuer: 'duk' })
    expect(numberParts('91/2025/QH15')).toEqual({ number: '91', year: '2025', symbol: null, issuer: 'qh15' })
    expect(numberParts('hai mươi')).toBeNull()
  })
})

describe('mentions in a question', () => {
  it.each([
    ['nq 18 nói gì', { kinds: ['resolution'], number: '18', key: null }],
    ['NQ18', { kinds: ['resolution'], number: '18' }],
    ['quy dinh 294', { kinds: ['regulation'], number: '294' }],
    ['qui định 37', { kinds: ['regulation'], number: '37' }],
    ['qđ 37', { kinds: ['regulation', 'decision'], number: '37' }],
    ['Chỉ thị số 05', { kinds: ['directive'], number: '5' }],
    ['đề án 999', { kinds: ['scheme'], number: '999' }],
    ['nđ 30/2020', { kinds: ['law'], number: '30', year: '2020' }],
    ['24-qd/tw', { key: '24-qd-tw', symbol: 'qd', issuer: 'tw' }],
    ['18 nq tw', { key: '18-nq-tw' }],
    ['Quyết định số 130-QĐ/TW', { key: '130-qd-tw', kinds: ['decision'] }],
    ['quy dinh so 130-qd/tw', { key: '130-qd-tw', kinds: ['regulation'] }],
    ['NQTW4 (khoá XI)', { plenary: 4, congress: 11, number: null }],
    ['nghi quyet trung uong 4 khoa 12', { plenary: 4, congress: 12 }],
    ['nghị quyết số 18-NQ/TW khóa XII', { key: '18-nq-tw', congress: 12 }],
  ])('%s', (question, expected) => {
    const mentions = mentionsIn(question)
    expect(mentions).toHaveLength(1)
    expect(mentions[0]).toMatchObject(expected)
  })

  it.each([
    'kế hoạch 5 năm',
    'ke hoach 5 nam',
    'đã 30 tuổi',
    'da 30 tuoi',
    'để ăn 2 bữa',
    'Luật Đất đai 2013',
    'báo cáo 6 tháng',
    'đạt 102,5% kế hoạch 80,5%',
    'đảng viên 40 năm tuổi đảng',
  ])('%s names no document', (question) => {
    expect(mentionsIn(question)).toEqual([])
  })

  it('fit the documents that they may mean', () => {
    const mention = (text: string) => mentionsIn(text)[0]!
    expect(fitsMention(mention('nq 18'), '18-NQ/TW', 'resolution')).toBe(true)
    expect(fitsMention(mention('nq 18'), '18-KL/TW', 'conclusion')).toBe(false)
    expect(fitsMention(mention('nq 18'), '118-NQ/TW', 'resolution')).toBe(false)
    expect(fitsMention(mention('24-qd/tw'), '24-QĐ/TW', 'other')).toBe(true)
    expect(fitsMention(mention('24-qd/tw'), '24-QĐ/TU', 'decision')).toBe(false)
    expect(fitsMention(mention('nđ 30/2020'), '30/2021/NĐ-CP', 'law')).toBe(false)
  })
})
