/** A page among the documents: its bytes as they came, and beside them what only the visit knew. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Level } from '../../access.ts'
import { writeWhole } from './write-whole.ts'

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

/** Sidecar first: a page is never there without its level. What else an admin wrote into the sidecar stays. */
export const keepPage = (path: string, bytes: Buffer, { url, level, charset, title, date }: PageFacts): void => {
  const web = Object.fromEntries(Object.entries({ charset, title, date }).filter(([, value]) => value !== null))
  const sidecar = sidecarOf(path)
  const former = existsSync(sidecar) ? readFileSync(sidecar, 'utf8') : ''
  const stated = { ...parsed(former), url, ...(level !== null && { level }), web }
  const words = `${JSON.stringify(stated, null, 2)}\n`
  if (words !== former) writeWhole(sidecar, words)
  if (digestOfKept(path) !== digestOfBytes(bytes)) writeWhole(path, bytes)
}

/** A level that the web source was given later. True where that is another than before. */
export const restateLevel = (path: string, level: Level): boolean => {
  const sidecar = sidecarOf(path)
  const stated = parsed(existsSync(sidecar) ? readFileSync(sidecar, 'utf8') : '')
  if (stated.level === level) return false
  writeWhole(sidecar, `${JSON.stringify({ ...stated, level }, null, 2)}\n`)
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

const parsed = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {} // none yet, or broken: what is known of the page is written anew
  }
}
