/** Signs of life and answers to pressed buttons. */
import { badRequest } from '../api-error.ts'
import { chatOf, messageOf, mustBeAllowedToWrite } from '../chat-access.ts'
import { isRecord, isSet, jsonOf, numberOf, textOf, type Call } from '../fields.ts'
import type { World } from '../world.ts'

const ACTIONS = new Set([
  'typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice', 'upload_document',
  'choose_sticker', 'find_location', 'record_video_note', 'upload_video_note',
]) // prettier-ignore
/** Telegram gives a pressed button about a quarter of a minute. */
const CALLBACK_SECONDS = 15
const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'

export const sendChatAction = (world: World, { fields }: Call): true => {
  const chat = chatOf(world, fields)
  mustBeAllowedToWrite(world, chat)
  const thread = numberOf(fields, 'message_thread_id')
  if (thread !== undefined && !chat.topics.has(thread)) throw badRequest('message thread not found')
  if (!ACTIONS.has(textOf(fields, 'action') ?? '')) throw badRequest('wrong parameter action in request')
  return true
}

export const answerCallbackQuery = (world: World, { fields }: Call): true => {
  const pressed = world.pressed.get(textOf(fields, 'callback_query_id') ?? '')
  const limit = (world.options.callbackSeconds ?? CALLBACK_SECONDS) * 1000
  if (pressed === undefined || world.clock.now() - pressed.at > limit) throw badRequest(TOO_OLD)
  const text = textOf(fields, 'text') ?? ''
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG')
  pressed.answer ??= { text, alert: isSet(fields, 'show_alert'), url: textOf(fields, 'url') ?? null }
  return true
}

/** The free reactions that every chat allows, as far as a service desk needs them. */
const REACTIONS = new Set([...'👍👎❤🔥🥰👏😁🤔🎉🙏👌🕊💯👀✍🤝🫡⚡🏆👻'])

export const setMessageReaction = (world: World, { fields }: Call): true => {
  const chat = chatOf(world, fields)
  const stored = messageOf(chat, fields, 'message to react not found')
  mustBeAllowedToWrite(world, chat)
  const reaction = jsonOf(fields, 'reaction', 'reaction types') ?? []
  if (!Array.isArray(reaction)) throw badRequest("can't parse reaction types JSON object")
  if (reaction.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  const emoji = reaction.map((one: unknown) => (isRecord(one) ? String(one.emoji ?? '') : ''))
  if (emoji.some((sign) => !REACTIONS.has(sign.replace('\uFE0F', '')))) throw badRequest('REACTION_INVALID')
  stored.reactions = emoji
  stored.changed = world.nextChange()
  return true
}
