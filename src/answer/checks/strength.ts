/** Strength: a group of words that the statement uses must stand in its source beside the same word (answering-study §5, test 5). */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Alignment } from './reading/alignment.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Mark } from './reading/marks.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'

// what else bears a group out
const AS_WELL: Partial<Record<Mark, readonly Mark[]>> = {
  must: ['duty', 'need'],
  need: ['must', 'duty'],
  should: ['need', 'must'],
  may: ['allowed'],
  allowed: ['right'],
  at_least: ['and_up'],
  and_up: ['at_least'],
  at_most: ['within', 'and_down'],
  and_down: ['at_most'],
  outside: ['except'],
  after: ['over'],
}
// say nothing that could be wrong by themselves, or are asked for elsewhere (polarity.ts)
const NEVER_ASKED = new Set<Mark>(['not', 'not_behind', 'need_not', 'duty', 'right', 'within'])
// stand behind what they describe: "cấp ủy cấp trên", "ở nước ngoài", "thạc sĩ trở lên"
const ATTRIBUTES = new Set<Mark>(['higher', 'lower', 'outside', 'and_up', 'and_down'])
// one of them ends the reach of another
const MODALS = new Set<Mark>(['may', 'allowed', 'not', 'not_behind', 'need_not'])
// speak for all that stands below
const HEADING = new Set<Mark>(['must', 'duty', 'allowed', 'may'])
// words between a mark and the word that it goes with (answering-study §5)
const REACH = 3

export const checkStrength = (statement: Reading, evidence: Evidence, alignment: Alignment): Checked | null => {
  for (const [at, { mark }] of statement.items.entries()) {
    if (mark === null || NEVER_ASKED.has(mark)) continue
    const marks = [mark, ...(AS_WELL[mark] ?? [])]
    const isBorneOut =
      isSaidAbove(marks, evidence) ||
      governsTheSame(statement.items, at, marks, evidence, alignment) ||
      standsBesideTheSame(statement.items, at, marks, evidence, alignment)
    const words = wordsBeside(statement.items, at)
    if (!isBorneOut) return faulty('strength', [mark, ...words.behind].join(' '))
  }
  return null
}

/** "Nghĩa vụ của bên cho vay", "Chi ủy có trách nhiệm:" — the nearest heading that speaks of duties or rights says it of the units. */
const isSaidAbove = (marks: readonly Mark[], { cited }: Evidence): boolean =>
  marks.some((mark) => mark === 'duty' || mark === 'right') &&
  cited.some(
    ({ above }) =>
      above
        .findLast(({ items }) => items.some(speaks))
        ?.items.some((item) => speaks(item) && marks.includes(item.mark!)) ?? false,
  )

/** "được" alone speaks of no right. */
const speaks = ({ mark, kind }: Item): boolean =>
  mark !== null && (HEADING.has(mark) || (mark === 'right' && kind === 'content'))

/** Whether the word that the mark goes with has such a mark over it in the place that agrees best. */
const governsTheSame = (
  items: readonly Item[],
  at: number,
  marks: readonly Mark[],
  evidence: Evidence,
  { said, known, places }: Alignment,
): boolean => places[governed(items, at, said)]?.some((j) => isGoverned(evidence.items, known[j]!.at, marks)) ?? false

const governed = (items: readonly Item[], at: number, said: Alignment['said']): number =>
  said.findIndex((word) => word.at > at && !word.isLight && word.clause === items[at]!.clause)

/** Shortly before the word; for a duty anywhere before it in its sentence, or in the introduction of its list. */
const isGoverned = (items: readonly Item[], at: number, marks: readonly Mark[]): boolean => {
  const isDuty = marks.includes('duty')
  let words = 0
  for (let i = at - 1; i >= 0; i--) {
    const { mark, isLight, sentence } = items[i]!
    if (mark && marks.includes(mark)) return true
    if (isWord(items[i]!) && !isLight) words++
    if (isDuty ? (mark && MODALS.has(mark)) || items[at]!.sentence - sentence > 1 : words >= REACH) return false
  }
  return false
}

/** Whether such a mark stands somewhere with the same words beside it. */
const standsBesideTheSame = (
  items: readonly Item[],
  at: number,
  marks: readonly Mark[],
  evidence: Evidence,
  { said, places }: Alignment,
): boolean => {
  const own = wordsBeside(items, at)
  const isAligned = (places[governed(items, at, said)]?.length ?? 0) > 0
  return evidence.items.some(({ mark }, k) => {
    if (mark === null || !marks.includes(mark)) return false
    const known = wordsBeside(evidence.items, k)
    const [first, second] = own.behind
    if (ATTRIBUTES.has(mark) && own.before[0] !== undefined && own.before[0] === known.before[0]) return true
    // "Hằng năm, …": alone in its clause; "… chậm nhất": at its end
    // "mọi hình thức": what it goes with says little
    if (own.next !== null && own.next === known.next && [first, undefined].includes(known.behind[0])) return true
    if (first === undefined) return own.before.length === 0 || own.before.some((word) => known.before.includes(word))
    if (!isAligned) return known.behind.includes(first) || (second !== undefined && known.behind.includes(second))
    return known.behind[0] === first && [second, undefined].includes(known.behind[1] ?? second)
  })
}

interface Beside {
  /** Nearest first. */
  readonly before: readonly string[]
  readonly behind: readonly string[]
  /** The very next word of the clause, also one that says little. */
  readonly next: string | null
}

/** The words beside a mark in its clause; behind it also those that a colon parts off. */
const wordsBeside = (items: readonly Item[], at: number): Beside => {
  const { clause, sentence } = items[at]!
  const keys = (some: readonly Item[]) => some.filter((item) => isWord(item) && !item.isLight).map(({ key }) => key)
  const before = items.slice(Math.max(0, at - 8), at).filter((item) => item.clause === clause)
  const behind = items.slice(at + 1, at + 9).filter((item) => item.clause === clause || item.sentence === sentence + 1)
  const next = items.slice(at + 1).find(isWord)
  return {
    before: keys(before).reverse().slice(0, 2),
    behind: keys(behind).slice(0, REACH),
    next: next?.clause === clause ? next.key : null,
  }
}
