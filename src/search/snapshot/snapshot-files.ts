/**
 * A snapshot on disk: one folder of files that are never changed once they are published.
 *
 *   index/CURRENT            the id of the serving snapshot; swapped by rename
 *   index/<id>/manifest.json format, embedder, counts, and size and SHA-256 of every other file
 *   index/.building-<id>/    a snapshot being written; nothing reads it
 *
 * Every file is fsynced before the folder gets its name, and the folder before CURRENT points to it:
 * a process that dies or a disk that fills at any moment leaves the snapshot before.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Level } from '../../access.ts'

/** Grows whenever the meaning of a file in a snapshot changes: an older snapshot is then refused, and the terminal asks for a new ingestion. */
const FORMAT_VERSION = 1
export interface SnapshotEmbedder {
  readonly id: string
  readonly dimensions: number
  readonly keepsLength: boolean
  /** The highest level of documents that have vectors. */
  readonly saw: Level
  /** Passages that should have a vector and have none. */
  readonly missing: number
}

export interface Manifest {
  readonly formatVersion: number
  readonly id: string
  readonly createdAt: string
  /** The snapshot that served when this one was published; left out by versions before 0.4. */
  readonly builtOn?: string | null
  /** Version of the tokens in its lexical indexes; left out by versions before 0.5. */
  readonly tokens?: number
  readonly documents: number
  readonly passages: number
  readonly embedder: SnapshotEmbedder | null
  /** Which lexical index each reader level uses: levels that may read the same documents share one. */
  readonly scopes: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>
}

type SnapshotFault = { readonly ok: false; readonly message: string }

/** Writes, names and serves a snapshot. `files` maps names to the pieces of their content. Throws if the disk refuses; then nothing has changed. */
export const publishSnapshot = (
  indexDir: string,
  about: Omit<Manifest, 'formatVersion' | 'builtOn' | 'files'>,
  files: ReadonlyMap<string, Iterable<Uint8Array>>,
): Manifest => {
  const building = join(indexDir, `.building-${about.id}`)
  try {
    mkdirSync(building, { recursive: true })
    const sums: Record<string, { bytes: number; sha256: string }> = {}
    for (const [name, pieces] of files) sums[name] = writeDurably(join(building, name), pieces)
    const manifest: Manifest = { formatVersion: FORMAT_VERSION, ...about, builtOn: servingId(indexDir), files: sums }
    writeDurably(join(building, 'manifest.json'), [Buffer.from(JSON.stringify(manifest))])
    syncFolder(building)
    renameSync(building, join(indexDir, about.id))
    syncFolder(indexDir)
    serve(indexDir, about.id)
    return manifest
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    throw error
  }
}

/** The id that CURRENT names, or null where nothing has been published. */
export const servingId = (indexDir: string): string | null => {
  try {
    return readFileSync(join(indexDir, 'CURRENT'), 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Complete snapshots in the folder, newest first (ids sort by time). */
export const snapshotIds = (indexDir: string): string[] => {
  try {
    return readdirSync(indexDir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort()
      .reverse()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Reads the manifest and compares every file with it, byte by byte, before anything else trusts the snapshot. */
export const checkSnapshot = (
  indexDir: string,
  id: string,
): { readonly ok: true; readonly manifest: Manifest } | SnapshotFault => {
  const folder = join(indexDir, id)
  let manifest: Manifest
  try {
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  } catch {
    return { ok: false, message: `snapshot ${id}: manifest.json is missing or unreadable` }
  }
  if (manifest.formatVersion !== FORMAT_VERSION)
    return {
      ok: false,
      message: `snapshot ${id}: format ${manifest.formatVersion}, this program reads format ${FORMAT_VERSION}`,
    }
  if (manifest.id !== id)
    return { ok: false, message: `snapshot ${id}: its manifest belongs to snapshot ${manifest.id}` }
  for (const [name, expected] of Object.entries(manifest.files)) {
    try {
      if (statSync(join(folder, name)).size !== expected.bytes)
        return { ok: false, message: `snapshot ${id}: ${name} has the wrong size` }
      if (digestFile(join(folder, name)) !== expected.sha256)
        return { ok: false, message: `snapshot ${id}: ${name} is damaged` }
    } catch {
      return { ok: false, message: `snapshot ${id}: ${name} cannot be read` }
    }
  }
  return { ok: true, manifest }
}

/** Points CURRENT to a snapshot. Only for the holder of the index lock, and only to one that was checked. */
export const serve = (indexDir: string, id: string): void => {
  const next = join(indexDir, `.CURRENT-${id}`)
  writeDurably(next, [Buffer.from(`${id}\n`)])
  renameSync(next, join(indexDir, 'CURRENT'))
  syncFolder(indexDir)
}

const writeDurably = (path: string, pieces: Iterable<Uint8Array>): { bytes: number; sha256: string } => {
  const hash = createHash('sha256')
  let bytes = 0
  const file = openSync(path, 'wx')
  try {
    for (const piece of pieces) {
      hash.update(piece)
      // writeSync may write less than asked when the disk is nearly full: only the next write reports the error
      for (let at = 0; at < piece.byteLength;) at += writeSync(file, piece, at, piece.byteLength - at)
      bytes += piece.byteLength
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  if (statSync(path).size !== bytes) throw new Error(`[search] ${path} was not written in full`)
  return { bytes, sha256: hash.digest('hex') }
}

const syncFolder = (path: string): void => {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Piece by piece: a file that is larger than the memory can be checked, and none is held twice. */
const digestFile = (path: string): string => {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
/** Larger pieces are not read faster. */
const piece = Buffer.allocUnsafeSlow(256 * 1024)
