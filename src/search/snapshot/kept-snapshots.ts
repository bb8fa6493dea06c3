/** Two snapshots are kept: the one that serves and one beside it, for when the first is damaged or not wanted. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptSnapshot, KeptSnapshots, SnapshotChange, Switched } from '../search-index.ts'
import { lockIndex } from './index-lock.ts'
import type { StoredCard } from './snapshot-content.ts'
import { checkSnapshot, serve, servingId, snapshotIds, type Manifest } from './snapshot-files.ts'

/** Removes all but the two, and what interrupted runs left. Only for the holder of the index lock. */
export const removeOldSnapshots = (indexDir: string): void => {
  const serving = servingId(indexDir)
  const kept = new Set([serving, serving === null ? (snapshotIds(indexDir)[0] ?? null) : besides(indexDir, serving)])
  for (const id of snapshotIds(indexDir))
    if (!kept.has(id)) rmSync(join(indexDir, id), { recursive: true, force: true })
  for (const entry of readdirSync(indexDir))
    if (entry.startsWith('.building-') || entry.startsWith('.CURRENT-'))
      rmSync(join(indexDir, entry), { recursive: true, force: true })
}

/** After a rollback the newer one that was left; else the one that this one was built on: not one that nobody wanted. */
const besides = (indexDir: string, serving: string): string | null => {
  const others = snapshotIds(indexDir).filter((id) => id !== serving)
  const [newest] = others
  if (newest === undefined || newest > serving) return newest ?? null
  const builtOn = manifestOf(indexDir, serving)?.builtOn ?? null
  return builtOn !== null && others.includes(builtOn) ? builtOn : newest
}

/** `opened`: the snapshot that questions are answered from. Null where there is none. */
export const keptSnapshots = (indexDir: string, opened: string | null): KeptSnapshots | null => {
  const serving = opened === null ? null : manifestOf(indexDir, opened)
  if (!serving) return null
  const otherId = besides(indexDir, serving.id)
  const other = otherId === null ? null : manifestOf(indexDir, otherId)
  const cards = other && cardsOf(indexDir, other.id)
  return {
    serving: described(serving),
    isStandIn: serving.id !== servingId(indexDir),
    other: other && cards && {
      ...described(other),
      isNewer: other.id > serving.id,
      changes: changesBetween(cardsOf(indexDir, serving.id) ?? [], cards),
    },
  } // prettier-ignore
}

/**
 * Lets another snapshot serve, once its files were found whole; readers go over to it with their next question. `onWait` is told when
 * somebody else is changing the index; without it that is `busy` at once.
 */
export const switchSnapshot = async (
  indexDir: string,
  { from, to }: { readonly from: string; readonly to: string },
  onWait?: (holder: string) => void,
): Promise<Switched> => {
  const refused = new AbortController()
  let unlock: () => void
  try {
    unlock = await lockIndex(indexDir, onWait ?? (() => refused.abort()), refused.signal)
  } catch (error) {
    if (refused.signal.aborted) return { ok: false, reason: 'busy' }
    throw error
  }
  try {
    const serving = servingId(indexDir)
    if (serving === to) return { ok: true, wasServing: true }
    if (serving !== from) return { ok: false, reason: 'moved' }
    if (!snapshotIds(indexDir).includes(to)) return { ok: false, reason: 'gone' }
    if (!checkSnapshot(indexDir, to).ok) return { ok: false, reason: 'damaged' }
    serve(indexDir, to)
    return { ok: true, wasServing: false }
  } finally {
    unlock()
  }
}

const manifestOf = (indexDir: string, id: string): Manifest | null => parsed(join(indexDir, id, 'manifest.json'))
const cardsOf = (indexDir: string, id: string): readonly StoredCard[] | null => parsed(join(indexDir, id, 'cards.json'))

const parsed = <T>(path: string): T | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return null // gone or damaged: it is none that could be chosen
  }
}

const described = ({ id, createdAt, documents, passages, embedder }: Manifest): KeptSnapshot => ({
  id,
  createdAt,
  documents,
  passages,
  embedder: embedder?.id ?? null,
})

const changesBetween = (before: readonly StoredCard[], after: readonly StoredCard[]): readonly SnapshotChange[] => {
  const held = new Map(before.map((card) => [card.source, card]))
  const gone = new Map(held)
  const changes: SnapshotChange[] = []
  for (const { source, meta, level, digest } of after) {
    const old = held.get(source)
    gone.delete(source)
    if (!old || old.digest !== digest || old.level !== level)
      changes.push({ source, meta, before: old?.level ?? null, after: level })
  }
  for (const { source, meta, level } of gone.values()) changes.push({ source, meta, before: level, after: null })
  return changes
}
