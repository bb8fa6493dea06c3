/** How likely each of the competing units is to hold the answer. */
import type { Candidate } from './unit-features.ts'

/** They add up to 1, but for units of the same words, which have one chance together: two papers that say the same do not compete. */
export const chancesOf = (candidates: readonly Candidate[]): readonly number[] => {
  const most = candidates.reduce((high, { z }) => Math.max(high, z), -Infinity)
  const powers = candidates.map(({ z }) => Math.exp(z - most))
  const sum = powers.reduce((all, power) => all + power, 0)
  const together = new Map<string, number>()
  candidates.forEach(({ text }, index) => together.set(text, (together.get(text) ?? 0) + powers[index]! / sum))
  return candidates.map(({ text }) => together.get(text)!)
}
