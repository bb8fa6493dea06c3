/** Whether the words of a question themselves must not be given to a model. */
import { mayRead, type Level } from '../../access.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { leanedOn, type Turn } from '../answer.ts'
import type { Standalone } from './follow-up.ts'

/**
 * A question that names a paper above `maySee`, is put to one, or was joined with a turn that rested on one: titles and numbers are
 * words of papers too. `named`: the documents that the question names.
 */
export const staysInside = (
  { dependent, documentId }: Standalone,
  turns: readonly Turn[],
  named: readonly DocumentCard[],
  library: Library,
  maySee: Level,
): boolean => {
  const levels = [
    ...named.map(({ level }) => level),
    ...(documentId === null ? [] : [library.card(documentId)?.level ?? 'public']),
    ...(dependent ? [leanedOn(turns)?.level ?? 'public'] : []),
  ]
  return !levels.every((level) => mayRead(maySee, level))
}
