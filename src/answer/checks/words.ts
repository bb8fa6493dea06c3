/** Coverage and order: the statement is made of the words of what it cites, in much the same order. */
import type { Evidence } from './evidence.ts'
import { faulty } from './fault.ts'
import type { Checked } from './fault.ts'
import type { Item, Reading } from './reading.ts'

// answering-study §5
const COVERAGE = 0.6
const ORDER = 0.6

export const checkCoverage = (statement: Reading, evidence: Evidence): Checked | null => {
  const content = statement.items.filter(({ kind }) => kind === 'content')
  const missing = content.filter(({ key }) => !evidence.allWords.has(key))
  const share = 1 - missing.length / content.length
  if (content.length < 2 || share < COVERAGE) return faulty('coverage', missing.map(({ key }) => key).join(' '))
  return null
}

export const checkOrder = (statement: Reading, evidence: Evidence): Checked | null => {
  const own = (items: readonly Item[]) => items.filter(({ kind }) => kind !== 'mark')
  const source = own(evidence.items).map(({ key }) => key)
  const content = own(statement.items)
  const clauses = Map.groupBy(content, ({ clause }) => clause)
  let kept = 0
  for (const clause of clauses.values())
    kept += longestCommon(
      clause.map(({ key }) => key),
      source,
    )
  return kept / content.length < ORDER ? faulty('order', statement.text) : null
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
