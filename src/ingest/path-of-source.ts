/** The way back from a source to its file: names were composed and odd characters written as `%XX` when they were indexed (find-files.ts). */
import { lstatSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { shownName } from './find-files.ts'

/** The plain file that bears this source, never a link; null where there is none. `base`: the working folder. */
export const pathOfSource = (source: string, base: string): string | null => {
  const parts = source.split('/')
  if (source.includes('\0') || parts.some((part) => part === '..' || part === '.')) return null
  const literal = resolve(base, source)
  if (isFile(literal)) return literal
  let path = source.startsWith('/') ? '/' : base
  for (const part of parts.filter(Boolean)) {
    const name = nameIn(path, part)
    if (name === null) return null
    path = join(path, name)
  }
  return isFile(path) ? path : null
}

/** The entry of a folder whose name reads like this one in a source. */
const nameIn = (folder: string, part: string): string | null => {
  if (lstatSync(join(folder, part), { throwIfNoEntry: false })) return part
  try {
    return readdirSync(folder).find((name) => shownName(name) === part) ?? null
  } catch {
    return null
  }
}

const isFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
