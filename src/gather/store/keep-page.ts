/** A page among the documents: its bytes as they came, and beside them what only the visit knew. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { isLevel, type Level } from '../../access.ts'
import { writeWhole } from '../../write-whole.ts'

export interface PageFacts {
  readonly url: string
  /** null: what its marks say, else public. */
  readonly level: Level | null
  /** Of the HTTP header: the bytes may not say it themselves. */
  readonly charset: string | null
  /** Of the listing; they hold where the page itself says nothing. */
  readonly title: string | null
  readonly date: string | null
}

export const digestOfBytes = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 of the file, null where there is none. */
export const digestOfKept = (path: string): string | null =>
  existsSync(path) ? digestOfBytes(readFileSync(path)) : null

/**
 * Sidecar first: a page is never there without its level. What else an admin wrote into the sidecar stays, also where the page
 * had another name before (`before`); a broken one stays as it is, so that ingestion refuses the page instead of guessing a level.
 */
export const keepPage = (path: string, bytes: Buffer, facts: PageFacts, before: string | null = null): void => {
  const { url, level, charset, title, date } = facts
  const web = Object.fromEntries(Object.entries({ charset, title, date }).filter(([, value]) => value !== null))
  const sidecar = sidecarOf(path)
  const own = sidecarWords(path)
  const former = own === '' && before !== null ? sidecarWords(before) : own
  const stated = parsed(former)
  const words =
    stated === null ? former : `${JSON.stringify({ ...stated, url, ...(level !== null && { level }), web }, null, 2)}\n`
  if (words !== own) writeWhole(sidecar, words)
  if (digestOfKept(path) !== digestOfBytes(bytes)) writeWhole(path, bytes)
}

/** The level that is stated for a page; null: none. A broken sidecar may state any. */
export const statedLevel = (path: string): Level | null => {
  const stated = parsed(sidecarWords(path))
  if (stated === null) return 'staff'
  return isLevel(stated['level']) ? stated['level'] : null
}

/** A level that the web source was given later. True where that is another than before. */
export const restateLevel = (path: string, level: Level): boolean => {
  const stated = parsed(sidecarWords(path))
  if (stated === null || stated['level'] === level) return false
  writeWhole(sidecarOf(path), `${JSON.stringify({ ...stated, level }, null, 2)}\n`)
  return true
}

/** The page first: a sidecar alone is nothing. */
export const dropPage = (path: string): void => {
  rmSync(path, { force: true })
  rmSync(sidecarOf(path), { force: true })
}

/** Out of the documents, so that no ingestion takes it in again, but not lost. */
export const setAside = (path: string, to: string): void => {
  mkdirSync(dirname(to), { recursive: true })
  for (const [from, target] of [
    [path, to],
    [sidecarOf(path), sidecarOf(to)],
  ] as const)
    // prettier-ignore
    if (existsSync(from)) renameSync(from, target)
}

const sidecarOf = (path: string): string => `${path}.meta.json`

const sidecarWords = (path: string): string => {
  const sidecar = sidecarOf(path)
  return existsSync(sidecar) ? readFileSync(sidecar, 'utf8') : ''
}

/** Null where it is broken. */
const parsed = (text: string): Record<string, unknown> | null => {
  if (text === '') return {}
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null // an admin's slip
  }
}
