/** Groups: who lets us in, where we stay, and what is none of our business there. */
import { Composer } from 'grammy'
import { telegramAnswerMessages as messages } from '../../text/messages/telegram-answer-messages.ts'
import { spokenWords } from '../addressed.ts'
import { isCommand } from '../commands.ts'
import type { BotContext } from '../context.ts'
import { placeOf } from '../place.ts'
import { staffChatId } from '../staff-chat-id.ts'

export const groups = new Composer<BotContext>()

groups.on('my_chat_member', (ctx) => {
  const { old_chat_member: before, new_chat_member: after } = ctx.myChatMember
  if (isOut(after.status)) return dropQueued(ctx)
  if (ctx.asker.isPrivate || !isOut(before.status)) return
  if (!isServed(ctx)) return leave(ctx)
  ctx.job.say({ kind: 'text', text: messages.groupHello(ctx.me.username) })
})

groups.chatType(['group', 'supergroup']).use(async (ctx, next) => {
  if (!isServed(ctx)) return ctx.callbackQuery ? undefined : leave(ctx)
  // a bare command that we do not know is another bot's
  const command = ctx.message?.text === undefined ? null : spokenWords(ctx.message, ctx.me).command
  if (command !== null && !isCommand(command) && command !== 'chuaduoc') return
  await next()
})

const isOut = (status: string): boolean => status === 'left' || status === 'kicked'

/** Every group where no list is set; the staff's own is never left. */
const isServed = ({ chat, deps }: BotContext): boolean => {
  const { groupIds } = deps.telegram
  return groupIds.length === 0 || groupIds.includes(chat!.id) || chat!.id === staffChatId(deps)
}

/** One word, then out: both wait in the outbox, so that a crash between them does not keep us there. */
const leave = (ctx: BotContext): void => {
  ctx.job.say({ kind: 'text', text: messages.groupNotServed, ...placeOf(ctx) })
  ctx.job.say({ kind: 'leave' })
}

/** Who has blocked us, or thrown us out, wants nothing of what still waits, and follows nothing. */
const dropQueued = ({ asker, deps, job }: BotContext): void =>
  job.also(() => {
    deps.records.follows.removeAll(asker.chat)
    for (const { id, chat } of deps.records.outbox.queued()) if (chat === asker.chat) deps.records.outbox.closed(id)
  })
