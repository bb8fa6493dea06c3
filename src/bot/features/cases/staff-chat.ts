/** Where staff are, and who counts as staff. */
import type { BotContext, BotDeps } from '../../context.ts'
import type { Key, Records } from '../../../desk/records.ts'

/** Key of the staff chat; null where none is set. */
export const staffChat = ({ telegram, keyOf }: Pick<BotDeps, 'telegram' | 'keyOf'>): Key | null =>
  telegram.staffChatId === null ? null : keyOf(telegram.staffChatId)

/** The outbox knows chats by key only: the id must be known before something is sent there. */
export const rememberStaffChat = ({ telegram, keyOf, records }: BotDeps): void => {
  if (telegram.staffChatId !== null) records.addresses.remember(keyOf(telegram.staffChatId), telegram.staffChatId)
}

/** People in the staff chat and admins in private, under their own account; where there is no staff chat, admins are all the staff. */
export const mayHandleCases = (ctx: BotContext): boolean => ctx.asker.isStaff || ctx.asker.isAdmin

/** Message id of a case in a chat, the first that was sent there; null where it is not there. */
export const caseItemIn = (records: Records, caseId: string, chat: Key): number | null =>
  records.outbox.ofCase(caseId).find((item) => item.chat === chat)?.messageId ?? null
