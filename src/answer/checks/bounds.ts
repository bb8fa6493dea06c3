/** Bounds of numbers: "ít nhất 3", "không quá 30" and "từ 90 trở lên" are neither 3, 30 and 90 nor one another. */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Mark } from './reading/marks.ts'
import { isWord } from './reading/read.ts'
import type { Reading } from './reading/read.ts'

const BOUNDS = new Set<Mark>(['at_least', 'at_most', 'within', 'over', 'under', 'about', 'before', 'after'])
// how many words may stand between a number and a bound before it ("tối thiểu trong vòng 5 năm"), and a "trở lên" behind it
const BEFORE = 2
const BEHIND = 5

interface Bound {
  readonly value: string
  readonly unit: string
  readonly marks: readonly Mark[]
}

/** Where the units have the number, one of its places must set the same bounds as the statement, no more and no fewer. */
export const checkBounds = (statement: Reading, evidence: Evidence): Checked | null => {
  const known = evidence.cited.flatMap(({ unit }) => boundsIn(unit))
  for (const said of boundsIn(statement)) {
    const same = known.filter(
      ({ value, unit }) => value === said.value && (unit === said.unit || unit === '' || said.unit === ''),
    )
    const fits = same.some(
      ({ marks }) =>
        said.marks.every((mark) => isAmong(mark, marks)) && marks.every((mark) => isAmong(mark, said.marks)),
    )
    if (same.length > 0 && !fits) return faulty('strength', `${said.marks.join(' ')} ${said.value}`)
  }
  return null
}

/** "trong 30 ngày" sets the same limit as "không quá 30 ngày"; before and after are asked for with all other marks (strength.ts). */
const isAmong = (mark: Mark, marks: readonly Mark[]): boolean =>
  marks.includes(mark) ||
  mark === 'within' ||
  mark === 'before' ||
  mark === 'after' ||
  (mark === 'at_most' && marks.includes('within')) ||
  // "quá 60 tháng", "sau 60 tháng"
  (mark === 'over' && marks.includes('after'))

/** Every number that counts something, with the bounds right before it, and "trở lên" or "trở xuống" behind. */
const boundsIn = ({ items }: Reading): readonly Bound[] =>
  items.flatMap((item, at) => {
    const { quantity, clause } = item
    if (quantity?.kind !== 'number' || quantity.label !== null || quantity.isArticle) return []
    const marks: Mark[] = []
    for (let i = at - 1, words = 0; words < BEFORE; i--) {
      const one = items[i]
      if (!one || one.kind === 'quantity' || one.clause !== clause) break
      const { mark } = one
      if (mark && BOUNDS.has(mark) && (words === 0 || mark === 'at_least' || mark === 'at_most')) marks.push(mark)
      if (isWord(one)) words++
    }
    for (let i = at + 1, words = 0; words < BEHIND; i++) {
      const one = items[i]
      if (!one || one.kind === 'quantity' || one.clause !== clause) break
      if (one.mark === 'and_up') marks.push('at_least')
      if (one.mark === 'and_down') marks.push('at_most')
      if (isWord(one)) words++
    }
    return [{ value: item.key, unit: quantity.unit, marks }]
  })
