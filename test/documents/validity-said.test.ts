/** What documents say of validity in their own words, and which paper they mean by it. */
import { describe, expect, test } from 'vitest'
import type { DocumentMeta } from '../../src/documents/document.ts'
import { VALIDITY_UNKNOWN } from '../../src/documents/document.ts'
import { validitySaid } from '../../src/documents/metadata/validity-said.ts'
import { conflictsAmong } from '../../src/documents/validity/conflicts.ts'
import { isMeant, referenceOf } from '../../src/documents/validity/reference.ts'
import { linksAmong, validityOn } from '../../src/documents/validity/succession.ts'

const said = (text: string) => validitySaid(text, { number: '99-QĐ/ĐUK', date: '2024-09-16' })

describe('from when to when it holds', () => {
  test.each([
    ['Quy định này có hiệu lực từ ngày 01 tháng 10 năm 2024.', '2024-10-01', null],
    ['1. Quy định này có hiệu lực thi hành kể từ ngày 1/10/2024 và được phổ biến.', '2024-10-01', null],
    ['Nghị quyết này có hiệu lực kể từ ngày ký.', '2024-09-16', null],
    ['Điều 7. Hiệu lực\nCó hiệu lực từ ngày 01-5-2021.', '2021-05-01', null],
    ['Quy chế này được áp dụng từ ngày 01/01/2025.', '2025-01-01', null],
    ['Quy định này có hiệu lực từ ngày 1/7/2025 đến hết ngày 31/12/2026.', '2025-07-01', '2026-12-31'],
    ['Hướng dẫn này hết hiệu lực từ ngày 01/01/2027.', null, '2026-12-31'],
    ['Thẻ có hiệu lực từ ngày cấp.', null, null],
    ['Giấy giới thiệu có hiệu lực đến ngày 30/6/2025.', null, null],
    ['Nghị quyết này đề ra chỉ tiêu đến năm 2030.', null, null],
  ])('%s', (text, validFrom, validTo) => {
    expect(said(text)).toMatchObject({ validFrom, validTo })
  })

  test('each with the sentence that says it', () => {
    const text =
      'Điều 5. Hiệu lực\n\n1. Các cấp ủy thực hiện. Quy định này có hiệu lực từ ngày 01/10/2024. Văn phòng theo dõi.'
    const [from] = said(text).said
    expect(text.slice(from!.start, from!.end)).toBe('Quy định này có hiệu lực từ ngày 01/10/2024.')
  })
})

describe('what it replaces, and what it changes in part', () => {
  test.each([
    [
      'Quy định này thay thế các văn bản sau:\na) Quy định số 10-QĐ/TU;\nb) Quy định số 11-QĐ/TU.',
      ['10-QĐ/TU', '11-QĐ/TU'],
      [],
    ],
    ['Quy định số 9-QĐ/TU ngày 4/5/2018 hết hiệu lực kể từ ngày Quy định này có hiệu lực.', ['9-QĐ/TU'], []],
    ['Bãi bỏ Quyết định số 12-QĐ/TU ngày 1/1/2015.', ['12-QĐ/TU'], []],
    ['Quy định này thay thế Điều 5 Quy định số 30-QĐ/ĐUK ngày 1/1/2020.', [], ['30-QĐ/ĐUK']],
    ['Bãi bỏ Điều 3 và khoản 2 Điều 4 của Quy định số 21-QĐ/ĐU.', [], ['21-QĐ/ĐU']],
    ['Điều 1. Sửa đổi, bổ sung một số điều của Quy định số 27-QĐ/ĐUK như sau:', [], ['27-QĐ/ĐUK']],
    ['Điều 5 Quy định số 8-QĐ/TU hết hiệu lực kể từ ngày Quy định này có hiệu lực.', [], ['8-QĐ/TU']],
    ['Quy định số 24-QĐ/TW đã được sửa đổi, bổ sung một số điều theo Quy định số 25-QĐ/TW.', [], []],
    ['Quy định số 29-QĐ/TU đã được thay thế bằng Quy định số 40-QĐ/TU.', [], []],
    ['Nếu cần sửa đổi, bổ sung thì thực hiện theo Quy định số 24-QĐ/TW.', [], []],
  ])('%s', (text, replaces, amends) => {
    expect(said(text)).toMatchObject({ replaces, amends })
  })

  test('with kind, date and body of the paper that is meant', () => {
    const text =
      'Quy định này thay thế Quy định số 12-QĐ/ĐUK ngày 20 tháng 4 năm 2021 của Ban Thường vụ Đảng ủy Khối về đảng phí.'
    expect(said(text).said[0]?.target).toEqual({ kind: 'regulation', number: '12-QĐ/ĐUK', date: '2021-04-20', issuer: 'Ban Thường vụ Đảng ủy Khối' }) // prettier-ignore
  })
})

