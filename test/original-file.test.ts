import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createApp, type App } from '../src/app.ts'
import { createConfig } from '../src/config.ts'
import { findFiles } from '../src/ingest/find-files.ts'
import { pathOfSource } from '../src/ingest/path-of-source.ts'
import { fileName, originalFile } from '../src/original-file.ts'
import { createEmbeddedIndex } from '../src/search/embedded-index.ts'
import { scratchFolder } from './support/scratch.ts'

const TEXT = 'Số 27-QĐ/ĐUK\n\nQUY ĐỊNH\nvề sinh hoạt chi bộ\n\nĐiều 1. Phạm vi\n1. Quy định này áp dụng cho mọi chi bộ trong Đảng bộ Khối.\n' // prettier-ignore

/** Files in a working folder, taken in; and the question for one of them, as the bot puts it. */
const indexed = async (files: Readonly<Record<string, string>>) => {
  const folder = scratchFolder()
  const data = scratchFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const app: App = createApp(createConfig({ DATA_DIR: data, LOG_LEVEL: 'error' }, data))
  onTestFinished(() => app.close())
  const report = await app.ingest({ found: findFiles(['.'], folder), level: null, dryRun: false, prune: false })
  expect(report.counts.refused).toBe(0)
  const index = createEmbeddedIndex(join(data, 'index'), null)
  onTestFinished(() => index.close())
  const ids = new Map(app.library('staff')!.cards.map(({ source, id }) => [source, id]))
  return {
    folder,
    ids,
    ask: (source: string, level: 'public' | 'member' | 'staff' = 'public') =>
      originalFile(index.open(), ids.get(source) ?? source, level, folder),
  }
}

test('The file behind a document is handed out under a name that people can read', async () => {
  const { ask, folder } = await indexed({ 'văn bản/qđ 27.md': TEXT })
  expect(await ask('văn bản/qđ 27.md')).toEqual({
    ok: true,
    path: join(folder, 'văn bản/qđ 27.md'),
    name: '27-QĐ-ĐUK Quy định về sinh hoạt chi bộ.md',
  })
})

test('Who may not read a document gets the word for one that is not there', async () => {
  const { ask } = await indexed({ 'noi-bo.md': `---\nlevel: staff\n---\n${TEXT}` })
  expect(await ask('noi-bo.md', 'member')).toEqual({ ok: false, reason: 'unknown' })
  expect(await ask('khong-co.md', 'staff')).toEqual({ ok: false, reason: 'unknown' })
  expect(await ask('noi-bo.md', 'staff')).toMatchObject({ ok: true })
  expect(await originalFile(null, 'x', 'staff', '/')).toEqual({ ok: false, reason: 'unknown' })
})

test('A file that changed after it was taken in is not handed out, nor one that is gone, or is a link or a folder now', async () => {
  const { ask, folder } = await indexed({ 'q.md': TEXT, 'kho/that.md': `${TEXT}\nBản khác.\n` })
  const path = join(folder, 'q.md')
  writeFileSync(path, `MẬT\n\n${TEXT}`)
  expect(await ask('q.md')).toEqual({ ok: false, reason: 'changed' })
  rmSync(path)
  expect(await ask('q.md')).toEqual({ ok: false, reason: 'missing' })
  mkdirSync(path)
  expect(await ask('q.md')).toEqual({ ok: false, reason: 'missing' })
  rmSync(path, { recursive: true })
  // a link is not the file that was taken in, even where it leads to the same words
  writeFileSync(join(folder, 'elsewhere.txt'), TEXT)
  symlinkSync(join(folder, 'elsewhere.txt'), path)
  expect(await ask('q.md')).toEqual({ ok: false, reason: 'missing' })
  rmSync(path)
  writeFileSync(path, TEXT)
  expect(await ask('q.md')).toMatchObject({ ok: true, path })
})

test('A file above what a bot may send is said to be too large before it is read', async () => {
  const { ask, folder } = await indexed({ 'q.md': TEXT })
  truncateSync(join(folder, 'q.md'), 50_000_001)
  expect(await ask('q.md')).toEqual({ ok: false, reason: 'too_large' })
  truncateSync(join(folder, 'q.md'), 50_000_000)
  expect(await ask('q.md')).toEqual({ ok: false, reason: 'changed' })
})

test('Names that were composed or written with %XX in the index lead back to their files', async () => {
  const odd = 'quy\u202Eđịnh %41\u0007.md'
  const decomposed = `${'văn bản'.normalize('NFD')}/${'quyết định'.normalize('NFD')}.md`
  const { ask, folder, ids } = await indexed({ [odd]: TEXT, [decomposed]: `${TEXT}\nBản khác.\n` })
  for (const source of ids.keys()) expect(source).not.toMatch(/[\u202E\u0007]/)
  const found = await Promise.all([...ids.keys()].map((source) => ask(source)))
  expect(found.map((file) => file.ok && file.path).sort()).toEqual([join(folder, odd), join(folder, decomposed)].sort())
  renameSync(join(folder, odd), join(folder, 'khac.md'))
  expect(await ask([...ids.keys()].find((source) => source.includes('%'))!)).toEqual({ ok: false, reason: 'missing' })
})

test('A source never leads out of where it lies', () => {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'in'))
  writeFileSync(join(folder, 'secret.txt'), 'x')
  for (const source of [
    '../secret.txt',
    'x/../../secret.txt',
    './../secret.txt',
    '.',
    '..',
    '',
    '\0',
    '%2e%2e/secret.txt',
  ])
    expect(pathOfSource(source, join(folder, 'in')), source).toBeNull()
  expect(pathOfSource(join(folder, 'secret.txt'), join(folder, 'in'))).toBe(join(folder, 'secret.txt'))
})

test('File names keep Vietnamese and lose what is hidden, reorders, or means something to a file system', () => {
  const named = (number: string | null, title: string, source = 'a/b.pdf') => fileName({ number, title }, 'pdf', source)
  expect(named('05-NQ/ĐUK', 'Nghị quyết về học tập')).toBe('05-NQ-ĐUK Nghị quyết về học tập.pdf')
  expect(named(null, 'a/b\\c:d*e?f"g<h>i|j\u202Ek\u200Bl\u0000m\n“n”')).toBe('a-b-c d e f g h i jkl m n.pdf')
  expect(named(null, '', 'kho/Điều lệ Đảng.pdf')).toBe('Điều lệ Đảng.pdf')
  expect(named(null, '../../..', '')).toBe('van-ban.pdf')
  expect(named(null, '.hidden')).toBe('hidden.pdf')
  const long = named('1-QĐ/TW', 'Quyết định '.repeat(40))
  expect(Buffer.byteLength(long)).toBeLessThan(255)
  expect(long).toMatch(/(?:Quyết|định)\.pdf$/)
})
