/** How sure a mean is, told by drawing the same questions again and again: the same numbers on every run. */
import { seeded } from './seeded.ts'

const RESAMPLES = 1000
const FLIPS = 10_000
/** Up to so many questions that differ, every way of flipping their signs is looked at: 2¹². */
const EXACT = 12
/** The same start each time: what is measured does not hang on what was measured before it. */
const SEED = 20260106
const TAIL = 0.025

export type Interval = readonly [low: number, high: number]

/**
 * 95 % interval of the mean of the groups' means, by the percentile bootstrap; each group is drawn from by itself, so that one set is a
 * group of its own in a macro. `null`: nothing to draw from.
 */
export const intervalOf = (groups: readonly (readonly number[])[]): Interval | null => {
  const drawn = groups.filter((group) => group.length > 0)
  if (drawn.length === 0) return null
  const all = ofOneMind(drawn)
  if (all) return all
  const random = seeded(SEED)
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0
    for (const group of drawn) {
      let inside = 0
      for (let i = 0; i < group.length; i++) inside += group[Math.floor(random() * group.length)]!
      sum += inside / group.length
    }
    return sum / drawn.length
  }).sort((a, b) => a - b)
  return [means[Math.floor(TAIL * RESAMPLES)]!, means[Math.ceil((1 - TAIL) * RESAMPLES) - 1]!]
}

/**
 * Forty right ones of forty, drawn again, are forty right ones again: an interval of no width, which is not true. There the bound
 * of the binomial distribution stands: the share at which so many alike come about once in forty times.
 */
const ofOneMind = (groups: readonly (readonly number[])[]): Interval | null => {
  const first = groups[0]![0]!
  if (!groups.every((group) => group.every((value) => value === first))) return null
  const bound = TAIL ** (1 / groups.reduce((sum, group) => sum + group.length, 0))
  return first === 1 ? [bound, 1] : first === 0 ? [0, 1 - bound] : [first, first]
}

/**
 * How often a difference at least as large comes about if the two runs are alike and chance alone says which was better at a question
 * (two-sided sign-flip test). `groups`: differences question by question. 1 when none differs.
 */
export const chanceOf = (groups: readonly (readonly number[])[]): number => {
  const drawn = groups.filter((group) => group.length > 0)
  const parts = drawn.flatMap((group) => group.map((x) => x / group.length / drawn.length)).filter((x) => x !== 0)
  if (parts.length === 0) return 1
  const observed = Math.abs(parts.reduce((sum, x) => sum + x, 0)) - 1e-12
  if (parts.length <= EXACT) {
    const ways = 2 ** parts.length
    let asLarge = 0
    for (let way = 0; way < ways; way++)
      if (Math.abs(parts.reduce((sum, x, i) => sum + ((way >> i) & 1 ? -x : x), 0)) >= observed) asLarge++
    return asLarge / ways
  }
  const random = seeded(SEED)
  let asLarge = 0
  for (let flip = 0; flip < FLIPS; flip++) {
    let sum = 0
    for (const x of parts) sum += random() < 0.5 ? -x : x
    if (Math.abs(sum) >= observed) asLarge++
  }
  return (asLarge + 1) / (FLIPS + 1)
}
