/** Keeps what has been replaced out of an answer, unless the past is asked about. */
import type { ScoredPassage } from '../../search/retrieval.ts'
import { fold } from '../../text/vietnamese.ts'

const PAST =
  /(?<!\p{L})(?:truoc day|truoc kia|luc truoc|ban cu|quy dinh cu|da tung|khi do|hoi do|thoi do|so voi)(?!\p{L})/iu

export const asksThePast = (question: string): boolean => PAST.test(fold(question))

/** Passages of replaced documents are dropped where their successor was found too; `namedIds` were asked for by name. */
export const inForce = (
  passages: readonly ScoredPassage[],
  question: string,
  namedIds: readonly string[],
): readonly ScoredPassage[] => {
  if (asksThePast(question)) return passages
  const found = new Set(passages.map(({ card }) => card.id))
  const isSuperseded = ({ card }: ScoredPassage): boolean =>
    card.meta.validity === 'replaced' && !namedIds.includes(card.id) && card.replacedBy.some((id) => found.has(id))
  return passages.filter((passage) => !isSuperseded(passage))
}
