/** What the header of a web server says of the charset, against what the page says and what its bytes are. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument, type DocumentResult } from '../../src/documents/reading/read-document.ts'
import { createHash } from 'node:crypto'
import { article, gathering } from '../support/gathering.ts'
import { limits } from '../support/read.ts'
import { scratchFolder } from '../support/scratch.ts'
import { to1258 } from '../support/to-1258.ts'
import { createWebServer } from '../support/web-server.ts'

const WORDS =
  'Đảng bộ xã Sông Lam đã kết nạp mười hai đảng viên mới và đạt kế hoạch sớm hơn một tháng so với nghị quyết.'
const TCVN3 = '§¶ng bé x· An MÉu ®· kÕt n¹p 12 ®¶ng viªn míi; ®¹t 100% kÕ ho¹ch. C¸c chi bé thùc hiÖn nghiªm chÕ ®é sinh ho¹t, häc tËp NghÞ quyÕt.' // prettier-ignore
const RUSSIAN = 'Партийная организация приняла новых членов и выполнила план раньше срока.'
const to1251 = (text: string): Buffer =>
  Buffer.from(Array.from(text, (c) => (/[А-яЁё]/.test(c) ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0))))

const readAs = async (bytes: Buffer, name: string, sidecar: unknown): Promise<DocumentResult> => {
  const dir = join(scratchFolder(), 'a')
  mkdirSync(dir)
  const path = join(dir, name)
  writeFileSync(path, bytes)
  writeFileSync(`${path}.meta.json`, typeof sidecar === 'string' ? sidecar : JSON.stringify(sidecar))
  const fileDigest = createHash('sha256').update(bytes).digest('hex')
  const request = { id: 'a', source: name, digest: 'd', fileDigest, level: 'public', levelGiven: false } as const
  return readDocument({ ...request, path, sidecar: `${path}.meta.json` }, limits())
}
const textAs = async (bytes: Buffer, name: string, charset: string | null): Promise<string> => {
  const read = await readAs(bytes, name, { url: 'http://lamgiang.test/', web: charset === null ? {} : { charset } })
  return read.ok ? read.document.text : read.message
}

const wide = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

describe('a page', () => {
  const page = (words: string, meta: string): string => `<html><head>${meta === '' ? '' : `<meta charset="${meta}">`}</head><body><p>${words}</p></body></html>` // prettier-ignore
  it.each<[what: string, bytes: Buffer, charset: string | null, words: string]>([
    ['UTF-8 that nobody names', Buffer.from(page(WORDS, '')), null, WORDS],
    ['UTF-8 that the header calls Latin', Buffer.from(page(WORDS, '')), 'iso-8859-1', WORDS],
    ['UTF-8 that header and page call windows-1258', Buffer.from(page(WORDS, 'windows-1258')), 'windows-1258', WORDS],
    ['UTF-8 under a name that is none', Buffer.from(page(WORDS, '')), 'x-viet', WORDS],
    ['windows-1258 that only the header names', to1258(page(WORDS, '')), 'windows-1258', WORDS],
    ['windows-1258 that the page calls UTF-8', to1258(page(WORDS, 'utf-8')), 'windows-1258', WORDS],
    ['windows-1258 that the header calls UTF-8', to1258(page(WORDS, 'windows-1258')), 'utf-8', WORDS],
    ['windows-1258 that the header calls Latin', to1258(page(WORDS, '')), 'windows-1252', WORDS],
    ['windows-1258 that the header calls Russian', to1258(page(WORDS, '')), 'koi8-r', WORDS],
    ['windows-1258 that the header calls Japanese', to1258(page(WORDS, '')), 'shift_jis', WORDS],
    ['UTF-16 with a mark, called UTF-8', wide(`\uFEFF${page(WORDS, '')}`, 'le'), 'utf-8', WORDS],
    ['UTF-16 without a mark, named by the header', wide(page(WORDS, ''), 'be'), 'utf-16be', WORDS],
    ['UTF-16 without a mark, named the wrong way round', wide(page(WORDS, ''), 'le'), 'utf-16be', WORDS],
    ['Russian that only the header names', to1251(page(RUSSIAN, '')), 'windows-1251', RUSSIAN],
    ['TCVN3 that the header calls Latin', Buffer.from(page(TCVN3, ''), 'latin1'), 'iso-8859-1', 'Các chi bộ thực hiện nghiêm chế độ sinh hoạt'], // prettier-ignore
    ['TCVN3 that the header calls windows-1258', Buffer.from(page(TCVN3, ''), 'latin1'), 'windows-1258', 'Các chi bộ thực hiện nghiêm chế độ sinh hoạt'], // prettier-ignore
  ])('of %s reads as it was written', async (_what, bytes, charset, words) =>
    expect(await textAs(bytes, 'a.html', charset)).toContain(words),
  )
})

it.each<[what: string, bytes: Buffer, charset: string | null, words: string]>([
  ['windows-1258 named by the header', to1258(WORDS), 'windows-1258', WORDS],
  ['Russian named by the header', to1251(RUSSIAN), 'windows-1251', RUSSIAN],
  ['UTF-8 named otherwise', Buffer.from(WORDS), 'windows-1258', WORDS],
  ['TCVN3 named otherwise', Buffer.from(TCVN3, 'latin1'), 'windows-1258', 'Các chi bộ thực hiện nghiêm'],
])('a plain text of %s reads as it was written', async (_what, bytes, charset, words) =>
  expect(await textAs(bytes, 'a.txt', charset)).toContain(words),
)

it('takes title and date of the web only where the page says nothing, and nothing that is misshapen', async () => {
  const bare = Buffer.from(`<html><body><p>${WORDS}</p></body></html>`)
  const meta = async (bytes: Buffer, web: unknown) => {
    const read = await readAs(bytes, 'a.html', { web })
    return read.ok ? [read.document.meta.title.slice(0, 20), read.document.meta.date] : read.message
  }
  expect(await meta(bare, { title: 'Tên ở RSS', date: '2025-10-05' })).toEqual(['Tên ở RSS', '2025-10-05'])
  const own = Buffer.from(article('Đảng bộ xã Sông Lam ra quân', WORDS, '<meta name="pubdate" content="2025-09-01">'))
  expect(await meta(own, { title: 'Tên ở RSS', date: '2025-10-05' })).toEqual(['Đảng bộ xã Sông Lam ', '2025-09-01'])
  expect(await meta(bare, { title: 5, date: 'hôm qua' })).toEqual(['Đảng bộ xã Sông Lam ', null])
  expect(await meta(bare, 'sai')).toEqual(['Đảng bộ xã Sông Lam ', null])
  // what an admin states beside it is checked as ever
  expect(await readAs(bare, 'a.html', { web: {}, titel: 'x' })).toMatchObject({ ok: false, reason: 'bad_sidecar' })
  expect(await readAs(bare, 'a.html', '{"web":')).toMatchObject({ ok: false, reason: 'bad_sidecar' })
})

it('keeps the charset of the header on the way from a server into the library', async () => {
  const site = await createWebServer()
  const { page, app, sidecar } = gathering(site)
  site.put('/cu', { type: 'text/html; charset=windows-1258', body: to1258(`<html><head><title>Tin</title></head><body><p>${WORDS}</p></body></html>`) }) // prettier-ignore
  site.put('/nga', { type: 'text/plain; charset=windows-1251', body: to1251(RUSSIAN) })
  await page('/cu')
  await page('/nga')
  expect(sidecar(/cu-/)).toMatchObject({ web: { charset: 'windows-1258' } })
  const library = app.library('public')!
  const all = library.cards.map(({ id }) => library.content(id)!.text).join('\n')
  expect(all).toContain(WORDS)
  expect(all).toContain(RUSSIAN)
})
