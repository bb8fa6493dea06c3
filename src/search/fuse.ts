/** Words and vectors together: a normalised weighted sum. Ranks are never fused (RRF with a weak list costs .09-.20 R@1, retrieval-study §3). */
import type { Neighbour } from './snapshot/vectors.ts'

export interface Nearest {
  readonly passages: readonly Neighbour[]
  /** What the nearest passage gains, as a share of the best score by words. */
  readonly weight: number
}

/** Similarity of each passage as a share: 1 for the nearest of the list, 0 for the farthest and for all that are not in it. */
export const similarityShares = (nearest: readonly Neighbour[]): ReadonlyMap<number, number> => {
  const shares = new Map<number, number>()
  const similarities = nearest.map(({ similarity }) => similarity)
  const low = Math.min(...similarities)
  const span = Math.max(...similarities) - low
  for (const { passage, similarity } of nearest) {
    shares.set(passage, Math.max(shares.get(passage) ?? 0, span === 0 ? 1 : (similarity - low) / span))
  }
  return shares
}
