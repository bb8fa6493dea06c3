/** Writing a message as the bot: thread, reply and quotation checked, then stored. */
import { badRequest } from './api-error.ts'
import { chatOf, mustBeAllowedToWrite } from './chat-access.ts'
import { isRecord, isSet, jsonOf, numberOf, type Call, type Fields } from './fields.ts'
import { isInline, parseMarkup } from './markup.ts'
import { finishText, parseFields, QUOTE } from './text/parse-text.ts'
import type { Markup, WireMessage } from './wire.ts'
import { store } from './chat-store.ts'
import type { Chat, Stored, World } from './world.ts'

export type Content = Partial<Omit<WireMessage, 'message_id' | 'date' | 'chat'>>

/** `content` is asked for once the chat has been checked: Telegram refuses in that order. */
export const sendAsBot = (world: World, call: Call, content: (chat: Chat) => Content): WireMessage => {
  const { fields } = call
  const chat = chatOf(world, fields)
  mustBeAllowedToWrite(world, chat)
  const markup = parseMarkup(fields)
  const { replied, quote } = replyOf(chat, fields)
  const thread = threadOf(chat, fields, replied)
  const stored = writeAsBot(world, chat, call.method, markup, {
    ...thread,
    ...(replied === null ? {} : { reply_to_message: withoutReply(replied.message) }),
    ...(quote === null ? {} : { quote }),
    ...content(chat),
    ...previewOf(fields),
    ...(isSet(fields, 'protect_content') ? { has_protected_content: true as const } : {}),
  })
  return stored.message
}

export const writeAsBot = (
  world: World,
  chat: Chat,
  method: string,
  markup: Markup | null,
  content: Content,
): Stored => {
  const { id, is_bot, first_name, username } = world.bot
  const author: Content =
    chat.wire.type === 'channel' ? { sender_chat: chat.wire } : { from: { id, is_bot, first_name, username } }
  const stored = store(
    world,
    chat,
    { ...author, ...content, reply_markup: isInline(markup) ? markup : undefined },
    { byBot: true, method, markup },
  )
  if (markup !== null && 'keyboard' in markup) chat.keyboard = markup
  if (markup !== null && 'remove_keyboard' in markup) chat.keyboard = null
  chat.lastBot = world.bot.id
  return stored
}

/** A message inside another one carries no further message. */
export const withoutReply = (message: WireMessage): WireMessage => ({ ...message, reply_to_message: undefined })

const previewOf = (fields: Fields): Content => {
  const given = jsonOf(fields, 'link_preview_options', 'link preview options')
  if (given !== undefined && !isRecord(given)) throw badRequest("can't parse link preview options JSON object")
  const options = given ?? (isSet(fields, 'disable_web_page_preview') ? { is_disabled: true } : undefined)
  return options === undefined ? {} : { link_preview_options: options }
}

const replyOf = (chat: Chat, fields: Fields): { replied: Stored | null; quote: Record<string, unknown> | null } => {
  const given = jsonOf(fields, 'reply_parameters', 'reply parameters')
  if (given !== undefined && !isRecord(given)) throw badRequest("can't parse reply parameters JSON object")
  const asked: Fields = given ?? {
    message_id: fields.reply_to_message_id,
    allow_sending_without_reply: fields.allow_sending_without_reply,
  }
  const id = numberOf(asked, 'message_id')
  if (id === undefined) return { replied: null, quote: null }
  const found = chat.messages.get(id)
  if (found === undefined || found.deleted) {
    if (isSet(asked, 'allow_sending_without_reply')) return { replied: null, quote: null }
    throw badRequest('message to be replied not found')
  }
  if (asked.quote === undefined || asked.quote === null || asked.quote === '') return { replied: found, quote: null }
  const { text, entities } = finishText(parseFields(asked, QUOTE), 1024)
  const position = (found.message.text ?? found.message.caption ?? '').indexOf(text)
  if (position < 0) throw badRequest('QUOTE_TEXT_INVALID')
  return { replied: found, quote: { text, entities, position, is_manual: true } }
}

/** General has no thread id, and in a chat without topics only the thread of a reply is one. */
const threadOf = (chat: Chat, fields: Fields, replied: Stored | null): Content => {
  const asked = numberOf(fields, 'message_thread_id')
  const inherited = replied?.message.message_thread_id
  if (chat.wire.is_forum === true) {
    const id = asked ?? inherited
    if (id === undefined) return {}
    if (!chat.topics.has(id)) throw badRequest('message thread not found')
    return { message_thread_id: id, is_topic_message: true }
  }
  if (asked !== undefined && (chat.wire.type !== 'supergroup' || !chat.messages.has(asked)))
    throw badRequest('message thread not found')
  if (chat.wire.type !== 'supergroup' || replied === null) return {}
  return { message_thread_id: inherited ?? replied.message.message_id }
}
