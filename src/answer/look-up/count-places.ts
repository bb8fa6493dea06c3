/** "Quy định 27 có bao nhiêu điều?" is counted from the headings, and the last of them is shown. */
import type { Heading } from '../../documents/document.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { arabic } from '../../text/numbers/numerals.ts'
import { unitsOf } from '../../text/units/sentences.ts'
import { clean, fold } from '../../text/vietnamese.ts'
import { placeName } from '../decide/ask-back.ts'
import { citationOf } from '../citations.ts'
import { findClauses, labelKey, locatorsIn } from '../quotes/clause.ts'
import { nameOf } from '../document-names.ts'
import { drafted } from '../situation.ts'
import type { Outcome, Situation } from '../situation.ts'

const KINDS: Readonly<Record<string, string>> = { chuong: 'chương', dieu: 'điều', khoan: 'khoản' }
// "bao nhiêu điều kiện" counts something else
const HOW_MANY =
  /(?<!\p{L})(?:bao nhieu|may) (chuong|dieu|khoan)(?=$|\s+(?:vay|the|a|nhi|ha|tat ca|trong|cua|o)(?!\p{L}))/u

/** `undefined` when nothing of the kind is asked, or the numbering has gaps: then its words are searched. */
export const countPlaces = ({ standalone, scope, library }: Situation): Outcome | undefined => {
  const asked = HOW_MANY.exec(
    fold(clean(standalone.text))
      .toLowerCase()
      .replace(/[?!.\s]+$/u, ''),
  )?.[1]
  const card = scope.only?.length === 1 && scope.wants === 'words' ? scope.only[0]! : undefined
  const content = card && library.content(card.id)
  if (!asked || !content) return undefined
  const locators = locatorsIn(standalone.text)
  const within = locators.length > 0 ? findClauses(library, card, locators)[0] : { start: 0, end: content.text.length }
  // the clauses of a whole document are the clauses of many articles
  if (!within || (asked === 'khoan' && locators.length === 0)) return undefined
  const counted = content.headings.filter(
    (heading) => heading.start >= within.start && heading.start < within.end && numberOf(heading, asked) !== null,
  )
  const last = counted.at(-1)
  if (!last || !counted.every((heading, i) => numberOf(heading, asked) === i + 1)) return undefined
  const unit = unitsOf(content.text.slice(last.start, within.end))[0]
  const citation = unit && citationOf(library, { card, start: last.start + unit.start, end: last.start + unit.end }, 1)
  if (!citation) return undefined
  const name = [...(locators.length > 0 ? [placeName(locators)] : []), nameOf(card.meta)].join(' ')
  return drafted({
    text: `${answerMessages.counted(name, counted.length, KINDS[asked]!)} [1]`,
    citations: [citation],
  })
}

const numberOf = ({ label }: Heading, kind: string): number | null => {
  const [own, numeral] = labelKey(label).split(' ')
  return own === kind && numeral ? arabic(numeral) : null
}
