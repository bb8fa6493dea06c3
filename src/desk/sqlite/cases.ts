/** What was handed to staff. */
import { randomBytes } from 'node:crypto'
import type { Case, Cases } from '../records.ts'
import type { Store } from './store.ts'

const FIELDS =
  'id, n, person, chat, lane, messageId, answerId, question, reason, state, openedAt, name, reply, repliedAt, approvedAs'

const CHANGEABLE = ['state', 'name', 'reply', 'repliedAt', 'approvedAs'] as const

export const createCases = (store: Store): Cases => {
  const ofAnswer = (answerId: string): Case | null =>
    store.row(`SELECT ${FIELDS} FROM cases WHERE answerId = :answerId AND state = 'open'`, { answerId })
  return {
    open: (entry) =>
      store.transaction(
        () =>
          (entry.answerId === null ? null : ofAnswer(entry.answerId)) ??
          store.row<Case>(
            `INSERT INTO cases (id, person, chat, lane, messageId, answerId, question, reason, state, openedAt, name)
              VALUES (:id, :person, :chat, :lane, :messageId, :answerId, :question, :reason, 'open', :openedAt, :name)
              RETURNING ${FIELDS}`,
            { ...entry, id: randomBytes(9).toString('base64url') },
          )!,
      ),
    get: (id) => store.row(`SELECT ${FIELDS} FROM cases WHERE id = :id`, { id }),
    ofAnswer,
    listOpen: (limit) =>
      store.rows(`SELECT ${FIELDS} FROM cases WHERE state = 'open' ORDER BY n LIMIT :limit`, { limit }),
    countOpen: () => store.row<{ n: number }>(`SELECT count(*) AS n FROM cases WHERE state = 'open'`)!.n,
    update: (id, change) => {
      const changed = CHANGEABLE.filter((field) => change[field] !== undefined)
      if (changed.length === 0) return
      const values = Object.fromEntries(changed.map((field) => [field, change[field]!]))
      store.run(`UPDATE cases SET ${changed.map((field) => `${field} = :${field}`).join(', ')} WHERE id = :id`, {
        ...values,
        id,
      })
    },
  }
}
