/** Which chat a call means, and whether the bot may write there. */
import { badRequest, forbidden } from './api-error.ts'
import { numberOf, textOf, type Fields } from './fields.ts'
import type { Chat, Stored, World } from './world.ts'

/** The chat named in the call; throws "chat not found" for one the bot cannot know. */
export const chatOf = (world: World, fields: Fields, name = 'chat_id'): Chat => {
  const chat = findChat(world, fields, name)
  if (chat === null) throw badRequest(textOf(fields, name) === undefined ? `${name} is empty` : 'chat not found')
  if (chat.migratedTo !== null)
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo })
  if (chat.wire.type === 'private' && !world.people.get(chat.wire.id)!.started) {
    const isKnown = [...world.chats.values()].some(
      ({ members, botStatus }) => members.has(chat.wire.id) && botStatus !== 'left' && botStatus !== 'kicked',
    )
    throw isKnown ? forbidden("bot can't initiate conversation with a user") : badRequest('chat not found')
  }
  return chat
}

/** The same without complaint, for the log. */
export const findChat = (world: World, fields: Fields, name = 'chat_id'): Chat | null => {
  const named = textOf(fields, name)
  if (named === undefined) return null
  const id = named.startsWith('@') ? world.usernames.get(named.slice(1).toLowerCase()) : Number(named)
  const chat = id === undefined ? undefined : world.chats.get(id)
  return chat === undefined || (named.startsWith('@') && chat.wire.type === 'private') ? null : chat
}

export const mustBeAllowedToWrite = (world: World, chat: Chat): void => {
  const { type, id } = chat.wire
  if (type === 'private') {
    if (world.people.get(id)!.deactivated) throw forbidden('user is deactivated')
    if (chat.botStatus === 'kicked') throw forbidden('bot was blocked by the user')
    return
  }
  if (chat.botStatus === 'kicked') throw forbidden(`bot was kicked from the ${type} chat`)
  if (chat.botStatus === 'left') throw forbidden(`bot is not a member of the ${type} chat`)
  if (type === 'channel' && chat.botStatus !== 'administrator')
    throw badRequest('need administrator rights in the channel chat')
}

export const isAdmin = (chat: Chat): boolean => chat.botStatus === 'administrator' || chat.botStatus === 'creator'

/** A message that is there, or the refusal with the given words. */
export const messageOf = (chat: Chat, fields: Fields, missing: string, name = 'message_id'): Stored => {
  const id = numberOf(fields, name)
  const stored = id === undefined ? undefined : chat.messages.get(id)
  if (stored === undefined || stored.deleted) throw badRequest(missing)
  return stored
}
