/** What a bot may ask and do about a chat. */
import { badRequest } from '../api-error.ts'
import { chatOf, isAdmin, messageOf, mustBeAllowedToWrite } from '../chat-access.ts'
import { setBotStatus } from '../membership.ts'
import { numberOf, textOf, type Call } from '../fields.ts'
import { store } from '../chat-store.ts'
import type { Chat, World } from '../world.ts'
import { withoutReply } from '../send.ts'

export const getChat = (world: World, { fields }: Call): Record<string, unknown> => ({
  ...chatOf(world, fields).wire,
  accent_color_id: 0,
  max_reaction_count: 11,
  accepted_gift_types: {},
})

const memberInfo = (world: World, chat: Chat, userId: number): Record<string, unknown> => {
  const isBot = userId === world.bot.id
  const user = isBot ? world.bot : world.people.get(userId)?.user
  const status = isBot ? chat.botStatus : chat.members.get(userId)
  if (user === undefined) throw badRequest('user not found')
  if (chat.wire.type === 'private') return { status: 'member', user }
  return {
    status: status ?? 'left',
    user,
    ...(status === 'administrator' ? { can_be_edited: false, is_anonymous: false } : {}),
  }
}

export const getChatMember = (world: World, { fields }: Call): Record<string, unknown> => {
  const chat = chatOf(world, fields)
  const id = numberOf(fields, 'user_id')
  if (id === undefined) throw badRequest('invalid user_id specified')
  return memberInfo(world, chat, id)
}

export const getChatAdministrators = (world: World, { fields }: Call): unknown[] => {
  const chat = chatOf(world, fields)
  if (chat.wire.type === 'private') throw badRequest('there are no administrators in the private chat')
  mustBeAllowedToWrite(world, chat)
  const ids = [...chat.members]
    .filter(([, status]) => status === 'administrator' || status === 'creator')
    .map(([id]) => id)
  return [...ids, ...(isAdmin(chat) ? [world.bot.id] : [])].map((id) => memberInfo(world, chat, id))
}

export const leaveChat = (world: World, { fields }: Call): true => {
  const chat = chatOf(world, fields)
  if (chat.wire.type === 'private') throw badRequest("chat can't be left")
  mustBeAllowedToWrite(world, chat)
  setBotStatus(world, chat, 'left', world.bot)
  return true
}

export const pinChatMessage = (world: World, { fields }: Call): true => {
  const chat = chatOf(world, fields)
  mustBeAllowedToWrite(world, chat)
  const stored = messageOf(chat, fields, 'message to pin not found')
  if (chat.wire.type !== 'private' && !isAdmin(chat))
    throw badRequest('not enough rights to manage pinned messages in the chat')
  store(
    world,
    chat,
    { from: world.bot, pinned_message: withoutReply(stored.message) },
    { byBot: false, method: 'service' },
  )
  return true
}

export const createForumTopic = (world: World, { fields }: Call): Record<string, unknown> => {
  const chat = chatOf(world, fields)
  mustBeAllowedToWrite(world, chat)
  if (chat.wire.is_forum !== true) throw badRequest('the chat is not a forum')
  if (!isAdmin(chat)) throw badRequest('not enough rights to create a topic')
  const name = textOf(fields, 'name') ?? ''
  const { message } = store(
    world,
    chat,
    { from: world.bot, forum_topic_created: { name, icon_color: 7322096 }, is_topic_message: true },
    { byBot: false, method: 'service' },
  )
  message.message_thread_id = message.message_id
  chat.topics.set(message.message_id, name)
  return { message_thread_id: message.message_id, name, icon_color: 7322096 }
}
