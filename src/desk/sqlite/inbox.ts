/** Updates that ask something of us: written down before Telegram is told that they came. */
import { createHash } from 'node:crypto'
import type { Inbox, InboxItem } from '../records.ts'
import type { Store } from './store.ts'

const FIELDS = 'updateId, lane, chat, person, receivedAt, messageId, editedAt, attempts, body, placeholder'

/** What an item loses when it ends. The digest of its message stays only where it was an edit, which older versions yield to. */
export const WIPED = `isOpen = 0, lane = NULL, chat = NULL, person = NULL, messageId = NULL, body = NULL,
  placeholder = NULL,  message = CASE WHEN editedAt > 0 THEN message END`

export const createInbox = (store: Store): Inbox => ({
  take: (items) => {
    const known = items.map((item) => ({ ...item, attempts: 0, placeholder: null }))
    return store.transaction(() => known.filter((item) => store.run(INSERT, { ...item, message: digest(item) }) > 0))
  },
  open: () =>
    store.rows<InboxItem>(`SELECT ${FIELDS} FROM inbox INDEXED BY inboxLane WHERE isOpen = 1 ORDER BY updateId`),
  begin: (updateId) => store.unflushed(() => store.row<{ attempts: number }>(BEGIN, { updateId })?.attempts ?? 0),
  showed: (updateId, placeholder) =>
    store.unflushed(
      () =>
        void store.run('UPDATE inbox SET placeholder = :placeholder WHERE updateId = :updateId AND isOpen = 1', {
          updateId,
          placeholder,
        }),
    ),
  end: (updateId, state) =>
    store.run(`UPDATE inbox SET state = :state, ${WIPED} WHERE updateId = :updateId AND isOpen = 1`, {
      updateId,
      state,
    }) > 0,
  isSuperseded: (item) =>
    store.row(
      `SELECT 1 FROM inbox WHERE message = :message AND editedAt > 0
        AND (editedAt > :editedAt OR (editedAt = :editedAt AND updateId > :updateId)) LIMIT 1`,
      { message: digest(item), editedAt: item.editedAt, updateId: item.updateId },
    ) !== null,
  size: (lane) =>
    store.row<{ n: number }>(
      `SELECT count(*) AS n FROM inbox WHERE isOpen = 1${lane === undefined ? '' : ' AND lane = :lane'}`,
      lane === undefined ? {} : { lane },
    )!.n,
})

const BEGIN = `UPDATE inbox SET state = 'working', attempts = attempts + 1
  WHERE updateId = :updateId AND isOpen = 1 RETURNING attempts`

const INSERT = `INSERT INTO inbox (${FIELDS}, state, isOpen, message)
  VALUES (:updateId, :lane, :chat, :person, :receivedAt, :messageId, :editedAt, :attempts, :body, :placeholder, 'new', 1, :message)
  ON CONFLICT (updateId) DO NOTHING`

const digest = ({ chat, messageId }: Pick<InboxItem, 'chat' | 'messageId'>): Uint8Array | null =>
  messageId === null ? null : createHash('sha256').update(`${chat}/${messageId}`).digest().subarray(0, 8)
