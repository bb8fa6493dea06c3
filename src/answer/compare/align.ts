/** Which part of the older text became which of the newer: the best alignment in order first, then what was moved out of it. */

export interface Candidate {
  readonly old: number
  readonly new: number
  /** From 0 to 1. */
  readonly score: number
}

export interface Aligned {
  /** For each newer item the older one, or -1. */
  readonly oldOf: Int32Array
  /** Newer items that stand out of the order of the others. */
  readonly moved: ReadonlySet<number>
}

/** At or below `least` two items have nothing to do with each other. */
export const align = (olds: number, news: number, candidates: readonly Candidate[], least: number): Aligned => {
  const likely = candidates.filter(({ score }) => score > least)
  const oldOf = new Int32Array(news).fill(-1)
  const newOf = new Int32Array(olds).fill(-1)
  for (const pair of bestChain(likely, news, least)) {
    oldOf[pair.new] = pair.old
    newOf[pair.old] = pair.new
  }
  const inOrder = Int32Array.from(oldOf)
  const others = likely.toSorted((a, b) => b.score - a.score || Math.abs(a.old - a.new) - Math.abs(b.old - b.new))
  for (const pair of others) {
    if (oldOf[pair.new] !== -1 || newOf[pair.old] !== -1) continue
    oldOf[pair.new] = pair.old
    newOf[pair.old] = pair.new
  }
  return { oldOf, moved: crossing(oldOf, inOrder) }
}

interface Link {
  readonly pair: Candidate
  readonly sum: number
  readonly before: Link | null
}

/** The pairs, none crossing another, whose gains are the most together: the heaviest ascending chain, found with a Fenwick tree. */
const bestChain = (pairs: readonly Candidate[], news: number, least: number): readonly Candidate[] => {
  const best = new Array<Link | null>(news + 1).fill(null)
  const upTo = (end: number): Link | null => {
    let most: Link | null = null
    for (let i = end; i > 0; i -= i & -i) if ((best[i]?.sum ?? 0) > (most?.sum ?? 0)) most = best[i]!
    return most
  }
  // of one older item the later partners first, so that none of them stands behind another in a chain
  for (const pair of pairs.toSorted((a, b) => a.old - b.old || b.new - a.new)) {
    const before = upTo(pair.new)
    const link = { pair, before, sum: (before?.sum ?? 0) + (pair.score - least) ** 2 }
    for (let i = pair.new + 1; i <= news; i += i & -i) if (link.sum > (best[i]?.sum ?? 0)) best[i] = link
  }
  const chain: Candidate[] = []
  for (let link = upTo(news); link; link = link.before) chain.push(link.pair)
  return chain
}

/** Of those paired out of turn: those that cross the chain. What was merely not alike enough for it keeps its place. */
const crossing = (oldOf: Int32Array, inOrder: Int32Array): ReadonlySet<number> => {
  const moved = new Set<number>()
  let behind = -1
  const later = new Int32Array(oldOf.length + 1).fill(0x7fffffff)
  for (let n = oldOf.length - 1; n >= 0; n--) later[n] = inOrder[n]! >= 0 ? inOrder[n]! : later[n + 1]!
  oldOf.forEach((o, n) => {
    if (inOrder[n]! >= 0) behind = inOrder[n]!
    else if (o >= 0 && (o < behind || o > later[n]!)) moved.add(n)
  })
  return moved
}
