/** The index in a folder of this machine: publishes snapshots, and hands out the newest one that is whole. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Embedder } from '../models/model.ts'
import { lockIndex } from './snapshot/index-lock.ts'
import { openSnapshot, type OpenSnapshot } from './snapshot/open-snapshot.ts'
import { forecastEmbedding } from './snapshot/embed-passages.ts'
import { nextDocuments, wholeDocuments } from './snapshot/next-content.ts'
import type { Base } from './snapshot/next-tokens.ts'
import { publishChanges } from './snapshot/publish.ts'
import { isWholeCache, openVectorCache, removeCache } from './snapshot/vector-cache.ts'
import type { IndexWriter, KeptSnapshots, Switched } from './search-index.ts'
import { openContent } from './snapshot/snapshot-content.ts'
import { keptSnapshots, removeOldSnapshots, switchSnapshot } from './snapshot/kept-snapshots.ts'
import { checkSnapshot, servingId, snapshotIds, type Manifest } from './snapshot/snapshot-files.ts'

export interface EmbeddedIndex {
  /** The snapshot that serves now, or null where there is none; the newest whole one if the serving one is damaged. */
  open(): OpenSnapshot | null
  /** Whether snapshots are there but none can be opened: no empty index, but one that must be ingested anew. */
  isDamaged(): boolean
  /** Opens the index to see what a change would do: takes no lock and writes nothing, and publishing is misuse. Must be closed. */
  read(): IndexWriter & { close(): void }
  /** Opens the index for changes, waiting for whoever is changing it. The returned writer must be closed. */
  write(onWait?: (holder: string) => void, signal?: AbortSignal): Promise<IndexWriter & { close(): void }>
  /** The snapshots there are to choose between; null where nothing serves. */
  kept(): KeptSnapshots | null
  /** Serves another of them: see switchSnapshot. */
  switchTo(change: { readonly from: string; readonly to: string }, onWait?: (holder: string) => void): Promise<Switched>
  close(): void
}

/**
 * `warn` is told, in English, why a snapshot was passed over or why its vectors are not used. `cacheFile`: where vectors are kept
 * from one ingestion to the next; beside the index, so that whoever removes the index does not pay for them again.
 */
