/** Postings that stay on the disk: a list is read when a question needs it, and kept while there is room. */
import type { PostingList, Postings } from './postings.ts'

/** A file of which parts are read. */
export interface SectionFile {
  readonly size: number
  /** Fills `into` from `position` on; throws where the file ends before. */
  read(into: Uint32Array | Uint8Array, position: number): void
}

/** Lists that were read, the least recently used let go first. */
export interface ListCache {
  get(postings: Postings, term: number): PostingList | undefined
  put(postings: Postings, term: number, list: PostingList): void
}

/** Keeps lists up to that many bytes together. */
export const createListCache = (most: number): ListCache => {
  const byPostings = new Map<Postings, number>()
  const kept = new Map<number, PostingList>()
  let bytes = 0
  const sizeOf = ({ ids, impacts }: PostingList): number => ids.byteLength + impacts.byteLength
  const keyOf = (postings: Postings, term: number): number => {
    let number = byPostings.get(postings)
    if (number === undefined) byPostings.set(postings, (number = byPostings.size))
    return number * 2 ** 32 + term
  }
  return {
    get: (postings, term) => {
      const key = keyOf(postings, term)
      const found = kept.get(key)
      if (found) {
        kept.delete(key)
        kept.set(key, found)
      }
      return found
    },
    put: (postings, term, list) => {
      bytes += sizeOf(list)
      kept.set(keyOf(postings, term), list)
      for (const [key, oldest] of kept) {
        if (bytes <= most) break
        kept.delete(key)
        bytes -= sizeOf(oldest)
      }
    },
  }
}

export const storedPostings = (
  units: number,
  offsets: Uint32Array,
  ids: SectionFile,
  impacts: SectionFile,
  cache: ListCache,
): Postings => {
  const postings: Postings = {
    units,
    offsets,
    list: (term) => {
      const known = cache.get(postings, term)
      if (known) return known
      const from = offsets[term]!
      const length = offsets[term + 1]! - from
      const list = { ids: new Uint32Array(length), impacts: new Uint8Array(length) }
      ids.read(list.ids, from * 4)
      impacts.read(list.impacts, from)
      cache.put(postings, term, list)
      return list
    },
  }
  return postings
}
