/** Questions for a comparison, put to a small fictional library: which two are meant, what is quoted, and what a reader may not know. */
import { expect, it } from 'vitest'
import type { Level } from '../../../src/access.ts'
import type { Answer } from '../../../src/answer/answer.ts'
import { askerOf, documentOf, libraryOf, turnAfter } from '../library.ts'

const regulation = (number: string, date: string, body: string): string =>
  `ĐẢNG ỦY PHƯỜNG HƯƠNG SEN\n\nSố ${number}\n\nHương Sen, ngày ${date}\n\nQUY ĐỊNH\n\nvề sinh hoạt chi bộ tổ dân phố\n\n${body}`
const meta = (number: string, date: string, replaces: readonly string[] = []) =>
  ({ kind: 'regulation', number, date, replaces, title: 'Quy định về sinh hoạt chi bộ tổ dân phố', issuer: 'Đảng ủy phường Hương Sen' }) as const // prettier-ignore

const OLD = documentOf(
  'cu',
  regulation('08-QĐ/ĐUP', '15 tháng 5 năm 2019', 'Điều 1. Thời gian\n\nChi bộ sinh hoạt định kỳ vào ngày 10 hằng tháng, mỗi kỳ không dưới 60 phút.\n\nĐiều 2. Chuyên đề\n\nMỗi quý chi bộ tổ chức sinh hoạt chuyên đề một lần.'), // prettier-ignore
  meta('08-QĐ/ĐUP', '2019-05-15'),
)
const NEW = documentOf(
  'moi',
  regulation('21-QĐ/ĐUP', '04 tháng 3 năm 2024', 'Điều 1. Thời gian\n\nChi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng, mỗi kỳ không dưới 90 phút.\n\nĐiều 2. Đảng phí\n\nĐảng viên nộp đảng phí trước khi họp.\n\nĐiều 3. Chuyên đề\n\nMỗi quý chi bộ tổ chức sinh hoạt chuyên đề một lần.'), // prettier-ignore
  meta('21-QĐ/ĐUP', '2024-03-04', ['08-QĐ/ĐUP']),
)
const LONE = documentOf(
  'rieng',
  regulation('30-QĐ/ĐUP', '01 tháng 6 năm 2024', 'Điều 1. Tủ sách\n\nMỗi chi bộ lập một tủ sách dùng chung.'),
  { ...meta('30-QĐ/ĐUP', '2024-06-01', ['02-QĐ/ĐUP']), title: 'Quy định về tủ sách' },
)
const ask = askerOf([OLD, NEW, LONE])

const textsOf = { cu: OLD.text, moi: NEW.text, rieng: LONE.text } as Record<string, string>
const isExact = (answer: Answer): boolean => answer.citations.every(({ documentId, quote }) => textsOf[documentId]!.includes(quote)) // prettier-ignore

it.each([
  'Quy định 21 khác gì quy định 08?',
  'quy định 08 khác gì quy định 21',
  'so sánh quy định 21 và quy định 8',
  'so sánh QĐ 08 với 21',
  'điểm mới của quy định 21',
  'quy định 08 đã thay đổi như thế nào',
  'quy dinh 21 co gi moi so voi quy dinh cu',
  'Quy định 21-QĐ/ĐUP thay đổi những gì so với trước đây?',
  'so với quy định 08 thì quy định 21 thêm gì',
])('“%s” quotes both sides, the newer one first', async (question) => {
  const answer = await ask(question)
  expect(answer).toMatchObject({ status: 'answered', compared: { older: 'cu', newer: 'moi' } })
  expect(isExact(answer)).toBe(true)
  expect(answer.text).toBe(
    'Quy định 21-QĐ/ĐUP so với Quy định 08-QĐ/ĐUP:\n' +
      '– Điều 1: nay “Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng, mỗi kỳ không dưới 90 phút.” [1]; trước đây: “Chi bộ sinh hoạt định kỳ vào ngày 10 hằng tháng, mỗi kỳ không dưới 60 phút.” [2]\n' +
      '– Mới: “Điều 2. Đảng phí Đảng viên nộp đảng phí trước khi họp.” [3]',
  )
  expect(answer.notices[0]).toBe('1 điều giữ nguyên, 1 điều thay đổi, 1 điều mới (1 điều đổi số thứ tự).')
  expect(answer.notices).toContain('Quy định 08-QĐ/ĐUP đã được thay thế bởi Quy định 21-QĐ/ĐUP ngày 04/03/2024.')
})

