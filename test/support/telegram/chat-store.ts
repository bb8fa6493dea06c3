/** Putting people, chats and messages into the world. The rules stand elsewhere. */
import type { Markup, WireChat, WireMessage, WireUser } from './wire.ts'
import type { Chat, Person, Stored, World } from './world.ts'

export const addPerson = (world: World, user: WireUser): Person => {
  if (world.people.has(user.id)) throw new Error(`There is a person with the id ${user.id} already`)
  const person: Person = { user, started: false, deactivated: false }
  world.people.set(user.id, person)
  const { id, first_name, last_name, username } = user
  addChat(world, { id, type: 'private', first_name, last_name, username }).botStatus = 'member'
  return person
}

export const addChat = (world: World, wire: WireChat): Chat => {
  const chat: Chat = {
    wire,
    messages: new Map(),
    botMessages: [],
    botDropped: 0,
    changes: [],
    nextId: 1,
    members: new Map(),
    topics: new Map(),
    botStatus: 'left',
    keyboard: null,
    lastBot: null,
    delivery: null,
    migratedTo: null,
    notes: [],
  }
  world.chats.set(wire.id, chat)
  if (wire.username !== undefined) world.usernames.set(wire.username.toLowerCase(), wire.id)
  return chat
}

/** Writes a message down. The caller decides who hears of it. */
export const store = (
  world: World,
  chat: Chat,
  content: Omit<WireMessage, 'message_id' | 'date' | 'chat'>,
  how: { readonly byBot: boolean; readonly method: string; readonly markup?: Markup | null },
): Stored => {
  const message: WireMessage = {
    message_id: chat.nextId++,
    date: world.clock.seconds(),
    chat: chat.wire,
    ...content,
  } as WireMessage
  const { byBot, method, markup = null } = how
  const order = world.nextChange()
  const stored: Stored = {
    message,
    chat,
    byBot,
    order,
    changed: order,
    edits: [],
    deleted: false,
    reactions: [],
    markup,
    method,
  }
  chat.messages.set(message.message_id, stored)
  if (byBot) {
    chat.botMessages.push(stored)
    chat.changes.push({ stored, changed: order })
  }
  forget(chat, world.options.keepMessages ?? Infinity)
  return stored
}

/** Writes down that the bot changed a message of its own. */
export const touch = (world: World, stored: Stored): void => {
  stored.changed = world.nextChange()
  stored.chat.changes.push({ stored, changed: stored.changed })
}

const forget = (chat: Chat, keep: number): void => {
  if (chat.messages.size > keep) chat.messages.delete(chat.messages.keys().next().value!)
  if (chat.changes.length > keep * 2) chat.changes = chat.changes.slice(-keep)
  if (chat.botMessages.length <= keep * 2) return
  chat.botDropped += chat.botMessages.length - keep
  chat.botMessages = chat.botMessages.slice(-keep)
}

export const note = (world: World, chat: Chat, text: string): void => {
  chat.notes.push({ changed: world.nextChange(), at: world.clock.now(), text })
}
