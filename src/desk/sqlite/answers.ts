/** Answers that were given. */
import type { Answer } from '../../answer/answer.ts'
import type { Answers, GivenAnswer } from '../records.ts'
import type { Store } from './store.ts'

type Row = Omit<GivenAnswer, 'answer'> & { readonly answer: string }

const FIELDS = 'id, person, chat, lane, messageId, at, question, level, answer'

export const createAnswers = (store: Store): Answers => ({
  put: ({ answer, ...given }) =>
    void store.run(
      `INSERT INTO answers (${FIELDS}) VALUES (:id, :person, :chat, :lane, :messageId, :at, :question, :level, :answer)
        ON CONFLICT (id) DO UPDATE SET person = excluded.person, chat = excluded.chat, lane = excluded.lane,
          messageId = excluded.messageId, at = excluded.at, question = excluded.question, level = excluded.level,
          answer = excluded.answer`,
      { ...given, answer: JSON.stringify(answer) },
    ),
  get: (id) => given(store.row(`SELECT ${FIELDS} FROM answers WHERE id = :id`, { id })),
  ofMessage: (chat, messageId) =>
    given(
      store.row(
        `SELECT ${FIELDS} FROM answers WHERE chat = :chat AND messageId = :messageId ORDER BY at DESC, rowid DESC LIMIT 1`,
        { chat, messageId },
      ),
    ),
})

const given = (row: Row | null): GivenAnswer | null => row && { ...row, answer: JSON.parse(row.answer) as Answer }
