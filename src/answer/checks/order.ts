/** Order: the words of a statement come in much the same order as in what it cites (answering-study §5, test 6). */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Evidence } from './reading/evidence.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'

// answering-study §5
const ORDER = 0.6
// neighbours the other way round: a passive makes one, exchanged roles mostly two
const REVERSED = 1
// sentences of the evidence that one clause may run across: a heading, the introduction of a list, an item
const NEAR = 2
const PASSIVES = new Set(['bị', 'do', 'bởi'])

/** Clause by clause, since a faithful statement may put its condition last. */
export const checkOrder = (statement: Reading, evidence: Evidence): Checked | null => {
  const source = evidence.items.filter(isWord).map(({ key }) => key)
  const words = statement.items.filter(isWord)
  let kept = 0
  for (const clause of Map.groupBy(words, (item) => item.clause).values()) {
    const keys = clause.map(({ key }) => key)
    kept += longestCommon(keys, source)
  }
  if (kept < ORDER * words.length) return faulty('order', statement.text)
  const reversed = reversedPairs(statement.items, evidence.items)
  return reversed.length > REVERSED ? faulty('order', reversed.join(', ')) : null
}

/** Length of the longest common subsequence. */
const longestCommon = (a: readonly string[], b: readonly string[]): number => {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    for (let j = 0; j < b.length; j++) next.push(word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!))
    row = next
  }
  return row.at(-1)!
}

/** Neighbours in a clause that the source has in one sentence only the other way round, but for passives. */
const reversedPairs = (said: readonly Item[], source: readonly Item[]): readonly string[] => {
  const known = source.filter(isWord)
  const places = Map.groupBy(
    known.map((_, place) => place),
    (place) => known[place]!.key,
  )
  const words = said.flatMap((item, at) =>
    isWord(item) && !item.isLight && places.has(item.key) ? [{ ...item, at }] : [],
  )
  return words.slice(1).flatMap((right, i) => {
    const left = words[i]!
    if (left.clause !== right.clause || isPassive(said.slice(left.at, right.at))) return []
    const apart = (a: number, b: number): number => Math.abs(known[a]!.sentence - known[b]!.sentence)
    const [lefts, rights] = [places.get(left.key)!, places.get(right.key)!]
    const stands = lefts.some((a) => rights.some((b) => a < b && apart(a, b) <= NEAR))
    const isReversed = !stands && lefts.some((a) => rights.some((b) => a > b && apart(a, b) === 0))
    return isReversed ? [`${left.key} ${right.key}`] : []
  })
}

const isPassive = (between: readonly Item[]): boolean =>
  between.some(({ key, mark }) => mark === 'right' || PASSIVES.has(key))
