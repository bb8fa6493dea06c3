/** Staff answer by replying to a case in their chat. Nobody else's reply, nowhere else, reaches an asker. */
import { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import { takeReply, type StaffMessage } from '../../../desk/cases.ts'
import type { OutboxItem } from '../../../desk/records.ts'
import { caseMessages } from '../../../text/messages/case-messages.ts'
import { isoDay } from '../../../text/numbers/clock.ts'
import { callbackData, onButton, toast } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { queueMessage } from '../../queue-message.ts'
import { takeBasis } from './approval.ts'
import { deliver, redeliver } from './delivery.ts'
import { placeForStaff } from './place-for-staff.ts'
import { mayHandleCases, staffChat, staffItem } from './staff-chat.ts'

export const replies = new Composer<BotContext>()

replies.on('message', async (ctx, next) => {
  const item = repliedItem(ctx)
  // a command is said to us, even below a case
  if (!item || ctx.msg.text?.startsWith('/')) return next()
  if (!mayHandleCases(ctx)) return isNameless(ctx) ? tellOwnAccount(ctx) : next()
  const { records } = ctx.deps
  const asking = records.cases.get(item.caseId)
  if (asking?.basisItem === item.id) return takeBasis(ctx, asking)
  const message = staffMessage(ctx)
  ctx.job.queue(() => {
    const taken = takeReply(records, item.caseId, message)
    if (taken.kind === 'deliver') return deliver(records, taken.case, message, taken.isMore)
    if (taken.kind === 'held')
      return [tell(ctx, caseMessages.alreadyAnswered(taken.case.n), item.caseId, [moreButton(item.caseId, message)])]
    return taken.kind === 'gone' ? [tell(ctx, caseMessages.gone)] : []
  })
})

onButton(replies, 'more', async (ctx, caseId = '', messageId) => {
  const { records } = ctx.deps
  const reply = records.cases.replies.get(ctx.asker.chat, Number(messageId))
  const found = records.cases.get(caseId)
  if (!mayHandleCases(ctx) || !found || reply?.caseId !== caseId) return toast(ctx, caseMessages.gone, true)
  if (reply.itemId !== null) return toast(ctx, caseMessages.sentAlready)
  ctx.job.queue(() => deliver(records, found, { ...reply, inAlbum: false, at: ctx.deps.now() }))
  const own = ctx.callbackQuery.message?.message_id
  if (own !== undefined) ctx.job.say({ kind: 'buttons', messageId: own, buttons: [] })
  await toast(ctx)
})

replies.on('edited_message', async (ctx, next) => {
  const { records } = ctx.deps
  const reply = mayHandleCases(ctx) ? records.cases.replies.get(ctx.asker.chat, ctx.msg.message_id) : null
  const found = reply && records.cases.get(reply.caseId)
  if (!reply || !found) return next()
  const { text } = ctx.msg
  if (text === undefined || reply.text === null) {
    ctx.job.queue(() => [tell(ctx, caseMessages.fileNotEdited, found.id)])
    return
  }
  if (text === reply.text) return
  const before = { ...reply, text: reply.text }
  ctx.job.queue(() => {
    records.cases.replies.put({ ...reply, text })
    if (reply.itemId === null) return []
    if (found.reply === before.text) records.cases.update(found.id, { reply: text })
    const said = [caseMessages.editSent(found.n), ...(found.approvedAs === null ? [] : [caseMessages.libraryUnchanged])]
    return [...redeliver(records, found, before, text), tell(ctx, said.join(' '), found.id)]
  })
})

/** The message of ours that is replied to, if it belongs to a case and stands where staff are, not where the asker is. */
const repliedItem = (ctx: BotContext): (OutboxItem & { readonly caseId: string }) | null => {
  const to = ctx.msg?.reply_to_message
  const item = to && staffItem(ctx, to as Message)
  if (!item?.caseId) return null
  const isAskers = ctx.deps.records.cases.get(item.caseId)?.chat === item.chat && item.chat !== staffChat(ctx.deps)
  return isAskers ? null : { ...item, caseId: item.caseId }
}

const staffMessage = (ctx: BotContext): StaffMessage => ({
  chat: ctx.asker.chat,
  messageId: ctx.msg!.message_id,
  threadId: ctx.asker.threadId,
  text: ctx.msg!.text ?? null,
  inAlbum: ctx.msg!.media_group_id !== undefined,
  at: ctx.deps.now(),
})

const moreButton = (
  caseId: string,
  { messageId }: StaffMessage,
): { readonly label: string; readonly data: string } => ({
  label: caseMessages.buttons.sendMore,
  data: callbackData('more', caseId, messageId),
})

/** A word to staff, below what they wrote. */
const tell = (
  ctx: BotContext,
  text: string,
  caseId?: string,
  buttons: readonly { readonly label: string; readonly data: string }[] = [],
): OutboxItem =>
  queueMessage(
    ctx.deps.records,
    {
      kind: 'text',
      text,
      ...(buttons.length > 0 ? { buttons } : {}),
      ...placeForStaff(ctx),
    },
    { chat: ctx.asker.chat, ...(caseId === undefined ? {} : { caseId }) },
  )

/** An anonymous admin or a channel in the staff chat: one of us, perhaps, but nobody can say who. */
const isNameless = (ctx: BotContext): boolean =>
  ctx.asker.chat === staffChat(ctx.deps) && ctx.msg?.sender_chat !== undefined

/** Said once a day: who does it again has read it. */
const tellOwnAccount = (ctx: BotContext): void => {
  const { records } = ctx.deps
  const today = isoDay(ctx.deps.now())
  if (records.notes.get('cases.toldOwnAccount') === today) return
  ctx.job.also(() => records.notes.set('cases.toldOwnAccount', today))
  ctx.job.queue(() => [tell(ctx, caseMessages.ownAccount)])
}
