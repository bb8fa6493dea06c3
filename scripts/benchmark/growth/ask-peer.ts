/** In a process of its own: another way to search the same passages. `node ask-peer.ts NAME FOLDER|- PASSAGES QUESTIONS_FILE` */
import { readFileSync } from 'node:fs'
import { seeded } from '../seeded.ts'
import { createFts5, createMiniSearch, type Searcher } from '../../evaluate/searchers.ts'
import type { CorpusEntry } from '../../evaluate/read-set.ts'
import { grownDocuments, readSeed } from './grow-library.ts'
import type { Asked } from './time-growth.ts'

const [name, folder, size, questionsFile] = process.argv.slice(2)
const passages = Number(size)
const questions = JSON.parse(readFileSync(questionsFile!, 'utf8')) as string[]
/** Of the usual embedders the small ones. */
const DIMENSIONS = 256
const TOP = 10
const WARM_UP = 5

/** Every passage as an entry, with the title of its document, as our own index has it. */
function* entries(): Iterable<CorpusEntry> {
  const seed = readSeed(folder === '-' ? null : folder!, 0)
  for (const { id, meta, text, passages: inside } of grownDocuments(seed, passages))
    for (const { ordinal, start, end } of inside)
      yield { id: `${id}#${ordinal}`, title: meta.title, text: text.slice(start, end) }
}

/** Exact, over vectors as they would be kept: only how long it takes is asked. */
const createVectorScan = (): Searcher => {
  const random = seeded(5)
  const vectors = Float32Array.from({ length: passages * DIMENSIONS }, () => random() - 0.5)
  return {
    name: 'vectors',
    buildSeconds: 0,
    search: () => {
      const asked = Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5)
      const best: { passage: number; likeness: number }[] = []
      for (let passage = 0, at = 0; passage < passages; passage++) {
        let likeness = 0
        for (let i = 0; i < DIMENSIONS; i++) likeness += vectors[at++]! * asked[i]!
        if (best.length === TOP && likeness <= best.at(-1)!.likeness) continue
        best.push({ passage, likeness })
        best.sort((a, b) => b.likeness - a.likeness)
        best.length = Math.min(best.length, TOP)
      }
      return best.map((found) => String(found.passage))
    },
    close: () => {},
  }
}

const create: Readonly<Record<string, () => Searcher>> = {
  MiniSearch: () => createMiniSearch(entries()),
  FTS5: () => createFts5(entries()),
  vectors: createVectorScan,
}
const searcher = create[name!]!()
for (const question of questions.slice(0, WARM_UP)) searcher.search(question)
const times = questions.map((question) => {
  const started = performance.now()
  searcher.search(question)
  return performance.now() - started
})
const asked: Asked = { times, rss: process.memoryUsage().rss, buildSeconds: searcher.buildSeconds }
searcher.close()
process.stdout.write(JSON.stringify(asked))
