/** What was said before, so that a follow-up question can lean on it; in the order of the messages that asked. */
import type { Turn } from '../../answer/answer.ts'
import type { Conversations } from '../records.ts'
import type { Store } from './store.ts'

export const createConversations = (store: Store): Conversations => ({
  turns: (conversation, since, before) =>
    store
      .rows<{ turn: string }>(
        `SELECT turn FROM turns WHERE conversation = :conversation AND messageId < :before AND at >= :since
          ORDER BY messageId`,
        { conversation, since, before: before ?? Number.MAX_SAFE_INTEGER },
      )
      .map(({ turn }) => JSON.parse(turn) as Turn),
  add: ({ turn, keep, ...entry }) =>
    store.transaction(() => {
      store.run(
        `INSERT INTO turns (conversation, messageId, person, at, turn) VALUES (:conversation, :messageId, :person, :at, :turn)
          ON CONFLICT (conversation, messageId) DO UPDATE SET person = excluded.person, at = excluded.at, turn = excluded.turn`,
        { ...entry, turn: JSON.stringify(turn) },
      )
      store.run(
        `DELETE FROM turns WHERE conversation = :conversation AND messageId NOT IN
          (SELECT messageId FROM turns WHERE conversation = :conversation ORDER BY messageId DESC LIMIT :keep)`,
        { conversation: entry.conversation, keep },
      )
    }),
  forget: (conversation) => void store.run('DELETE FROM turns WHERE conversation = :conversation', { conversation }),
})
