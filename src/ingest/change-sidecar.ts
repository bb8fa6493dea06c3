/** What staff say about a document, written into `NAME.meta.json` beside its file: merged with what stands there, whole or not at all. */
import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { parseSidecar } from '../documents/metadata/overrides.ts'
import { SIDECAR, sidecarOf } from './find-files.ts'
import { writeWhole } from '../write-whole.ts'

export type SidecarChanged =
  /** `undo` puts back what stood there, unless somebody has written since. */
  | { readonly ok: true; undo(): void }
  /** `broken`: what stands there cannot be merged with; `message` says in Vietnamese what is wrong. */
  | { readonly ok: false; readonly reason: 'broken' | 'not_writable' | 'disk_full'; readonly message: string | null }

/** `path`: the document's file. A key whose value is undefined goes. */
export const changeSidecar = (path: string, changes: Readonly<Record<string, unknown>>): SidecarChanged => {
  const standing = sidecarOf(path)
  // one that other files share too is left to them
  const target = standing !== null && isOwn(standing, path) ? standing : `${path}${SIDECAR}`
  const before = standing === null ? null : readFileSync(standing, 'utf8')
  if (before !== null) {
    const read = parseSidecar(basename(standing!), before)
    if (!read.ok) return { ok: false, reason: 'broken', message: read.message }
  }
  const held = before === null ? {} : (JSON.parse(before.replace(/^\uFEFF/, '')) as object)
  // what is undefined is left out by JSON
  const after = `${JSON.stringify({ ...held, ...changes }, null, 2)}\n`
  const checked = parseSidecar(basename(target), after)
  if (!checked.ok) return { ok: false, reason: 'broken', message: checked.message }
  const former = target === standing ? before : null
  if (lstatSync(target, { throwIfNoEntry: false })?.isFile() === false)
    return { ok: false, reason: 'not_writable', message: null }
  try {
    writeWhole(target, after)
  } catch (error) {
    return { ok: false, reason: reasonOf(error), message: null }
  }
  return {
    ok: true,
    undo: () => {
      if (textOf(target) !== after) return
      if (former === null) rmSync(target, { force: true })
      else writeWhole(target, former)
    },
  }
}

/** Whether a sidecar speaks of this file alone: `a.meta.json` speaks of `a.docx` and of `a.pdf`. */
export const isOwn = (sidecar: string, path: string): boolean => {
  if (sidecar === `${path}${SIDECAR}`) return true
  const stem = basename(path, extname(path))
  return !readdirSync(dirname(path)).some(
    (name) => name !== basename(path) && !name.endsWith(SIDECAR) && basename(name, extname(name)) === stem,
  )
}

export const reasonOf = (error: unknown): 'not_writable' | 'disk_full' => {
  const { code = '' } = error as NodeJS.ErrnoException
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return 'disk_full'
  if (['EACCES', 'EPERM', 'EROFS', 'EXDEV', 'EBUSY', 'ENOENT', 'EISDIR', 'ENOTDIR'].includes(code))
    return 'not_writable'
  throw error
}

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null // gone meanwhile: nothing of ours stands there
  }
}
