/**
 * Whether a message that waits speaks of a document that its reader had when it was worded and has no more: its level was raised, or it
 * was taken out. A page is known by its buttons, an answer by what it rests on.
 */
import type { Level } from '../../access.ts'
import type { OutboxItem, Records } from '../../desk/records.ts'
import type { Library } from '../../search/search-index.ts'
import { documentsBehind } from '../documents-behind.ts'
import type { Outgoing } from '../outgoing.ts'

interface Parts {
  readonly records: Pick<Records, 'answers'>
  readonly house: { library(level: Level): Library | null }
}

export const speaksOfLost = (
  { records, house }: Parts,
  { answerId }: Pick<OutboxItem, 'answerId'>,
  message: Outgoing,
  level: Level,
): boolean => {
  // whoever reads everything loses nothing but what is gone for all
  const library = level === 'staff' ? null : house.library(level)
  if (!library) return false
  const answer = answerId === null ? undefined : records.answers.get(answerId.split('.')[0]!)?.answer
  const ids = [...idsOnButtons(message), ...(answer ? documentsBehind(answer) : [])]
  return ids.some((id) => library.card(id) === undefined)
}

/** As ids of documents look (ingest/ingest-files.ts). */
const ID = /^[0-9a-f]{16}$/

const idsOnButtons = (message: Outgoing): readonly string[] =>
  message.kind === 'text'
    ? (message.buttons ?? []).flatMap(({ data = '' }) => data.split(':').filter((part) => ID.test(part)))
    : []
