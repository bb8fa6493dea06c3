import { describe, expect, it } from 'vitest'
import { fitsTopic, type ReadableDocument } from '../../src/desk/follow-match.ts'
import { EVERYTHING, type Topic } from '../../src/desk/follow-topic.ts'
import type { DocumentMeta } from '../../src/documents/document.ts'
import type { DocumentCard } from '../../src/search/search-index.ts'
import { syllables } from '../../src/text/terms.ts'

const card = (meta: Partial<DocumentMeta>): DocumentCard =>
  ({ meta: { title: 'Quy định về tủ sách', kind: 'regulation', number: null, issuer: null, replaces: [], ...meta } }) as unknown as DocumentCard // prettier-ignore
const fits = (
  topic: Partial<Topic>,
  meta: Partial<DocumentMeta>,
  passages: readonly string[] = [],
  path = '',
): boolean => {
  const document: ReadableDocument = { title: [], passages: passages.map((text) => ({ path: syllables(path), text: syllables(text) })) } // prettier-ignore
  return fitsTopic({ ...EVERYTHING, ...topic }, card(meta), () => document)
}

describe('a followed subject', () => {
  it.each([
    ['sinh hoạt chi bộ', 'Nâng cao chất lượng sinh hoạt chi bộ', true],
    ['sinh hoạt chi bộ', 'Đổi mới sinh hoạt của các chi bộ', true],
    ['sinh hoat chi bo', 'Nâng cao chất lượng SINH HOẠT CHI BỘ', true],
    ['sinh hoạt chi bộ', 'Chỉ bộ phận phục vụ mới được đổi giờ sinh hoạt', false],
    ['sinh hoạt chi bộ', 'Chi bộ tổ chức cho học sinh hoạt động ngoài trời', false],
    ['bí thư', 'Thu hồi đất bị thu hẹp', false],
    ['bí thư', 'Tiêu chuẩn chức danh bí thư chi bộ', true],
    ['kiểm tra giám sát', 'Công tác kiểm tra, giám sát của Đảng', true],
    ['ủy ban kiểm tra', 'Uỷ ban Kiểm tra Tỉnh uỷ', true],
    ['học sinh', 'Sinh học phổ thông', false],
    ['kỷ luật đảng', 'Kỉ luật của Đảng', true],
  ])('“%s” and the title “%s”: %s', (words, title, expected) => {
    expect(fits({ words }, { title })).toBe(expected)
  })

  it('is the subject of a document that speaks of it again and again, or under a heading, not of one that mentions it', () => {
    const words = 'sinh hoạt chi bộ'
    const said = 'Đảng viên dự sinh hoạt chi bộ đầy đủ.'
    expect(fits({ words }, {}, [said, 'Việc khác.', 'Việc khác nữa.'])).toBe(false)
    expect(fits({ words }, {}, [said, said, said])).toBe(true)
    expect(fits({ words }, {}, ['Mỗi tháng một lần.'], 'Điều 3. Sinh hoạt chi bộ')).toBe(true)
    // the words lie far apart
    const apart = 'Chi bộ phân công đảng viên. Sinh hoạt hằng tháng.'
    expect(fits({ words }, {}, [apart, apart, apart])).toBe(false)
  })
})

describe('a followed body, number or kind', () => {
  it.each([
    ['Đảng ủy Khối', 'Đảng uỷ Khối các cơ quan tỉnh', true],
    ['dang uy khoi', 'ĐẢNG ỦY KHỐI CÁC CƠ QUAN', true],
    ['Tỉnh ủy', 'Ban Thường vụ Tỉnh ủy Lam Giang', true],
    ['Tỉnh ủy', 'Ủy ban nhân dân tỉnh', false],
    ['Tỉnh ủy', null, false],
  ])('body “%s” and issuer “%s”: %s', (body, issuer, expected) => {
    expect(fits({ body }, { issuer })).toBe(expected)
  })

  it.each([
    ['quy định 27', { number: '27-QĐ/ĐUK' }, true],
    ['quy định 27', { number: '27-QĐ/ĐUK', kind: 'decision' as const }, true],
    ['quy định 27', { number: '27-NQ/ĐUK', kind: 'resolution' as const }, false],
    ['quy định 27', { number: '127-QĐ/ĐUK' }, false],
    ['27-QĐ/ĐUK', { number: '27-QĐ/TU' }, false],
    // who follows the old one is told of the new
    ['quy định 27', { number: '41-QĐ/ĐUK', replaces: ['27-QĐ/ĐUK'] }, true],
    ['27-QĐ/ĐUK', { number: '41-QĐ/ĐUK', replaces: ['27-QĐ/ĐUK'] }, true],
    ['27-QĐ/ĐUK', { number: '41-QĐ/ĐUK', replaces: ['28-QĐ/ĐUK'] }, false],
  ])('number “%s” and %o: %s', (number, meta, expected) => {
    expect(fits({ number }, meta)).toBe(expected)
  })

  it('must fit with all that was named', () => {
    const meta = { kind: 'resolution', issuer: 'Tỉnh ủy Lam Giang', title: 'Nghị quyết về chuyển đổi số' } as const
    const all = { kinds: ['resolution'], body: 'Tỉnh ủy', words: 'chuyển đổi số' } as const
    expect(fits(all, meta)).toBe(true)
    expect(fits(all, { ...meta, kind: 'plan' })).toBe(false)
    expect(fits(all, { ...meta, issuer: 'Huyện ủy' })).toBe(false)
    expect(fits(all, { ...meta, title: 'Nghị quyết về đào tạo' })).toBe(false)
    expect(fits({}, {})).toBe(true)
  })
})
