/**
 * How alike texts are: the Dice coefficient over pairs of neighbouring words and over words, half each; 0 nothing in common, 1 the
 * same words in the same order. Only texts that share telling pairs are looked at, so that thousands of paragraphs take no time.
 */

/** Words of a text as numbers; `intern` gives equal words equal numbers. */
export type Words = readonly number[]

export const createIntern = (): ((keys: readonly string[]) => Words) => {
  const known = new Map<string, number>()
  return (keys) =>
    keys.map((key) => {
      const held = known.get(key)
      if (held !== undefined) return held
      known.set(key, known.size + 1)
      return known.size
    })
}

/** Pairs that two texts must share, of all that they have: less, and they are not looked at more closely. */
const LEAST = 0.05

/** For each older text the newer ones that are near it, with their likeness. */
export type Likeness = readonly ReadonlyMap<number, number>[]

/** Newer texts kept for an older one. */
const NEAR = 12
/** A pair of words that more texts have than this tells nothing where there are many; few texts are all looked at. */
const COMMON = 300

export const likenessOf = (olds: readonly Words[], news: readonly Words[]): Likeness => {
  const holders = new Map<number, { readonly at: number; readonly n: number }[]>()
  const counts = { new: news.map(bagOf), old: olds.map(bagOf) }
  counts.new.forEach(({ pairs }, at) => {
    for (const [pair, n] of pairs) {
      const held = holders.get(pair)
      if (held) held.push({ at, n })
      else holders.set(pair, [{ at, n }])
    }
  })
  const shared = new Float64Array(news.length)
  return counts.old.map((bag) => {
    const touched: number[] = []
    for (const [pair, n] of bag.pairs) {
      const held = holders.get(pair)
      if (!held || held.length > COMMON) continue
      for (const other of held) {
        if (shared[other.at] === 0) touched.push(other.at)
        shared[other.at]! += Math.min(n, other.n)
      }
    }
    const share = (at: number): number => shared[at]! / (bag.size + counts.new[at]!.size)
    const near = touched
      .filter((at) => share(at) >= LEAST)
      .sort((a, b) => share(b) - share(a) || a - b)
      .slice(0, NEAR)
    for (const at of touched) shared[at] = 0
    return new Map(near.map((at) => [at, alike(bag, counts.new[at]!)]))
  })
}

interface Bag {
  readonly size: number
  readonly words: ReadonlyMap<number, number>
  readonly pairs: ReadonlyMap<number, number>
}

const alike = (a: Bag, b: Bag): number => (dice(a.pairs, b.pairs) + dice(a.words, b.words)) / 2

const dice = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number => {
  let both = 0
  let all = 0
  for (const [item, n] of a) {
    all += n
    both += Math.min(n, b.get(item) ?? 0)
  }
  for (const n of b.values()) all += n
  return all === 0 ? 0 : (2 * both) / all
}

/** More than there are different words in two documents. */
const SHIFT = 2_097_152

const bagOf = (words: Words): Bag => {
  const singles = new Map<number, number>()
  const pairs = new Map<number, number>()
  words.forEach((word, i) => {
    singles.set(word, (singles.get(word) ?? 0) + 1)
    // a text of one word is found by that
    const pair = words.length === 1 ? word : i === 0 ? 0 : words[i - 1]! * SHIFT + word
    if (pair !== 0) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  })
  return { size: words.length, words: singles, pairs }
}
