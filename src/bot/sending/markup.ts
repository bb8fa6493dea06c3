/** Buttons under a message and the keyboard below the input line, as Telegram wants them. */
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types'
import type { Button, Outgoing } from '../outgoing.ts'

export const inline = (buttons: readonly Button[]): InlineKeyboardMarkup => ({
  inline_keyboard: buttons.map(({ label, data, url }) => [
    url === undefined ? { text: label, callback_data: data ?? label } : { text: label, url },
  ]),
})

export const markupOf = (
  message: Extract<Outgoing, { kind: 'text' }>,
): InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | undefined => {
  const { buttons, keyboard, placeholder } = message
  if (buttons) return inline(buttons)
  if (keyboard === null) return { remove_keyboard: true }
  // taller keys (resize_keyboard false) that stay: telegram.md §5
  return (
    keyboard && {
      keyboard: keyboard.map((label) => [{ text: label }]),
      is_persistent: true,
      ...(placeholder !== undefined && { input_field_placeholder: placeholder }),
    }
  )
}
