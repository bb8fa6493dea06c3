/** Conjunctions: "đảng viên và quần chúng" is not "đảng viên hoặc quần chúng". */
import { key } from '../../text/vietnamese.ts'
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Evidence } from './reading/evidence.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'

const SORTS = new Map([
  [key('và'), 'and'],
  [key('hoặc'), 'or'],
  [key('hay'), 'or'],
])

/** Two words that the source joins in one way only are not joined in the other. */
export const checkConjunctions = (statement: Reading, evidence: Evidence): Checked | null => {
  const known = Map.groupBy(joints(evidence.items), ({ left, right }) => `${left} ${right}`)
  for (const { left, sort, right } of joints(statement.items)) {
    const there = known.get(`${left} ${right}`)
    if (sort !== null && there?.every((one) => one.sort !== null && one.sort !== sort))
      return faulty('strength', `${left} … ${right}`)
  }
  return null
}

interface Joint {
  readonly left: string
  readonly sort: string | null
  readonly right: string
}

/** Every word with the next one of its sentence and what joins them, null for nothing of the kind. */
const joints = (items: readonly Item[]): readonly Joint[] => {
  const found: Joint[] = []
  let left: Item | null = null
  let sort: string | null = null
  for (const item of items) {
    sort = SORTS.get(item.key) ?? sort
    if (!isWord(item)) continue
    if (left?.sentence === item.sentence) found.push({ left: left.key, sort, right: item.key })
    left = item
    sort = null
  }
  return found
}
