import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { changeSidecar } from '../../src/ingest/change-sidecar.ts'
import { sidecarOf } from '../../src/ingest/find-files.ts'
import { forgetAside, moveAside, moveBack, placeOf } from '../../src/ingest/shelve-aside.ts'
import { scratchFolder } from '../support/scratch.ts'

const home = (files: Readonly<Record<string, string>>) => {
  const dataDir = scratchFolder()
  const folder = join(dataDir, 'documents')
  mkdirSync(folder)
  const at = (name: string): string => join(folder, name)
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text)
  const json = (name: string): unknown => JSON.parse(readFileSync(at(name), 'utf8'))
  return { dataDir, folder, at, json, names: () => readdirSync(folder).sort() }
}

it('merges with what stands there, lets go of what is undefined, and can be undone', () => {
  const { at, json, names } = home({
    'a.txt': 'x',
    'a.txt.meta.json': '\uFEFF{"author":"Văn phòng","validity":"draft"}',
  })
  const done = changeSidecar(at('a.txt'), { level: 'staff', validity: undefined })
  expect(json('a.txt.meta.json')).toEqual({ author: 'Văn phòng', level: 'staff' })
  expect(names()).toEqual(['a.txt', 'a.txt.meta.json'])
  if (done.ok) done.undo()
  expect(readFileSync(at('a.txt.meta.json'), 'utf8')).toContain('"draft"')
})

it('does not undo what somebody else has written since', () => {
  const { at, json } = home({ 'a.txt': 'x' })
  const first = changeSidecar(at('a.txt'), { level: 'staff' })
  changeSidecar(at('a.txt'), { validity: 'expired' })
  if (first.ok) first.undo()
  expect(json('a.txt.meta.json')).toEqual({ level: 'staff', validity: 'expired' })
})

it('leaves a sidecar that speaks of two files to both, and writes into one of its own where it can', () => {
  const shared = home({ 'a.docx': 'x', 'a.pdf': 'y', 'a.meta.json': '{"author":"An"}' })
  changeSidecar(shared.at('a.docx'), { level: 'staff' })
  expect([shared.json('a.meta.json'), shared.json('a.docx.meta.json')]).toEqual([
    { author: 'An' },
    { author: 'An', level: 'staff' },
  ])
  const alone = home({ 'a.docx': 'x', 'a.meta.json': '{"author":"An"}' })
  changeSidecar(alone.at('a.docx'), { level: 'staff' })
  expect(alone.names()).toEqual(['a.docx', 'a.meta.json'])
})

it('does not speak of a file whose name only begins with its own', () => {
  const { at, json } = home({ 'a.docx': 'x', 'a.docx.pdf': 'y', 'b.docx.pdf': 'z', 'b.docx.meta.json': '{}' })
  changeSidecar(at('a.docx'), { level: 'public' })
  expect(json('a.docx.meta.json')).toEqual({ level: 'public' })
  expect(sidecarOf(at('a.docx.pdf'))).toBeNull()
  expect(sidecarOf(at('b.docx.pdf'))).toBe(at('b.docx.meta.json'))
})

it.each([
  ['{"level":', 'cần một đối tượng JSON'],
  ['{"levl":"staff"}', 'khóa "levl" không dùng được'],
  ['[]', 'cần một đối tượng JSON'],
])('writes nothing over what is broken: %s', (text, why) => {
  const { at } = home({ 'a.txt': 'x', 'a.txt.meta.json': text })
  const done = changeSidecar(at('a.txt'), { level: 'staff' })
  expect(done).toMatchObject({ ok: false, reason: 'broken', message: expect.stringContaining(why) as string })
  expect(readFileSync(at('a.txt.meta.json'), 'utf8')).toBe(text)
})

it('follows no link and says where it may not write', () => {
  const { at, dataDir, folder } = home({ 'a.txt': 'x' })
  writeFileSync(join(dataDir, 'other.json'), '{}')
  symlinkSync(join(dataDir, 'other.json'), at('a.txt.meta.json'))
  expect(changeSidecar(at('a.txt'), { level: 'staff' })).toMatchObject({ ok: false, reason: 'not_writable' })
  expect(readFileSync(join(dataDir, 'other.json'), 'utf8')).toBe('{}')
  if (process.getuid?.() === 0) return
  chmodSync(folder, 0o500)
  expect(changeSidecar(at('b.txt'), { level: 'staff' })).toMatchObject({ ok: false, reason: 'not_writable' })
  chmodSync(folder, 0o700)
})

it('takes a file out with its own sidecar and puts it back with its level, as often as it is asked to', () => {
  const { dataDir, at, json, names } = home({ 'a.txt': 'x', 'a.meta.json': '{"author":"An"}', 'b.txt': 'y' })
  expect(moveAside(dataDir, 'd1', at('a.txt'), 'staff')).toEqual({ ok: true, path: at('a.txt') })
  // cut off and begun again: the file is gone from its place by now
  expect(moveAside(dataDir, 'd1', null, 'staff')).toEqual({ ok: true, path: at('a.txt') })
  expect(names()).toEqual(['b.txt'])
  expect(moveBack(dataDir, 'd1')).toEqual({ ok: true, path: at('a.txt') })
  expect(moveBack(dataDir, 'd1')).toEqual({ ok: true, path: at('a.txt') })
  expect([names(), json('a.meta.json')]).toEqual([['a.meta.json', 'a.txt', 'b.txt'], { author: 'An', level: 'staff' }])
  forgetAside(dataDir, 'd1')
  expect([placeOf(dataDir, 'd1'), moveBack(dataDir, 'd1')]).toEqual([null, { ok: false, reason: 'missing' }])
})

it('goes on from wherever a crash cut it off, and the file never lies among the documents without its level', () => {
  const { dataDir, at, json } = home({ 'a.txt': 'x', 'a.txt.meta.json': '{}' })
  moveAside(dataDir, 'd1', at('a.txt'), 'member')
  // the sidecar is back, the file is not yet
  const aside = join(dataDir, 'removed', 'd1')
  writeFileSync(at('a.txt.meta.json'), readFileSync(join(aside, 'a.txt.meta.json')))
  expect(moveBack(dataDir, 'd1').ok).toBe(true)
  expect([json('a.txt.meta.json'), existsSync(at('a.txt'))]).toEqual([{ level: 'member' }, true])
})

it('moves only what is ours, never over another file, and keeps an older one of the same name', () => {
  const { dataDir, at } = home({ 'a.txt': 'x' })
  writeFileSync(join(dataDir, 'theirs.txt'), 'z')
  expect(moveAside(dataDir, 'd2', join(dataDir, 'theirs.txt'), 'public')).toEqual({ ok: false, reason: 'elsewhere' })
  expect(moveAside(dataDir, 'd3', null, 'public')).toEqual({ ok: false, reason: 'missing' })
  expect(moveBack(dataDir, '../documents')).toEqual({ ok: false, reason: 'missing' })
  moveAside(dataDir, 'd1', at('a.txt'), 'public')
  writeFileSync(at('a.txt'), 'newer')
  expect(moveBack(dataDir, 'd1')).toEqual({ ok: false, reason: 'occupied' })
  expect(readFileSync(at('a.txt'), 'utf8')).toBe('newer')
  moveAside(dataDir, 'd1', at('a.txt'), 'public')
  expect(readdirSync(join(dataDir, 'removed')).sort()).toEqual(['d1', 'd1.2'])
})
