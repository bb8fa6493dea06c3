/** Where a message of ours goes: into the topic it was asked in, and in a group as a reply to who asked. */
import type { BotContext } from './context.ts'

export const placeOf = (ctx: BotContext): { readonly threadId?: number; readonly replyTo?: number } => ({
  ...(ctx.asker.threadId === null ? {} : { threadId: ctx.asker.threadId }),
  ...(ctx.asker.isPrivate || !ctx.msg || ctx.callbackQuery ? {} : { replyTo: ctx.msg.message_id }),
})
