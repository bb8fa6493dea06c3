import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import type { Level } from '../../src/access.ts'
import { createApp, type App } from '../../src/app.ts'
import { createConfig } from '../../src/config.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import type { IngestReport } from '../../src/ingest/report.ts'
import { scratchFolder } from '../support/scratch.ts'

let folder: string
let app: App

beforeEach(() => {
  folder = scratchFolder()
  app = createApp(createConfig({ DATA_DIR: scratchFolder(), LOG_LEVEL: 'error' }, '/'))
  const opened = app
  onTestFinished(() => opened.close())
})

const write = (name: string, text: string | Buffer): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
}

const ingest = (
  options: { paths?: string[]; level?: Level; dryRun?: boolean; prune?: boolean } = {},
): Promise<IngestReport> =>
  app.ingest({
    found: findFiles(options.paths ?? ['.'], folder),
    level: options.level ?? null,
    dryRun: options.dryRun ?? false,
    prune: options.prune ?? false,
  })

const outcomes = (report: IngestReport): Record<string, string> =>
  Object.fromEntries(
    report.files.map(({ source, outcome, reason }) => [source, reason ? `${outcome}: ${reason}` : outcome]),
  )

const holds = (words: string, level: Level = 'staff'): boolean =>
  app.library(level)!.cards.some((card) => app.library(level)!.content(card.id)!.text.includes(words))

it('adds, leaves, replaces and removes, and never holds an old text beside the new', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  write('b.md', '# Đảng phí\n\nĐảng phí nộp trước ngày 20 hằng tháng.')
  expect(outcomes(await ingest())).toEqual({ 'a.txt': 'added', 'b.md': 'added' })
  const again = await ingest()
  expect(outcomes(again)).toEqual({ 'a.txt': 'unchanged', 'b.md': 'unchanged' })
  expect(again.snapshot).toBeNull()

  write('a.txt', 'Chi bộ họp mỗi quý hai lần.')
  expect(outcomes(await ingest())).toEqual({ 'a.txt': 'changed', 'b.md': 'unchanged' })
  expect([holds('mỗi quý hai lần'), holds('mỗi tháng một lần')]).toEqual([true, false])

  rmSync(join(folder, 'a.txt'))
  expect(outcomes(await ingest())).toEqual({ 'a.txt': 'removed', 'b.md': 'unchanged' })
  expect(app.library('staff')!.cards.map((card) => card.source)).toEqual(['b.md'])
})

it('writes nothing at all when an unchanged folder is ingested again', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  await ingest()
  const indexDir = join(app.config.dataDir, 'index')
  const state = (): unknown =>
    readdirSync(indexDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('lock'))
      .sort()
      .map((name) => [name, statSync(join(indexDir, name)).mtimeMs])
  const before = state()
  await ingest()
  expect(state()).toEqual(before)
})

it('reports what a dry run would do and changes nothing', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  const report = await ingest({ dryRun: true })
  expect(report).toMatchObject({ dryRun: true, snapshot: null, counts: { added: 1 } })
  expect(app.library('staff')).toBeNull()
  expect(existsSync(app.config.dataDir + '/index')).toBe(false)
})

it('takes the same content once, whatever its names, and again when the first copy goes', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  write('sao/b.txt', 'Chi bộ họp mỗi tháng một lần.')
  expect(outcomes(await ingest())).toEqual({ 'a.txt': 'added', 'sao/b.txt': 'duplicate' })
  expect(app.library('staff')!.cards).toHaveLength(1)
  rmSync(join(folder, 'a.txt'))
  expect(outcomes(await ingest())).toEqual({ 'a.txt': 'removed', 'sao/b.txt': 'added' })
})

it('gives each of two files the other\u2019s content when they were swapped', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  write('b.txt', 'Đảng phí nộp trước ngày 20.')
  await ingest()
  write('a.txt', 'Đảng phí nộp trước ngày 20.')
  write('b.txt', 'Chi bộ họp mỗi tháng một lần.')
  expect(outcomes(await ingest())).toEqual({ 'a.txt': 'changed', 'b.txt': 'changed' })
  expect([holds('Chi bộ họp'), holds('Đảng phí nộp')]).toEqual([true, true])
})

it('lets the first name keep the content of many twins, whatever the order of reading', async () => {
  for (let n = 9; n >= 0; n--) write(`ban-sao-${n}.txt`, 'Chi bộ họp mỗi tháng một lần.')
  const report = await ingest()
  expect(report.counts).toMatchObject({ added: 1, duplicate: 9 })
  expect(report.files[0]).toMatchObject({ source: 'ban-sao-0.txt', outcome: 'added' })
})

it('follows a file that was renamed', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  await ingest()
  renameSync(join(folder, 'a.txt'), join(folder, 'moi.txt'))
  expect(outcomes(await ingest())).toEqual({ 'a.txt': 'removed', 'moi.txt': 'added' })
})

