import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dueAt } from '../../src/gather/due-sources.ts'
import { isWanted } from '../../src/gather/path-pattern.ts'
import { placeOf } from '../../src/gather/store/file-place.ts'
import type { VisitState } from '../../src/gather/store/visit-state.ts'
import { parseSources } from '../../src/gather/web-sources.ts'
import { root } from '../support/run.ts'

it('takes the example that comes with the program', () => {
  const read = parseSources(readFileSync(`${root}data/sources.example.json`, 'utf8'))
  expect(read).toMatchObject({ ok: true, sources: [{ everyMs: 6 * 3_600_000, limit: 200 }, {}, { level: 'public' }] })
})

it.each([
  ['{', /không phải JSON hợp lệ/],
  ['{"url":"https://a.vn"}', /cần một danh sách/],
  ['[1]', /mục 1: cần một đối tượng/],
  ['[{}]', /mục 1: "url" phải có/],
  ['[{"url":"ftp://a.vn/"}]', /mục 1 \(ftp:\/\/a\.vn\/\): "url" không dùng được: Chỉ tải được/],
  ['[{"url":"https://a.vn/","every":"nhanh"}]', /mục 1 \(https:\/\/a\.vn\/\): "every" phải là khoảng thời gian/],
  ['[{"url":"https://a.vn/","every":"1m"}]', /"every" phải/],
  ['[{"url":"https://a.vn/","every":6}]', /"every" phải/],
  ['[{"url":"https://a.vn/"},{"url":"https://b.vn/","kind":"rss"}]', /mục 2 .*"kind" phải là một trong: auto, page, feed, sitemap/],
  ['[{"url":"https://a.vn/","level":"secret"}]', /"level" phải là một trong: public, member, staff/],
  ['[{"url":"https://a.vn/","hosts":["a b"]}]', /"hosts" không phải tên máy chủ: "a b"/],
  ['[{"url":"https://a.vn/","hosts":"a.vn"}]', /"hosts" phải là danh sách/],
  ['[{"url":"https://a.vn/","limit":0}]', /"limit" phải từ 1/],
  ['[{"url":"https://a.vn/","include":[3]}]', /"include" phải là danh sách/],
  ['[{"url":"https://a.vn/","evry":"6h"}]', /không có khóa "evry" \(các khóa: url, kind/],
  ['[{"url":"https://a.vn/"},{"url":"https://A.vn"}]', /mục 2 .*đã có ở một mục trên/],
])('says of %s which entry and which key is wrong', (json, fault) => {
  const read = parseSources(json)
  expect(read.ok).toBe(false)
  if (!read.ok) expect(read.faults.join('\n')).toMatch(fault)
}) // prettier-ignore

it('is due after its time, a little sooner or later; sooner after a fault, and not while the host asks for a pause', () => {
  const read = parseSources('[{"url":"https://a.vn/","every":"10h"}]')
  if (!read.ok) return expect.unreachable()
  const [source] = read.sources
  const state = (failures: number, pauses = {}): VisitState => ({
    ...{ version: 1, pages: {}, pauses, underway: null },
    sources: {
      [source!.url]: { checkedAt: 1e9, failures, fault: null, etag: null, lastModified: null, at: null, wanted: null },
    },
  })
  const hours = (at: number): number => (at - 1e9) / 3_600_000
  expect(dueAt(source!, { version: 1, pages: {}, sources: {}, pauses: {}, underway: null }, 1e9)).toBe(0)
  expect(hours(dueAt(source!, state(0), 1e9))).toBeGreaterThan(8.99)
  expect(hours(dueAt(source!, state(0), 1e9))).toBeLessThan(11.01)
  expect(dueAt(source!, state(0), 1e9)).toBe(dueAt(source!, state(0), 1e9))
  expect(hours(dueAt(source!, state(2), 1e9))).toBeLessThan(1.11)
  expect(hours(dueAt(source!, state(2, { 'a.vn': 1e9 + 7_200_000 }), 1e9))).toBe(2)
  // what was written down while the clock was years ahead keeps nothing waiting for years
  expect(dueAt(source!, state(0), 1e9 - 1)).toBe(0)
  expect(hours(dueAt(source!, state(2, { 'a.vn': 1e12 }), 1e9))).toBeLessThan(1.11)
})

it.each([
  ['https://a.vn/van-ban/1', ['/van-ban/*'], [], true],
  ['https://a.vn/x/van-ban/1', ['/van-ban/*'], [], false],
  ['https://a.vn/tin?id=5', ['*?id=*'], [], true],
  ['https://a.vn/v%C4%83n-b%E1%BA%A3n/1', ['văn-bản'], [], true],
  ['https://a.vn/video/1', [], ['/video/*'], false],
  ['https://a.vn/tin/1.html', ['/tin/*.html'], ['/tin/2*'], true],
  ['https://a.vn/tin/1.htm', ['/tin/*.html'], [], false],
  ['https://a.vn/aaab', ['/a*a*b'], [], true],
  [`https://a.vn/${'a'.repeat(1_500)}`, [`${'*a'.repeat(90)}*b`], [], false],
])('%s with include %j and exclude %j: %s', (url, include, exclude, wanted) =>
  expect(isWanted(new URL(url), include, exclude)).toBe(wanted),
)

it('keeps pages under names that every disk takes, the same for the same address', () => {
  const place = (url: string, ending = 'html'): string => placeOf(new URL(url), ending)
  expect(place('https://lamgiang.vn/tin/Quy%E1%BA%BFt-%C4%91%E1%BB%8Bnh%2045.aspx')).toMatch(/^lamgiang\.vn\/quyet-dinh-45-[0-9a-f]{20}\.html$/)
  expect(place('https://lamgiang.vn/a')).toBe(place('https://lamgiang.vn/a'))
  expect(place('https://lamgiang.vn/a?x=1')).not.toBe(place('https://lamgiang.vn/a?x=2'))
  for (const url of ['https://a.vn/', 'https://a.vn/..%2f..%2fetc%2fpasswd', 'https://a.vn/%00', 'https://a.vn/con.pdf', 'https://a.vn/%', `https://a.vn/${'dài'.repeat(300)}`, 'https://[2606:4700::1]:8443/a', 'https://a.vn/.meta.json'])
    expect(place(url, 'pdf')).toMatch(/^[a-z0-9_][a-z0-9._-]{0,100}\/[a-z0-9][a-z0-9-]{0,60}-[0-9a-f]{20}\.pdf$/)
}) // prettier-ignore
