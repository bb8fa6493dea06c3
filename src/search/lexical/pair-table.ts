/** A hash table from pairs of syllable ids to a number, in two typed arrays that can be written to a file as they are. */

/** Open addressing; a key is `a · 2^26 + b + 1`, 0 marks an empty place. The length is a power of two. */
export interface PairTable {
  readonly keys: Float64Array
  readonly values: Uint32Array
}

export const ABSENT = -1
const LIMIT = 2 ** 26

/** The value of the pair, or `ABSENT`. */
export const pairValue = (table: PairTable, a: number, b: number): number => {
  const { keys, values } = table
  if (keys.length === 0) return ABSENT
  const mask = keys.length - 1
  const key = a * LIMIT + b + 1
  for (let place = hash(a, b) & mask; ; place = (place + 1) & mask) {
    const found = keys[place]
    if (found === key) return values[place]!
    if (found === 0) return ABSENT
  }
}

export interface GrowingPairTable {
  /** The value of the pair; a new pair gets `fresh`. */
  getOrAdd(a: number, b: number, fresh: number): number
  /** Adds 1 to the value of the pair, from 0. */
  increment(a: number, b: number): void
  readonly size: number
  table(): PairTable
}

export const createPairTable = (): GrowingPairTable => {
  let keys = new Float64Array(1024)
  let values = new Uint32Array(1024)
  let size = 0

  const place = (a: number, b: number): number => {
    const mask = keys.length - 1
    const key = a * LIMIT + b + 1
    let at = hash(a, b) & mask
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & mask
    return at
  }

  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values]
    keys = new Float64Array(oldKeys.length * 2)
    values = new Uint32Array(oldKeys.length * 2)
    for (let i = 0; i < oldKeys.length; i++) {
      const key = oldKeys[i]!
      if (key === 0) continue
      const at = place(Math.floor((key - 1) / LIMIT), (key - 1) % LIMIT)
      keys[at] = key
      values[at] = oldValues[i]!
    }
  }

  const add = (a: number, b: number, fresh: number): number => {
    if (a >= LIMIT || b >= LIMIT) throw new RangeError('A dictionary holds at most 2^26 syllables')
    // at two thirds full the chains are still short
    if (size * 3 >= keys.length * 2) grow()
    const at = place(a, b)
    if (keys[at] === 0) {
      keys[at] = a * LIMIT + b + 1
      values[at] = fresh
      size++
    }
    return at
  }

  return {
    getOrAdd: (a, b, fresh) => {
      const at = add(a, b, fresh)
      return values[at]!
    },
    increment: (a, b) => {
      const at = add(a, b, 0)
      values[at] = values[at]! + 1
    },
    get size() {
      return size
    },
    table: () => ({ keys, values }),
  }
}

const hash = (a: number, b: number): number => {
  const mixed = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
