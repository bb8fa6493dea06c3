/** "Ai là bí thư?" wants one name: quotes that only say it again are left out. */
import { fold } from '../../text/vietnamese.ts'
import type { Chosen } from './choose-units.ts'
import type { Candidate } from './unit-features.ts'
import { peopleIn } from '../question/proper-names.ts'
import type { Question } from '../question/question.ts'

/**
 * A best unit less likely than this is only believed when two others say the same: so answerHit falls by at most .003 on five
 * sets, by .0034 where likelihood alone decides at .25.
 */
const SURE = 0.4
/**
 * Beside a person named by a unit as likely as this, what names nobody adds nothing either: answers from web texts are 4 characters
 * shorter, from prose 2, for answerHit −.001 at most. At .4 it is 15 and 4 for −.003. Of times it is not so: an exception has none.
 */
const CERTAIN = 0.6

/** Without the further units that give the value of the best one once more; for questions after a person or a time. */
export const withoutRepeats = (chosen: Chosen, question: Question): Chosen => {
  const valuesIn = VALUES[question.type as keyof typeof VALUES]
  if (!valuesIn) return chosen
  const known = valuesIn(chosen.best.text, question.asked)
  if (known.size === 0) return chosen
  const repeats = (text: string): boolean => [...valuesIn(text, question.asked)].some((value) => known.has(value))
  const isCertain = question.type === 'who' && chosen.p >= CERTAIN
  const isEmpty = (text: string): boolean => isCertain && valuesIn(text, question.asked).size === 0
  const leadsIn = ({ passage, index }: Candidate): boolean =>
    passage === chosen.best.passage && index === chosen.best.parent
  const units = chosen.units.filter(
    (unit) => unit === chosen.best || leadsIn(unit) || !(repeats(unit.text) || isEmpty(unit.text)),
  )
  if (chosen.p >= SURE || chosen.units.length - units.length >= 2) return { ...chosen, units }
  // a caption that says it again adds nothing, however unsure the best is
  const isCaption = ({ passage }: Candidate): boolean => passage.passage.kind === 'caption'
  const without = chosen.units.filter((unit) => unit === chosen.best || !isCaption(unit) || !repeats(unit.text))
  if (without.length === chosen.units.length) return chosen
  return { ...chosen, units: without.filter((unit) => valuesIn(unit.text, question.asked).size > 0) }
}

const DATE =
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngay \d{1,2}(?: thang \d{1,2}(?: nam \d{4})?)?|thang \d{1,2}(?: nam \d{4})?|(?<!\d)(?:1\d|20)\d\d(?!\d)/gu

const VALUES = {
  who: peopleIn,
  when: (text: string, asked: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(
      (fold(text).toLowerCase().match(DATE) ?? []).filter((date) =>
        (date.match(/\d+/g) ?? []).some((number) => !asked.has(number)),
      ),
    ),
}
