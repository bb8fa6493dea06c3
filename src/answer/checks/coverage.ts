/** Coverage: a statement is made of the words of what it cites (answering-study §5, test 3). */
import { fold } from '../../text/vietnamese.ts'
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Evidence } from './reading/evidence.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'

// answering-study §5
const COVERAGE = 0.6
// That alone accepts .61 of the sentences to which a clause of another document was added. Words of its own may be two, or a fifth
// in a long statement: .18; and no two in a row, which in Vietnamese make a term: .06. Of 143 paraphrases written by hand it costs none.
const OWN = 2
const OWN_SHARE = 0.2
const OWN_RUN = 1

export const checkCoverage = (statement: Reading, evidence: Evidence): Checked | null => {
  const known = new Set(evidence.items.map(({ key }) => key))
  const isOwn = ({ key, isLight }: Item): boolean => !isLight && !known.has(key)
  const content = statement.items.filter(({ kind }) => kind === 'content')
  const own = content.filter(isOwn)
  const counted = content.filter((item) => !item.isLight || known.has(item.key)).length
  // quán is no quản: a word that differs from one of the source by its marks alone is another word
  const folded = new Set([...known].map(fold))
  const isStrange =
    own.some(({ key }) => folded.has(fold(key))) ||
    own.length > (1 - COVERAGE) * counted ||
    own.length > Math.max(OWN, OWN_SHARE * counted) ||
    longestRun(content, isOwn) > OWN_RUN
  if (counted < 2 || isStrange) return faulty('coverage', own.map(({ key }) => key).join(' '))
  return usesUnits(statement, evidence) ? null : faulty('coverage', statement.text)
}

/** Of words that are its own; light ones neither end a run nor lengthen it. */
const longestRun = (content: readonly Item[], isOwn: (item: Item) => boolean): number => {
  let run = 0
  let longest = 0
  for (const item of content) {
    if (isOwn(item)) longest = Math.max(longest, ++run)
    else if (!item.isLight) run = 0
  }
  return longest
}

/** What only repeats the headings does not rest on the unit that it cites. */
const usesUnits = (statement: Reading, { cited }: Evidence): boolean => {
  const said = new Set(statement.items.filter(isWord).map(({ key }) => key))
  const within = new Set(cited.flatMap(({ unit }) => unit.items.map(({ key }) => key)))
  if ([...said].filter((key) => within.has(key)).length >= COVERAGE * said.size) return true
  return cited.some(({ unit, above }) => {
    const known = new Set(above.flatMap(({ items }) => items.map(({ key }) => key)))
    const own = new Set(unit.items.filter((item) => isWord(item) && !known.has(item.key)).map(({ key }) => key))
    return [...own].filter((key) => said.has(key)).length >= Math.min(2, own.size)
  })
}
