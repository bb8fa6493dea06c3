import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { documentFromText } from '../../src/documents/create-document.ts'
import { createHashingEmbedder } from '../../src/models/hashing.ts'
import { createEmbeddedIndex, type EmbeddedIndex } from '../../src/search/embedded-index.ts'
import type { Scope } from '../../src/search/snapshot/open-snapshot.ts'
import { retrieve } from '../../src/search/retrieve.ts'
import type { Document } from '../../src/documents/document.ts'
import type { Level } from '../../src/access.ts'
import { seeded } from '../support/random.ts'
import { scratchFolder } from '../support/scratch.ts'

/** One below the scratch folder: the vectors' cache lies beside the index, and must go with the test. */
const indexFolder = (): string => join(scratchFolder(), 'index')

const document = (name: string, text: string, level: Level = 'public'): Document =>
  documentFromText({ id: name, source: `${name}.txt`, title: `Tài liệu ${name}`, text, level })

const publish = async (index: EmbeddedIndex, put: Document[], removeSources: string[] = []): Promise<string> => {
  const writer = await index.write()
  try {
    return (await writer.publish({ put, removeSources })).id
  } finally {
    writer.close()
  }
}

const wordsOf = (index: EmbeddedIndex, level: Level): Pick<Scope, 'library' | 'lexical'> => {
  const { library, lexical } = index.open()!.scope(level)
  return { library, lexical }
}

const ask = (index: EmbeddedIndex, question: string, level: Level = 'public'): string[] => {
  return retrieve(question, { ...wordsOf(index, level), top: 10 }).documents.map((hit) => hit.card.id)
}

const A = document('a', 'Chi bộ họp mỗi tháng một lần. Bí thư chi bộ chủ trì cuộc họp.')
const B = document('b', 'Đảng phí thu trong kỳ sinh hoạt và nộp trước ngày hai mươi hằng tháng.')

it('serves what was published, and the next snapshot to a reader that is already open', async () => {
  const index = createEmbeddedIndex(indexFolder(), null)
  expect(index.open()).toBeNull()
  await publish(index, [A])
  expect(ask(index, 'bí thư chi bộ làm gì')[0]).toBe('a')
  await publish(index, [B])
  expect(ask(index, 'dang phi nop khi nao')[0]).toBe('b')
  expect(index.open()!.info).toMatchObject({ documents: 2, embedder: null })
  await publish(index, [], ['a.txt'])
  expect(ask(index, 'bí thư chi bộ làm gì')).not.toContain('a')
  index.close()
})

it('makes the same files from the same documents, however they came in', async () => {
  const [once, twice] = [indexFolder(), indexFolder()]
  const first = createEmbeddedIndex(once, null)
  const second = createEmbeddedIndex(twice, null)
  await publish(first, [A, B])
  await publish(second, [B])
  await publish(second, [document('c', 'Một bản sẽ bị bỏ.')])
  await publish(second, [A], ['c.txt'])
  const sums = (folder: string): unknown => {
    const id = readFileSync(join(folder, 'CURRENT'), 'utf8').trim()
    return (JSON.parse(readFileSync(join(folder, id, 'manifest.json'), 'utf8')) as { files: unknown }).files
  }
  expect(sums(twice)).toEqual(sums(once))
})

it('keeps words, counts and documents of a higher level out of what a lower level sees', async () => {
  const hidden = document('noi-bo', 'Bí thư chi bộ và ngân sách bí mật zzyzx của chi bộ chi bộ chi bộ.', 'staff')
  const withHidden = createEmbeddedIndex(indexFolder(), null)
  const without = createEmbeddedIndex(indexFolder(), null)
  await publish(withHidden, [A, B, hidden])
  await publish(without, [A, B])
  for (const question of ['bí thư chi bộ làm gì', 'zzyzx', 'ngân sách', 'noi-bo', 'đảng phí']) {
    const seen = retrieve(question, { ...wordsOf(withHidden, 'public'), top: 10 })
    const expected = retrieve(question, { ...wordsOf(without, 'public'), top: 10 })
    expect(seen).toEqual(expected)
  }
  expect(ask(withHidden, 'zzyzx', 'staff')[0]).toBe('noi-bo')
  expect(withHidden.open()!.scope('member').library.cards).toHaveLength(2)
  expect(withHidden.open()!.scope('member').library.content('noi-bo')).toBeUndefined()
})

