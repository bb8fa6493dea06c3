/** What is known of pages visited before, so that the next visit asks only for what has changed. One file, always whole. */
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { z } from 'zod'
import { LEVELS } from '../../access.ts'
import { writeWhole } from '../../write-whole.ts'

const page = z.object({
  /** Below the web folder; null: nothing is kept. */
  file: z.string().regex(/^[a-z0-9._-]+\/[a-z0-9._-]+$/).nullable(), // prettier-ignore
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Where a redirect led that the validators came from; null: nowhere else. */
  at: z.string().nullable().default(null),
  /** SHA-256 of the bytes as they came. */
  digest: z.string().nullable(),
  checkedAt: z.number(),
  /** Times in a row that the server said it is gone. */
  gone: z.number(),
  /** Whether the library has taken it at some time. */
  taken: z.boolean(),
  /** Kept, and not yet known what ingestion made of it. */
  pending: z.boolean(),
  /** Why these bytes are not in the library. */
  refused: z.object({ reason: z.string(), message: z.string() }).nullable(),
  /** The web source that lists it; null: named on the command line. */
  by: z.string().nullable(),
  title: z.string().nullable(),
  /** Of a page that was kept and is not now: the level that was stated for it, should it come back. */
  level: z.enum(LEVELS).nullable().default(null),
})
const source = z.object({
  checkedAt: z.number(),
  /** Checks in a row that brought nothing because of a fault, and which. */
  failures: z.number(),
  fault: z.string().nullable(),
  /** Validators of the listing, once all that it names was visited, and what was wanted of it then. */
  wanted: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  at: z.string().nullable().default(null),
})
const state = z.object({
  version: z.literal(1),
  pages: z.record(z.string(), page),
  sources: z.record(z.string(), source),
  /** Hosts that asked for a pause, until when. */
  pauses: z.record(z.string(), z.number()),
  /** The web source that a run is looking at; of a run that died: the one it died at. */
  underway: z.string().nullable().default(null),
})

export type PageState = z.infer<typeof page>
export type SourceState = z.infer<typeof source>
export type VisitState = z.infer<typeof state>

/** A file that cannot be read is put aside: all is then asked for anew, and kept under the same names. */
export const openState = (path: string): VisitState => {
  const empty: VisitState = { version: 1, pages: {}, sources: {}, pauses: {}, underway: null }
  if (!existsSync(path)) return empty
  const read = state.safeParse(parsed(readFileSync(path, 'utf8')))
  if (read.success) return read.data
  renameSync(path, `${path}.damaged`)
  return empty
}

export const LONGEST_PAUSE_MS = 86_400_000

/** Until when a host asked to be left in peace. A longer pause than any is of a time when the clock was wrong. */
export const pausedUntil = ({ pauses }: VisitState, host: string, now: number): number => {
  const until = pauses[host] ?? 0
  return until - now > LONGEST_PAUSE_MS ? 0 : until
}

const KEPT_MS = 90 * 86_400_000

/** Of pages that were never kept and that no list has named for long, nothing needs to be known: a list with ever new addresses would fill the file. */
export const forgetOld = (state: VisitState, now: number): void => {
  for (const [url, { file, level, checkedAt }] of Object.entries(state.pages))
    if (file === null && level === null && now - checkedAt > KEPT_MS) delete state.pages[url]
  for (const host of Object.keys(state.pauses)) if (pausedUntil(state, host, now) <= now) delete state.pauses[host]
}

export const saveState = (path: string, current: VisitState): void => writeWhole(path, `${JSON.stringify(current)}\n`)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null // cut off by hand or by a disk: the caller begins anew
  }
}
