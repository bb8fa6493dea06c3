/** Substitution: words of the source exchanged for others between the same two neighbours. */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Evidence } from './reading/evidence.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'

// as many words as may have been exchanged for one another
const LONGEST = 2
// how far apart they may stand where the statement has left something out
const REACH = 8

interface Source {
  readonly items: readonly Item[]
  readonly places: ReadonlyMap<string, readonly number[]>
}

/** `trình độ tiến sĩ trở lên` from `trình độ thạc sĩ trở lên`. Words added or left out are no exchange, nor are numbers (number-binding.ts). */
export const checkSubstitution = (statement: Reading, evidence: Evidence): Checked | null => {
  const said = statement.items.filter(isWord)
  const items = evidence.items.filter(isWord)
  const places = Map.groupBy(
    items.map((_, i) => i),
    (i) => items[i]!.key,
  )
  const source = { items, places }
  for (let i = 0; i + 2 < said.length; i++)
    for (let k = 1; k <= LONGEST && i + k + 1 < said.length; k++) {
      const [left, right] = [said[i]!, said[i + k + 1]!]
      const own = said.slice(i + 1, i + k + 1)
      if (left.sentence !== right.sentence || own.some(({ isLight, quantity }) => isLight || quantity)) continue
      if (isExchanged(source, left, own, right)) return faulty('substitution', own.map(({ key }) => key).join(' '))
    }
  return null
}

const isExchanged = (source: Source, left: Item, own: readonly Item[], right: Item): boolean => {
  const { items, places } = source
  const isStrange = own.every(({ key }) => !places.has(key))
  // "đảng ủy" beside words that stood beside another one: put together anew, each part whole
  if (!isStrange && areNeighbours(source, left, own[0]!)) return false
  const isHere = (at: number, to: number): boolean => {
    const theirs = items.slice(at + 1, to)
    if (
      theirs.length === 0 ||
      theirs.length > (isStrange ? LONGEST + 1 : LONGEST) ||
      items[at]!.isAbove !== items[to]!.isAbove
    )
      return false
    const [clauses, sentences] = [items[to]!.clause - items[at]!.clause, items[to]!.sentence - items[at]!.sentence]
    // so is what a comma or an "and" parts here and not there
    if (isStrange ? sentences > 1 : sentences > 0 || clauses !== right.clause - left.clause) return false
    return lacks(theirs, own) && lacks(own, theirs)
  }
  const all = (item: Item): readonly number[] => places.get(item.key) ?? []
  return all(left).some((at) => all(right).some((to) => isHere(at, to))) && !stands(source, left, own, right)
}

const areNeighbours = ({ items, places }: Source, left: Item, right: Item): boolean =>
  (places.get(left.key) ?? []).some((at) => items[at + 1]?.key === right.key)

/** Whether some word of `own` that says anything is not among `others`. */
const lacks = (others: readonly Item[], own: readonly Item[]): boolean =>
  own.some(({ key, isLight }) => !isLight && others.every((other) => other.key !== key))

/** Whether the source has all these words in this order within a sentence, close together. */
const stands = ({ items, places }: Source, left: Item, own: readonly Item[], right: Item): boolean =>
  (places.get(left.key) ?? []).some((at) => {
    let from = at
    for (const { key } of [...own, right]) {
      const next = places.get(key)?.find((place) => place > from && place - from <= REACH)
      if (next === undefined || items[next]!.sentence !== items[at]!.sentence) return false
      from = next
    }
    return true
  })
