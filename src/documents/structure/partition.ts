/** Packs the sentences of one section into passages of even size, cutting where the structure says it hurts least. */

export interface Atom {
  readonly start: number
  readonly end: number
  readonly syllables: number
  /** A heading: what follows must stay with it. */
  readonly heading: boolean
  /** Rank of what starts here: 3 khoản or number, 3.4 decimal, 4 điểm, 5 a line, 6 a sentence within a line, 7 a part of a sentence. */
  readonly rank: number
  /** Ends in a colon or looks like a title: what follows belongs to it. */
  readonly opens: boolean
}

/** Syllables of a passage (retrieval-study.md §7). */
const TARGET = 130
const MOST = 200
/** No passage is tried beyond; 1.5 for a cut within a sentence makes about 270 the longest that is preferred. */
const WIDEST = 300

/** Runs of atoms; the sum of (distance from the target)² and of what each cut costs is least. */
export const partition = (atoms: readonly Atom[]): Atom[][] => {
  const total = atoms.reduce((sum, atom) => sum + atom.syllables, 0)
  if (total <= MOST * 0.85 || atoms.length === 1) return [[...atoms]]
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let end = 1; end <= atoms.length; end++) {
    let size = 0
    let choice = { cost: Infinity, from: end - 1 }
    for (let from = end - 1; from >= 0; from--) {
      size += atoms[from]!.syllables
      if (size > WIDEST && from < end - 1) break
      const cost = best[from]!.cost + sizeCost(size) + (from === 0 ? 0 : cutCost(atoms[from - 1]!, atoms[from]!))
      if (cost < choice.cost) choice = { cost, from }
    }
    best.push(choice)
  }
  const runs: Atom[][] = []
  for (let end = atoms.length; end > 0; end = best[end]!.from) runs.unshift(atoms.slice(best[end]!.from, end))
  return runs
}

const sizeCost = (size: number): number => {
  const off = (size - TARGET) / TARGET
  return off * off * (off > 0 ? 2 : 1)
}

const cutCost = (before: Atom, after: Atom): number => {
  if (before.heading) return 3
  const place =
    after.rank <= 3
      ? 0
      : after.rank < 4
        ? 0.02
        : after.rank < 5
          ? 0.06
          : after.rank < 6
            ? 0.1
            : after.rank < 7
              ? 0.25
              : 1.5
  return place + (before.opens ? 0.3 : 0)
}
