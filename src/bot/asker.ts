/** Who wrote, and what may be done for them. Telegram's numeric ids and the kind of chat decide; names and texts never do. */
import type { Context } from 'grammy'
import type { Asker, BotDeps } from './context.ts'
import { levelOfRole, roleOf } from './rights.ts'
import { staffChatId } from './staff-chat-id.ts'

/** "@GroupAnonymousBot", under which anonymous admins write, and "Telegram", which forwards channel posts (telegram.md §5). */
const NOBODY: ReadonlySet<number> = new Set([1_087_968_824, 777_000, 136_817_688])

/** Null where nobody can be answered: an update without a chat. */
export const askerOf = (
  ctx: Pick<Context, 'chat' | 'from' | 'msg' | 'senderChat'>,
  deps: Pick<BotDeps, 'keyOf' | 'telegram' | 'records'>,
): Asker | null => {
  const { chat, from } = ctx
  if (!chat) return null
  const isPrivate = chat.type === 'private'
  // an anonymous admin or a channel has the rights of nobody and is counted as its chat
  const isSomebody = from !== undefined && !NOBODY.has(from.id) && !ctx.senderChat
  const person = deps.keyOf(isSomebody ? from.id : chat.id)
  const threadId = ctx.msg?.is_topic_message ? (ctx.msg.message_thread_id ?? null) : null
  const key = deps.keyOf(chat.id)
  const lane = `${key}:${threadId ?? 0}`
  const role = isPrivate && isSomebody ? roleOf(from.id, deps) : null
  return {
    person,
    chat: key,
    lane,
    conversation: `${lane}:${person}`,
    isPrivate,
    level: levelOfRole(role),
    role,
    isAdmin: role === 'admin',
    isStaff: isSomebody && chat.id === staffChatId(deps),
    threadId,
  }
}
