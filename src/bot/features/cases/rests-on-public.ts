/** Whether everybody may read what the answer of a case rests on: what staff add to it is public once it is in the library. */
import type { Case } from '../../../desk/case-records.ts'
import type { BotDeps } from '../../context.ts'

/** A document that is gone counts as one that was not public. */
export const restsOnPublic = (
  { answerId }: Pick<Case, 'answerId'>,
  { records, house }: Pick<BotDeps, 'records' | 'house'>,
): boolean => {
  if (answerId === null) return true
  const answer = records.answers.get(answerId)?.answer
  // what it rested on cannot be told any more, or it named what not everybody may read: so may the question, which leans on it
  if (!answer || (answer.level ?? 'public') !== 'public') return false
  const { citations } = answer
  const open = citations.length > 0 ? house.library('public') : null
  return citations.every(({ documentId }) => open?.card(documentId) !== undefined)
}
