/** The best of many scores: twice as many as are wanted are gathered, then the worse half goes. Its arrays serve one search after the other. */
import { ascendingPlaces } from './ascending-places.ts'

export interface ScoredUnits {
  readonly units: number[]
  /** Beside the units. */
  readonly scores: number[]
}

let units = new Int32Array(1024)
let scores = new Float64Array(1024)

/** Searching is synchronous: what an earlier one kept is gone. Equal scores keep the unit with the smaller number. */
export const createBest = (limit: number) => {
  if (units.length < 2 * limit) {
    units = new Int32Array(2 * limit)
    scores = new Float64Array(2 * limit)
  }
  let size = 0
  let bar = Number.MIN_VALUE
  const keepBest = (): void => {
    if (size <= limit) return
    bestFirst(limit, size)
    size = limit
  }
  return {
    /** Returns the score below which nothing will be kept any more. */
    offer: (unit: number, score: number): number => {
      units[size] = unit
      scores[size++] = score
      if (size === 2 * limit) {
        keepBest()
        bar = scores[0]!
        for (let i = 1; i < size; i++) if (scores[i]! < bar) bar = scores[i]!
      }
      return bar
    },
    /** Those kept, by number. */
    byUnit: (): ScoredUnits => {
      keepBest()
      return inOrder(ascendingPlaces(units, size))
    },
    /** Those kept, best first. */
    sorted: (): ScoredUnits => {
      keepBest()
      const places = new Array<number>(size)
      for (let i = 0; i < size; i++) places[i] = i
      return inOrder(places.sort(byScore))
    },
  }
}

const inOrder = (places: ArrayLike<number>): ScoredUnits => {
  const { length } = places
  const found = { units: new Array<number>(length), scores: new Array<number>(length) }
  for (let i = 0; i < length; i++) {
    found.units[i] = units[places[i]!]!
    found.scores[i] = scores[places[i]!]!
  }
  return found
}

/** Puts the best `wanted` of the first `length` before the others, in any order (quickselect). */
const bestFirst = (wanted: number, length: number): void => {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const unit = units[middle]!
    const score = scores[middle]!
    let left = low
    let right = high
    while (left <= right) {
      while (scores[left]! > score || (scores[left] === score && units[left]! < unit)) left++
      while (scores[right]! < score || (scores[right] === score && units[right]! > unit)) right--
      if (left <= right) swap(left++, right--)
    }
    if (wanted - 1 <= right) high = right
    else if (wanted - 1 >= left) low = left
    else return
  }
}

const byScore = (a: number, b: number): number => scores[b]! - scores[a]! || units[a]! - units[b]!

const swap = (a: number, b: number): void => {
  const unit = units[a]!
  const score = scores[a]!
  units[a] = units[b]!
  scores[a] = scores[b]!
  units[b] = unit
  scores[b] = score
}
