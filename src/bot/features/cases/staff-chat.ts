/** Where staff are, and who counts as staff. */
import type { Message } from 'grammy/types'
import type { Key, OutboxItem, Records } from '../../../desk/records.ts'
import type { BotContext, BotDeps } from '../../context.ts'
import { staffChatId } from '../../staff-chat-id.ts'

/** Key of the staff chat; null where none is set. */
export const staffChat = (deps: Pick<BotDeps, 'telegram' | 'keyOf' | 'records'>): Key | null => {
  const id = staffChatId(deps)
  return id === null ? null : deps.keyOf(id)
}

/** The outbox knows chats by key only: the id must be known before something is sent there. */
export const rememberStaffChat = (deps: BotDeps): void => {
  const id = staffChatId(deps)
  if (id !== null) deps.records.addresses.remember(deps.keyOf(id), id)
}

/** A message of ours in the staff chat. What was underway while the chat became a supergroup belongs to the chat that it was. */
export const staffItem = ({ deps, asker, me }: BotContext, to: Message): OutboxItem | null => {
  const { records, telegram, keyOf } = deps
  const item = records.outbox.find(asker.chat, to.message_id)
  if (item || !asker.isStaff || to.from?.id !== me.id) return item
  return records.outbox.find(keyOf(telegram.staffChatId!), to.message_id)
}

/** People in the staff chat, and staff and admins by their role in private, under their own account; where there is no staff chat, admins are all the staff. */
export const mayHandleCases = (ctx: BotContext): boolean =>
  ctx.asker.isStaff || ctx.asker.isAdmin || ctx.asker.role === 'staff'

/** Message id of a case in a chat, the first that was sent there; null where it is not there. */
export const caseItemIn = (records: Records, caseId: string, chat: Key): number | null =>
  records.outbox.ofCase(caseId).find((item) => item.chat === chat)?.messageId ?? null
