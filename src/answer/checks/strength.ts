/** Strength: a group of words that the statement uses must stand in its source beside the same word (answering-study §5, test 5). */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import { checkBounds } from './bounds.ts'
import type { Alignment } from './reading/alignment.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Mark } from './reading/marks.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'

// what bears out what; a group that is not named is never asked for
const BORNE_OUT_BY: Partial<Record<Mark, readonly Mark[]>> = {
  all: ['all'],
  most: ['most'],
  some: ['some'],
  only: ['only'],
  must: ['must', 'duty', 'need'],
  need: ['need', 'must', 'duty'],
  encouraged: ['encouraged'],
  may: ['may', 'allowed'],
  allowed: ['allowed', 'right'],
  should: ['should', 'need', 'must'],
  least: ['least', 'and_up'],
  most_of_all: ['most_of_all', 'within', 'and_down'],
  and_up: ['and_up', 'least'],
  and_down: ['and_down', 'most_of_all'],
  over: ['over'],
  under: ['under'],
  before: ['before'],
  after: ['after'],
  formerly: ['formerly'],
  about: ['about'],
  except: ['except'],
  outside: ['outside', 'except'],
  higher: ['higher'],
  lower: ['lower'],
  more: ['more'],
  fewer: ['fewer'],
  at_once: ['at_once'],
  each_day: ['each_day'],
  each_week: ['each_week'],
  each_month: ['each_month'],
  each_quarter: ['each_quarter'],
  each_year: ['each_year'],
  each_term: ['each_term'],
}
// without them the same words would claim more
const HEDGES = new Set<Mark>(['may', 'most', 'some', 'about', 'least', 'most_of_all'])

export const checkStrength = (statement: Reading, evidence: Evidence, alignment: Alignment): Checked | null => {
  const bounds = checkBounds(statement, evidence)
  if (bounds) return bounds
  const { said, known, places } = alignment
  for (const [at, { mark }] of statement.items.entries()) {
    const marks = mark && BORNE_OUT_BY[mark]
    if (!marks) continue
    const own = wordsBeside(statement.items, at)
    const { clause } = statement.items[at]!
    const governed = said.findIndex((word) => word.at > at && !word.isLight && word.clause === clause)
    const there = governed < 0 ? [] : places[governed]!
    const isBorneOut =
      isSaidAbove(marks, evidence) ||
      there.some((j) => governs(evidence.items, known[j]!.at, marks, mark)) ||
      evidence.items.some(
        (item, k) =>
          item.mark !== null &&
          marks.includes(item.mark) &&
          areBeside(own, wordsBeside(evidence.items, k), mark, there.length > 0),
      )
    if (!isBorneOut) return faulty('strength', `${mark} ${own.behind.join(' ')}`)
  }
  for (const [i, { key, at, isLight }] of said.entries()) {
    if (isLight || places[i]!.length === 0) continue
    const lost = places[i]!.map((j) => hedgeBefore(evidence.items, known[j]!.at))
    if (lost.every((mark) => mark !== null && !hasBefore(statement.items, at, mark))) return faulty('strength', key)
  }
  return null
}

const SPOKEN = new Set<Mark>(['must', 'duty', 'allowed', 'may'])

/** "Nghĩa vụ của bên cho vay", "Chi ủy có trách nhiệm": the nearest heading or introduction that speaks of duties or rights says it of the units. */
const isSaidAbove = (marks: readonly Mark[], { cited }: Evidence): boolean =>
  marks.some((mark) => mark === 'duty' || mark === 'right') &&
  cited.some(({ above }) => {
    const nearest = above.findLast(({ items }) => items.some(({ mark }) => mark !== null && SPOKEN.has(mark)))
    return nearest?.items.some(({ mark }) => mark !== null && mark !== 'right' && marks.includes(mark)) ?? false
  })

/** Whether one of the marks stands over the word at `at`: shortly before it, or for a duty anywhere before it in its sentence. */
const governs = (items: readonly Item[], at: number, marks: readonly Mark[], mark: Mark): boolean => {
  let words = 0
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i]!
    if (item.mark && marks.includes(item.mark)) return true
    if (isWord(item) && !item.isLight) words++
    if (mark === 'must' || mark === 'need') {
      if (item.mark && MODALS.has(item.mark)) return false
      // the introduction of a list: "Chi ủy có trách nhiệm:"
      if (items[at]!.sentence - item.sentence > 1 || (item.sentence !== items[at]!.sentence && words > 30)) return false
    } else if (words >= 3) return false
  }
  return false
}
const MODALS = new Set<Mark>(['may', 'allowed', 'not', 'need_not'])

/** The hedge right before a word, if any. */
const hedgeBefore = (items: readonly Item[], at: number): Mark | null => {
  for (let i = at - 1; i >= 0 && !isWord(items[i]!); i--) {
    const { mark, clause } = items[i]!
    if (mark && HEDGES.has(mark) && clause === items[at]!.clause) return mark
  }
  return null
}

const hasBefore = (items: readonly Item[], at: number, mark: Mark): boolean =>
  items
    .slice(Math.max(0, at - 8), at + 3)
    .some((item) => item.mark === mark || (item.mark !== null && SAME_HEDGE.get(mark)?.includes(item.mark)))
const SAME_HEDGE = new Map<Mark, readonly Mark[]>([
  ['may', ['allowed', 'not']],
  ['least', ['over', 'and_up']],
  ['most_of_all', ['within', 'under', 'and_down']],
])

interface Beside {
  readonly before: readonly string[]
  readonly behind: readonly string[]
}

const wordsBeside = (items: readonly Item[], at: number): Beside => {
  const { clause, sentence } = items[at]!
  const keys = (some: readonly Item[]) => some.filter((item) => isWord(item) && !item.isLight).map(({ key }) => key)
  const isNear = (item: Item): boolean => item.clause === clause || item.sentence === sentence + 1
  return {
    before: keys(items.slice(Math.max(0, at - 8), at).filter((item) => item.clause === clause))
      .reverse()
      .slice(0, 2),
    behind: keys(items.slice(at + 1, at + 9).filter(isNear)).slice(0, 3),
  }
}

/** Marks that stand behind what they describe: "cấp ủy cấp trên", "ở nước ngoài". */
const ATTRIBUTES = new Set<Mark>(['higher', 'lower', 'outside', 'and_up', 'and_down'])

const areBeside = (said: Beside, known: Beside, mark: Mark, isAligned: boolean): boolean => {
  const [first, second] = said.behind
  // "Hằng năm, …"
  if (first === undefined && said.before.length === 0) return true
  if (ATTRIBUTES.has(mark) && said.before[0] !== undefined && said.before[0] === known.before[0]) return true
  if (first === undefined) return said.before.some((word) => known.before.includes(word))
  if (isAligned)
    return (
      known.behind[0] === first && (second === undefined || known.behind[1] === undefined || known.behind[1] === second)
    )
  return known.behind.includes(first) || (second !== undefined && known.behind.slice(0, 2).includes(second))
}
