/** Strength, bounds and direction: a group of words that the statement uses must stand in its source beside the same words. */
import type { Evidence } from './evidence.ts'
import { faulty } from './fault.ts'
import type { Checked } from './fault.ts'
import type { Mark } from './marks.ts'
import type { Item, Reading } from './reading.ts'

// what bears out what; a group that is not named is never asked for
const BORNE_OUT_BY: Partial<Record<Mark, readonly Mark[]>> = {
  all: ['all'],
  most: ['most'],
  some: ['some'],
  only: ['only'],
  must: ['must', 'duty', 'should'],
  may: ['may'],
  allowed: ['allowed', 'right'],
  should: ['should', 'must'],
  least: ['least'],
  most_of_all: ['most_of_all', 'within'],
  over: ['over'],
  under: ['under'],
  before: ['before'],
  after: ['after'],
  about: ['about'],
  except: ['except'],
  at_once: ['at_once'],
  each_day: ['each_day'],
  each_week: ['each_week'],
  each_month: ['each_month'],
  each_quarter: ['each_quarter'],
  each_year: ['each_year'],
  each_term: ['each_term'],
}
// answering-study §5: beside the same word, three content words
const REACH = 3

export const checkStrength = (statement: Reading, evidence: Evidence): Checked | null => {
  for (const [i, item] of statement.items.entries()) {
    const marks = item.mark && BORNE_OUT_BY[item.mark]
    if (!marks) continue
    const beside = neighbours(statement.items, i)
    const borneOut = evidence.items.some(
      (one, k) =>
        one.mark && marks.includes(one.mark) && neighbours(evidence.items, k).some((word) => beside.includes(word)),
    )
    if (!borneOut) return faulty('strength', `${item.mark} ${beside.join(' ')}`)
  }
  return null
}

const neighbours = (items: readonly Item[], at: number): readonly string[] => {
  const beside = (from: readonly Item[]) => from.filter(({ kind }) => kind !== 'mark').map(({ key }) => key)
  const behind = beside(items.slice(at + 1, at + 8)).slice(0, REACH)
  return behind.length > 0 ? behind : beside(items.slice(Math.max(0, at - 8), at)).slice(-REACH)
}
