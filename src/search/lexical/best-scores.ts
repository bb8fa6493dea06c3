/** The best of many scores: a heap with the worst kept one on top. Its arrays serve one search after the other. */
import { ascendingPlaces } from './ascending-places.ts'

export interface ScoredUnits {
  readonly units: number[]
  /** Beside the units. */
  readonly scores: number[]
}

let units = new Int32Array(512)
let scores = new Float64Array(512)

/** Searching is synchronous: what an earlier one kept is gone. Equal scores keep the unit with the smaller number. */
export const createBest = (limit: number) => {
  if (units.length < limit) {
    units = new Int32Array(limit)
    scores = new Float64Array(limit)
  }
  let size = 0
  /** Puts a pair where it belongs among the first `length`, from the top down. */
  const sink = (unit: number, score: number, length: number): void => {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= length) break
      if (child + 1 < length && isWorse(child + 1, units[child]!, scores[child]!)) child++
      if (!isWorse(child, unit, score)) break
      units[at] = units[child]!
      scores[at] = scores[child]!
      at = child
    }
    units[at] = unit
    scores[at] = score
  }
  /** Leaves the best first, and the heap empty. */
  const sort = (): number => {
    const kept = size
    while (size > 1) {
      const [unit, score] = [units[size - 1]!, scores[size - 1]!]
      units[size - 1] = units[0]!
      scores[size - 1] = scores[0]!
      sink(unit, score, --size)
    }
    size = 0
    return kept
  }
  return {
    /** Returns the score below which nothing will be kept any more. */
    offer: (unit: number, score: number): number => {
      if (size < limit) {
        let at = size++
        while (at > 0) {
          const parent = (at - 1) >> 1
          if (!isWorse(parent, unit, score)) {
            units[at] = units[parent]!
            scores[at] = scores[parent]!
            at = parent
          } else break
        }
        units[at] = unit
        scores[at] = score
      } else if (isWorse(0, unit, score)) sink(unit, score, size)
      return size < limit ? Number.MIN_VALUE : scores[0]!
    },
    /** Those kept, by number; the heap is empty then. */
    byUnit: (): ScoredUnits => {
      const found = room(size)
      const places = ascendingPlaces(units, size)
      for (let i = 0; i < size; i++) {
        found.units[i] = units[places[i]!]!
        found.scores[i] = scores[places[i]!]!
      }
      size = 0
      return found
    },
    /** Those kept, best first; the heap is empty then. */
    sorted: (): ScoredUnits => {
      const kept = sort()
      const found = room(kept)
      for (let i = 0; i < kept; i++) {
        found.units[i] = units[i]!
        found.scores[i] = scores[i]!
      }
      return found
    },
  }
}

const room = (length: number): ScoredUnits => ({ units: new Array<number>(length), scores: new Array<number>(length) })

/** Whether what stands at a place is worse than the pair. */
const isWorse = (at: number, unit: number, score: number): boolean =>
  scores[at]! < score || (scores[at] === score && units[at]! > unit)
