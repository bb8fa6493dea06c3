/** The bot comes and goes: my_chat_member, and the service message that people see. */
import type { WireUser } from './wire.ts'
import type { Chat, MemberStatus, World } from './world.ts'

/** Telegram tells the bot, also of its own leaving and of a block. */
export const setBotStatus = (world: World, chat: Chat, status: MemberStatus, by: WireUser): number | null => {
  const before = chat.botStatus
  chat.botStatus = status
  const { id, is_bot, first_name, username } = world.bot
  const user = { id, is_bot, first_name, username }
  const entry = (is: MemberStatus): Record<string, unknown> => ({
    user,
    status: is,
    ...(is === 'kicked' ? { until_date: 0 } : {}),
    ...(is === 'administrator' ? { can_be_edited: false, can_manage_chat: true, is_anonymous: false } : {}),
  })
  return world.queue.push({
    my_chat_member: {
      chat: chat.wire,
      from: by,
      date: world.clock.seconds(),
      old_chat_member: entry(before),
      new_chat_member: entry(status),
    },
  })
}
