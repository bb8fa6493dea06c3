/** Whether everybody may read what the answer of a case rests on: what staff add to it is public once it is in the library. */
import type { Case } from '../../../desk/case-records.ts'
import type { BotDeps } from '../../context.ts'

/** A document that is gone counts as one that was not public. */
export const restsOnPublic = (
  { answerId }: Pick<Case, 'answerId'>,
  { records, house }: Pick<BotDeps, 'records' | 'house'>,
): boolean => {
  const citations = (answerId === null ? null : records.answers.get(answerId))?.answer.citations ?? []
  const open = citations.length > 0 ? house.library('public') : null
  return citations.every(({ documentId }) => open?.card(documentId) !== undefined)
}
