/** Where what holds at the time asked about says nothing: what held before is looked at, and never passed off as holding. */
import type { Retrieval } from '../../search/retrieval.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { datedName } from '../look-up/title-place.ts'
import { fromPassages } from '../quotes/from-passages.ts'
import { askBack } from '../refusal.ts'
import { refusing } from '../situation.ts'
import type { Outcome, Situation } from '../situation.ts'
import type { AskedTime } from '../question/asked-time.ts'
import { isOver } from '../../documents/document.ts'
import { lastSuccessor } from './successor.ts'

/** Which documents are looked at. */
export interface Among {
  readonly leaveOut: ReadonlySet<string>
  readonly onlyDocuments?: readonly string[]
  readonly top?: number
}

/**
 * What comes of a question in the end, given what its own time came to. `next`: the sets to leave out that were not tried yet; a
 * question about now is told that only a paper which no longer holds speaks of it, and offered that paper.
 */
export const inAnotherTime = async (
  first: Outcome,
  situation: Situation,
  time: AskedTime,
  next: readonly ReadonlySet<string>[],
  retrieve: (among: Among) => Promise<Retrieval> | Retrieval,
): Promise<Outcome> => {
  const isNotFound = first.kind === 'refused' && first.refused.reason === 'not_found'
  if (!isNotFound || situation.scope.only || situation.outside.size === 0) return first
  for (const leaveOut of next) {
    const found = fromPassages({ ...situation, outside: leaveOut, retrieval: await retrieve({ leaveOut }) })
    if (found.kind === 'drafted') return found
  }
  if (time.kind !== 'now') return first
  const over = situation.retrieval.leftOut ?? (await bestOf(situation.outside, retrieve))
  const most = situation.retrieval.documents[0]?.score ?? 0
  if (over === 0 || over < COMES_NEAR * most) return first
  const all = await retrieve({ leaveOut: NONE })
  const found =
    all.documents[0] && isOver(all.documents[0].card)
      ? fromPassages({ ...situation, outside: NONE, retrieval: all })
      : null
  if (found?.kind !== 'drafted') return first
  const old = situation.library.card(found.draft.citations[0]!.documentId)
  // what speaks of it nearly as well must not be said to be silent
  const scoreOf = (card: DocumentCard | undefined): number =>
    all.documents.find((hit) => hit.card.id === card?.id)?.score ?? 0
  const isSpokenOf = old && scoreOf(lastSuccessor(old, situation.library)) >= NEARLY * scoreOf(old)
  if (isSpokenOf) return first
  return old && isOver(old) ? refusing(onlyOver(old, situation.library)) : first
}

const NONE: ReadonlySet<string> = new Set()

/** Looked at alone, they take a tenth of the time. */
const bestOf = async (
  documents: ReadonlySet<string>,
  retrieve: (among: Among) => Promise<Retrieval> | Retrieval,
): Promise<number> => {
  const found = await retrieve({ leaveOut: NONE, onlyDocuments: [...documents], top: 1 })
  return found.documents[0]?.score ?? 0
}

/** Of the score of the best that holds: less than 1, because a paper's score by meaning hangs a little on what stands beside it. */
const COMES_NEAR = 0.9

/** Of the score of the paper that is over. */
const NEARLY = 0.8

const onlyOver = (old: DocumentCard, library: Library) => {
  const successors = old.replacedBy.flatMap((id) => library.card(id) ?? [])
  const by = successors[0]
  const sentence = by
    ? answerMessages.onlyReplaced(datedName(old.meta), datedName(by.meta))
    : answerMessages.onlyExpired(datedName(old.meta))
  return { ...askBack(sentence, [old, ...successors]), reason: 'not_found' as const }
}
