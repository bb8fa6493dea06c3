/** Pages of a comparison, whatever the documents: each fits in a message with its marks, and nothing in it can be pressed. */
import { expect, it } from 'vitest'
import { comparisonView } from '../../src/bot/features/compare/comparison-view.ts'
import { documentOf, libraryOf } from '../answer/library.ts'

const meta = (number: string, date: string) => ({ kind: 'regulation', number, date, title: 'Quy định mẫu', issuer: 'Đảng ủy' }) as const // prettier-ignore
const pagesOf = (older: string, newer: string) => {
  const documents = [documentOf('a', older, meta('01-QĐ/ĐU', '2019-01-02')), documentOf('b', newer, meta('02-QĐ/ĐU', '2024-03-04'))] // prettier-ignore
  const { library } = libraryOf(documents, 'public')
  return [0, 1, 2, 3].map((page) => comparisonView(library, 'a', 'b', page)!.body)
}

const WORDS = 'đảng viên chi bộ họp tháng sinh hoạt báo cáo'.split(' ')
/** A clause of nearly 4,000 letters in which every eighth word changes. */
const clause = (changed: boolean): string =>
  Array.from({ length: 560 }, (_, i) => (changed && i % 8 === 0 ? `mới${i}` : `${WORDS[i % 10]}${i % 7}`)).join(' ')

it('cuts a long clause with many changes at the same place on both sides, and says that it goes on', () => {
  const of = (changed: boolean): string => `Điều 1. Họp\n\n${clause(changed)}.\n\nĐiều 2. Sổ\n\nGhi sổ.`
  for (const { text, entities } of pagesOf(of(false), of(true))) {
    expect(text.length).toBeLessThan(3_000)
    expect(entities.length).toBeLessThan(90)
    expect(text).toContain('(còn tiếp trong bản đầy đủ)')
    const [, then, now] = /Trước: “(.*) …”\nNay: “(.*) …”\n/.exec(text)!
    expect(now!.replace(/mới\d+/g, '?')).toBe(
      then!
        .split(' ')
        .map((word, i) => (i % 8 === 0 ? '?' : word))
        .join(' '),
    )
  }
})

it('makes no link, mention or command of the name of an article or of the words of it', () => {
  const of = (more: string): string =>
    `Điều 1. Họp tại https://xau.example với @admin\n\nMỗi tháng họp một lần.${more}\n\nĐiều 2. Sổ /xoa\n\nGhi sổ.`
  for (const { text, entities } of pagesOf(
    of(''),
    `${of(' Xem www.xau.vn.')}\n\nĐiều 3. Gửi a@xau.example #the /start\n\nMới.`,
  )) {
    const clickable = [...text.matchAll(/https:\S+|@admin|\/xoa|www\.\S+\w|a@xau\.example|#the|\/start/g)]
    expect(clickable.length).toBeGreaterThan(0)
    for (const { index, 0: found } of clickable)
      expect(entities.some(({ type, offset, length }) => type === 'code' && offset <= index && offset + length >= index + found.length)).toBe(true) // prettier-ignore
  }
})

it('tells a clause that was split off and one that was joined to another by these words, not as new or gone', () => {
  const [first, second, last] = ['Chi bộ họp mỗi tháng một lần vào tuần đầu.', 'Biên bản gửi về đảng ủy cơ sở.', 'Chi ủy ghi sổ sau mỗi kỳ họp.'] as const // prettier-ignore
  const apart = `Điều 1. Họp\n\n1. ${first}\n\n2. ${second}\n\n3. ${last}`
  const joined = `Điều 1. Họp\n\n1. ${first} ${second}\n\n2. ${last}`
  expect(pagesOf(joined, apart)[1]!.text).toContain(`Điều 1 khoản 2 (tách ra, trước là Điều 1 khoản 1)\n“2. ${second}”`)
  expect(pagesOf(apart, joined)[1]!.text).toContain(`Điều 1 khoản 2 (gộp vào Điều 1 khoản 1)\n“2. ${second}”`)
})
