/** Negation: what the statement denies its source denies, and the other way round (answering-study §5, test 4). */
import type { Denial } from './denials.ts'
import { denialOf, denialsIn, doubled, isBanned, isNegation } from './denials.ts'
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import { forgetsDenialAbove, isDeniedAbove } from './denials-above.ts'
import type { Alignment } from './reading/alignment.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Item, Reading } from './reading/read.ts'
import { isWord } from './reading/read.ts'

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
  if (forgetsBan(statement, evidence, alignment)) return faulty('negation', 'bị cấm')
  const within = evidence.items.filter(({ isAbove }) => !isAbove)
  const lost = denialsIn(within).find(
    (known) =>
      known.behind.length + known.banned.length === 0 && affirms(statement.items, known) && !affirms(within, known),
  )
  if (lost) return faulty('negation', `${lost.before[0]} không`)
  return evidence.cited.some((cited) => forgetsDenialAbove(statement.items, cited)) ? faulty('negation', 'above') : null
}

const saysTheSame = (said: Denial, known: Denial, words: ReadonlySet<string>): boolean => {
  if (said.mark !== known.mark) return false
  const [first, second] = said.behind
  // "… bị nghiêm cấm" at the end denies what stands before it
  if (first === undefined) return said.before.some((word) => [...known.before, ...known.behind].includes(word))
  if (known.banned.includes(first)) return true
  if (known.behind.length === 0) return known.before.includes(first)
  // a word of the statement's own may come first
  return known.behind.includes(first) || (!words.has(first) && second !== undefined && known.behind[0] === second)
}

/** Whether what stands before a negation that ends its clause ("… không còn") stands here without one. */
const affirms = (items: readonly Item[], { before: [last, second] }: Denial): boolean =>
  last !== undefined &&
  second !== undefined &&
  items.some(
    (item, at) =>
      item.key === last &&
      items.slice(0, at).findLast(isWord)?.key === second &&
      !items.slice(at + 1, at + 5).some(isNegation),
  )

/** Takes two words or more from what "bị nghiêm cấm" follows, and denies nothing. */
const forgetsBan = (statement: Reading, evidence: Evidence, { known, places }: Alignment): boolean =>
  !statement.items.some(isNegation) &&
  places.filter((own) => own.length > 0 && own.every((j) => isBanned(evidence.items, known[j]!.at))).length > 1

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
    if (here === 'none' && there.every((denial) => denial === 'next')) {
      // a heading may deny what the unit says: "không vi phạm tư cách" above "Đảng viên vi phạm tư cách …"
      const isWithin = known.some(
        (word) => word.key === key && !word.isAbove && denialOf(evidence.items, word.at) === 'none',
      )
      if (!isWithin || places[i]!.some((j) => !known[j]!.isAbove)) return key
    }
    if (here !== 'next' || there.some((denial) => denial !== 'none') || isDeniedAbove(key, evidence)) continue
    const second = said[i + 1]?.key
    const isElsewhere = theirs.some(({ behind }) => behind[0] === key && [second, undefined].includes(behind[1]))
    if (!isElsewhere) return `không ${key}`
  }
  return null
}
