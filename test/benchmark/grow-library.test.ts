import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Document } from '../../src/documents/document.ts'
import { grownDocuments, readSeed } from '../../scripts/benchmark/growth/grow-library.ts'
import { scratchFolder } from '../support/scratch.ts'

const seed = readSeed(null, 20)

it('grows the same library on every run, and a longer one begins with the shorter', () => {
  const short = [...grownDocuments(seed, 200)]
  expect([...grownDocuments(seed, 200)]).toEqual(short)
  expect([...grownDocuments(seed, 500)].slice(0, short.length)).toEqual(short)
})

it('reaches the size with passages that cover the text, and papers that bear numbers and replace older ones', () => {
  const documents = [...grownDocuments(seed, 3000)]
  const passages = documents.reduce((sum, document) => sum + document.passages.length, 0)
  expect(passages).toBeGreaterThanOrEqual(3000)
  expect(passages).toBeLessThan(3030)
  for (const { text, passages: inside, headings, meta } of documents) {
    expect(inside.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text)
    expect(headings.length).toBe(meta.number === null ? 0 : inside.length)
    for (const { start, label } of headings) expect(text.startsWith(`${label}. `, start)).toBe(true)
  }
  const numbers = new Map(documents.map(({ meta }) => [meta.number, meta]))
  const replacing = documents.filter(({ meta }) => meta.replaces.length > 0)
  expect(replacing.length).toBeGreaterThan(0)
  for (const { meta } of replacing) expect(numbers.has(meta.replaces[0]!)).toBe(true)
})

it('holds no more than one document at a time', () => {
  const first: Document[] = []
  for (const document of grownDocuments(seed, 1e12)) if (first.push(document) === 3) break
  expect(first).toHaveLength(3)
})

it('takes sentences and questions from every set of a folder, evenly', () => {
  const folder = scratchFolder()
  for (const name of ['mot', 'hai']) {
    mkdirSync(join(folder, name))
    writeFileSync(
      join(folder, name, 'corpus.jsonl'),
      JSON.stringify({ id: name, title: `Sổ ${name}`, text: `Câu của ${name}. Câu nữa.` }),
    )
    const questions = [1, 2, 3].map((n) => JSON.stringify({ question: `Hỏi ${name} ${n}?` }))
    writeFileSync(join(folder, name, 'queries.jsonl'), questions.join('\n'))
  }
  const read = readSeed(folder, 4)
  expect(read.sentences).toEqual(['Câu của hai.', 'Câu nữa.', 'Câu của mot.', 'Câu nữa.'])
  expect(read.questions).toEqual(['Hỏi hai 1?', 'Hỏi mot 1?', 'Hỏi hai 2?', 'Hỏi mot 2?'])
  expect(() => readSeed(scratchFolder(), 4)).toThrow('không có bộ đo nào')
})
