/** When a question becomes a case for staff. Call inside the transaction that ends the update: what is looked at here is changed here. */
import { clean, fold } from '../text/vietnamese.ts'
import type { Answer } from '../answer/answer.ts'
import type { Case, CaseReason, CaseReply } from './case-records.ts'
import type { GivenAnswer, Key, Records } from './records.ts'

/** So many of one person's questions may wait for staff at once: a person in need has few, a flood has many. */
export const MOST_OPEN = 5

export type CaseOpened =
  | { readonly kind: 'opened'; readonly case: Case }
  /** This answer has an open case already. */
  | { readonly kind: 'known'; readonly case: Case }
  | { readonly kind: 'too_many' }

export const openCase = (
  records: Records,
  given: GivenAnswer,
  reason: Exclude<CaseReason, 'refused'>,
  at: number,
): CaseOpened => {
  const known = records.cases.ofAnswer(given.id)
  if (known) return { kind: 'known', case: known }
  if (records.cases.countOpen(given.person) >= MOST_OPEN) return { kind: 'too_many' }
  return { kind: 'opened', case: records.cases.open(entryOf(given, reason, at)) }
}

export type RefusalFate =
  | { readonly kind: 'opens' }
  /** The same question waits already. */
  | { readonly kind: 'waits'; readonly case: Case; readonly isTheirs: boolean }
  | { readonly kind: 'not_taken' }

/**
 * What becomes of a refusal, known before it is said so that it can say it; nothing is written. An honest question that the
 * library could not answer goes to staff. What must not be answered, lines that are no question, and questions of somebody who
 * has many waiting, are none of staff's business.
 */
export const fateOfRefusal = (records: Records, given: GivenAnswer): RefusalFate => {
  if (!isUnanswered(given.answer) || !isOurs(given.question)) return { kind: 'not_taken' }
  const same = records.cases.ofAnswer(given.id) ?? records.cases.ofRefusal(given.question)
  if (same) return { kind: 'waits', case: same, isTheirs: same.person === given.person }
  return { kind: records.cases.countOpen(given.person) >= MOST_OPEN ? 'not_taken' : 'opens' }
}

/** Does what was said; returns the case that was opened. Of two that ask the same at the same instant each has their own. */
export const handOverRefusal = (records: Records, given: GivenAnswer, fate: RefusalFate, at: number): Case | null => {
  if (fate.kind === 'opens') return records.cases.open(entryOf(given, 'refused', at))
  // an update that is handled again after a crash, or an answer made anew after an edit, is not asked again
  if (fate.kind === 'waits' && fate.case.answerId !== given.id)
    records.cases.update(fate.case.id, { asked: fate.case.asked + 1 })
  return null
}

const isUnanswered = (answer: Answer): boolean => answer.status === 'refused' && answer.reason === 'not_found'

/**
 * Words of Party work. What bears none of them ("Hôm nay ăn gì?") is refused in the same way, for the library holds nothing
 * near it, but goes to staff only if its asker presses for it. Folded, but for đảng, which unmarked is mostly đang.
 */
const OURS =
  /(?<!\p{L})(?:đảng|(?:dang|chi) (?:vien|uy|bo|phi|doan)|(?:the|vao|ve|ra|ngoai|trong) dang|sinh hoat|huy hieu|cap uy|bi thu|uy vien|ket nap|chuyen chinh thuc|du bi|nghi quyet|chi thi|ket luan|quy dinh|quy che|huong dan|dieu le|dai hoi|nhiem ky|bau cu|ky luat|kiem tra|giam sat|to chuc|tuyen giao|dan van|noi chinh|ly luan chinh tri|can bo|van phong|mat tran|cong doan|doan thanh nien|hoi phu nu|cong tac)(?!\p{L})/iu

const isOurs = (question: string): boolean => OURS.test(clean(question)) || OURS.test(fold(clean(question)))

const entryOf = (given: GivenAnswer, reason: CaseReason, at: number): Parameters<Records['cases']['open']>[0] => ({
  person: given.person,
  chat: given.chat,
  lane: given.lane,
  messageId: given.messageId,
  answerId: given.id,
  question: given.question,
  reason,
  openedAt: at,
  name: null,
})

export type ReplyTaken =
  /** Deliver it, and call `replied` with the outbox item. */
  | {
      readonly kind: 'deliver'
      readonly case: Case
      /** The next page of what has been sent. */
      readonly isMore: boolean
    }
  /** Somebody has answered: it waits for a word. */
  | { readonly kind: 'held'; readonly case: Case }
  /** This very message has been taken. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'gone' }

export interface StaffMessage {
  readonly chat: Key
  readonly messageId: number
  readonly threadId: number | null
  /** null: a file or a picture. */
  readonly text: string | null
  /** One of several files sent at once, as the pages of a letter. */
  readonly inAlbum: boolean
  readonly at: number
}

/** The parts of an album come one right after the other. */
const ALBUM_MS = 60_000

/** A reply of staff: the first is delivered, later ones are held. */
export const takeReply = (records: Records, caseId: string, message: StaffMessage): ReplyTaken => {
  const found = records.cases.get(caseId)
  if (!found) return { kind: 'gone' }
  if (records.cases.replies.get(message.chat, message.messageId)) return { kind: 'taken' }
  const sent = records.cases.replies.of(caseId).filter(({ itemId }) => itemId !== null)
  const last = sent.at(-1)
  const follows =
    message.inAlbum && last?.text === null && last.chat === message.chat && message.at - last.at < ALBUM_MS
  if (!last || follows) return { kind: 'deliver', case: found, isMore: follows }
  records.cases.replies.put(replyOf(caseId, message, null))
  return { kind: 'held', case: found }
}

/** Writes down that a reply is on its way in an outbox item. */
export const replied = (records: Records, caseId: string, message: StaffMessage, itemId: number): void => {
  records.cases.replies.put(replyOf(caseId, message, itemId))
  records.cases.update(caseId, {
    state: 'answered',
    repliedAt: message.at,
    ...(message.text === null ? {} : { reply: message.text }),
  })
}

const replyOf = (caseId: string, message: StaffMessage, itemId: number | null): CaseReply => ({
  chat: message.chat,
  messageId: message.messageId,
  threadId: message.threadId,
  caseId,
  text: message.text,
  itemId,
  at: message.at,
})
