/** A list that is asked for is given whole, even where its passage ends in the middle of it. */
import { unitsOf } from '../../text/units/sentences.ts'
import type { Unit } from '../../text/units/sentences.ts'

/** Text read after the introduction in search of its items. */
const REACH = 3000

export interface ListInText {
  /** Offsets of the introduction and of all its items, nested ones included; end exclusive. */
  readonly start: number
  readonly introEnd: number
  /** Where each direct item ends, in order. */
  readonly itemEnds: readonly number[]
}

/** The list whose introduction starts at `start` in `text`; `undefined` where fewer than two items stand under it. */
export const listAt = (text: string, start: number): ListInText | undefined => {
  const units = unitsOf(text.slice(start, start + REACH))
  const intro = units[0]
  if (!intro) return undefined
  const last = units.length - 1
  const ends: number[] = []
  for (let index = 1; index <= last && isUnder(units, index); index += 1) {
    // the last unit may be cut by the reach
    if (index === last && start + REACH < text.length) break
    if (units[index]!.parent === 0) ends.push(start + units[index]!.end)
    else ends[ends.length - 1] = start + units[index]!.end
  }
  return ends.length < 2 ? undefined : { start: start + intro.start, introEnd: start + intro.end, itemEnds: ends }
}

const isUnder = (units: readonly Unit[], index: number): boolean => {
  let at = index
  while (at > 0) at = units[at]!.parent
  return at === 0
}

/** Where the list ends if it may take `budget` characters; at least one item is always shown. */
export const listEnd = (list: ListInText, budget: number): number =>
  list.itemEnds.findLast((end) => end - list.start <= budget) ?? list.itemEnds[0]!