it('drops what lies elsewhere only when asked to', async () => {
  write('x/a.txt', 'Chi bộ họp mỗi tháng một lần.')
  write('y/b.txt', 'Đảng phí nộp trước ngày 20.')
  await ingest()
  expect(outcomes(await ingest({ paths: ['x'] }))).toEqual({ 'x/a.txt': 'unchanged' })
  expect(outcomes(await ingest({ paths: ['x/a.txt'] }))).toEqual({ 'x/a.txt': 'unchanged' })
  expect(app.library('staff')!.cards).toHaveLength(2)
  expect(outcomes(await ingest({ paths: ['x'], prune: true }))).toEqual({
    'x/a.txt': 'unchanged',
    'y/b.txt': 'removed',
  })
})

it('keeps the level a document was given until somebody gives another', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  await ingest({ level: 'staff' })
  expect(outcomes(await ingest())).toEqual({ 'a.txt': 'unchanged' })
  write('a.txt', 'Chi bộ họp mỗi tháng hai lần.')
  await ingest()
  expect(app.library('member')!.cards).toEqual([])
  expect(app.library('staff')!.cards).toHaveLength(1)
  expect(outcomes(await ingest({ level: 'public' }))).toEqual({ 'a.txt': 'changed' })
  expect(app.library('public')!.cards).toHaveLength(1)
})

it('lets a sidecar decide, and reads the file again when the sidecar changes', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  write(
    'a.txt.meta.json',
    JSON.stringify({ title: 'Về việc họp', number: '07-QĐ/ĐUK', date: '2024-05-01', level: 'member' }),
  )
  await ingest()
  const [card] = app.library('member')!.cards
  expect(card!.meta).toMatchObject({ title: 'Về việc họp', number: '07-QĐ/ĐUK', date: '2024-05-01' })
  expect(app.library('public')!.cards).toEqual([])
  write('a.txt.meta.json', JSON.stringify({ title: 'Về việc họp chi bộ', level: 'member' }))
  expect(outcomes(await ingest())).toEqual({ 'a.txt': 'changed' })
})

it('lets front matter state what it states, the level above all, and the sidecar say otherwise', async () => {
  write('a.md', '---\nkind: nghị quyết\nnumber: 03-NQ/ĐU\nlevel: staff\n---\n\nChi bộ họp mỗi tháng một lần.')
  await ingest()
  expect(app.library('member')!.cards).toEqual([])
  expect(app.library('staff')!.cards[0]!.meta).toMatchObject({ kind: 'resolution', number: '03-NQ/ĐU' })
  write('a.md.meta.json', '{"level": "member"}')
  await ingest()
  expect(app.library('member')!.cards[0]!.meta.number).toBe('03-NQ/ĐU')
  write('b.md', '---\nlevel: everybody\n---\n\nĐảng phí nộp trước ngày 20.')
  expect(outcomes(await ingest())).toMatchObject({ 'b.md': 'refused: bad_sidecar' })
})

it('refuses a wrong sidecar by name and key, and keeps what it had', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  await ingest()
  write('a.txt.meta.json', '{"titel": "x"}')
  const report = await ingest()
  expect(outcomes(report)).toEqual({ 'a.txt': 'refused: bad_sidecar' })
  expect(report.files[0]!.message).toMatch(/titel/)
  expect(holds('Chi bộ họp')).toBe(true)
})

it('withdraws a document whose new text is secret, and keeps the old text of one that is merely damaged', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  write('b.txt', 'Đảng phí nộp trước ngày 20.')
  await ingest()
  write('a.txt', 'TỐI MẬT\n\nChi bộ họp mỗi tháng ba lần.')
  write('b.txt', '')
  const report = await ingest()
  expect(outcomes(report)).toEqual({ 'a.txt': 'refused: secret', 'b.txt': 'refused: empty' })
  expect([holds('Chi bộ họp'), holds('Đảng phí nộp')]).toEqual([false, true])
  expect(report.files[1]!.message).toMatch(/Bản đã nạp trước đó vẫn được giữ nguyên/)
  const stored = readdirSync(join(app.config.dataDir, 'index'), { recursive: true, encoding: 'utf8' })
  expect(stored.join()).not.toMatch(/ba lần/)
})

it('does not follow links, even in a loop, and says so', async () => {
  write('that/a.txt', 'Chi bộ họp mỗi tháng một lần.')
  symlinkSync(join(folder, 'that'), join(folder, 'that', 'vong'))
  symlinkSync('/etc/hostname', join(folder, 'ra-ngoai.txt'))
  expect(outcomes(await ingest())).toEqual({
    'ra-ngoai.txt': 'refused: link',
    'that/a.txt': 'added',
    'that/vong': 'refused: link',
  })
})

it('knows a name in NFD as the same name in NFC, and shows no hidden characters', async () => {
  write('Nghị quyết.txt'.normalize('NFD'), 'Chi bộ họp mỗi tháng một lần.')
  write('a\u202Etxt.exe.txt', 'Đảng phí nộp trước ngày 20.')
  write('xuống\ndòng.txt', 'Thẻ đảng viên bị mất phải báo cáo chi bộ.')
  const report = await ingest()
  expect(report.files.map((file) => file.source)).toEqual([
    'Nghị quyết.txt',
    'a%E2%80%AEtxt.exe.txt',
    'xuống%0Adòng.txt',
  ])
  expect(report.counts.added).toBe(3)
})

