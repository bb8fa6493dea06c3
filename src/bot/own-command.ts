/** In private there is nobody else to command, and a command is taken as it was meant: `/start@other_bot`, `/Theodoi`, `/theo dõi`, `/xóa`. */
import type { Message } from 'grammy/types'
import { fold } from '../text/vietnamese.ts'
import { isCommand } from './commands.ts'

const NAMED = /^(\/[a-z0-9_]+)(@\w+)(?=\s|$)/i
const WORDS = /^\/(?:[\p{L}\p{M}\p{N}_]+)(?:[ \t]+[\p{L}\p{M}\p{N}_]+){0,2}/u
/** Words that the longest command is typed in: `/bỏ theo dõi`. */
const MOST_WORDS = 3

/** Takes the name out of a command, whosever it is, and its capitals, marks and blanks, so that features see the bare command. Changes the message. */
export const ownCommand = (message: Message): void => {
  const { text } = message
  if (text === undefined) return
  const [whole, command] = NAMED.exec(text) ?? []
  if (whole !== undefined) replace(message, command!, whole.length)
  const meant = meantIn(message.text!)
  if (meant) replace(message, meant.command, meant.length)
}

const meantIn = (text: string): { readonly command: string; readonly length: number } | null => {
  const words = WORDS.exec(text)?.[0] ?? ''
  const ends = [...words.matchAll(/[\p{L}\p{M}\p{N}_](?![\p{L}\p{M}\p{N}_])/gu)].map(({ index, 0: last }) => index + last.length) // prettier-ignore
  for (const length of ends.slice(0, MOST_WORDS)) {
    const name = fold(text.slice(1, length)).toLowerCase().replace(/\s+/g, '')
    if (isCommand(name)) return { command: `/${name}`, length }
  }
  return null
}

/** What Telegram marks as the command may be less of it, or nothing: it knows no marks. */
const replace = (message: Message, command: string, length: number): void => {
  const moved = command.length - length
  message.text = command + message.text!.slice(length)
  message.entities = [
    { type: 'bot_command', offset: 0, length: command.length },
    ...(message.entities ?? []).filter(({ offset }) => offset >= length).map((entity) => ({ ...entity, offset: entity.offset + moved })), // prettier-ignore
  ]
}
