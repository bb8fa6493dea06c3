/** Substitution: a word of the source exchanged for another between the same two neighbours. */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Evidence } from './reading/evidence.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'

// as many words as may have been exchanged for one another
const LONGEST = 2
// how far apart they may stand where the statement has left something out
const REACH = 8

/** `trình độ tiến sĩ trở lên` from `trình độ thạc sĩ trở lên`. A word added or left out is no exchange, nor one that stands here too. */
export const checkSubstitution = (statement: Reading, evidence: Evidence): Checked | null => {
  const said = statement.items.filter(isWord)
  const source = evidence.items.filter(isWord)
  const places = Map.groupBy(
    source.map((_, i) => i),
    (i) => source[i]!.key,
  )
  for (let i = 0; i + 2 < said.length; i++)
    for (let k = 1; k <= LONGEST && i + k + 1 < said.length; k++) {
      const [left, right] = [said[i]!, said[i + k + 1]!]
      const own = said.slice(i + 1, i + k + 1)
      if (left.sentence !== right.sentence || own.some(({ isLight, quantity }) => isLight || quantity)) continue
      const around = [said[i - 1]?.key, said[i + k + 2]?.key]
      const isExchanged = (places.get(left.key) ?? []).some((at) =>
        (places.get(right.key) ?? []).some((to) => {
          const theirs = source.slice(at + 1, to)
          // what a comma or an "and" parts here and not there has been put together anew
          if (source[to]!.clause - source[at]!.clause !== right.clause - left.clause) return false
          if (theirs.length === 0 || theirs.length > LONGEST || source[at]!.sentence !== source[to]!.sentence)
            return false
          if (process.env.AROUND && around[0] !== source[at - 1]?.key && around[1] !== source[to + 1]?.key) return false
          return lacks(theirs, own) && lacks(own, theirs)
        }),
      )
      if (isExchanged && !stands(source, places, left, own, right))
        return faulty('substitution', own.map(({ key }) => key).join(' '))
    }
  return null
}

/** Whether some word of `own` that says anything is not among `others`. */
const lacks = (others: readonly Item[], own: readonly Item[]): boolean =>
  own.some(({ key, isLight }) => !isLight && others.every((other) => other.key !== key))

/** Whether the source has all these words in this order within a sentence, close together. */
const stands = (
  source: readonly Item[],
  places: ReadonlyMap<string, readonly number[]>,
  left: Item,
  own: readonly Item[],
  right: Item,
): boolean => {
  return (places.get(left.key) ?? []).some((at) => {
    let from = at
    for (const { key } of [...own, right]) {
      const next = places.get(key)?.find((place) => place > from && place - from <= REACH)
      if (next === undefined || source[next]!.sentence !== source[at]!.sentence) return false
      from = next
    }
    return true
  })
}
