/** Builds the next snapshot from the serving one and a set of changes, and publishes it whole. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { LEVELS, mayRead, type Level } from '../../access.ts'
import type { Document } from '../../documents/document.ts'
import type { Embedder } from '../../models/model.ts'
import { buildLexical } from '../lexical/build-lexical.ts'
import { lexicalSections } from '../lexical/lexical-sections.ts'
import { bytesOf, contentFiles, type ContentReader } from './snapshot-content.ts'
import { publishSnapshot, type Manifest } from './snapshot-files.ts'
import { graphBytes, normalise } from './vectors.ts'

/** Bytes that a snapshot needs on disk for each character of text: texts, postings and vectors, with room to spare. */
const BYTES_PER_CHARACTER = 16
const EMBED_BATCH = 64

export interface Changes {
  readonly put: readonly Document[]
  readonly removeSources: readonly string[]
}

/** Rejects if `signal` aborts before the snapshot is written; then nothing has changed. */
export const publishChanges = async (
  indexDir: string,
  before: ContentReader | null,
  changes: Changes,
  embedder: Embedder | null,
  signal?: AbortSignal,
): Promise<Manifest> => {
  const documents = merge(before, changes)
  mkdirSync(indexDir, { recursive: true })
  refuseFullDisk(indexDir, documents)
  const files = contentFiles(documents)
  const scopes = {} as Record<Level, string>
  for (const level of LEVELS) {
    const below = LEVELS[LEVELS.indexOf(level) - 1]
    const adds = documents.some((document) => document.level === level)
    scopes[level] = below === undefined || adds ? level : scopes[below]
    if (scopes[level] !== level) continue
    await heed(signal)
    const readable = documents.filter((document) => mayRead(level, document.level))
    const lexical = buildLexical(readable.map(({ meta, text, passages }) => ({ title: meta.title, text, passages })))
    for (const [name, section] of lexicalSections(lexical)) files.set(`${level}.${name}`, [bytesOf(section)])
  }
  const id = newId()
  if (embedder) await addVectors(files, documents, embedder, join(indexDir, `.building-${id}.hnsw`))
  await heed(signal)
  return publishSnapshot(
    indexDir,
    {
      id,
      createdAt: new Date().toISOString(),
      documents: documents.length,
      passages: documents.reduce((sum, document) => sum + document.passages.length, 0),
      embedder: embedder && { id: embedder.id, dimensions: embedder.dimensions },
      scopes,
    },
    files,
  )
}

/** Building is synchronous: between its steps a signal of the system gets its turn. */
const heed = async (signal?: AbortSignal): Promise<void> => {
  await othersTurn()
  signal?.throwIfAborted()
}

/** The documents of the next snapshot, ordered by source so that the same content gives the same index however it came about. */
const merge = (before: ContentReader | null, { put, removeSources }: Changes): Document[] => {
  const gone = new Set([...removeSources, ...put.map((document) => document.source)])
  const kept = (before?.cards ?? []).flatMap((card, n): Document[] => {
    if (gone.has(card.source)) return []
    const { passageCount, length, ...rest } = card
    return [{ ...rest, ...before!.read(n) }]
  })
  return [...kept, ...put].sort((a, b) => (a.source < b.source ? -1 : 1))
}

const addVectors = async (
  files: Map<string, Iterable<Uint8Array>>,
  documents: readonly Document[],
  embedder: Embedder,
  scratch: string,
): Promise<void> => {
  const texts = documents.flatMap(({ meta, text, passages }) =>
    passages.map(({ path, start, end }) => [meta.title, ...path, text.slice(start, end)].join('\n')),
  )
  const vectors = new Float32Array(texts.length * embedder.dimensions)
  for (let at = 0; at < texts.length; at += EMBED_BATCH) {
    const batch = await embedder.embedDocuments(texts.slice(at, at + EMBED_BATCH))
    batch.forEach((vector, i) => {
      if (vector.length !== embedder.dimensions || !vector.every(Number.isFinite))
        throw new Error(
          `[search] embedder ${embedder.id} returned a vector that is not ${embedder.dimensions} finite numbers`,
        )
      vectors.set(normalise(vector), (at + i) * embedder.dimensions)
    })
  }
  files.set('vectors.f32', [bytesOf(vectors)])
  files.set('vectors.hnsw', [graphBytes(vectors, embedder.dimensions, scratch)])
}

const refuseFullDisk = (indexDir: string, documents: readonly Document[]): void => {
  const need = documents.reduce((sum, { text }) => sum + text.length, 0) * BYTES_PER_CHARACTER
  const { bavail, bsize } = statfsSync(indexDir)
  if (bavail * bsize < need)
    throw Object.assign(new Error(`[search] ${need} bytes are needed on the disk, ${bavail * bsize} are free`), {
      code: 'ENOSPC',
    })
}

/** Ids sort by time; the tail keeps two snapshots of one millisecond apart. */
const newId = (): string => `${new Date().toISOString().replace(/[-:.]/g, '')}-${randomBytes(3).toString('hex')}`
