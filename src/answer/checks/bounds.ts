/** Bounds of numbers: "ít nhất 3", "không quá 30" and "từ 90 trở lên" are neither 3, 30 and 90 nor one another. */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Mark } from './reading/marks.ts'
import { isWord } from './reading/read.ts'
import type { Reading } from './reading/read.ts'

const BOUNDS = new Set<Mark>(['least', 'most_of_all', 'within', 'over', 'under', 'about', 'before', 'after'])

interface Bound {
  readonly key: string
  readonly marks: readonly Mark[]
}

export const checkBounds = (statement: Reading, evidence: Evidence): Checked | null => {
  const known = evidence.cited.flatMap(({ unit }) => boundsIn(unit))
  for (const said of boundsIn(statement)) {
    const same = known.filter(({ key }) => key === said.key)
    const fits = same.some(
      (one) =>
        said.marks.every((mark) => isAmong(mark, one.marks)) && one.marks.every((mark) => isAmong(mark, said.marks)),
    )
    if (same.length > 0 && !fits) return faulty('strength', `${said.marks.join(' ')} ${said.key}`)
  }
  return null
}

/** "trong 30 ngày" sets the same limit as "không quá 30 ngày"; before and after are asked for with all other marks (strength.ts). */
const isAmong = (mark: Mark, marks: readonly Mark[]): boolean =>
  mark === 'within' ||
  mark === 'before' ||
  mark === 'after' ||
  marks.includes(mark) ||
  (mark === 'most_of_all' && marks.includes('within'))

/** Every number that counts something, with the bounds right before it, and "trở lên" or "trở xuống" behind. */
const boundsIn = ({ items }: Reading): readonly Bound[] =>
  items.flatMap((item, at) => {
    if (item.quantity?.kind !== 'number' || item.quantity.label !== null || item.quantity.isArticle) return []
    const marks: Mark[] = []
    for (let i = at - 1, words = 0; i >= 0 && words < 2; i--) {
      const { kind, mark, clause } = items[i]!
      if (kind === 'quantity' || clause !== item.clause) break
      if (mark && BOUNDS.has(mark) && (words === 0 || mark === 'least' || mark === 'most_of_all')) marks.push(mark)
      if (isWord(items[i]!)) words++
    }
    for (let i = at + 1, words = 0; i < items.length && words < 5; i++) {
      const { kind, mark, clause } = items[i]!
      if (kind === 'quantity' || clause !== item.clause) break
      if (mark === 'and_up') marks.push('least')
      if (mark === 'and_down') marks.push('most_of_all')
      if (isWord(items[i]!)) words++
    }
    return [{ key: item.key, marks }]
  })
