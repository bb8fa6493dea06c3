/** Messages on their way to Telegram; once sent, what a message id of ours belongs to. */
import type { Outbox, OutboxItem } from '../records.ts'
import type { Store } from './store.ts'

const FIELDS = 'id, chat, body, answerId, caseId, state, messageId, attempts, notBefore, round'

export const createOutbox = (store: Store, now: () => number): Outbox => ({
  put: ({ chat, body, answerId = null, caseId = null, round = null }) =>
    store.row<OutboxItem>(
      `INSERT INTO outbox (chat, body, answerId, caseId, round, state, queuedAt)
        VALUES (:chat, :body, :answerId, :caseId, :round, 'queued', :queuedAt) RETURNING ${FIELDS}`,
      { chat, body, answerId, caseId, round, queuedAt: now() },
    )!,
  queued: () => store.rows(`SELECT ${FIELDS} FROM outbox WHERE state = 'queued' ORDER BY id`),
  isQueued: (id) => store.row(`SELECT 1 FROM outbox WHERE id = :id AND state = 'queued'`, { id }) !== null,
  sent: (id, messageId) => {
    const sent = `UPDATE outbox SET state = 'sent', body = NULL, messageId = coalesce(:messageId, messageId)
      WHERE id = :id AND state = 'queued'`
    if (store.run(sent, { id, messageId }) > 0) return 'sent'
    return store.row('SELECT 1 FROM outbox WHERE id = :id', { id }) === null ? 'erased' : 'withdrawn'
  },
  closed: (id) => void store.run(`UPDATE outbox SET state = 'closed', body = NULL WHERE id = :id`, { id }),
  postponed: (id, notBefore) =>
    void store.run(
      `UPDATE outbox SET attempts = attempts + 1, notBefore = :notBefore, isHandedOver = 0 WHERE id = :id`,
      {
        id,
        notBefore,
      },
    ),
  holds: (answerId) => store.row('SELECT 1 FROM outbox WHERE answerId = :answerId LIMIT 1', { answerId }) !== null,
  ofAnswer: (answerId) =>
    store.rows(`SELECT ${FIELDS} FROM outbox WHERE answerId = :answerId AND state = 'sent' ORDER BY id`, { answerId }),
  ofCase: (caseId) =>
    store.rows(`SELECT ${FIELDS} FROM outbox WHERE caseId = :caseId AND state = 'sent' ORDER BY id`, { caseId }),
  // a message may have been touched again by one that belongs to nothing, as when its buttons were taken away
  find: (chat, messageId) =>
    store.row(
      `SELECT ${FIELDS} FROM outbox WHERE chat = :chat AND messageId = :messageId
        ORDER BY answerId IS NULL AND caseId IS NULL, id DESC LIMIT 1`,
      { chat, messageId },
    ),
  withdraw: (answerId) =>
    store.transaction(() => {
      const unsent = `answerId = :answerId AND state = 'queued'`
      const items = store.rows<OutboxItem>(`SELECT ${FIELDS} FROM outbox WHERE ${unsent} ORDER BY id`, { answerId })
      if (items.length > 0) store.run(`UPDATE outbox SET state = 'closed', body = NULL WHERE ${unsent}`, { answerId })
      return items
    }),
})
