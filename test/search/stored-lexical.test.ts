import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Level } from '../../src/access.ts'
import type { Document } from '../../src/documents/document.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { buildLexical } from '../../src/search/lexical/build-lexical.ts'
import { lexicalSections, openLexical } from '../../src/search/lexical/lexical-sections.ts'
import { createListCache } from '../../src/search/lexical/list-cache.ts'
import { storedPostings, type SectionFile } from '../../src/search/lexical/stored-postings.ts'
import { retrieve } from '../../src/search/retrieve.ts'
import { grownDocuments, readSeed } from '../../scripts/benchmark/growth/grow-library.ts'
import { scratchFolder } from '../support/scratch.ts'

const seed = readSeed(null, 30)
const documents = [...grownDocuments(seed, 600)]
const lexical = buildLexical(documents.map(({ meta, text, passages }) => ({ title: meta.title, text, passages })))

const published = async (put: readonly Document[]) => {
  const folder = join(scratchFolder(), 'index')
  const index = createEmbeddedIndex(folder, null)
  const writer = await index.write()
  const { id } = await writer.publish({ put, removeSources: [] })
  writer.close()
  return { index, folder: join(folder, id), reopened: () => createEmbeddedIndex(folder, null) }
}

it('finds the same from the disk as from memory, with the same scores and the same words', async () => {
  const { index } = await published(documents)
  const scope = index.open()!.scope('public')
  for (const question of seed.questions) {
    const stored = retrieve(question, { library: scope.library, lexical: scope.lexical, top: 10 })
    expect(stored).toEqual(retrieve(question, { library: scope.library, lexical, top: 10 }))
    for (const { card, passage, text } of stored.passages)
      expect(text).toBe(scope.library.content(card.id)!.text.slice(passage.start, passage.end))
  }
  index.close()
})

it('gives every list and every token as it was built, also where there is no room to keep any', () => {
  const file = (bytes: ArrayBufferView): SectionFile => {
    const all = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return {
      size: all.length,
      read: (into, position) =>
        new Uint8Array(into.buffer, into.byteOffset, into.byteLength).set(
          all.subarray(position, position + into.byteLength),
        ),
    }
  }
  const { units, offsets, ids, impacts } = lexical.byPassage
  for (const room of [0, 500, 1e9]) {
    const stored = storedPostings(units, offsets, file(ids), file(impacts), createListCache(room))
    let common = 0
    for (let round = 0; round < 2; round++)
      for (let term = 0; term + 1 < offsets.length; term++) {
        const list = {
          ids: ids.slice(offsets[term]!, offsets[term + 1]!),
          impacts: impacts.slice(offsets[term]!, offsets[term + 1]!),
        }
        expect(stored.list(term)).toEqual(list)
        const dense = stored.dense!(term)
        if (!dense) continue
        common++
        const byUnit = new Uint8Array(units)
        for (const [i, unit] of list.ids.entries()) byUnit[unit] = list.impacts[i]!
        expect(dense).toEqual(byUnit)
      }
    expect(common).toBeGreaterThan(20)
  }
  const sections = new Map<string, Buffer | SectionFile>()
  for (const [name, view] of lexicalSections(lexical))
    sections.set(name, name === 'tokens' ? file(view) : Buffer.from(view.buffer, view.byteOffset, view.byteLength))
  const opened = openLexical(sections)
  const last = lexical.tokens.length - 1
  for (const position of [0, 1023, 1024, last, 5, last - 1025])
    expect(opened.tokenAt(position)).toBe(lexical.tokens[position])
  const into = new Uint32Array(3000)
  for (const [from, to] of [
    [0, 3000],
    [1000, 1024],
    [1023, 2050],
    [last, last + 1],
    [7, 7],
  ] as const) {
    opened.copyTokens(from, to, into)
    expect(into.slice(0, to - from)).toEqual(lexical.tokens.slice(from, to))
  }
})

it('answers from no file of which one bit is not as it was written', async () => {
  const { index, folder, reopened } = await published(documents.slice(0, 4))
  index.close()
  const files = readdirSync(folder).filter((name) => readFileSync(join(folder, name)).length > 0)
  expect(files.length).toBeGreaterThan(20)
  for (const name of files) {
    const good = readFileSync(join(folder, name))
    for (const share of [0, 0.5, 0.999]) {
      const bad = Buffer.from(good)
      bad[Math.floor(share * bad.length)]! ^= 4
      // the manifest is JSON: a changed letter of a date is no damage to what is answered
      if (name === 'manifest.json') bad[bad.indexOf('"sha256":"') + 10]! ^= 1
      writeFileSync(join(folder, name), bad)
      const again = reopened()
      expect([name, again.open()]).toEqual([name, null])
      again.close()
    }
    writeFileSync(join(folder, name), good)
  }
  const again = reopened()
  expect(again.open()).not.toBeNull()
  again.close()
})

it('holds once what several levels read', async () => {
  const { index } = await published(documents)
  const [low, middle, high] = (['public', 'member', 'staff'] as Level[]).map((level) => index.open()!.scope(level))
  expect(high!.lexical).toBe(low!.lexical)
  expect(high!.library.cards).toBe(low!.library.cards)
  expect([low, middle, high].map((scope) => scope!.library.level)).toEqual(['public', 'member', 'staff'])
  await (async () => {
    const writer = await index.write()
    await writer.publish({ put: [{ ...documents[0]!, level: 'staff' }], removeSources: [] })
    writer.close()
  })()
  const [public_, member, staff] = (['public', 'member', 'staff'] as Level[]).map((level) => index.open()!.scope(level))
  expect(member!.library.cards).toBe(public_!.library.cards)
  expect(staff!.lexical).not.toBe(public_!.lexical)
  expect(staff!.library.cards).toHaveLength(public_!.library.cards.length + 1)
  index.close()
})