it('refuses every damaged snapshot before reading it and serves the one before', async () => {
  const folder = indexFolder()
  const writer = createEmbeddedIndex(folder, createHashingEmbedder())
  const older = await publish(writer, [A])
  const newest = await publish(writer, [B])
  const random = seeded(7)
  const files = readdirSync(join(folder, newest))
  for (let trial = 0; trial < 200; trial++) {
    const name = files[Math.floor(random() * files.length)]!
    const path = join(folder, newest, name)
    const good = readFileSync(path)
    writeFileSync(path, damaged(good, trial % 4, random))
    const warnings: string[] = []
    const reader = createEmbeddedIndex(folder, createHashingEmbedder(), (warning) => warnings.push(warning))
    expect(reader.open()!.info.id, `${name}, damage ${trial % 4}`).toBe(older)
    expect(warnings.join()).toContain(newest)
    reader.close()
    writeFileSync(path, good)
  }
  const reader = createEmbeddedIndex(folder, createHashingEmbedder())
  expect(reader.open()!.info.id).toBe(newest)
})

it('refuses a snapshot whose files were swapped, whose manifest is stale, or whose format is another', async () => {
  const folder = indexFolder()
  const index = createEmbeddedIndex(folder, null)
  const older = await publish(index, [A])
  const newest = await publish(index, [B])
  const manifest = join(folder, newest, 'manifest.json')
  const good = readFileSync(manifest, 'utf8')
  const opened = (): string | undefined => createEmbeddedIndex(folder, null).open()?.info.id

  copyFileSync(join(folder, older, 'manifest.json'), manifest)
  expect(opened()).toBe(older)
  writeFileSync(manifest, good.replace('"formatVersion":1', '"formatVersion":999'))
  expect(opened()).toBe(older)
  writeFileSync(manifest, good)
  expect(opened()).toBe(newest)
  copyFileSync(join(folder, older, 'texts.bin'), join(folder, newest, 'texts.bin'))
  expect(opened()).toBe(older)
})

it('leaves vectors of another embedder alone and says so, while words still find', async () => {
  const folder = indexFolder()
  const hashing = createHashingEmbedder()
  await publish(createEmbeddedIndex(folder, hashing), [A, B])
  expect(createEmbeddedIndex(folder, hashing).open()!.scope('public').nearest).not.toBeNull()
  const other = { ...hashing, id: 'another-model', dimensions: hashing.dimensions * 2 }
  const warnings: string[] = []
  const index = createEmbeddedIndex(folder, other, (warning) => warnings.push(warning))
  expect(index.open()!.scope('public').nearest).toBeNull()
  expect(warnings.join()).toMatch(/another-model.*words only/)
  expect(ask(index, 'đảng phí')[0]).toBe('b')
})

it('keeps two snapshots and clears what an interrupted run left', async () => {
  const folder = indexFolder()
  const index = createEmbeddedIndex(folder, null)
  for (const n of [1, 2, 3, 4]) await publish(index, [document('n', `Bản số ${n}.`)])
  writeFileSync(join(folder, '.CURRENT-left'), 'x')
  await publish(index, [A])
  const snapshots = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory())
  expect(snapshots).toHaveLength(2)
  expect(readdirSync(folder)).not.toContain('.CURRENT-left')
})

/** Cut short, one bit flipped, a page of zeros, or bytes appended. */
const damaged = (good: Buffer, kind: number, random: () => number): Buffer => {
  const at = Math.floor(random() * Math.max(1, good.length - 1))
  const bad = Buffer.from(good)
  if (kind === 0) return bad.subarray(0, at)
  if (kind === 1) bad[at]! ^= 1 << Math.floor(random() * 8)
  if (kind === 2) {
    if (bad.subarray(at, at + 4096).every((byte) => byte === 0)) bad[at] = 1
    else bad.fill(0, at, Math.min(bad.length, at + 4096))
  }
  return kind === 3 ? Buffer.concat([bad, Buffer.from('x')]) : bad
}
