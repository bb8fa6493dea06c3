/** Words and vectors together: a normalised weighted sum. Ranks are never fused (RRF with a weak list costs .09-.20 R@1, retrieval-study §3). */
import type { Neighbour } from './vectors.ts'

/** What similarity adds to a passage, between 0 and `weight`: 1 for the nearest of the list, 0 for the farthest and all others. */
export const similarityBonus = (nearest: readonly Neighbour[], weight: number): ReadonlyMap<number, number> => {
  const bonus = new Map<number, number>()
  if (nearest.length === 0 || weight === 0) return bonus
  const similarities = nearest.map(({ similarity }) => similarity)
  const low = Math.min(...similarities)
  const span = Math.max(...similarities) - low
  for (const { passage, similarity } of nearest) {
    const share = span === 0 ? 1 : (similarity - low) / span
    bonus.set(passage, Math.max(bonus.get(passage) ?? 0, weight * share))
  }
  return bonus
}
