/** "nghị quyết 05 của đảng ủy khối": a document is named and nothing is asked of it, so it is said which it is and what it holds. */
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { clean } from '../../text/vietnamese.ts'
import { placesAsked } from '../places/place-asked.ts'
import { isNamedBy } from '../places/name-words.ts'
import { contentOf } from '../places/saying.ts'
import { plenariesIn } from '../question/plenary-documents.ts'
import type { Outcome, Situation } from '../situation.ts'
import { fromTitles } from './from-titles.ts'
import { askedAbout } from './metadata-question.ts'

/** `undefined` when the question says more. */
export const documentAlone = (situation: Situation): Outcome | undefined => {
  const { standalone, named, library, scope } = situation
  const [card, ...others] = named.cards
  const text = clean(standalone.text)
  if (!card || others.length > 0 || scope.wants === 'documents' || placesAsked(text) || askedAbout(text))
    return undefined
  const mentions = [...mentionsIn(text), ...plenariesIn(text)]
  const rest = mentions.reduce((left, { start, end }) => blanked(left, start, end), text)
  return isNamedBy(contentOf(rest), card, library) ? fromTitles(situation, [card]) : undefined
}

const blanked = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
