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

/** Without the further units that give the value of the best one once more; for questions after a person or a time. */
export const withoutRepeats = (chosen: Chosen, question: Question): Chosen => {
  const valuesIn = VALUES[question.type as keyof typeof VALUES]
  if (!valuesIn) return chosen
  const known = valuesIn(chosen.best.text, question.asked)
  if (known.size === 0) return chosen
  const repeats = (text: string): boolean => [...valuesIn(text, question.asked)].some((value) => known.has(value))
  const units = chosen.units.filter((unit) => unit === chosen.best || !repeats(unit.text))
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
