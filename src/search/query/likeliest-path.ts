/** A row of choices of which each depends on the one before: the likeliest way through, and the share of each choice over all ways. */

export interface Chain {
  /** Logarithms: `own[i][c]` of choice c at place i. */
  readonly own: readonly (readonly number[])[]
  /** `linked[i][c][p]` of choice c at place i after choice p of the place before; of the first place after nothing, as p = 0. */
  readonly linked: readonly (readonly (readonly number[])[])[]
}

/** The number of the choice at each place (Viterbi). */
export const likeliestPath = ({ own, linked }: Chain): number[] => {
  let best: readonly number[] = []
  const back: number[][] = []
  for (const [i, scores] of own.entries()) {
    const from: number[] = []
    const before = best
    best = scores.map((score, c) => {
      let top = -Infinity
      for (const [p, link] of linked[i]![c]!.entries()) {
        const reached = (before[p] ?? 0) + link
        if (reached > top) [top, from[c]] = [reached, p]
      }
      return score + top
    })
    back.push(from)
  }
  const path = own.map(() => 0)
  let place = best.indexOf(Math.max(...best))
  for (let i = own.length - 1; i >= 0; i--) {
    path[i] = place
    place = back[i]![place] ?? 0
  }
  return path
}

/** The share of each choice, 0…1 (forward and backward); those of one place sum to 1. */
export const choiceShares = ({ own, linked }: Chain): number[][] => {
  const forward: number[][] = []
  for (const [i, scores] of own.entries())
    forward.push(
      scores.map((score, c) => score + logSum(linked[i]![c]!.map((link, p) => (forward[i - 1]?.[p] ?? 0) + link))),
    )
  const backward: number[][] = own.map((scores) => scores.map(() => 0))
  for (let i = own.length - 2; i >= 0; i--)
    backward[i] = own[i]!.map((_score, p) =>
      logSum(own[i + 1]!.map((score, c) => score + linked[i + 1]![c]![p]! + backward[i + 1]![c]!)),
    )
  return own.map((scores, i) => {
    const logs = scores.map((_score, c) => forward[i]![c]! + backward[i]![c]!)
    const all = logSum(logs)
    return logs.map((log) => Math.exp(log - all))
  })
}

const logSum = (values: readonly number[]): number => {
  let top = -Infinity
  for (const value of values) if (value > top) top = value
  let sum = 0
  for (const value of values) sum += Math.exp(value - top)
  return top + Math.log(sum)
}
