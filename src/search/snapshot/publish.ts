/** Builds the next snapshot from the serving one and a set of changes, and publishes it whole. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { LEVELS, mayRead, type Level } from '../../access.ts'
import type { Embedder } from '../../models/model.ts'
import type { EmbeddingWork, IndexChanges, PublishOptions } from '../search-index.ts'
import { buildOnThreads } from '../lexical/build-on-threads.ts'
import { lexicalSections } from '../lexical/lexical-sections.ts'
import { numberTokens } from '../lexical/number-tokens.ts'
import { TOKENS_VERSION } from '../lexical/read-tokens.ts'
import { createSpellings } from '../lexical/spellings.ts'
import { contentFiles, nextDocuments, wholeDocuments, type NextDocument } from './next-content.ts'
import { nextTokens, type Base } from './next-tokens.ts'
import { bytesOf } from './snapshot-content.ts'
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
  base: Base | null,
  changes: IndexChanges,
  embedder: Embedder | null,
  cache: VectorCache | null,
  { signal, onEmbedded, mayMissVectors }: PublishOptions & { readonly signal?: AbortSignal } = {},
): Promise<{ readonly manifest: Manifest; readonly embedding: EmbeddingWork | null }> => {
  const before = base?.content ?? null
  const next = nextDocuments(before, changes)
  mkdirSync(indexDir, { recursive: true })
  refuseFullDisk(indexDir, next, 0)
  // vectors are kept by the digests of texts; without any, no text that stays is read
  const documents = cache ? wholeDocuments(before, next) : []
  const vectors =
    embedder && cache
      ? await embedPassages(documents, embedder, cache, {
          ...(signal && { signal }),
          ...(onEmbedded && { onProgress: onEmbedded }),
          ...(mayMissVectors !== undefined && { mayMiss: mayMissVectors }),
        })
      : null
  if (vectors) refuseFullDisk(indexDir, next, vectors.rows.length)
  const files = contentFiles(before, next)
  const spellings = createSpellings()
  const tokens = nextTokens(base, next, spellings)
  const scopes = {} as Record<Level, string>
  for (const level of LEVELS) {
    const below = LEVELS[LEVELS.indexOf(level) - 1]
    const adds = next.some(({ card }) => card.level === level)
    scopes[level] = below === undefined || adds ? level : scopes[below]
    if (scopes[level] !== level) continue
    await heed(signal)
    const readable = tokens.filter((_, n) => mayRead(level, next[n]!.card.level))
    const lexical = await buildOnThreads(numberTokens(readable, spellings))
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
      tokens: TOKENS_VERSION,
      documents: next.length,
      passages: next.reduce((sum, { card }) => sum + card.passageCount, 0),
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

const refuseFullDisk = (indexDir: string, next: readonly NextDocument[], numbers: number): void => {
  const need = next.reduce((sum, { card }) => sum + card.length, 0) * BYTES_PER_CHARACTER + numbers * BYTES_PER_NUMBER
  const { bavail, bsize } = statfsSync(indexDir)
  if (bavail * bsize < need)
    throw Object.assign(new Error(`[search] ${need} bytes are needed on the disk, ${bavail * bsize} are free`), {
      code: 'ENOSPC',
    })
}

/** Ids sort by time; the tail keeps two snapshots of one millisecond apart. */
const newId = (): string => `${new Date().toISOString().replace(/[-:.]/g, '')}-${randomBytes(3).toString('hex')}`
