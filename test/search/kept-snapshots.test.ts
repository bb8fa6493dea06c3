import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Level } from '../../src/access.ts'
import { documentFromText } from '../../src/documents/create-document.ts'
import type { Document } from '../../src/documents/document.ts'
import { createEmbeddedIndex, type EmbeddedIndex } from '../../src/search/embedded-index.ts'
import { lockIndex } from '../../src/search/snapshot/index-lock.ts'
import { snapshotIds } from '../../src/search/snapshot/snapshot-files.ts'
import { scratchFolder } from '../support/scratch.ts'

const document = (name: string, text: string, level: Level = 'public'): Document =>
  documentFromText({ id: name, source: `${name}.txt`, title: `Tài liệu ${name}`, text, level })

const A = document('a', 'Chi bộ họp mỗi tháng một lần.')
const B = document('b', 'Đảng phí nộp trước ngày hai mươi.')

const publish = async (index: EmbeddedIndex, put: Document[], removeSources: string[] = []): Promise<string> => {
  const writer = await index.write()
  try {
    return (await writer.publish({ put, removeSources })).id
  } finally {
    writer.close()
  }
}
const ids = (index: EmbeddedIndex): string[] =>
  index
    .open()!
    .scope('staff')
    .library.cards.map(({ id }) => id)
const open = () => {
  const folder = join(scratchFolder(), 'index')
  return { folder, index: createEmbeddedIndex(folder, null) }
}

it('goes back and forward as often as is wanted, without a restart, and tells what differs', async () => {
  const { index } = open()
  expect(index.kept()).toBeNull()
  const first = await publish(index, [A, document('c', 'Cũ.', 'staff')])
  expect(index.kept()!.other).toBeNull()
  const second = await publish(index, [B, document('c', 'Cũ.', 'public')], ['a.txt'])
  const kept = index.kept()!
  expect([kept.serving.id, kept.other!.id, kept.other!.isNewer]).toEqual([second, first, false])
  expect(kept.other!.changes.map(({ source, before, after }) => [source, before, after])).toEqual([
    ['a.txt', null, 'public'],
    ['c.txt', 'public', 'staff'],
    ['b.txt', 'public', null],
  ])
  const reader = index.open()!
  for (let turn = 0; turn < 3; turn++) {
    expect(await index.switchTo({ from: second, to: first })).toEqual({ ok: true, wasServing: false })
    expect(ids(index)).toEqual(['a', 'c'])
    expect(index.kept()!.other).toMatchObject({ id: second, isNewer: true })
    expect(await index.switchTo({ from: first, to: second })).toEqual({ ok: true, wasServing: false })
    expect(ids(index)).toEqual(['b', 'c'])
  }
  // a question that began before all this still reads what it began with
  expect(reader.scope('public').library.content('b')!.text).toContain('hai mươi')
  index.close()
})

it('keeps what was left until the next ingestion, which builds on what serves; then the one before is that one', async () => {
  const { folder, index } = open()
  const first = await publish(index, [A])
  const second = await publish(index, [B])
  await index.switchTo({ from: second, to: first })
  // an ingestion that changes nothing, or dies, loses nothing
  ;(await index.write()).close()
  expect(snapshotIds(folder)).toEqual([second, first])
  const third = await publish(index, [document('d', 'Mới.')])
  expect(ids(index)).toEqual(['a', 'd'])
  expect(snapshotIds(folder)).toEqual([third, first])
  expect(index.kept()!.other).toMatchObject({ id: first, isNewer: false })
})

it('refuses what is damaged, gone, or not what was looked at, and while documents are taken in', async () => {
  const { folder, index } = open()
  const first = await publish(index, [A])
  const second = await publish(index, [B])
  const refused = async (from: string, to: string) => {
    const done = await index.switchTo({ from, to })
    return done.ok ? 'done' : done.reason
  }
  expect(await refused(first, '20200101T000000000Z-000000')).toBe('moved')
  expect(await refused(second, '20200101T000000000Z-000000')).toBe('gone')
  expect(await refused(second, '../../etc')).toBe('gone')
  const unlock = await lockIndex(folder)
  expect(await refused(second, first)).toBe('busy')
  unlock()
  const file = join(folder, first, 'texts.bin')
  const bytes = readFileSync(file)
  bytes[4]! ^= 1
  writeFileSync(file, bytes)
  expect(await refused(second, first)).toBe('damaged')
  expect(ids(index)).toEqual(['a', 'b'])
  // twice by two admins, or once more after a crash
  bytes[4]! ^= 1
  writeFileSync(file, bytes)
  expect(await index.switchTo({ from: second, to: first })).toEqual({ ok: true, wasServing: false })
  expect(await index.switchTo({ from: second, to: first })).toEqual({ ok: true, wasServing: true })
})

it('says when the newest is damaged and another stands in for it', async () => {
  const { folder, index } = open()
  const first = await publish(index, [A])
  const second = await publish(index, [B])
  writeFileSync(join(folder, second, 'texts.bin'), 'x')
  const fresh = createEmbeddedIndex(folder, null)
  expect(fresh.kept()).toMatchObject({ serving: { id: first }, isStandIn: true })
})
