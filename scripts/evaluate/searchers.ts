/** Three ways to search the same corpus: ours through the published index, MiniSearch as it comes, SQLite's FTS5 without diacritics. */
import { DatabaseSync } from 'node:sqlite'
import MiniSearch from 'minisearch'
import type { CorpusEntry } from './read-set.ts'
import { openTrialIndex } from './trial-index.ts'

export interface Searcher {
  readonly name: string
  /** Seconds to index the corpus; ours cuts passages and writes to the disk, the others do neither. */
  readonly buildSeconds: number
  /** Corpus ids, best first, at most 10. */
  search(question: string): readonly string[]
  close(): void
}

const TOP = 10

export const createOurs = async (corpus: readonly CorpusEntry[]): Promise<Searcher> => {
  const index = await openTrialIndex(corpus)
  return {
    name: 'ours',
    buildSeconds: index.ingestSeconds,
    search: (question) => index.retrieve(question, { top: TOP }).documents.map(({ card }) => card.id),
    close: index.close,
  }
}

export const createMiniSearch = (corpus: Iterable<CorpusEntry>): Searcher => {
  const started = performance.now()
  const index = new MiniSearch<CorpusEntry>({ fields: ['title', 'text'] })
  for (const entry of corpus) index.add(entry)
  return {
    name: 'MiniSearch',
    buildSeconds: (performance.now() - started) / 1000,
    search: (question) =>
      index
        .search(question)
        .slice(0, TOP)
        .map(({ id }) => String(id)),
    close: () => {},
  }
}

export const createFts5 = (corpus: Iterable<CorpusEntry>): Searcher => {
  const started = performance.now()
  const database = new DatabaseSync(':memory:')
  database.exec(
    `CREATE VIRTUAL TABLE documents USING fts5(id UNINDEXED, title, text, tokenize = 'unicode61 remove_diacritics 2')`,
  )
  const insert = database.prepare('INSERT INTO documents VALUES (?, ?, ?)')
  database.exec('BEGIN')
  for (const { id, title, text } of corpus) insert.run(id, title, text)
  database.exec('COMMIT')
  const select = database.prepare('SELECT id FROM documents WHERE documents MATCH ? ORDER BY rank LIMIT ?')
  return {
    name: 'FTS5',
    buildSeconds: (performance.now() - started) / 1000,
    search: (question) => {
      const words = question.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
      if (words.length === 0) return []
      return select.all(words.map((word) => `"${word}"`).join(' OR '), TOP).map((row) => String(row['id']))
    },
    close: () => database.close(),
  }
}