it.each([
  'khác gì so với quy định cũ?',
  'khac gi so voi quy dinh cu',
  'quy định mới có gì thay đổi',
  'văn bản này có gì khác bản trước?',
])(
  // prettier-ignore
  '“%s” leans on the document that was spoken of',
  async (question) => {
    const first = 'Quy định 21 do ai ban hành?'
    const answer = await ask(question, [turnAfter(first, await ask(first))])
    expect(answer).toMatchObject({ status: 'answered', compared: { older: 'cu', newer: 'moi' } })
  },
)

it('asks back which document is meant where none was spoken of, and takes what is picked', async () => {
  const asked = await ask('Khác gì so với quy định cũ?')
  expect(asked).toMatchObject({ status: 'refused', reason: 'ambiguous', choices: [{ documentId: 'moi' }] })
})

it('says honestly what is not there: the older one, the other one, anything that it replaced', async () => {
  expect((await ask('điểm mới của quy định 30 so với quy định cũ')).text).toContain('Quy định 30-QĐ/ĐUP thay thế 02-QĐ/ĐUP, nhưng thư viện không có văn bản ấy') // prettier-ignore
  const missing = await ask('so sánh quy định 21 và quy định 77')
  expect(missing).toMatchObject({ status: 'refused', reason: 'not_found' })
  expect(missing.text).toContain('Thư viện không có văn bản quy định 77.')
})

it('does not take every “mới” and “khác” for a comparison', async () => {
  for (const question of [
    'Quy định 30 có gì mới?',
    'Mỗi kỳ sinh hoạt không dưới bao nhiêu phút?',
    'Chuyên đề khác sinh hoạt định kỳ thế nào?',
  ])
    // prettier-ignore
    expect((await ask(question)).compared).toBeUndefined()
})

it('keeps to what was asked of the two', async () => {
  const { text } = await ask('Quy định 21 khác gì quy định 08 về đảng phí?')
  expect(text).toContain('Đảng phí')
  expect(text).not.toContain('90 phút')
})

it('picks from several of one number the one that the other replaces', async () => {
  const other = documentOf('khac', regulation('08-QĐ/ĐUP', '02 tháng 2 năm 2015', 'Điều 1. Kho\n\nKho lưu trữ mở cửa vào thứ hai.'), { ...meta('08-QĐ/ĐUP', '2015-02-02'), issuer: 'Đảng ủy phường Hương Lúa', title: 'Quy định về kho' }) // prettier-ignore
  const withBoth = askerOf([OLD, other, NEW])
  const answer = await withBoth('so sánh quy định 08 và quy định 21')
  expect(answer.status === 'answered' && answer.compared).toEqual({ older: 'cu', newer: 'moi' })
})

it('answers of two papers that say the same that they do, and rests on both', async () => {
  const twin = documentOf('doi', OLD.text.replace('08-QĐ', '09-QĐ').replace('15 tháng 5', '16 tháng 5'), meta('09-QĐ/ĐUP', '2019-05-16')) // prettier-ignore
  const answer = await askerOf([OLD, twin])('so sánh quy định 08 và quy định 09')
  expect(answer.citations.map(({ documentId }) => documentId)).toEqual(['doi', 'cu'])
  expect(answer.notices[0]).toBe('Nội dung các phần giữ nguyên; chỉ khác phần mở đầu hoặc nơi nhận, chữ ký.')
})

it.each<[Level, boolean]>([
  ['public', false],
  ['member', true],
  ['staff', true],
])('a paper for members is for %s readers as if it were not there: %s', async (level, may) => {
  const inner = documentOf('cu', OLD.text, meta('08-QĐ/ĐUP', '2019-05-15'), 'member')
  const asks = askerOf([inner, NEW, LONE], level)
  const answer = await asks('so sánh quy định 21 và quy định 08')
  expect(answer.status).toBe(may ? 'answered' : 'refused')
  if (may) return expect(answer.level).toBe('member')
  // byte for byte what is said where there is no such paper at all
  const without = await askerOf([NEW, LONE], level)('so sánh quy định 21 và quy định 08')
  expect({ ...answer, timings: null, hits: null }).toEqual({ ...without, timings: null, hits: null })
  const single = await asks('quy định 21 khác gì quy định cũ')
  const singleWithout = await askerOf([NEW, LONE], level)('quy định 21 khác gì quy định cũ')
  expect(single.text).toBe(singleWithout.text)
  expect(libraryOf([inner, NEW], level).library.card('cu')).toBeUndefined()
})
