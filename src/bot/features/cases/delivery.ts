/** A reply of staff on its way to the asker: as a reply to their question, in their chat and topic, without the name of who wrote it. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Level } from '../../../access.ts'
import { replied, type StaffMessage } from '../../../desk/cases.ts'
import type { Case, CaseReply } from '../../../desk/case-records.ts'
import type { OutboxItem, Records } from '../../../desk/records.ts'
import { caseMessages } from '../../../text/messages/case-messages.ts'
import { shortened } from '../../../text/shortened.ts'
import type { Outgoing } from '../../outgoing.ts'
import { queueMessage } from '../../queue-message.ts'

/** The question is quoted shortly: it stands above as the message that is replied to. */
const QUESTION = 300
/** Longer texts stand in a message of their own below the head: together they might pass Telegram's 4,096. */
const LONG = 3_500

/** Queues the reply; call inside a transaction. `isMore`: it belongs to what was just sent and needs no head of its own. */
export const deliver = (
  records: Records,
  found: Case,
  message: StaffMessage,
  isMore = false,
): readonly OutboxItem[] => {
  const place = placeOfCase(found)
  const put = (outgoing: Outgoing): OutboxItem =>
    queueMessage(records, { ...outgoing, ...levelOf(records, found) }, { chat: found.chat, caseId: found.id })
  const { text } = message
  const items =
    text === null
      ? [
          ...(isMore ? [] : [put({ ...headOf(found), ...place })]),
          put({ kind: 'copy', from: message.chat, messageId: message.messageId, ...place }),
        ]
      : isLong(text)
        ? [put({ ...headOf(found), ...place }), put({ kind: 'text', text, ...place })]
        : [put({ ...framed(found, text), ...place })]
  replied(records, found.id, message, items.at(-1)!.id)
  return items
}

/** The asker's message after staff have edited theirs; null where it cannot be told any more which it was. */
export const redeliver = (
  records: Records,
  found: Case,
  reply: CaseReply & { readonly text: string },
  text: string,
): readonly OutboxItem[] => {
  const place = placeOfCase(found)
  const edit = records.outbox.ofCase(found.id).find(({ id }) => id === reply.itemId)?.messageId
  // not sent yet: what follows in the same chat is read after it
  const where = edit == null ? place : { ...place, edit }
  const body: Outgoing = isLong(text) || isLong(reply.text) ? { kind: 'text', text } : framed(found, text)
  return [
    queueMessage(records, { ...body, ...where, ...levelOf(records, found) }, { chat: found.chat, caseId: found.id }),
  ]
}

/** A reply speaks of what was asked about: whoever may not read that any more does not get it. */
const levelOf = (records: Records, { answerId }: Case): { readonly level?: Level } => {
  const level = (answerId === null ? null : records.answers.get(answerId))?.answer.level
  return level === undefined ? {} : { level }
}

const isLong = (text: string): boolean => text.length > LONG

type Text = Extract<Outgoing, { kind: 'text' }>

const framed = (found: Case, text: string): Text => textOf([headLine, quoted(found), text])
const headOf = (found: Case): Text => textOf([headLine, quoted(found)])
const headLine = FormattedString.b(caseMessages.staffAnswer)
const quoted = ({ question }: Case): FormattedString => FormattedString.blockquote(shortened(question, QUESTION))

const textOf = (parts: readonly (FormattedString | string)[]): Text => {
  const { text, entities } = FormattedString.join([...parts], '\n')
  return { kind: 'text', text, entities }
}

/** The topic stands in the lane: `chat:topic`. */
export const placeOfCase = ({ lane, messageId }: Case): { readonly replyTo: number; readonly threadId?: number } => {
  const threadId = Number(lane.slice(lane.lastIndexOf(':') + 1))
  return { replyTo: messageId, ...(threadId > 0 ? { threadId } : {}) }
}
