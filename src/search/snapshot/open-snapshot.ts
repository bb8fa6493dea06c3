/** A published snapshot, opened for reading: one library and one lexical index for each reader level. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LEVELS, mayRead, type Level } from '../../access.ts'
import type { LexicalIndex } from '../lexical/lexical-index.ts'
import { openLexical } from '../lexical/lexical-sections.ts'
import { createLibrary } from './library.ts'
import type { Library, SnapshotInfo } from '../search-index.ts'
import { openContent, type ContentReader } from './snapshot-content.ts'
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
export const openSnapshot = (indexDir: string, manifest: Manifest, embedderId: string | null): OpenSnapshot => {
  const folder = join(indexDir, manifest.id)
  const content = openContent(folder)
  const lexicals = new Map<string, LexicalIndex>()
  const scopes = new Map<Level, Scope>()
  const vectors = vectorsOf(folder, manifest, embedderId)

  const lexicalOf = (scope: string): LexicalIndex => {
    const known = lexicals.get(scope)
    if (known) return known
    const sections = new Map<string, Buffer>()
    for (const name of Object.keys(manifest.files))
      if (name.startsWith(`${scope}.`)) sections.set(name.slice(scope.length + 1), readFileSync(join(folder, name)))
    const lexical = openLexical(sections)
    lexicals.set(scope, lexical)
    return lexical
  }
  const openScope = (level: Level): Scope => {
    const library = createLibrary(content, level)
    return {
      library,
      lexical: lexicalOf(manifest.scopes[level]!),
      nearest: vectors && nearestIn(vectors, content, level),
    }
  }
  // all at once, since the folder may be gone by the time a level is first asked for
  for (const level of LEVELS) scopes.set(level, openScope(level))
  const { id, createdAt, documents, passages, embedder } = manifest
  return {
    info: { id, createdAt, documents, passages, embedder },
    scope: (level) => scopes.get(level)!,
    digestOf: (documentId) => content.cards.find((card) => card.id === documentId)?.digest ?? null,
    close: content.close,
  }
}

const vectorsOf = (folder: string, manifest: Manifest, embedderId: string | null): VectorIndex | null => {
  if (!manifest.embedder || manifest.embedder.id !== embedderId) return null
  const raw = new Uint8Array(readFileSync(join(folder, 'vectors.f32')))
  return openVectors(join(folder, 'vectors.hnsw'), new Float32Array(raw.buffer), manifest.embedder.dimensions)
}

/** Searches the vectors of all passages, letting only those of the level through, and renumbers what it finds. */
const nearestIn = (vectors: VectorIndex, content: ContentReader, level: Level): NonNullable<Scope['nearest']> => {
  const numberInScope = new Int32Array(vectors.count).fill(-1)
  let all = 0
  let readable = 0
  for (const card of content.cards)
    for (let i = 0; i < card.passageCount; i++, all++) if (mayRead(level, card.level)) numberInScope[all] = readable++
  const allowed = (passage: number): boolean => numberInScope[passage]! >= 0
  return (vector, k) =>
    vectors
      .search(vector, k, allowed, readable)
      .map(({ passage, similarity }) => ({ passage: numberInScope[passage]!, similarity }))
}
