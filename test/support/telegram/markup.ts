/** reply_markup as Telegram reads it. */
import { badRequest } from './api-error.ts'
import { isRecord, jsonOf, type Fields } from './fields.ts'
import type { InlineMarkup, Markup } from './wire.ts'

/** Buttons of one keyboard (tried limits of Telegram's servers: 100 inline, 300 below the input line). */
const MOST_INLINE = 100
const MOST_KEYBOARD = 300
/** Bytes of callback_data (Bot API). */
const DATA_BYTES = 64
const KINDS = [
  'url', 'callback_data', 'web_app', 'login_url', 'switch_inline_query', 'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat', 'copy_text', 'callback_game', 'pay',
] // prettier-ignore

export const parseMarkup = (fields: Fields): Markup | null => {
  const value = jsonOf(fields, 'reply_markup', 'reply keyboard markup')
  if (value === undefined) return null
  if (!isRecord(value)) throw badRequest('object expected as reply markup')
  if ('inline_keyboard' in value) return inlineMarkup(value.inline_keyboard)
  if ('keyboard' in value) {
    const keyboard = rowsOf(value.keyboard).map((row) =>
      row.map((button) => {
        const shaped = typeof button === 'string' ? { text: button } : button
        if (!isRecord(shaped) || typeof shaped.text !== 'string')
          throw badRequest('can\'t parse keyboard button: Can\'t find field "text"')
        if (shaped.text === '') throw badRequest('keyboard button text must be non-empty')
        return { ...shaped, text: shaped.text }
      }),
    )
    const placeholder = value.input_field_placeholder
    if (typeof placeholder === 'string' && placeholder.length > 64)
      throw badRequest('input field placeholder is too long')
    if (keyboard.flat().length > MOST_KEYBOARD) throw badRequest('reply markup is too long')
    return keyboard.flat().length === 0 ? null : { ...value, keyboard }
  }
  if (value.remove_keyboard === true) return { remove_keyboard: true }
  if (value.force_reply === true) return { force_reply: true }
  return null
}

export const isInline = (markup: Markup | null): markup is InlineMarkup =>
  markup !== null && 'inline_keyboard' in markup

const rowsOf = (rows: unknown): unknown[][] => {
  if (!Array.isArray(rows)) throw badRequest("can't parse reply keyboard markup JSON object")
  return rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest("can't parse keyboard: expected an Array of Array of buttons")
    return row as unknown[]
  })
}

const inlineMarkup = (rows: unknown): InlineMarkup | null => {
  const inline_keyboard = rowsOf(rows)
    .map((row) => row.map(inlineButton))
    .filter((row) => row.length > 0)
  if (inline_keyboard.flat().length > MOST_INLINE) throw badRequest('reply markup is too long')
  return inline_keyboard.length === 0 ? null : { inline_keyboard }
}

const inlineButton = (button: unknown): InlineMarkup['inline_keyboard'][number][number] => {
  const wrong = (words: string): Error => badRequest(`can't parse inline keyboard button: ${words}`)
  if (!isRecord(button)) throw wrong('InlineKeyboardButton must be an Object')
  if (typeof button.text !== 'string') throw wrong('Can\'t find field "text"')
  if (button.text === '') throw badRequest('inline keyboard button text must be non-empty')
  if (!KINDS.some((kind) => button[kind] !== undefined && button[kind] !== null))
    throw wrong('Text buttons are unallowed in the inline keyboard')
  const { callback_data: data, url, copy_text: copy } = button
  if (data !== undefined) {
    if (typeof data !== 'string') throw wrong('Field "callback_data" must be of type String')
    const bytes = Buffer.byteLength(data)
    if (bytes < 1 || bytes > DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID')
  }
  if (url !== undefined && !/^(?:https?|tg|ton):\/\/[^\s]+$|^[^\s/:]+\.[^\s/]+/.test(String(url)))
    throw badRequest(`inline keyboard button URL '${String(url)}' is invalid: Wrong HTTP URL`)
  if (copy !== undefined) {
    const text = isRecord(copy) ? String(copy.text ?? '') : ''
    if (text.length < 1 || text.length > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID')
  }
  return button as unknown as InlineMarkup['inline_keyboard'][number][number]
}
