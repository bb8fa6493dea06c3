/** Which web sources are to be looked at now. */
import { createHash } from 'node:crypto'
import { pausedUntil, type VisitState } from './store/visit-state.ts'
import type { WebSource } from './web-sources.ts'

/** A source that could not be reached is tried again sooner than its turn, but not more often than this. */
const RETRY_MS = 3_600_000
/** Not all at the full hour, and not each of our houses at once: up to a tenth sooner or later, the same until it was looked at. */
const JITTER = 0.1

export const dueAt = ({ url, everyMs }: WebSource, state: VisitState, now: number): number => {
  const known = state.sources[url]
  // looked at in the future: the clock was wrong then
  if (!known || known.checkedAt > now) return 0
  const pause = pausedUntil(state, new URL(url).host, now)
  const after = known.failures > 0 ? Math.min(everyMs, RETRY_MS) : everyMs
  return Math.max(pause, known.checkedAt + after * (1 + JITTER * share(`${url} ${known.checkedAt}`)))
}

export const dueSources = (sources: readonly WebSource[], state: VisitState, now: number): readonly WebSource[] =>
  sources.filter((source) => dueAt(source, state, now) <= now)

/** Of web sources that were taken out of the list: how many pages each still has in the library. */
export const leftBehind = (sources: readonly WebSource[], state: VisitState): ReadonlyMap<string, number> => {
  const named = new Set(sources.map(({ url }) => url))
  const left = new Map<string, number>()
  for (const { by, file } of Object.values(state.pages))
    if (by !== null && file !== null && !named.has(by)) left.set(by, (left.get(by) ?? 0) + 1)
  return left
}

/** From -1 to 1, the same for the same text. */
const share = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 31 - 1
