/**
 * What was read of postings, kept in a few blocks of memory. They are filled one after the other, and the oldest is filled anew: nothing
 * is given back to the system and asked for again, which would stop the program every few questions.
 */
import type { PostingList, Postings } from './postings.ts'

/** A list, or the impacts of a term in every unit. */
export type Kept = PostingList | Uint8Array<ArrayBuffer>

export interface ListCache {
  get(postings: Postings, term: number): Kept | undefined
  /** Memory for so many bytes, which hold anything; what is made of it is kept under the term. It stays as it is until the next search. */
  keep<T extends Kept>(postings: Postings, term: number, bytes: number, make: (room: ArrayBuffer, from: number) => T): T
  /** Nothing that was handed out before is looked at any more. */
  newSearch(): void
}

interface Block {
  readonly memory: ArrayBuffer
  used: number
  /** The last search that was handed something of it. */
  search: number
  readonly keys: number[]
}
interface Entry {
  readonly kept: Kept
  readonly block: Block
}

const BLOCKS = 16
/** What is asked for in so many of the oldest blocks is copied to the newest before it is lost. */
const OLD_BLOCKS = 4

/** Keeps up to `most` bytes together. */
export const createListCache = (most: number): ListCache => {
  const size = Math.floor(most / BLOCKS / 8) * 8
  const numbers = new Map<Postings, number>()
  const entries = new Map<number, Entry>()
  const blocks: Block[] = []
  let search = 0
  const keyOf = (postings: Postings, term: number): number => {
    let number = numbers.get(postings)
    if (number === undefined) numbers.set(postings, (number = numbers.size))
    return number * 2 ** 32 + term
  }
  const open = (): Block => {
    const oldest = blocks.length < BLOCKS ? undefined : blocks.shift()!
    for (const key of oldest?.keys ?? []) if (entries.get(key)?.block === oldest) entries.delete(key)
    // what this search was handed must stay: then the memory is let go, and other memory taken
    const memory = oldest && oldest.search < search ? oldest.memory : new ArrayBuffer(size)
    const block: Block = { memory, used: 0, search, keys: [] }
    blocks.push(block)
    return block
  }
  const keep = <T extends Kept>(key: number, bytes: number, make: (room: ArrayBuffer, from: number) => T): T => {
    if (bytes > size) return make(new ArrayBuffer(bytes), 0)
    let block = blocks.at(-1)
    if (!block || block.used + bytes > size) block = open()
    const kept = make(block.memory, block.used)
    block.used += Math.ceil(bytes / 8) * 8
    block.search = search
    block.keys.push(key)
    entries.set(key, { kept, block })
    return kept
  }
  return {
    get: (postings, term) => {
      const key = keyOf(postings, term)
      const found = entries.get(key)
      if (!found) return undefined
      const { kept, block } = found
      if (blocks.length === BLOCKS && blocks.indexOf(block) < OLD_BLOCKS) return keep(key, bytesOf(kept), copyOf(kept))
      block.search = search
      return kept
    },
    keep: (postings, term, bytes, make) => keep(keyOf(postings, term), bytes, make),
    newSearch: () => {
      search++
    },
  }
}

/** A list as views of memory, the units before the impacts. */
export const listIn = (memory: ArrayBuffer, from: number, length: number): PostingList => ({
  ids: new Uint32Array(memory, from, length),
  impacts: new Uint8Array(memory, from + 4 * length, length),
})

export const bytesOfList = (length: number): number => 5 * length

const bytesOf = (kept: Kept): number => (kept instanceof Uint8Array ? kept.length : bytesOfList(kept.ids.length))

const copyOf =
  (kept: Kept) =>
  (memory: ArrayBuffer, from: number): Kept => {
    if (kept instanceof Uint8Array) {
      const copy = new Uint8Array(memory, from, kept.length)
      copy.set(kept)
      return copy
    }
    const copy = listIn(memory, from, kept.ids.length)
    copy.ids.set(kept.ids)
    copy.impacts.set(kept.impacts)
    return copy
  }