export const createEmbeddedIndex = (
  indexDir: string,
  embedder: Embedder | null,
  warn: (message: string) => void = () => {},
  cacheFile: string = join(dirname(indexDir), 'vectors', 'cache.db'),
): EmbeddedIndex => {
  let retired: Opened | null = null
  let opened: Opened | null = null
  const open = (): OpenSnapshot | null => {
    for (let serving = servingId(indexDir); serving !== null; serving = servingId(indexDir)) {
      if (opened?.serving === serving) return opened.snapshot
      if (retired?.serving === serving) {
        // gone back to: questions of both are still being answered, and neither is closed
        ;[opened, retired] = [retired, opened]
        return opened.snapshot
      }
      const manifest = newestWhole(indexDir, serving, warn)
      // a snapshot may be published, and this one removed, while it is being read: then the newer one is opened
      if (serving !== servingId(indexDir)) continue
      if (!manifest) return opened?.snapshot ?? null
      warnAboutVectors(manifest, embedder, warn)
      const snapshot = openSnapshot(indexDir, manifest, embedder?.id ?? null)
      // questions that are being answered may still read the snapshot before; the one before that is done with
      retired?.snapshot.close()
      retired = opened
      opened = { serving, snapshot }
      return snapshot
    }
    return null
  }
  const standOf = (base: () => Base | null): Pick<IndexWriter, 'current' | 'isStale'> => ({
    current: async () =>
      base()?.content.cards.map(({ source, id, digest, level, meta, length }) => ({
        source,
        id,
        digest,
        level,
        meta,
        length,
      })) ?? [],
    isStale: () => {
      const manifest = base()?.manifest
      return manifest !== undefined && isStale(manifest, indexDir, embedder)
    },
  })
  const forecastOn =
    (base: () => Base | null): IndexWriter['forecast'] =>
    (changes) => {
      if (!embedder) return null
      const before = base()?.content ?? null
      const documents = wholeDocuments(before, nextDocuments(before, changes))
      // a look must not leave a file behind
      const cache = openVectorCache(existsSync(cacheFile) && isWholeCache(cacheFile) ? cacheFile : ':memory:')
      try {
        return forecastEmbedding(documents, embedder, cache)
      } finally {
        cache.close()
      }
    }
  return {
    open,
    isDamaged: () => snapshotIds(indexDir).length > 0 && open() === null,
    read: () => {
      const base = openBase(indexDir, warn)
      const publish = (): Promise<never> => Promise.reject(new Error('[search] this index was opened for reading only'))
      return {
        ...standOf(() => base),
        forecast: forecastOn(() => base),
        publish,
        close: () => base?.content.close(),
      }
    },
    write: async (onWait, signal) => {
      const unlock = await lockIndex(indexDir, onWait, signal)
      removeOldSnapshots(indexDir)
      let base = openBase(indexDir, warn)
      return {
        ...standOf(() => base),
        forecast: forecastOn(() => base),
        publish: async (changes, options) => {
          if (existsSync(cacheFile) && !isWholeCache(cacheFile)) {
            warn(`the vectors kept in ${cacheFile} are damaged: they are made anew`)
            removeCache(cacheFile)
          }
          // without an embedder too: of a document that is removed nothing is kept
          const cache = embedder || existsSync(cacheFile) ? openVectorCache(cacheFile) : null
          try {
            const { manifest, embedding } = await publishChanges(indexDir, base, changes, embedder, cache, {
              ...options,
              ...(signal && { signal }),
            })
            base?.content.close()
            base = openBase(indexDir, warn)
            removeOldSnapshots(indexDir)
            const { id, createdAt, documents, passages, embedder: by } = manifest
            return { id, createdAt, documents, passages, embedder: by, embedding }
          } finally {
            cache?.close()
          }
        },
        close: () => {
          base?.content.close()
          unlock()
        },
      }
    },
    kept: () => keptSnapshots(indexDir, open()?.info.id ?? null),
    switchTo: (change, onWait) => switchSnapshot(indexDir, change, onWait),
    close: () => {
      retired?.snapshot.close()
      opened?.snapshot.close()
      retired = opened = null
    },
  }
}

interface Opened {
  /** The id that CURRENT named then. */
  readonly serving: string
  readonly snapshot: OpenSnapshot
}

const openBase = (indexDir: string, warn: (message: string) => void): Base | null => {
  const serving = servingId(indexDir)
  const manifest = serving === null ? null : newestWhole(indexDir, serving, warn)
  const folder = join(indexDir, manifest?.id ?? '')
  return manifest && { folder, content: openContent(folder), manifest }
}

/** A damaged snapshot stands before this one, or it lacks vectors of the embedder in use, or has some that it may not have. */
const isStale = (base: Manifest, indexDir: string, embedder: Embedder | null): boolean => {
  if (base.id !== servingId(indexDir)) return true
  if (embedder === null) return false
  const { embedder: by, files } = base
  const isOfOldLayout = files['vectors.hnsw'] !== undefined && files['vectors.of'] === undefined
  return by?.id !== embedder.id || by.saw !== embedder.maySee || by.missing > 0 || isOfOldLayout
}

/** The serving snapshot if it is whole, else the newest other one that is; null when none is. */
const newestWhole = (indexDir: string, serving: string, warn: (message: string) => void): Manifest | null => {
  for (const id of [serving, ...snapshotIds(indexDir).filter((other) => other !== serving)]) {
    const checked = checkSnapshot(indexDir, id)
    if (checked.ok) return checked.manifest
    warn(checked.message)
  }
  return null
}

const warnAboutVectors = (manifest: Manifest, embedder: Embedder | null, warn: (message: string) => void): void => {
  const used = manifest.embedder?.id ?? 'none'
  const wanted = embedder?.id ?? 'none'
  if (embedder && used !== wanted)
    warn(
      `snapshot ${manifest.id} has vectors of embedder "${used}", not of "${wanted}": searching by words only until the next ingestion`,
    )
}
