/** A row of choices of which each depends on the one before: the likeliest way through, and the share of each choice over all ways. */

export interface Chain {
  /** Logarithms: `own[i][c]` of choice c at place i. */
  readonly own: readonly (readonly number[])[]
  /**
   * `linked[i][c · before + p]` of choice c at place i after choice p of the `before` choices of the place before; of the first place
   * after nothing, as its only choice.
   */
  readonly linked: readonly (readonly number[])[]
}

const NOTHING = [0]

/** The number of the choice at each place (Viterbi). */
export const likeliestPath = ({ own, linked }: Chain): number[] => {
  let best: readonly number[] = NOTHING
  const back: number[][] = []
  for (const [i, scores] of own.entries()) {
    const before = best
    const links = linked[i]!
    const from: number[] = []
    const here: number[] = []
    for (let c = 0, at = 0; c < scores.length; c++) {
      let top = -Infinity
      let place = 0
      for (let p = 0; p < before.length; p++) {
        const reached = before[p]! + links[at++]!
        if (reached > top) {
          top = reached
          place = p
        }
      }
      from.push(place)
      here.push(scores[c]! + top)
    }
    best = here
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
  const sums: number[] = []
  const forward: number[][] = []
  for (const [i, scores] of own.entries()) {
    const before = forward[i - 1] ?? NOTHING
    const links = linked[i]!
    forward.push(
      scores.map((score, c) => {
        for (let p = 0; p < before.length; p++) sums[p] = before[p]! + links[c * before.length + p]!
        return score + logSum(sums, before.length)
      }),
    )
  }
  const backward: number[][] = own.map((scores) => scores.map(() => 0))
  for (let i = own.length - 2; i >= 0; i--) {
    const [after, links, later] = [own[i + 1]!, linked[i + 1]!, backward[i + 1]!]
    const choices = own[i]!.length
    for (let p = 0; p < choices; p++) {
      for (let c = 0; c < after.length; c++) sums[c] = after[c]! + links[c * choices + p]! + later[c]!
      backward[i]![p] = logSum(sums, after.length)
    }
  }
  return own.map((scores, i) => {
    for (let c = 0; c < scores.length; c++) sums[c] = forward[i]![c]! + backward[i]![c]!
    const all = logSum(sums, scores.length)
    return scores.map((_, c) => Math.exp(sums[c]! - all))
  })
}

const logSum = (values: readonly number[], length: number): number => {
  if (length === 1) return values[0]!
  let top = -Infinity
  for (let i = 0; i < length; i++) if (values[i]! > top) top = values[i]!
  let sum = 0
  for (let i = 0; i < length; i++) sum += Math.exp(values[i]! - top)
  return top + Math.log(sum)
}
