/** An update as the inbox takes it. */
import type { InboxItem } from '../../src/desk/records.ts'

/** Midday in Hà Nội. */
export const NOON = Date.UTC(2026, 10, 23, 5)

type TakenItem = Omit<InboxItem, 'attempts' | 'placeholder'>

export const anUpdate = (updateId: number, change: Partial<TakenItem> = {}): TakenItem => ({
  updateId,
  lane: 'lane-an',
  chat: 'an',
  person: 'an',
  receivedAt: NOON,
  messageId: updateId,
  editedAt: 0,
  body: `{"text":"câu hỏi ${updateId}"}`,
  ...change,
})
