/** Which documents of the index an ingestion takes out because their files are gone. */
import type { IndexedSource } from '../search/search-index.ts'
import { liesBelow, type FoundFiles } from './find-files.ts'

export interface LookedThrough {
  readonly found: FoundFiles
  readonly prune: boolean
  readonly gone?: readonly string[]
}

/** Indexed sources that are no longer there: below a folder that was looked through, or anywhere with `prune`; not where we could not look. */
export const removedSources = (
  before: ReadonlyMap<string, IndexedSource>,
  { found, prune, gone = [] }: LookedThrough,
): string[] => {
  const present = new Set(found.files.map((file) => file.source))
  const unseen = found.passedOver.filter(({ reason }) => reason === 'unreadable').map(({ source }) => source)
  const isUnseen = (source: string): boolean => unseen.includes(source) || liesBelow(source, unseen)
  return [...before.keys()].filter(
    (source) =>
      !present.has(source) &&
      (gone.includes(source) || ((prune || liesBelow(source, found.folders)) && !isUnseen(source))),
  )
}
