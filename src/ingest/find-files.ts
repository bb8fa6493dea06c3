/** The files below the paths that an admin named, each with the name it goes by in the index. */
import { lstatSync, readdirSync, type Stats } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Level } from '../access.ts'
import { storedForm } from '../text/vietnamese.ts'

export interface FoundFile {
  readonly path: string
  /** Name in the index: the path below the working folder, else the whole path, with `/`, in NFC, control characters as `%XX`. */
  readonly source: string
  /** `NAME.meta.json` beside it, if there is one. */
  readonly sidecar: string | null
  /** Level of this file instead of that of the ingestion; null: sidecar and marks decide. */
  readonly level?: Level | null
}

type PassedOver = 'link' | 'not_a_file' | 'unreadable'

export interface FoundFiles {
  readonly files: readonly FoundFile[]
  /** Entries that are not read: links, what is no file at all, and what the system does not let us open. */
  readonly passedOver: readonly { readonly source: string; readonly reason: PassedOver }[]
  /** Folders that were looked through whole: indexed files below them that are gone have been removed. */
  readonly folders: readonly string[]
  /** Named paths that do not exist or cannot be opened. */
  readonly missing: readonly string[]
}

export const SIDECAR = '.meta.json'
// what office programs and systems leave lying about
const IGNORED = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i

/** Looks through `paths` (absolute or below `base`). Links are never followed, so a loop of links is just passed over. */
export const findFiles = (paths: readonly string[], base: string): FoundFiles => {
  const files = new Map<string, FoundFile>()
  const passedOver: { source: string; reason: PassedOver }[] = []
  const folders: string[] = []
  const missing: string[] = []

  const visit = (path: string, named: boolean): void => {
    const stats = statsOf(path)
    const source = sourceOf(path, base)
    if (!stats) {
      if (named) missing.push(path)
      else passedOver.push({ source, reason: 'unreadable' })
    } else if (stats.isSymbolicLink()) passedOver.push({ source, reason: 'link' })
    else if (stats.isFile()) files.set(source, { path, source, sidecar: sidecarOf(path) })
    else if (stats.isDirectory()) {
      const names = namesIn(path)
      if (!names) {
        if (named) missing.push(path)
        else passedOver.push({ source, reason: 'unreadable' })
        return
      }
      if (named) folders.push(source)
      for (const name of names) if (!IGNORED.test(name) && !name.endsWith(SIDECAR)) visit(join(path, name), false)
    } else passedOver.push({ source, reason: 'not_a_file' })
  }
  for (const path of paths) visit(resolve(base, path), true)
  const bySource = [...files.values()].sort((a, b) => (a.source < b.source ? -1 : 1))
  return { files: bySource, passedOver, folders, missing }
}

/** Whether an indexed source lies below a folder that was looked through. */
export const liesBelow = (source: string, folders: readonly string[]): boolean =>
  folders.some((folder) => folder === '' || folder === '.' || source.startsWith(`${folder}/`))

/** The name under which a path is known in the index, whether or not there is a file; `base`: the working folder. */
export const sourceOf = (path: string, base: string): string => {
  const below = relative(base, path)
  const name = below.startsWith('..') || below === '' ? (below === '' ? '' : path) : below
  return shownName(name.split(sep).join('/'))
}

/** A name as it stands in a source. */
export const shownName = (name: string): string => name.normalize('NFC').replace(/./gsu, escapeInvisible)

// a name is shown to people and written to terminals: nothing invisible or reordering may hide in it
const escapeInvisible = (character: string): string =>
  storedForm(character) === character && !/[\t\n]/.test(character)
    ? character
    : encodeURIComponent(character.toWellFormed())

const statsOf = (path: string): Stats | null => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}

/** Null where it cannot be opened: that is not the same as an empty folder, whose documents are gone. */
const namesIn = (folder: string): string[] | null => {
  try {
    return readdirSync(folder).sort()
  } catch {
    return null
  }
}

/** `quy-dinh.docx.meta.json` before `quy-dinh.meta.json`; not for `quy-dinh.docx.pdf` while `quy-dinh.docx` lies there, whose own it is. */
export const sidecarOf = (path: string): string | null => {
  const stem = path.replace(/\.[^./\\]+$/, '')
  const candidates = [path, ...(stem !== path && statsOf(stem)?.isFile() ? [] : [stem])].map(
    (name) => `${name}${SIDECAR}`,
  )
  return candidates.find((candidate) => statsOf(candidate)?.isFile()) ?? null
}
