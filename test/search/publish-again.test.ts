/** Publishing on top of what is there gives the same files, byte by byte, as publishing everything at once. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LEVELS, type Level } from '../../src/access.ts'
import { documentFromText } from '../../src/documents/create-document.ts'
import type { Document } from '../../src/documents/document.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { buildFrom } from '../../src/search/lexical/build-lexical.ts'
import { buildOnThreads } from '../../src/search/lexical/build-on-threads.ts'
import { lexicalSections } from '../../src/search/lexical/lexical-sections.ts'
import { numberTokens } from '../../src/search/lexical/number-tokens.ts'
import { createTokenReader, TOKENS_VERSION } from '../../src/search/lexical/read-tokens.ts'
import { createSpellings } from '../../src/search/lexical/spellings.ts'
import type { Manifest } from '../../src/search/snapshot/snapshot-files.ts'
import { scratchFolder } from '../support/scratch.ts'

const WORDS = [
  'Chi bộ', 'họp', 'mỗi tháng', 'hoà', 'hòa', 'HÒA', 'Điều 5.', '18-NQ/TW', 'đảng phí', 'kỹ', 'kĩ', '\n', 'thuý', 'Ðảng', 'e\u0301', '🏛', ';',
] // prettier-ignore

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }).map((words) => words.join(' '))
const step = fc.record({
  put: fc.array(
    fc.record({ name: fc.integer({ min: 0, max: 7 }), title: text, text, level: fc.constantFrom(...LEVELS) }),
    { maxLength: 4 },
  ),
  remove: fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 2 }),
})

const sourceOf = (name: number): string => `tai-lieu-${name}.txt`
const documentOf = (given: { name: number; title: string; text: string; level: Level }): Document =>
  documentFromText({ ...given, id: `d${given.name}`, source: sourceOf(given.name) })

const folder = (): string => join(scratchFolder(), 'index')
const publishTo = async (indexDir: string, put: readonly Document[], removeSources: readonly string[] = []) => {
  const writer = await createEmbeddedIndex(indexDir, null).write()
  try {
    return (await writer.publish({ put, removeSources })).id
  } finally {
    writer.close()
  }
}
const manifestOf = (indexDir: string, id: string): Manifest =>
  JSON.parse(readFileSync(join(indexDir, id, 'manifest.json'), 'utf8')) as Manifest
/** What tells two snapshots apart: the digest of every file, and which scopes and counts they have. */
const contentOf = (indexDir: string, id: string) => {
  const { files, scopes, documents, passages } = manifestOf(indexDir, id)
  return { files, scopes, documents, passages }
}

it('gives the same files whatever was put and removed before, in any order and at any level', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
      const grown = folder()
      const held = new Map<string, Document>()
      let last = ''
      for (const { put, remove } of steps) {
        const documents = [...new Map(put.map((given) => [given.name, documentOf(given)])).values()]
        const removed = remove.map(sourceOf).filter((source) => documents.every((one) => one.source !== source))
        for (const source of removed) held.delete(source)
        for (const document of documents) held.set(document.source, document)
        last = await publishTo(grown, documents, removed)
      }
      const fresh = folder()
      expect(contentOf(grown, last)).toEqual(contentOf(fresh, await publishTo(fresh, [...held.values()])))
    }),
    { numRuns: 8 },
  )
})

it('takes over the tokens of the snapshot before, but reads the texts anew where a version before would have read them otherwise', async () => {
  const [a, b] = [1, 2].map((name) => documentOf({ name, title: 'Về việc họp', text: 'Chi bộ họp.', level: 'public' }))
  const fresh = folder()
  const wanted = contentOf(fresh, await publishTo(fresh, [a!, b!])).files
  /** Publishes `b` on a snapshot of `a` that has one word otherwise among its tokens than in its text. */
  const onOther = async (tokens: number | undefined) => {
    const indexDir = folder()
    const id = await publishTo(indexDir, [a!])
    const words = join(indexDir, id, 'public.accented')
    writeFileSync(words, readFileSync(words, 'utf8').replace('họp', 'hợp'))
    const sha256 = createHash('sha256').update(readFileSync(words)).digest('hex')
    const { tokens: version, ...manifest } = manifestOf(indexDir, id)
    expect(version).toBe(TOKENS_VERSION)
    const files = { ...manifest.files, 'public.accented': { ...manifest.files['public.accented']!, sha256 } }
    writeFileSync(
      join(indexDir, id, 'manifest.json'),
      JSON.stringify({ ...manifest, ...(tokens && { tokens }), files }),
    )
    return contentOf(indexDir, await publishTo(indexDir, [b!])).files
  }
  expect((await onOther(TOKENS_VERSION))['public.accented']).not.toEqual(wanted['public.accented'])
  for (const other of [undefined, TOKENS_VERSION + 1]) expect(await onOther(other)).toEqual(wanted)
})

it('reads these tokens from this text: where others come out, TOKENS_VERSION must grow', () => {
  const spellings = createSpellings()
  const probe =
    'Điều 5. Hoà thuận, quý trọng; tỷ lệ 12,5 % (18-NQ/TW) – ĐẢNG uỷ xã: kỹ thuật e\u0301 ngày 3/2/2025 🏛 giỏi\u00A0giang Ðảng a_b x²'
  const { tokens } = createTokenReader(spellings)({ title: 'Về việc họp', text: probe, passages: [] })
  const digest = createHash('sha256').update(JSON.stringify([[...tokens], spellings.accented, spellings.folded]))
  expect([TOKENS_VERSION, digest.digest('hex')]).toEqual([
    1,
    'fdf02ddad21373f48257c262218230db0b3e8c6dd36d47828e5058119b6e19d3',
  ])
})

it('builds the same on two threads as on one', async () => {
  const spellings = createSpellings()
  const read = createTokenReader(spellings)
  const documents = fc.sample(fc.record({ title: text, text }), { numRuns: 60, seed: 6 })
  const stream = numberTokens(
    documents.map((one) => read({ ...one, passages: [{ start: 0, end: 20 }, { start: 21, end: one.text.length }] })), // prettier-ignore
    spellings,
  )
  const bytes = (index: Parameters<typeof lexicalSections>[0]) =>
    [...lexicalSections(index)].map(([name, view]) => [name, Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString('hex')]) // prettier-ignore
  expect(bytes(await buildOnThreads(stream, 0))).toEqual(bytes(buildFrom(stream)))
})
