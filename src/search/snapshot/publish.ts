/** Builds the next snapshot from the serving one and a set of changes, and publishes it whole. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { LEVELS, mayRead, type Level } from '../../access.ts'
import type { Document } from '../../documents/document.ts'
import type { Embedder } from '../../models/model.ts'
import type { EmbeddingWork, IndexChanges, PublishOptions } from '../search-index.ts'
import { buildLexical } from '../lexical/build-lexical.ts'
import { lexicalSections } from '../lexical/lexical-sections.ts'
import { bytesOf, contentFiles, type ContentReader } from './snapshot-content.ts'
import { publishSnapshot, type Manifest } from './snapshot-files.ts'
import { embedPassages, textDigests, type PassageVectors } from './embed-passages.ts'
import type { VectorCache } from './vector-cache.ts'
import { graphBytes, normalise } from './vectors.ts'

/** Bytes that a snapshot needs on disk for each character of text: texts, postings and vectors, with room to spare. */
const BYTES_PER_CHARACTER = 16
/** Of a vector: in its own file, in the graph, and while the graph is checked. */
const BYTES_PER_NUMBER = 12

/** Rejects if `signal` aborts before the snapshot is written; then nothing has changed. `cache`: null where no vector was ever made. */
export const publishChanges = async (
  indexDir: string,
  before: ContentReader | null,
  changes: IndexChanges,
  embedder: Embedder | null,
  cache: VectorCache | null,
  { signal, onEmbedded, mayMissVectors }: PublishOptions & { readonly signal?: AbortSignal } = {},
): Promise<{ readonly manifest: Manifest; readonly embedding: EmbeddingWork | null }> => {
  const documents = merge(before, changes)
  mkdirSync(indexDir, { recursive: true })
  refuseFullDisk(indexDir, documents, 0)
  const vectors =
    embedder && cache
      ? await embedPassages(documents, embedder, cache, {
          ...(signal && { signal }),
          ...(onEmbedded && { onProgress: onEmbedded }),
          ...(mayMissVectors !== undefined && { mayMiss: mayMissVectors }),
        })
      : null
  if (vectors) refuseFullDisk(indexDir, documents, vectors.rows.length)
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
  if (embedder && vectors && vectors.passages.length > 0)
    addVectors(files, vectors, embedder.keepsLength, join(indexDir, `.building-${id}.hnsw`))
  await heed(signal)
  const manifest = publishSnapshot(
    indexDir,
    {
      id,
      createdAt: new Date().toISOString(),
      documents: documents.length,
      passages: documents.reduce((sum, document) => sum + document.passages.length, 0),
      embedder:
        embedder && vectors
          ? {
              id: embedder.id,
              dimensions: vectors.dimensions,
              keepsLength: embedder.keepsLength,
              saw: embedder.maySee,
              missing: vectors.missing,
            }
          : null,
      scopes,
    },
    files,
  )
  // only now: until it is published, a crash may still need them
  try {
    cache?.keepOnly(vectors?.digests ?? textDigests(documents))
  } catch {
    // the snapshot serves already; what is left over goes with the next
  }
  return { manifest, embedding: vectors?.work ?? null }
}

/** Building is synchronous: between its steps a signal of the system gets its turn. */
const heed = async (signal?: AbortSignal): Promise<void> => {
  await othersTurn()
  signal?.throwIfAborted()
}

/** The documents of the next snapshot, ordered by source so that the same content gives the same index however it came about. */
export const merge = (before: ContentReader | null, { put, removeSources }: IndexChanges): Document[] => {
  const gone = new Set([...removeSources, ...put.map((document) => document.source)])
  const kept = (before?.cards ?? []).flatMap((card, n): Document[] => {
    if (gone.has(card.source)) return []
    const { passageCount, length, ...rest } = card
    return [{ ...rest, ...before!.read(n) }]
  })
  return [...kept, ...put].sort((a, b) => (a.source < b.source ? -1 : 1))
}

const addVectors = (
  files: Map<string, Iterable<Uint8Array>>,
  { rows, passages, dimensions }: PassageVectors,
  keepsLength: boolean,
  scratch: string,
): void => {
  if (!keepsLength)
    for (let at = 0; at < rows.length; at += dimensions) rows.set(normalise(rows.subarray(at, at + dimensions)), at)
  files.set('vectors.f32', [bytesOf(rows)])
  files.set('vectors.of', [bytesOf(passages)])
  files.set('vectors.hnsw', [graphBytes(rows, dimensions, scratch)])
}

const refuseFullDisk = (indexDir: string, documents: readonly Document[], numbers: number): void => {
  const need =
    documents.reduce((sum, { text }) => sum + text.length, 0) * BYTES_PER_CHARACTER + numbers * BYTES_PER_NUMBER
  const { bavail, bsize } = statfsSync(indexDir)
  if (bavail * bsize < need)
    throw Object.assign(new Error(`[search] ${need} bytes are needed on the disk, ${bavail * bsize} are free`), {
      code: 'ENOSPC',
    })
}

/** Ids sort by time; the tail keeps two snapshots of one millisecond apart. */
const newId = (): string => `${new Date().toISOString().replace(/[-:.]/g, '')}-${randomBytes(3).toString('hex')}`
