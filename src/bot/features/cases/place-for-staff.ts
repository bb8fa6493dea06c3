/** Below what staff wrote, or in the topic where they pressed. */
import type { BotContext } from '../../context.ts'

export const placeForStaff = (ctx: BotContext): { readonly threadId?: number; readonly replyTo?: number } => ({
  ...(ctx.asker.threadId === null ? {} : { threadId: ctx.asker.threadId }),
  ...(ctx.msg === undefined ? {} : { replyTo: ctx.msg.message_id }),
})
