/** Pressing buttons: below a message it is a callback_query, below the input line it is a message. */
import { withoutReply } from './send.ts'
import type { Inbox } from './replies.ts'
import type { WireButton, WireUser } from './wire.ts'
import { note } from './chat-store.ts'
import type { Chat, Stored, World } from './world.ts'

export interface TapOptions {
  /** The message whose button is meant; without it the newest that bears it. */
  readonly on?: { readonly messageId: number }
  /** Do not wait until the bot answers the press. */
  readonly wait?: boolean
  /** As Telegram tells of a message that is too old to be shown. */
  readonly inaccessible?: boolean
}

export interface PressParts {
  readonly world: World
  readonly chat: Chat
  readonly name: string
  readonly from: WireUser | undefined
  readonly inbox: Inbox
  readonly send: (text: string) => Promise<unknown>
  readonly before: () => void
}

export const tap = async (
  parts: PressParts,
  wanted: string | ((label: string) => boolean),
  options: TapOptions = {},
): Promise<string> => {
  const { world, chat } = parts
  const fits = typeof wanted === 'string' ? (label: string): boolean => label === wanted : wanted
  const found = await world.waiting.until(() => findButton(chat, fits, options.on?.messageId), {
    what: `a button ${typeof wanted === 'string' ? `[ ${wanted} ]` : String(wanted)} for ${parts.name}`,
    chat: chat.wire.id,
  })
  const { button, stored } = found
  if (stored === null) {
    await parts.send(button.text)
    return ''
  }
  if (button.callback_data === undefined) return button.copy_text?.text ?? button.url ?? ''
  return pressButton(parts, stored, button.callback_data, button.text, options)
}

export const press = async (parts: PressParts, data: string, options: TapOptions = {}): Promise<string> => {
  const { chat } = parts
  const stored =
    options.on === undefined
      ? chat.botMessages.findLast(({ deleted }) => !deleted)
      : chat.messages.get(options.on.messageId)
  if (stored === undefined) throw new Error('There is no message whose button could be pressed')
  return pressButton(parts, stored, data, null, options)
}

const findButton = (
  chat: Chat,
  fits: (label: string) => boolean,
  on: number | undefined,
): { readonly button: WireButton; readonly stored: Stored | null } | null => {
  for (let at = chat.botMessages.length - 1; at >= 0; at--) {
    const stored = chat.botMessages[at]!
    if (stored.deleted || (on !== undefined && stored.message.message_id !== on)) continue
    const button = stored.message.reply_markup?.inline_keyboard.flat().find(({ text }) => fits(text))
    if (button !== undefined) return { button, stored }
  }
  const key = on === undefined ? chat.keyboard?.keyboard.flat().find(({ text }) => fits(text)) : undefined
  return key === undefined ? null : { button: key, stored: null }
}

const pressButton = async (
  { world, chat, name, from, inbox, before }: PressParts,
  { message }: Stored,
  data: string,
  label: string | null,
  { wait = true, inaccessible = false }: TapOptions,
): Promise<string> => {
  if (from === undefined) throw new Error(`${name} cannot press buttons`)
  before()
  inbox.mark()
  const id = `48${String(world.nextNumber()).padStart(16, '0')}`
  const pressed = {
    id,
    at: world.clock.now(),
    answer: null as { text: string; alert: boolean; url: string | null } | null,
  }
  world.pressed.set(id, pressed)
  if (label !== null) note(world, chat, `${name} bấm [ ${label} ]`)
  const shown = inaccessible
    ? { chat: message.chat, message_id: message.message_id, date: 0 }
    : { ...message, reply_to_message: message.reply_to_message && withoutReply(message.reply_to_message) }
  world.queue.push({
    callback_query: { id, from, message: shown, chat_instance: String(chat.wire.id * 7919), data },
  })
  if (!wait) return ''
  const what = `an answer to the button ${label === null ? `with the data "${data}"` : `[ ${label} ]`} pressed by ${name}`
  const { text } = await world.waiting.until(() => pressed.answer, { what, chat: chat.wire.id })
  if (text !== '') note(world, chat, `Telegram hiện: “${text}”`)
  return text
}
