/** Postings that stay on the disk: a list is read when a question needs it, and kept while there is room. */
import { bytesOfList, listIn, type ListCache } from './list-cache.ts'
import type { Postings } from './postings.ts'

/** A file of which parts are read. */
export interface SectionFile {
  readonly size: number
  /** Fills `into` from `position` on; throws where the file ends before. */
  read(into: Uint32Array | Uint8Array, position: number): void
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
  const postings: Postings = {
    units,
    offsets,
    list: (term) => {
      const known = cache.get(postings, term)
      if (known && !(known instanceof Uint8Array)) return known
      const from = offsets[term]!
      const length = offsets[term + 1]! - from
      return cache.keep(postings, term, bytesOfList(length), (memory, at) => {
        const list = listIn(memory, at, length)
        ids.read(list.ids, from * 4)
        impacts.read(list.impacts, from)
        return list
      })
    },
    dense: (term) => {
      if (offsets[term + 1]! - offsets[term]! < DENSE_SHARE * units) return null
      const known = cache.get(postings, term)
      if (known instanceof Uint8Array) return known
      return cache.keep(postings, term, units, (memory, from) => {
        const dense = new Uint8Array(memory, from, units).fill(0)
        for (let at = offsets[term]!, end = offsets[term + 1]!; at < end; at += PIECE) {
          const [someIds, someImpacts] = [pieceIds.subarray(0, end - at), pieceImpacts.subarray(0, end - at)]
          ids.read(someIds, at * 4)
          impacts.read(someImpacts, at)
          for (let i = 0; i < someIds.length; i++) dense[someIds[i]!] = someImpacts[i]!
        }
        return dense
      })
    },
  }
  return postings
}

/** Postings that are read at once on the way to their places. */
const PIECE = 65_536
const pieceIds = new Uint32Array(PIECE)
const pieceImpacts = new Uint8Array(PIECE)
