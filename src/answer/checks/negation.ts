/** Negation: what the statement denies its source denies, and the other way round (answering-study §5, test 4). */
import type { Denial } from './denials.ts'
import { denialOf, denialsIn, doubled } from './denials.ts'
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import { forgetsDenialAbove, isDeniedAbove } from './denials-above.ts'
import type { Alignment } from './reading/alignment.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Reading } from './reading/read.ts'

export const checkNegation = (statement: Reading, evidence: Evidence, alignment: Alignment): Checked | null => {
  const own = denialsIn(statement.items)
  const theirs = denialsIn(evidence.items)
  const words = new Set(alignment.known.map(({ key }) => key))
  const isBorneOut = (said: Denial): boolean => theirs.some((known) => saysTheSame(said, known, words))
  const added = own.find((said) => !isBorneOut(said) && !isDeniedAbove(said.behind[0], evidence))
  if (added) return faulty('negation', [added.mark, ...added.behind].join(' '))
  if (doubled(statement.items) > doubled(evidence.items)) return faulty('negation', 'không … không')
  const exchanged = exchangedWord(statement, evidence, alignment, theirs)
  if (exchanged !== null) return faulty('negation', exchanged)
  return evidence.cited.some((cited) => forgetsDenialAbove(statement.items, cited)) ? faulty('negation', 'above') : null
}

const saysTheSame = (said: Denial, known: Denial, words: ReadonlySet<string>): boolean => {
  if (said.mark !== known.mark) return false
  const [first, second] = said.behind
  // "… bị nghiêm cấm" at the end denies what stands before it
  if (first === undefined) return said.before.some((word) => [...known.before, ...known.behind].includes(word))
  if (known.behind.length === 0) return known.before.includes(first)
  // a word of the statement's own may come first
  return known.behind.includes(first) || (!words.has(first) && second !== undefined && known.behind[0] === second)
}

/** A word that is denied here and not there, or there and not here, in the place of the source that agrees best. */
const exchangedWord = (
  statement: Reading,
  evidence: Evidence,
  { said, known, places }: Alignment,
  theirs: readonly Denial[],
): string | null => {
  for (const [i, { key, at }] of said.entries()) {
    const here = denialOf(statement.items, at)
    const there = places[i]!.map((j) => denialOf(evidence.items, known[j]!.at))
    if (there.length === 0) continue
    if (here === 'none' && there.every((denial) => denial === 'next')) return key
    if (here !== 'next' || there.some((denial) => denial !== 'none') || isDeniedAbove(key, evidence)) continue
    const second = said[i + 1]?.key
    const isElsewhere = theirs.some(({ behind }) => behind[0] === key && [second, undefined].includes(behind[1]))
    if (!isElsewhere) return `không ${key}`
  }
  return null
}
