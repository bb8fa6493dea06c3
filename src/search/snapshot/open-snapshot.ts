/** A published snapshot, opened for reading: one library and one lexical index for each reader level. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LEVELS, mayRead, type Level } from '../../access.ts'
import type { LexicalIndex } from '../lexical/lexical-index.ts'
import { isReadInParts, openLexical } from '../lexical/lexical-sections.ts'
import type { SectionFile } from '../lexical/stored-postings.ts'
import { isoDay } from '../../text/numbers/clock.ts'
import { createLibrary } from './library.ts'
import type { Library, SnapshotInfo } from '../search-index.ts'
import { openContent, type ContentReader } from './snapshot-content.ts'
import { openSectionFile } from './section-file.ts'
import type { Manifest } from './snapshot-files.ts'
import { openVectors, type Neighbour, type VectorIndex } from './vectors.ts'

/** Everything that a reader of one level may search. Passages are numbered over the library's own documents. */
export interface Scope {
  readonly library: Library
  readonly lexical: LexicalIndex
  /** Nearest passages by meaning; null where the snapshot has no vectors of the embedder in use. */
  readonly nearest: ((vector: readonly number[], k: number) => Neighbour[]) | null
}

export interface OpenSnapshot {
  readonly info: SnapshotInfo
  scope(level: Level): Scope
  /** What the document's file was when it was indexed (`Document.digest`); whoever asks must know that it may be read. */
  digestOf(documentId: string): string | null
  close(): void
}

/** Opens a snapshot that `checkSnapshot` has found whole. `embedderId` is the embedder in use: vectors of another one are left alone. */
export const openSnapshot = (
  indexDir: string,
  manifest: Manifest,
  embedderId: string | null,
  today: () => string = () => isoDay(Date.now()),
): OpenSnapshot => {
  const folder = join(indexDir, manifest.id)
  const content = openContent(folder)
  const lexicals = new Map<string, LexicalIndex>()
  const scopes = new Map<Level, Scope>()
  const vectors = vectorsOf(folder, manifest, embedderId)

  const files: { close(): void }[] = [content]
  const opened = (path: string): SectionFile => {
    const file = openSectionFile(path)
    files.push(file)
    return file
  }
  const lexicalOf = (scope: string): LexicalIndex => {
    const known = lexicals.get(scope)
    if (known) return known
    const sections = new Map<string, Buffer | SectionFile>()
    for (const file of Object.keys(manifest.files)) {
      if (!file.startsWith(`${scope}.`)) continue
      const name = file.slice(scope.length + 1)
      sections.set(name, isReadInParts(name) ? opened(join(folder, file)) : readFileSync(join(folder, file)))
    }
    const lexical = openLexical(sections)
    lexicals.set(scope, lexical)
    return lexical
  }
  const libraryOf = (level: Level): Library => {
    const day = today()
    // a level that reads nothing more than another one shares what is known of the documents
    const same = [...scopes.values()].find(
      ({ library: other }) => other.day === day && manifest.scopes[other.level] === manifest.scopes[level],
    )
    return same ? { ...same.library, level } : createLibrary(content, level, day)
  }
  const openScope = (level: Level): Scope => ({
    library: libraryOf(level),
    lexical: lexicalOf(manifest.scopes[level]!),
    nearest: vectors && nearestIn(vectors, content, level),
  })
  // all at once, since the folder may be gone by the time a level is first asked for
  for (const level of LEVELS) scopes.set(level, openScope(level))
  const { id, createdAt, documents, passages, embedder } = manifest
  return {
    info: { id, createdAt, documents, passages, embedder, embedding: null },
    // what is in force may be another thing tomorrow
    scope: (level) => {
      const known = scopes.get(level)!
      const day = today()
      if (known.library.day === day) return known
      const renewed = { ...known, library: libraryOf(level) }
      scopes.set(level, renewed)
      return renewed
    },
    digestOf: (documentId) => content.cards.find((card) => card.id === documentId)?.digest ?? null,
    close: () => {
      for (const file of files) file.close()
    },
  }
}

interface PassageVectors {
  readonly index: VectorIndex
  /** The passage of each row, numbered over all documents. */
  readonly passages: Int32Array
}

/** null: none, of another embedder, or laid out as an older version did. */
const vectorsOf = (folder: string, manifest: Manifest, embedderId: string | null): PassageVectors | null => {
  const { embedder, files } = manifest
  if (!embedder || embedder.id !== embedderId || !files['vectors.of']) return null
  const numbers = (name: string): ArrayBuffer => new Uint8Array(readFileSync(join(folder, name))).buffer
  const rows = new Float32Array(numbers('vectors.f32'))
  return {
    index: openVectors(join(folder, 'vectors.hnsw'), rows, embedder.dimensions, embedder.keepsLength),
    passages: new Int32Array(numbers('vectors.of')),
  }
}

/** Searches all vectors, letting only those of the level through, and gives the passages as the level numbers them. */
const nearestIn = (
  { index, passages }: PassageVectors,
  content: ContentReader,
  level: Level,
): NonNullable<Scope['nearest']> => {
  const total = content.cards.reduce((sum, card) => sum + card.passageCount, 0)
  const numberInScope = new Int32Array(total).fill(-1)
  let all = 0
  let readable = 0
  for (const card of content.cards)
    for (let i = 0; i < card.passageCount; i++, all++) if (mayRead(level, card.level)) numberInScope[all] = readable++
  const inScope = passages.map((passage) => numberInScope[passage]!)
  const allowedCount = inScope.reduce((count, passage) => count + Number(passage >= 0), 0)
  return (vector, k) =>
    index
      .search(vector, k, (row) => inScope[row]! >= 0, allowedCount)
      .map(({ passage: row, similarity }) => ({ passage: inScope[row]!, similarity }))
}
