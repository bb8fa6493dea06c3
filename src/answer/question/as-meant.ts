/** A look-up typed in keystrokes or with slips, in the letters that were meant; every other question stays as it was typed. */
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { plainTyping } from '../../text/typing/plain-typing.ts'
import { oneLine } from '../../text/vietnamese.ts'
import { askedAbout } from '../look-up/metadata-question.ts'
import { documentAsked } from '../look-up/document-question.ts'
import { placesAsked } from '../places/place-asked.ts'
import { plenariesIn } from './plenary-documents.ts'
import { asksOfWhole } from './asks-of-whole.ts'
import { relativePlace } from './relative-place.ts'
import { validityAsked } from './validity-question.ts'

export const asMeant = (typed: string): string => {
  const question = oneLine(typed)
  const plain = plainTyping(question)
  // the search undoes such habits by itself, and knows the words of the library; only names must be read before it
  return plain !== question && namings(plain) > namings(question) ? plain : question
}

const namings = (question: string): number =>
  (placesAsked(question)?.paths.reduce((sum, path) => sum + path.length, 0) ?? 0) +
  mentionsIn(question).length +
  plenariesIn(question).filter(({ congress }) => congress !== null).length +
  Number(askedAbout(question) !== null || documentAsked(question) !== null) +
  Number(relativePlace(question) !== null) +
  Number(validityAsked(question) !== null) +
  Number(asksOfWhole(question))
