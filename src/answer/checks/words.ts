/** Coverage and order: the statement is made of the words of what it cites, in much the same order (answering-study §5, tests 3 and 6). */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Evidence } from './reading/evidence.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'

// answering-study §5
const COVERAGE = 0.6
const ORDER = 0.6
// words of its own that a statement may have in a row: a compound, not a clause
const OWN_RUN = Number(process.env.RUN ?? 1)
const OWN_SHARE = Number(process.env.SHARE ?? 0.2)
const OWN = Number(process.env.OWN ?? 2)

export const checkCoverage = (statement: Reading, evidence: Evidence): Checked | null => {
  const content = statement.items.filter(({ kind }) => kind === 'content')
  const known = new Set(evidence.items.map(({ key }) => key))
  const isOwn = ({ key, isLight }: Item): boolean => !isLight && !known.has(key)
  const own = content.filter(isOwn)
  const said = own.map(({ key }) => key).join(' ')
  const counted = content.filter((item) => !item.isLight || known.has(item.key)).length
  if (counted < 2 || own.length > (1 - COVERAGE) * counted) return faulty('coverage', said)
  if (own.length > Math.max(OWN, OWN_SHARE * counted)) return faulty('coverage', said)
  if (!usesUnits(statement, evidence)) return faulty('coverage', statement.text)
  let run = 0
  for (const item of content) {
    run = isOwn(item) ? run + 1 : item.isLight ? run : 0
    if (run > OWN_RUN) return faulty('coverage', said)
  }
  return null
}

/** What only repeats the headings does not rest on the unit that it cites. */
const usesUnits = (statement: Reading, { cited }: Evidence): boolean => {
  const said = new Set(statement.items.filter(isWord).map(({ key }) => key))
  const within = new Set(cited.flatMap(({ unit }) => unit.items.map(({ key }) => key)))
  if ([...said].filter((key) => within.has(key)).length >= COVERAGE * said.size) return true
  return cited.some(({ unit, above }) => {
    const known = new Set(above.flatMap(({ items }) => items.map(({ key }) => key)))
    const own = new Set(unit.items.filter((item) => isWord(item) && !known.has(item.key)).map(({ key }) => key))
    return [...own].filter((key) => said.has(key)).length >= Math.min(2, own.size)
  })
}

/** Clause by clause, since a faithful statement may put its condition last. */
export const checkOrder = (statement: Reading, evidence: Evidence): Checked | null => {
  const source = evidence.items.filter(isWord).map(({ key }) => key)
  const words = statement.items.filter(isWord)
  let kept = 0
  for (const clause of Map.groupBy(words, (item) => item.clause).values())
    kept += longestCommon(
      clause.map(({ key }) => key),
      source,
    )
  if (kept < ORDER * words.length) return faulty('order', statement.text)
  const reversed = reversedPairs(statement.items, evidence.items)
  return reversed.length > 1 ? faulty('order', reversed.join(', ')) : null
}

/** Neighbours in a clause that the source has in one sentence only the other way round, but for passives. */
const reversedPairs = (said: readonly Item[], source: readonly Item[]): readonly string[] => {
  const places = Map.groupBy(source.filter(isWord).map((item, place) => ({ ...item, place })), ({ key }) => key)
  const words = said.map((item, at) => ({ ...item, at })).filter((item) => isWord(item) && !item.isLight && places.has(item.key))
  return words.slice(1).flatMap((right, i) => {
    const left = words[i]!
    if (left.clause !== right.clause || said.slice(left.at, right.at).some(({ key, mark }) => mark === 'right' || PASSIVES.has(key))) return []
    const pairs = places.get(left.key)!.flatMap((a) => places.get(right.key)!.map((b) => ({ a, b })))
    const near = pairs.filter(({ a, b }) => Math.abs(a.sentence - b.sentence) <= 1)
    const isReversed = near.some(({ a, b }) => a.sentence === b.sentence) && near.every(({ a, b }) => a.place > b.place)
    return isReversed ? [`${left.key} ${right.key}`] : []
  })
}
const PASSIVES = new Set(['bị', 'do', 'bởi'])

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
