/** Postings that stay on the disk: a list is read when a question needs it, and kept while there is room. */
import type { PostingList, Postings } from './postings.ts'

/** A file of which parts are read. */
export interface SectionFile {
  readonly size: number
  /** Fills `into` from `position` on; throws where the file ends before. */
  read(into: Uint32Array | Uint8Array, position: number): void
}

/** What was read of postings, the least recently used let go first. */
export interface ListCache {
  get(postings: Postings, term: number): Kept | undefined
  put(postings: Postings, term: number, kept: Kept): void
}
type Kept = PostingList | Uint8Array

/** Keeps up to that many bytes together. */
export const createListCache = (most: number): ListCache => {
  const byPostings = new Map<Postings, number>()
  const kept = new Map<number, Kept>()
  let bytes = 0
  const sizeOf = (one: Kept): number =>
    one instanceof Uint8Array ? one.byteLength : one.ids.byteLength + one.impacts.byteLength
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
    put: (postings, term, fresh) => {
      const key = keyOf(postings, term)
      const before = kept.get(key)
      if (before) bytes -= sizeOf(before)
      bytes += sizeOf(fresh)
      kept.set(key, fresh)
      for (const [key, oldest] of kept) {
        if (bytes <= most) break
        kept.delete(key)
        bytes -= sizeOf(oldest)
      }
    },
  }
}

/** From this share of the units on a term has its impacts unit by unit: so many that looking them up pays for the room (twice that of a list at most). */
const DENSE_SHARE = 0.1

export const storedPostings = (
  units: number,
  offsets: Uint32Array,
  ids: SectionFile,
  impacts: SectionFile,
  cache: ListCache,
): Postings => {
  const read = (term: number): PostingList => {
    const from = offsets[term]!
    const length = offsets[term + 1]! - from
    // one block of memory for both
    const block = new ArrayBuffer(5 * length)
    const list = { ids: new Uint32Array(block, 0, length), impacts: new Uint8Array(block, 4 * length, length) }
    ids.read(list.ids, from * 4)
    impacts.read(list.impacts, from)
    return list
  }
  const postings: Postings = {
    units,
    offsets,
    list: (term) => {
      const known = cache.get(postings, term)
      if (known && !(known instanceof Uint8Array)) return known
      const list = read(term)
      cache.put(postings, term, list)
      return list
    },
    dense: (term) => {
      if (offsets[term + 1]! - offsets[term]! < DENSE_SHARE * units) return null
      const known = cache.get(postings, term)
      if (known instanceof Uint8Array) return known
      const dense = new Uint8Array(units)
      for (let at = offsets[term]!, end = offsets[term + 1]!; at < end; at += PIECE) {
        const [someIds, someImpacts] = [pieceIds.subarray(0, end - at), pieceImpacts.subarray(0, end - at)]
        ids.read(someIds, at * 4)
        impacts.read(someImpacts, at)
        for (let i = 0; i < someIds.length; i++) dense[someIds[i]!] = someImpacts[i]!
      }
      cache.put(postings, term, dense)
      return dense
    },
  }
  return postings
}

/** Postings that are read at once on the way to their places. */
const PIECE = 65_536
const pieceIds = new Uint32Array(PIECE)
const pieceImpacts = new Uint8Array(PIECE)
