/** Where each word of a statement stands in its evidence: of several places the one whose neighbours agree best. */
import type { Item } from './read.ts'
import { isWord } from './read.ts'

/** A word and its place among all items. */
export interface Word extends Item {
  readonly at: number
}

export const wordsOf = (items: readonly Item[]): readonly Word[] =>
  items.flatMap((item, at) => (isWord(item) ? [{ ...item, at }] : []))

// neighbours looked at on each side, nearer ones counting more; a word may have been left out between them
const REACH = 8
const SLACK = 2

/** How well the surroundings of a word agree with those of a word of the evidence; 0 for not at all. */
export const agreement = (said: readonly Word[], i: number, known: readonly Word[], j: number): number => {
  let score = 0
  for (const step of [1, -1])
    for (let d = 1; d <= REACH; d++) {
      const word = said[i + step * d]
      if (!word || word.sentence !== said[i]!.sentence) break
      for (let e = 1; e <= d + SLACK; e++) {
        const other = known[j + step * e]
        if (!other || other.sentence !== known[j]!.sentence) break
        if (other.key !== word.key) continue
        score += (REACH + 1 - d) / (1 + Math.abs(e - d) / 4)
        break
      }
    }
  return score
}

export interface Alignment {
  readonly said: readonly Word[]
  readonly known: readonly Word[]
  /** For each word of the statement the places in `known` that agree best, none if it stands nowhere. */
  readonly places: readonly (readonly number[])[]
}

export const align = (statement: readonly Item[], evidence: readonly Item[]): Alignment => {
  const said = wordsOf(statement)
  const known = wordsOf(evidence)
  const byKey = Map.groupBy(
    known.map((_, j) => j),
    (j) => known[j]!.key,
  )
  const places = said.map(({ key }, i) => {
    const all = byKey.get(key) ?? []
    if (all.length < 2) return all
    const scores = all.map((j) => agreement(said, i, known, j))
    const best = Math.max(...scores)
    const equal = all.filter((_, k) => scores[k] === best)
    // a heading agrees with much and says little
    const within = equal.filter((j) => !known[j]!.isAbove)
    return within.length > 0 ? within : equal
  })
  return { said, known, places }
}
