/** sendMessage, its edits and its end. */
import { badRequest } from '../api-error.ts'
import { chatOf, isAdmin, messageOf, mustBeAllowedToWrite } from '../chat-access.ts'
import { jsonOf, numberOf, textOf, type Call, type Fields } from '../fields.ts'
import { isInline, parseMarkup } from '../markup.ts'
import { touch } from '../chat-store.ts'
import { sendAsBot, writeAsBot } from '../send.ts'
import {
  CAPTION,
  CAPTION_LIMIT,
  finishText,
  parseFields,
  TEXT,
  TEXT_LIMIT,
  type FormattedText,
} from '../text/parse-text.ts'
import type { InlineMarkup, WireMessage } from '../wire.ts'
import type { Chat, Stored, World } from '../world.ts'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
/** Own messages can be deleted for two days (Bot API). */
const DELETE_SECONDS = 48 * 3600

const textField = (fields: Fields): FormattedText => {
  if ((textOf(fields, 'text') ?? '') === '') throw badRequest('message text is empty')
  return parseFields(fields, TEXT)
}

const fullText = (given: FormattedText): FormattedText => {
  const done = finishText(given, TEXT_LIMIT)
  if (done.text === '') throw badRequest('text must be non-empty')
  return done
}

const listed = (entities: FormattedText['entities']): FormattedText['entities'] | undefined =>
  entities.length === 0 ? undefined : entities

export const sendMessage = (world: World, call: Call): WireMessage => {
  const given = textField(call.fields)
  return sendAsBot(world, call, () => {
    const { text, entities } = fullText(given)
    return { text, entities: listed(entities) }
  })
}

export const editMessageText = (world: World, { fields }: Call): WireMessage | true =>
  edit(world, fields, ({ message }) => {
    const given = textField(fields)
    if (message.text === undefined) throw badRequest('there is no text in the message to edit')
    const { text, entities } = fullText(given)
    return { text, entities: listed(entities) }
  })

export const editMessageCaption = (world: World, { fields }: Call): WireMessage | true =>
  edit(world, fields, ({ message }) => {
    const { text, entities } = finishText(parseFields(fields, CAPTION), CAPTION_LIMIT)
    if (message.document === undefined) throw badRequest('there is no caption in the message to edit')
    return { caption: text === '' ? undefined : text, caption_entities: listed(entities) }
  })

export const editMessageReplyMarkup = (world: World, { fields }: Call): WireMessage | true =>
  edit(world, fields, () => ({}))

type Edited = Pick<WireMessage, 'text' | 'entities' | 'caption' | 'caption_entities'>

const edit = (world: World, fields: Fields, change: (stored: Stored) => Edited): WireMessage | true => {
  if (textOf(fields, 'inline_message_id') !== undefined) return true
  const chat = chatOf(world, fields)
  const stored = messageOf(chat, fields, 'message to edit not found')
  mustBeAllowedToWrite(world, chat)
  if (!stored.byBot) throw badRequest("message can't be edited")
  const markup = parseMarkup(fields)
  if (markup !== null && !isInline(markup)) throw badRequest('inline keyboard expected')
  const edited = change(stored)
  applyEdit(world, stored, edited, markup)
  return stored.message
}

const applyEdit = (world: World, stored: Stored, edited: Edited, markup: InlineMarkup | null): void => {
  const { message } = stored
  const before = JSON.stringify([versionOf(message), message.reply_markup])
  const after = JSON.stringify([versionOf({ ...message, ...edited }), markup ?? undefined])
  if (before === after) throw badRequest(NOT_MODIFIED)
  if (Object.keys(edited).length > 0) stored.edits.push(versionOf(message))
  // without reply_markup the buttons go
  Object.assign(message, edited, { reply_markup: markup ?? undefined, edit_date: world.clock.seconds() })
  stored.markup = markup
  touch(world, stored)
}

export const versionOf = (message: WireMessage): { text: string; entities: FormattedText['entities'] } => ({
  text: message.text ?? message.caption ?? '',
  entities: message.entities ?? message.caption_entities ?? [],
})

export const deleteMessage = (world: World, { fields }: Call): true => {
  const chat = chatOf(world, fields)
  const stored = messageOf(chat, fields, 'message to delete not found')
  if (!mayDelete(world, stored)) throw badRequest("message can't be deleted for everyone")
  remove(world, stored)
  return true
}

export const deleteMessages = (world: World, { fields }: Call): true => {
  const chat = chatOf(world, fields)
  const ids = jsonOf(fields, 'message_ids', 'message identifiers')
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('message identifiers are not specified')
  if (ids.length > 100) throw badRequest('too many message identifiers specified')
  const found = ids.map((id) => chat.messages.get(Number(id))).filter((one) => one !== undefined && !one.deleted)
  if (found.some((one) => !mayDelete(world, one!))) throw badRequest("message can't be deleted for everyone")
  for (const one of found) remove(world, one!)
  return true
}

const mayDelete = (world: World, { message, byBot, chat }: Stored): boolean =>
  isAdmin(chat) || ((byBot || chat.wire.type === 'private') && world.clock.seconds() - message.date < DELETE_SECONDS)

const remove = (world: World, stored: Stored): void => {
  stored.deleted = true
  stored.changed = world.nextChange()
}

/** Content that can be sent again. */
const KEPT = [
  'text', 'entities', 'caption', 'caption_entities', 'document', 'photo', 'voice', 'sticker', 'location', 'contact', 'video', 'audio',
] // prettier-ignore

const contentOf = (
  world: World,
  fields: Fields,
  verb: string,
): { from: Chat; source: Stored; content: Partial<WireMessage> } => {
  const from = chatOf(world, fields, 'from_chat_id')
  const source = messageOf(from, fields, `message to ${verb} not found`)
  if (source.message.has_protected_content)
    throw badRequest(`message can't be ${verb === 'copy' ? 'copied' : 'forwarded'}`)
  const kept = KEPT.filter((key) => source.message[key] !== undefined).map((key) => [key, source.message[key]])
  if (kept.length === 0) throw badRequest(`message can't be ${verb === 'copy' ? 'copied' : 'forwarded'}`)
  return { from, source, content: Object.fromEntries(kept) as Partial<WireMessage> }
}

export const copyMessage = (world: World, call: Call): { message_id: number } => {
  const { content } = contentOf(world, call.fields, 'copy')
  const caption = parseFields(call.fields, CAPTION)
  const { message_id } = sendAsBot(world, call, () => {
    if (call.fields.caption === undefined || content.document === undefined) return content
    const { text, entities } = finishText(caption, CAPTION_LIMIT)
    return { ...content, caption: text, caption_entities: listed(entities) }
  })
  return { message_id }
}

export const forwardMessage = (world: World, call: Call): WireMessage => {
  const chat = chatOf(world, call.fields)
  const { source, content } = contentOf(world, call.fields, 'forward')
  mustBeAllowedToWrite(world, chat)
  const thread = numberOf(call.fields, 'message_thread_id')
  if (thread !== undefined && !chat.topics.has(thread)) throw badRequest('message thread not found')
  return writeAsBot(world, chat, call.method, null, {
    ...content,
    ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
    forward_origin: originOf(source.message),
  }).message
}

export const originOf = ({ from, sender_chat, date, message_id }: WireMessage): Record<string, unknown> =>
  sender_chat === undefined
    ? { type: 'user', sender_user: from, date }
    : { type: sender_chat.type === 'channel' ? 'channel' : 'chat', sender_chat, chat: sender_chat, message_id, date }