it('shows fifty hostile names escaped and stays inside the folder', async () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    'a..\\..\\etc',
    'CON',
    'aux.docx',
    '%2e%2e%2f',
    '$(reboot)',
    '`id`',
    '; rm -rf',
    '-rf',
    '--help',
  ]
  const hidden = ['\u202E', '\u200B', '\u2066', '\u0007', '\u001B[31m', '\r\n', '\t', '\u00AD', '\uFEFF', '\u{E0041}']
  const names = [
    ...hostile,
    ...hidden.flatMap((mark) => [`a${mark}b`, `${mark}đầu`, `cuối${mark}`]),
    'x'.repeat(240),
    ...['á', 'đ', 'ở', 'Ð', 'ß', '漢', '🏛', "'", '"'].map((mark) => `tên ${mark}`),
  ]
  expect(names).toHaveLength(50)
  names.forEach((name, n) => write(`${name} ${n}.txt`, `Văn bản thứ ${n} nói về sinh hoạt chi bộ.`))
  const report = await ingest()
  expect(report.counts).toMatchObject({ added: 50, refused: 0 })
  for (const { source } of report.files) expect(source).toMatch(/^[^\p{Cc}\p{Cf}]+$/u)
  expect(new Set(report.files.map((file) => file.source)).size).toBe(50)
  expect(readdirSync(join(folder, '..')).filter((name) => name.startsWith('etc'))).toEqual([])
})

it('passes over hidden files, office lock files and sidecars', async () => {
  write('.an.txt', 'x')
  write('~$khoa.docx', 'x')
  write('b.meta.json', '{}')
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  expect(outcomes(await ingest())).toEqual({ 'a.txt': 'added' })
})

it('lets the second of two ingestions wait for the first, and ends with both', async () => {
  write('a/a.txt', 'Chi bộ họp mỗi tháng một lần.')
  write('b/b.txt', 'Đảng phí nộp trước ngày 20.')
  for (let round = 0; round < 5; round++) {
    write('a/a.txt', `Chi bộ họp mỗi tháng một lần, lượt ${round}.`)
    write('b/b.txt', `Đảng phí nộp trước ngày 20, lượt ${round}.`)
    await Promise.all([ingest({ paths: ['a'] }), ingest({ paths: ['b'] })])
    expect([holds(`một lần, lượt ${round}`), holds(`ngày 20, lượt ${round}`)]).toEqual([true, true])
    expect(app.library('staff')!.cards).toHaveLength(2)
  }
})

/** Runs as a user whom permissions bind; the superuser reads everything. */
const bound = async <T>(work: () => Promise<T>): Promise<T> => {
  if (process.geteuid!() !== 0) return work()
  process.seteuid!(65_534)
  try {
    return await work()
  } finally {
    process.seteuid!(0)
  }
}

it('keeps what lies in a folder that it may not open, and says so', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  write('kin/b.txt', 'Đảng phí nộp trước ngày 20 hằng tháng.')
  await ingest()
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'kin'), 0)
  const found = await bound(async () => findFiles(['.', 'kin'], folder))
  chmodSync(join(folder, 'kin'), 0o755)
  expect(found.missing).toEqual([join(folder, 'kin')])
  const report = await app.ingest({ found, level: null, dryRun: false, prune: true })
  expect(outcomes(report)).toEqual({ 'a.txt': 'unchanged', kin: 'refused: unreadable' })
  expect(holds('nộp trước ngày 20')).toBe(true)
})

it('refuses only the file whose sidecar cannot be read, and not as if it had none', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  write('b.txt', 'Đảng phí nộp trước ngày 20 hằng tháng.')
  await ingest()
  write('b.txt.meta.json', '{ "level": "staff" }')
  const found = findFiles(['.'], folder)
  rmSync(join(folder, 'b.txt.meta.json'))
  const report = await app.ingest({ found, level: null, dryRun: false, prune: false })
  expect(outcomes(report)).toEqual({ 'a.txt': 'unchanged', 'b.txt': 'refused: bad_sidecar' })
})

it('publishes the same documents anew when the serving snapshot is damaged, or when an embedder was chosen', async () => {
  write('a.txt', 'Chi bộ họp mỗi tháng một lần.')
  await ingest()
  write('b.txt', 'Đảng phí nộp trước ngày 20 hằng tháng.')
  const second = await ingest()
  rmSync(join(folder, 'b.txt'))
  rmSync(join(app.config.dataDir, 'index', second.snapshot!.id, 'texts.bin'))
  const healed = await ingest()
  expect(outcomes(healed)).toEqual({ 'a.txt': 'unchanged' })
  expect(healed.snapshot).toMatchObject({ documents: 1 })
  expect((await ingest()).snapshot).toBeNull()

  app.close()
  app = createApp({ ...app.config, embedder: 'hashing' })
  expect((await ingest()).snapshot).toMatchObject({ embedder: { id: expect.stringMatching(/^hashing-/) } })
  expect((await ingest()).snapshot).toBeNull()
  app.close()
})
