/** The page of a comparison: whole, in need of nothing else, and no word of a document can become markup. */
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { compareDocuments } from '../../../src/answer/compare/compare-documents.ts'
import { comparisonPage } from '../../../src/answer/compare/page/comparison-page.ts'
import type { Document } from '../../../src/documents/document.ts'
import { documentOf, libraryOf } from '../library.ts'

const page = (older: Document, newer: Document): string => {
  const { library } = libraryOf([older, newer], 'staff')
  const result = compareDocuments(library, older.id, newer.id)
  if (!result.ok) throw new Error(result.reason)
  return comparisonPage(result.compared, '2026-11-01')
}
const meta = (number: string, date: string) => ({ kind: 'regulation', number, date, title: 'Quy định mẫu', issuer: 'Đảng ủy <b>X</b> & Y' }) as const // prettier-ignore
const OLD = documentOf('a', 'Điều 1. Họp\n\nMỗi tháng họp một lần, ít nhất 60 phút.\n\nĐiều 2. Sổ\n\nGhi sổ sau mỗi kỳ.\n\nĐiều 3. Bỏ\n\nĐiều này sẽ không còn trong bản sau.', meta('01-QĐ/ĐU', '2019-01-02')) // prettier-ignore
const NEW = documentOf('b', 'Điều 1. Họp\n\nMỗi tháng họp một lần, ít nhất 90 phút.\n\nĐiều 2. Sổ\n\nGhi sổ sau mỗi kỳ.', meta('02-QĐ/ĐU', '2024-03-04')) // prettier-ignore

it('shows number, issuer, date and validity of both, what changed with marks, what stayed by its name', () => {
  const { document } = parseHTML(page(OLD, NEW))
  const text = document.body.textContent!
  for (const said of [
    '01-QĐ/ĐU',
    '02-QĐ/ĐU',
    '02/01/2019',
    '04/03/2024',
    'Đảng ủy <b>X</b> & Y',
    'chưa rõ hiệu lực',
    'ngày 01/11/2026',
  ])
    // prettier-ignore
    expect(text).toContain(said)
  expect([...document.querySelectorAll('main del')].map((mark) => mark.textContent)).toEqual(['60', 'Điều này sẽ không còn trong bản sau.', 'Số 01-QĐ/ĐU'].slice(0, 2)) // prettier-ignore
  expect([...document.querySelectorAll('main ins')].map((mark) => mark.textContent)).toEqual(['90'])
  expect([...document.querySelectorAll('main li')].map((line) => line.textContent)).toEqual(['Điều 2. Sổ'])
  expect([...document.querySelectorAll('.badge')].map((badge) => badge.textContent)).toEqual(['Thay đổi', 'Không còn'])
})

it('needs nothing else: no script, no link, no picture, nothing that is fetched', () => {
  const html = page(OLD, NEW)
  const { document } = parseHTML(html)
  expect(document.querySelectorAll('script, link, img, iframe, object, embed, form, a, base').length).toBe(0)
  expect(html).not.toMatch(/https?:|url\(|@import|src=/i)
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(document.documentElement.getAttribute('lang')).toBe('vi')
})

it.each([
  '<script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  '<style>*{display:none}</style>',
  '&lt;b&gt; &amp; <!-- -->',
  '</ins></del><h1>giả',
])('sets %s as the words that it is, in the title, the articles and the marks', (hostile) => {
  const newer = documentOf('b', `Điều 1. Họp ${hostile}\n\nMỗi tháng họp ${hostile} một lần, ít nhất 90 phút.\n\nĐiều 2. Mới\n\n${hostile}`, { ...meta('02-QĐ/ĐU', '2024-03-04'), title: `Quy định ${hostile}`, number: null }) // prettier-ignore
  const { document } = parseHTML(page(OLD, newer))
  expect(document.querySelectorAll('script, img, svg, h1 + h1, b').length).toBe(0)
  expect(document.querySelectorAll('style').length).toBe(1)
  expect(document.querySelectorAll('h1').length).toBe(1)
  expect(document.querySelector('h1')!.textContent).toContain('Quy định')
  expect(document.body.textContent!.replace(/\s+/g, ' ')).toContain(hostile.replace(/\s+/g, ' '))
})

it('warns on a page that not everybody may read', () => {
  const inner = documentOf('a', OLD.text, meta('01-QĐ/ĐU', '2019-01-02'), 'member')
  expect(page(inner, NEW)).toContain('không sao chép, không chuyển tiếp')
  expect(page(OLD, NEW)).not.toContain('không sao chép')
})
