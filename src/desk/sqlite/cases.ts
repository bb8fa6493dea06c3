/** What was handed to staff, and what they replied. */
import { newId } from '../new-id.ts'
import { fold, key } from '../../text/vietnamese.ts'
import type { Case, CaseReply, Cases } from '../case-records.ts'
import type { Store } from './store.ts'

const FIELDS =
  'id, n, person, chat, lane, messageId, answerId, question, reason, state, openedAt, name, reply, repliedAt, approvedAs, asked, basisItem'

const CHANGEABLE = ['state', 'name', 'reply', 'repliedAt', 'approvedAs', 'asked', 'basisItem'] as const

export const createCases = (store: Store): Cases => {
  const ofAnswer = (answerId: string): Case | null =>
    store.row(`SELECT ${FIELDS} FROM cases WHERE answerId = :answerId AND state = 'open'`, { answerId })
  return {
    open: (entry) =>
      store.transaction(
        () =>
          (entry.answerId === null ? null : ofAnswer(entry.answerId)) ??
          store.row<Case>(
            `INSERT INTO cases (id, person, chat, lane, messageId, answerId, question, reason, state, openedAt, name, wording)
              VALUES (:id, :person, :chat, :lane, :messageId, :answerId, :question, :reason, 'open', :openedAt, :name, :wording)
              RETURNING ${FIELDS}`,
            { ...entry, id: newId(), wording: wordingOf(entry.question) },
          )!,
      ),
    get: (id) => store.row(`SELECT ${FIELDS} FROM cases WHERE id = :id`, { id }),
    ofAnswer,
    ofRefusal: (question) =>
      store.row(
        `SELECT ${FIELDS} FROM cases WHERE wording = :wording AND state = 'open' AND reason = 'refused' ORDER BY n LIMIT 1`,
        { wording: wordingOf(question) },
      ),
    listOpen: (limit, offset = 0) =>
      store.rows(`SELECT ${FIELDS} FROM cases WHERE state = 'open' ORDER BY n LIMIT :limit OFFSET :offset`, {
        limit,
        offset,
      }),
    countOpen: (person) =>
      person === undefined
        ? store.row<{ n: number }>(`SELECT count(*) AS n FROM cases WHERE state = 'open'`)!.n
        : store.row<{ n: number }>(`SELECT count(*) AS n FROM cases WHERE state = 'open' AND person = :person`, {
            person,
          })!.n,
    update: (id, change) => {
      const changed = CHANGEABLE.filter((field) => change[field] !== undefined)
      if (changed.length === 0) return
      const values = Object.fromEntries(changed.map((field) => [field, change[field]!]))
      store.run(`UPDATE cases SET ${changed.map((field) => `${field} = :${field}`).join(', ')} WHERE id = :id`, {
        ...values,
        id,
      })
    },
    replies: createReplies(store),
  }
}

const REPLY_FIELDS = 'chat, messageId, threadId, caseId, text, itemId, at'

const createReplies = (store: Store): Cases['replies'] => ({
  put: (reply) =>
    void store.run(
      `INSERT INTO caseReplies (${REPLY_FIELDS}) VALUES (:chat, :messageId, :threadId, :caseId, :text, :itemId, :at)
        ON CONFLICT (chat, messageId) DO UPDATE SET text = excluded.text, itemId = excluded.itemId, at = excluded.at`,
      { ...reply },
    ),
  get: (chat, messageId) =>
    store.row<CaseReply>(`SELECT ${REPLY_FIELDS} FROM caseReplies WHERE chat = :chat AND messageId = :messageId`, {
      chat,
      messageId,
    }),
  of: (caseId) =>
    store.rows<CaseReply>(`SELECT ${REPLY_FIELDS} FROM caseReplies WHERE caseId = :caseId ORDER BY at, messageId`, {
      caseId,
    }),
})

/** The letters and digits without marks: `Đảng phí là gì?` and `dang phi la gi` are one question. */
const wordingOf = (question: string): string =>
  fold(key(question))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
