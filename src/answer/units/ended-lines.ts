/** The line about a body that is no longer, with the source that the table gives for it. */
import { unitMessages } from '../../text/messages/unit-messages.ts'
import { dayFirst } from '../source-line.ts'
import type { EndedUnit } from './ended-unit.ts'
import { unitsIn } from './units-in.ts'

/** More would bury the answer. */
const MOST = 2

/** `now`: what ends on a later day is not yet spoken of. */
export const endedLines = (question: string, units: readonly EndedUnit[], now: Date): readonly string[] => {
  if (units.length === 0) return []
  const today = now.toISOString().slice(0, 10)
  return unitsIn(
    question,
    units.filter(({ endedOn }) => endedOn <= today),
  )
    .slice(0, MOST)
    .map(lineOf)
}

const lineOf = ({ name, kind, endedOn, followedBy, source, note }: EndedUnit): string => {
  const from = unitMessages.source(source.title, source.number, source.date && dayFirst(source.date))
  const line = kind === 'province' || kind === 'commune' ? unitMessages.ended : unitMessages.endedBody
  return line(name, dayFirst(endedOn), followedBy.join(unitMessages.and), from, note)
}
