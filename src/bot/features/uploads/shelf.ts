/** Where uploaded files lie: waiting below `uploads`, and once confirmed below `documents/tu-telegram`, which `npm run ingest` sees too. */
import { createHash, randomBytes } from 'node:crypto'
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs' // prettier-ignore
import { basename, extname, join } from 'node:path'
import type { Level } from '../../../access.ts'
import type { BotDeps } from '../../context.ts'
import { newId } from '../../../desk/new-id.ts'
import { safeName } from './safe-name.ts'

/** What nobody has confirmed for so long is forgotten. */
const WAITS_MS = 24 * 3_600_000
const WAITING = 'uploads'

/** A place for a file that has come in, below the data folder: random, with the ending that tells Markdown from plain text. */
export const waitingPlace = (name: string): { readonly id: string; readonly path: string } => {
  return { id: newId(), path: `${WAITING}/${randomBytes(12).toString('hex')}${extname(safeName(name))}` }
}

export interface Shelved {
  readonly path: string
  /** Leaves the documents as they were. */
  undo(): void
}

/**
 * Puts a copy among the documents, with a sidecar that states its level. Another file of this name is never replaced; the same
 * file is used again: from an attempt that was cut off, or in the library since it was sent twice. `isHeld` tells of a path below
 * `documents` whether the library has it.
 */
export const shelve = (
  dataDir: string,
  waiting: string,
  name: string,
  level: Level,
  isHeld: (source: string) => boolean,
): Shelved => {
  const folder = join(dataDir, 'documents', 'tu-telegram')
  mkdirSync(folder, { recursive: true })
  const path = freePlace(folder, name, digestOf(waiting))
  const sidecar = `${path}.meta.json`
  const isKept = existsSync(path) && isHeld(`tu-telegram/${basename(path)}`)
  const former = isKept && existsSync(sidecar) ? readFileSync(sidecar) : null
  if (!existsSync(path)) {
    // whole or not at all, also when the program dies in the middle; a name with a point in front is passed over by ingestion
    const aside = join(folder, `.${randomBytes(6).toString('hex')}`)
    copyFileSync(waiting, aside, constants.COPYFILE_EXCL)
    renameSync(aside, path)
  }
  writeFileSync(sidecar, `${JSON.stringify({ ...stated(former), level }, null, former ? 2 : 0)}\n`)
  return {
    path,
    undo: () => {
      if (!isKept) rmSync(path, { force: true })
      if (former) writeFileSync(sidecar, former)
      else rmSync(sidecar, { force: true })
    },
  }
}

/** What was said about the same file before, as that it is no longer in force, goes on counting. */
const stated = (sidecar: Buffer | null): object => {
  try {
    return sidecar === null ? {} : (JSON.parse(sidecar.toString().replace(/^\uFEFF/, '')) as object)
  } catch {
    return {} // damaged: it counted for nothing
  }
}

const freePlace = (folder: string, name: string, digest: string): string => {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? name : `${stem} (${n})${ending}`)
    if (!existsSync(path) || (statSync(path).isFile() && digestOf(path) === digest)) return path
  }
}

/** Small enough to be read whole: 20 MB at most. */
const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Forgets what has waited too long, and files that no record knows (of a download that a crash cut off). */
export const sweepUploads = ({ records, dataDir, now }: Pick<BotDeps, 'records' | 'dataDir' | 'now'>): void => {
  const old = now() - WAITS_MS
  const waiting = new Set<string>()
  for (const { id, path, at } of records.uploads.list()) {
    if (at >= old) {
      waiting.add(path)
      continue
    }
    rmSync(join(dataDir, path), { force: true })
    records.uploads.remove(id)
  }
  const folder = join(dataDir, WAITING)
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const modified = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs
    if (!waiting.has(`${WAITING}/${name}`) && modified !== undefined && modified < old)
      rmSync(join(folder, name), { force: true, recursive: true })
  }
}
