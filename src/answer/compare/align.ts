/** Which part of the older text became which of the newer: the best alignment in order first, then what was moved out of it. */

export interface Aligned {
  /** For each newer item the older one, or -1. */
  readonly oldOf: Int32Array
  /** Newer items that stand out of the order of the others. */
  readonly moved: ReadonlySet<number>
}

/** Cells of a table of `olds × news` that are looked at; beyond it only the best pairs are taken, one by one. */
const CELLS = 4_000_000

/** `score(old, new)`: from 0 to 1; at or below `least` two items have nothing to do with each other. */
export const align = (
  olds: number,
  news: number,
  score: (oldItem: number, newItem: number) => number,
  least: number,
): Aligned => {
  const oldOf = new Int32Array(news).fill(-1)
  const newOf = new Int32Array(olds).fill(-1)
  const pair = (o: number, n: number): void => {
    oldOf[n] = o
    newOf[o] = n
  }
  if (olds * news <= CELLS) inOrder(olds, news, (o, n) => Math.max(0, score(o, n) - least) ** 2, pair)
  const moved = new Set<number>()
  for (const { o, n } of leftOver(oldOf, newOf, score, least)) {
    if (oldOf[n] !== -1 || newOf[o] !== -1) continue
    pair(o, n)
    moved.add(n)
  }
  return { oldOf, moved: crossing(oldOf, moved) }
}

/** Needleman and Wunsch: the pairs, none crossing another, whose gains are the most together. */
const inOrder = (
  olds: number,
  news: number,
  gain: (o: number, n: number) => number,
  pair: (o: number, n: number) => void,
): void => {
  const width = news + 1
  const best = new Float64Array((olds + 1) * width)
  const gains = new Float64Array(olds * news)
  for (let o = 1; o <= olds; o++)
    for (let n = 1; n <= news; n++) {
      const own = (gains[(o - 1) * news + n - 1] = gain(o - 1, n - 1))
      const paired = own > 0 ? best[(o - 1) * width + n - 1]! + own : 0
      best[o * width + n] = Math.max(paired, best[(o - 1) * width + n]!, best[o * width + n - 1]!)
    }
  for (let o = olds, n = news; o > 0 && n > 0;) {
    const here = best[o * width + n]!
    const own = gains[(o - 1) * news + n - 1]!
    if (own > 0 && here === best[(o - 1) * width + n - 1]! + own) pair(--o, --n)
    else if (here === best[(o - 1) * width + n]!) o--
    else n--
  }
}

/** Pairs of what is left on both sides, the most alike first; at an equal score those that are nearest in number. */
const leftOver = (
  oldOf: Int32Array,
  newOf: Int32Array,
  score: (o: number, n: number) => number,
  least: number,
): readonly { readonly o: number; readonly n: number }[] => {
  const free = (side: Int32Array): number[] => [...side.keys()].filter((i) => side[i] === -1)
  const news = free(oldOf)
  return free(newOf)
    .flatMap((o) => news.map((n) => ({ o, n, score: score(o, n) })))
    .filter((pair) => pair.score > least)
    .sort((a, b) => b.score - a.score || Math.abs(a.o - a.n) - Math.abs(b.o - b.n))
}

/** Of those paired out of turn: those that cross another pair. What was merely not alike enough for the order keeps its place. */
const crossing = (oldOf: Int32Array, candidates: ReadonlySet<number>): ReadonlySet<number> =>
  new Set(
    [...candidates].filter((n) =>
      oldOf.some(
        (o, other) => o !== -1 && !candidates.has(other) && (other < n ? o > oldOf[n]! : other > n && o < oldOf[n]!),
      ),
    ),
  )
