/**
 * Vectors that have been paid for, by the digest of their text and the embedder: an ingestion that was cut off asks for none twice,
 * and neither does a document that moves or comes back. One SQLite file, written under the lock of the index.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export interface VectorCache {
  /** The vectors held, by digest. */
  get(embedder: string, digests: readonly string[]): Map<string, Float32Array>
  /** Which of the digests are held. */
  holds(embedder: string, digests: readonly string[]): Set<string>
  /** On disk when it returns. */
  put(embedder: string, entries: ReadonlyMap<string, Float32Array>): void
  /** Drops the embedder's vectors of any other size. */
  keepSize(embedder: string, size: number): void
  /** Drops the vectors of every text, whoever made them, that no document has any more: a vector says much of its text. */
  keepOnly(digests: ReadonlySet<string>): void
  close(): void
}

export const digestOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

export const openVectorCache = (file: string): VectorCache => {
  mkdirSync(dirname(file), { recursive: true })
  const database = saysFull(() => openDatabase(file))
  const find = database.prepare('SELECT vector FROM vectors WHERE embedder = ? AND digest = ?')
  const has = database.prepare('SELECT 1 FROM vectors WHERE embedder = ? AND digest = ?')
  const insert = database.prepare('INSERT OR REPLACE INTO vectors (embedder, digest, vector) VALUES (?, ?, ?)')
  const inOne = (work: () => void): void =>
    saysFull(() => {
      database.exec('BEGIN IMMEDIATE')
      try {
        work()
        database.exec('COMMIT')
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
    })
  return {
    get: (embedder, digests) => {
      const held = new Map<string, Float32Array>()
      for (const digest of digests) {
        const row = find.get(embedder, digest) as { vector: Uint8Array } | undefined
        if (row) held.set(digest, new Float32Array(new Uint8Array(row.vector).buffer))
      }
      return held
    },
    holds: (embedder, digests) => new Set(digests.filter((digest) => has.get(embedder, digest) !== undefined)),
    put: (embedder, entries) =>
      inOne(() => {
        for (const [digest, vector] of entries)
          insert.run(embedder, digest, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength))
      }),
    keepSize: (embedder, size) =>
      inOne(() => {
        const bytes = size * Float32Array.BYTES_PER_ELEMENT
        database.prepare('DELETE FROM vectors WHERE embedder = ? AND length(vector) <> ?').run(embedder, bytes)
      }),
    keepOnly: (digests) => {
      const known = database.prepare('SELECT embedder, digest FROM vectors').all() as {
        embedder: string
        digest: string
      }[]
      const gone = known.filter(({ digest }) => !digests.has(digest))
      if (gone.length === 0) return
      // by the whole key: a digest alone would be looked for in the whole table, each time
      const drop = database.prepare('DELETE FROM vectors WHERE embedder = ? AND digest = ?')
      inOne(() => gone.forEach(({ embedder, digest }) => drop.run(embedder, digest)))
    },
    close: () => database.close(),
  }
}

const openDatabase = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA busy_timeout = 10000')
  database.exec('PRAGMA journal_mode = WAL')
  // what is dropped is gone from the file, not only from the table
  database.exec('PRAGMA secure_delete = ON')
  database.exec(
    'CREATE TABLE IF NOT EXISTS vectors (embedder TEXT, digest TEXT, vector BLOB NOT NULL, PRIMARY KEY (embedder, digest)) STRICT, WITHOUT ROWID',
  )
  // with the first table access SQLite takes its standard for WAL, which forgets the last transactions at a power cut
  database.exec('PRAGMA synchronous = FULL')
  return database
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGED: readonly number[] = [11, 26]

/** Whether a file that is there can be read as a cache. A second look at all of it, but a damaged one would stop every ingestion. */
export const isWholeCache = (file: string): boolean => {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  try {
    return Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0] === 'ok'
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && DAMAGED.includes(Number(error.errcode) & 0xff)) return false
    throw error
  } finally {
    database.close()
  }
}

/** Only for the holder of the index lock. */
export const removeCache = (file: string): void => {
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true })
}

/** SQLITE_FULL, and SQLITE_IOERR_WRITE, as which a quota comes. */
const FULL: readonly unknown[] = [13, 778]

/** A disk without room is told as the file system tells it: whoever ingests knows that one. */
const saysFull = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error && FULL.includes(error.errcode))) throw error
    throw Object.assign(new Error('[search] no room on the disk for vectors', { cause: error }), { code: 'ENOSPC' })
  }
}
