/** Hedges: "có thể bị khai trừ" does not bear out "bị khai trừ", nor "thời gian tối đa" "thời gian". */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Alignment } from './reading/alignment.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Mark } from './reading/marks.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'

const HEDGES = new Set<Mark>(['may', 'most', 'some', 'about', 'at_least', 'at_most'])
// stand behind what they describe, too
const LIMITS = new Set<Mark>(['at_least', 'at_most'])
// what takes the place of a hedge; a negation takes all of it back
const INSTEAD = new Map<Mark, readonly Mark[]>([
  ['may', ['allowed', 'not']],
  ['at_least', ['over', 'and_up']],
  ['at_most', ['within', 'under', 'and_down']],
])

/** A word that its source hedges wherever it agrees best is hedged in the statement as well. */
export const checkHedges = (
  statement: Reading,
  evidence: Evidence,
  { said, known, places }: Alignment,
): Checked | null => {
  for (const [i, { key, at }] of said.entries()) {
    const there = places[i]!.map((j) => known[j]!.at)
    if (there.length === 0) continue
    for (const step of [-1, 1] as const) {
      const lost = there.map((place) => hedgeBeside(evidence.items, place, step))
      if (lost.every((mark) => mark !== null && !isHedged(statement.items, at, mark))) return faulty('strength', key)
    }
  }
  return null
}

/** The hedge right before a word; or right behind it, where it describes the word. */
const hedgeBeside = (items: readonly Item[], at: number, step: 1 | -1): Mark | null => {
  for (let i = at + step; items[i] && !isWord(items[i]!); i += step) {
    const { mark, clause } = items[i]!
    if (clause !== items[at]!.clause) return null
    if (mark && HEDGES.has(mark)) return step < 0 || (LIMITS.has(mark) && !countsSoon(items, i)) ? mark : null
  }
  return null
}

/** Whether a number comes within two words: then the bound is the number's (bounds.ts). */
const countsSoon = (items: readonly Item[], at: number): boolean =>
  items
    .slice(at + 1)
    .filter(isWord)
    .slice(0, 2)
    .some(({ kind }) => kind === 'quantity')

const isHedged = (items: readonly Item[], at: number, hedge: Mark): boolean =>
  items
    .slice(Math.max(0, at - 8), at + 4)
    .some(({ mark }) => mark !== null && (mark === hedge || (INSTEAD.get(hedge)?.includes(mark) ?? false)))
