/** Messages by people, and which of them Telegram hands to the bot (privacy mode). */
import { isAdmin } from './chat-access.ts'
import { withoutReply } from './send.ts'
import { findEntities } from './text/find-entities.ts'
import type { NewUpdate, WireChat, WireMessage, WireUser } from './wire.ts'
import { store } from './chat-store.ts'
import type { Chat, Stored, World } from './world.ts'

export interface Author {
  readonly from?: WireUser
  readonly senderChat?: WireChat
}

export interface SayOptions {
  readonly replyTo?: { readonly messageId: number }
  /** Overrides what privacy mode says. */
  readonly delivered?: boolean
  /** Further keys of the message, e.g. forward_origin, via_bot, media_group_id. */
  readonly extra?: Readonly<Record<string, unknown>>
}

export interface Said {
  readonly messageId: number
  readonly chatId: number
  /** Number of the update; null where the bot was not told. */
  readonly updateId: number | null
  readonly message: WireMessage
  /** Writes the message anew, as a person does who has seen a slip. */
  edit(text: string): Promise<Said>
  /** The same update once more, as after a lost confirmation. */
  redeliver(): void
}

export type SaidContent = Readonly<Record<string, unknown>>

export const say = (
  world: World,
  chat: Chat,
  author: Author,
  thread: number | null,
  content: SaidContent,
  options: SayOptions = {},
): Said => {
  const text = content.text as string | undefined
  const caption = content.caption as string | undefined
  const { type } = chat.wire
  const stored = store(
    world,
    chat,
    {
      from: author.from,
      sender_chat: author.senderChat,
      ...threadFields(chat, thread, options),
      ...content,
      entities: found(text),
      caption_entities: found(caption),
      ...options.extra,
    },
    { byBot: false, method: 'person' },
  )
  if (isOtherBot(author.from)) chat.lastBot = author.from.id
  const kind = type === 'channel' ? 'channel_post' : 'message'
  return deliver(world, stored, kind, options.delivered)
}

/** @GroupAnonymousBot (telegram.md §5) and @Channel_Bot: people behind them, though marked as bots. */
export const ANONYMOUS_ADMIN_ID = 1087968824
export const CHANNEL_BOT_ID = 136817688

const isOtherBot = (from: WireUser | undefined): from is WireUser =>
  from?.is_bot === true && from.id !== ANONYMOUS_ADMIN_ID && from.id !== CHANNEL_BOT_ID

const deliver = (world: World, stored: Stored, kind: string, forced: boolean | undefined): Said => {
  const { message, chat } = stored
  const update: NewUpdate = { [kind]: { ...message } }
  const updateId = (forced ?? isDelivered(world, chat, message)) ? world.queue.push(update) : null
  world.waiting.happened(chat.wire.id)
  return {
    messageId: message.message_id,
    chatId: chat.wire.id,
    updateId,
    message,
    edit: async (text) => {
      stored.edits.push({ text: message.text ?? message.caption ?? '', entities: message.entities ?? [] })
      Object.assign(message, message.text === undefined ? { caption: text } : { text, entities: found(text) })
      message.edit_date = world.clock.seconds()
      stored.changed = world.nextChange()
      return deliver(world, stored, kind === 'channel_post' || kind === 'edited_channel_post' ? 'edited_channel_post' : 'edited_message', forced) // prettier-ignore
    },
    redeliver: () => {
      if (updateId === null) throw new Error('The bot was never told of this message')
      world.queue.pushRaw({ update_id: updateId, ...update })
    },
  }
}

const found = (text: string | undefined): WireMessage['entities'] => {
  const entities = text === undefined ? [] : findEntities(text, [])
  return entities.length === 0 ? undefined : entities
}

const threadFields = (chat: Chat, thread: number | null, { replyTo }: SayOptions): Partial<WireMessage> => {
  const replied = replyTo === undefined ? undefined : chat.messages.get(replyTo.messageId)
  if (replyTo !== undefined && replied === undefined)
    throw new Error(`There is no message ${replyTo.messageId} to reply to`)
  const reply = replied === undefined ? {} : { reply_to_message: withoutReply(replied.message) }
  if (thread !== null) {
    // in a topic every message hangs on the one that opened it
    const opening = chat.messages.get(thread)
    const hangs = opening === undefined ? {} : { reply_to_message: withoutReply(opening.message) }
    return { message_thread_id: thread, is_topic_message: true, ...hangs, ...reply }
  }
  if (replied === undefined || chat.wire.type !== 'supergroup' || chat.wire.is_forum) return reply
  return { message_thread_id: replied.message.message_thread_id ?? replied.message.message_id, ...reply }
}

/** Telegram's documented rules for a bot in privacy mode; mentions are not among them (telegram.md §5). */
export const isDelivered = (world: World, chat: Chat, message: WireMessage): boolean => {
  const { type } = chat.wire
  if (type === 'private') return true
  if (chat.botStatus === 'left' || chat.botStatus === 'kicked') return false
  const delivery = chat.delivery ?? world.options.delivery ?? 'privacy'
  if (isOtherBot(message.from)) return false
  if (type === 'channel' || world.canReadAll || isAdmin(chat) || delivery === 'everything') return true
  if (message.reply_to_message?.from?.id === world.bot.id && message.reply_to_message.forum_topic_created === undefined)
    return true
  if ((message.via_bot as WireUser | undefined)?.id === world.bot.id) return true
  const text = message.text ?? message.caption ?? ''
  const me = world.bot.username.toLowerCase()
  return (message.entities ?? message.caption_entities ?? []).some((entity) => {
    const words = text.slice(entity.offset, entity.offset + entity.length).toLowerCase()
    if (entity.type === 'bot_command') {
      const named = words.split('@')[1]
      return named === undefined ? entity.offset === 0 && chat.lastBot === world.bot.id : named === me
    }
    return delivery === 'mentions' && entity.type === 'mention' && words === `@${me}`
  })
}