const paper = (id: string, meta: Partial<DocumentMeta>) => ({
  id,
  length: 1000,
  meta: { ...VALIDITY_UNKNOWN, title: id, kind: 'regulation', number: '02-QĐ/ĐU', issuer: 'Đảng ủy xã Bình An', date: '2021-02-03', term: null, section: null, author: null, url: null, ...meta } as DocumentMeta, // prettier-ignore
})

describe('which paper is meant', () => {
  test.each([
    ['02-QĐ/ĐU', {}, true],
    ['02-QĐ/ĐU ngày 03/02/2021', {}, true],
    ['02-QĐ/ĐU ngày 04/02/2021', {}, false],
    ['Quyết định số 02-QĐ/ĐU', {}, false],
    ['Quy định số 02-QĐ/ĐU ngày 03/02/2021 của Đảng ủy xã Bình An', {}, true],
    ['Quy định số 02-QĐ/ĐU ngày 03/02/2021 của Đảng ủy xã Hòa Lộc', {}, false],
    ['Quy định số 02-QĐ/ĐU của Ban Thường vụ Đảng ủy xã Bình An ngày 03/02/2021', {}, true],
    // who replaces without naming a body speaks of its own
    ['02-QĐ/ĐU', { issuer: 'Đảng ủy xã Hòa Lộc' }, false],
  ])('%s %j', (written, by, expected) => {
    expect(isMeant(referenceOf(written), paper('a', {}).meta, { issuer: 'Đảng ủy xã Bình An', ...by })).toBe(expected)
  })

  test('of two with one number the newest that is older', () => {
    const links = linksAmong([
      paper('of 2011', { date: '2011-01-05' }),
      paper('of 2016', { date: '2016-01-05' }),
      paper('of 2026', { date: '2026-01-05' }),
      paper('new', { number: '7-QĐ/ĐU', date: '2021-05-01', replaces: ['02-QĐ/ĐU'] }),
    ])
    expect([...links.keys()]).toEqual(['of 2016'])
  })
})

describe('what holds on a day', () => {
  const { meta } = paper('a', { validFrom: '2024-10-01', validTo: '2026-12-31' })
  test.each([
    ['2024-09-30', 'unknown'],
    ['2024-10-01', 'in_force'],
    ['2026-12-31', 'in_force'],
    ['2027-01-01', 'expired'],
  ])('%s: %s', (day, expected) => {
    expect(validityOn(meta, day, [])).toBe(expected)
  })
  test("a person's word wins", () => {
    expect(validityOn({ ...meta, validity: 'in_force', stated: ['validity'] }, '2027-01-01', ['another'])).toBe(
      'in_force',
    )
  })
})

describe('what does not agree', () => {
  const old = paper('old', {})
  const kinds = (...documents: ReturnType<typeof paper>[]) =>
    conflictsAmong(documents).map(({ kind, documents: concerned }) => [kind, ...concerned.map(({ id }) => id)])
  const newer = (id: string, meta: Partial<DocumentMeta> = {}) =>
    paper(id, { number: `${id}-QĐ/ĐU`, date: '2023-05-06', replaces: ['02-QĐ/ĐU'], ...meta })

  test.each([
    ['all is well', [old, newer('11')], []],
    ['two papers are one by number, date and body', [old, paper('copy', {})], [['same_identity', 'old', 'copy']]],
    ['a person holds to what was replaced', [paper('old', { validity: 'in_force', stated: ['validity'] }), newer('11')], [['said_replaced', 'old', '11']]], // prettier-ignore
    ['it is not later', [old, newer('11', { date: '2019-01-01', replaces: ['02-QĐ/ĐU ngày 03/02/2021'] })], [['dated_before', 'old', '11']]], // prettier-ignore
    [
      'two replace one',
      [old, newer('11'), newer('12', { date: '2024-01-01' })],
      [['two_successors', 'old', '11', '12']],
    ],
    ['the second replaces the first too', [old, newer('11'), newer('12', { date: '2024-01-01', replaces: ['02-QĐ/ĐU', '11-QĐ/ĐU'] })], []], // prettier-ignore
    ['in a circle', [paper('old', { date: null, replaces: ['11-QĐ/ĐU'] }), newer('11', { date: null })], [['circle', '11', 'old']]], // prettier-ignore
    ['over before it begins', [paper('odd', { validFrom: '2024-01-01', validTo: '2023-01-01' })], [['dates', 'odd']]],
  ] as const)('%s', (_, documents, expected) => {
    expect(kinds(...documents)).toEqual(expected)
  })

  test('papers in a circle are not taken as replaced', () => {
    const links = linksAmong([paper('old', { date: null, replaces: ['11-QĐ/ĐU'] }), newer('11', { date: null })])
    expect([...links.values()].flatMap(({ replacedBy }) => replacedBy)).toEqual([])
  })
})
