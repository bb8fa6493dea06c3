/** The same content under several names is taken once. Which name keeps it is decided before anything is read, so that it never depends on timing. */
import type { IndexedSource } from '../search/search-index.ts'

/**
 * Digest of a file's bytes → the source that holds them: an indexed document that stays as it is, else the first of the found files.
 * `found` maps each found source, in its order, to its digest now (null: it could not be read); `removed` are sources that are going.
 */
export const contentOwners = (
  before: ReadonlyMap<string, IndexedSource>,
  found: ReadonlyMap<string, string | null>,
  removed: ReadonlySet<string>,
): ReadonlyMap<string, string> => {
  const owners = new Map<string, string>()
  for (const [source, { digest }] of before) {
    const held = digest.slice(0, digest.indexOf('.'))
    const stays = found.has(source) ? found.get(source) === held : !removed.has(source)
    if (stays) owners.set(held, source)
  }
  for (const [source, digest] of found) if (digest !== null && !owners.has(digest)) owners.set(digest, source)
  return owners
}
