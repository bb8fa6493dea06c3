/** Negation: what the statement denies its source denies, and the other way round (answering-study §5, test 4). */
import type { Evidence } from './evidence.ts'
import { faulty } from './fault.ts'
import type { Checked } from './fault.ts'
import type { Item, Reading } from './reading.ts'

const isNegation = ({ mark }: Item): boolean => mark === 'not' || mark === 'need_not'

interface Denial {
  readonly mark: Item['mark']
  /** Positions in the list of content of the two words before it (nearest first) and the two behind. */
  readonly before: readonly string[]
  readonly behind: readonly string[]
}

const contentOf = (items: readonly Item[]): readonly Item[] => items.filter(({ kind }) => kind === 'content')

const denials = (items: readonly Item[]): readonly Denial[] =>
  items.flatMap((item, i) => {
    if (!isNegation(item)) return []
    const before = contentOf(items.slice(Math.max(0, i - 8), i))
      .map(({ key }) => key)
      .reverse()
      .slice(0, 2)
    const behind = contentOf(items.slice(i + 1, i + 9))
      .map(({ key }) => key)
      .slice(0, 2)
    return [{ mark: item.mark, before, behind }]
  })

export const checkNegation = (statement: Reading, evidence: Evidence): Checked | null => {
  const said = denials(statement.items)
  const known = denials(evidence.items)
  for (const denial of said) {
    const borneOut = known.some(
      (one) => one.mark === denial.mark && one.behind.some((word) => denial.behind.includes(word)),
    )
    if (!borneOut) return faulty('negation', `${denial.mark} ${denial.behind.join(' ')}`)
  }
  for (const denial of known) {
    if (said.some((one) => one.behind.some((word) => denial.behind.includes(word)))) continue
    const [next, second] = denial.behind
    const pairs = [
      [denial.before[0], next],
      [next, second],
    ]
    for (const [a, b] of pairs)
      if (a && b && hasPair(statement.items, a, b) && !hasPair(evidence.items, a, b))
        return faulty('negation', `${a} ${b}`)
  }
  return null
}

/** Whether two content words follow each other with no negation before the second. */
const hasPair = (items: readonly Item[], a: string, b: string): boolean => {
  let previous: string | null = null
  let denied = 9
  for (const item of items) {
    if (isNegation(item)) denied = 0
    if (item.kind !== 'content') continue
    denied++
    if (previous === a && item.key === b && denied > 2) return true
    previous = item.key
  }
  return false
}
