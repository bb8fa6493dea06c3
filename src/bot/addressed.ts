/** Whether an update is meant for us (in private everything is, in a group only what is said to us), and what it says without our name. */
import type { Message, Update, UserFromGetMe } from 'grammy/types'
import { clean } from '../text/vietnamese.ts'

type Me = Pick<UserFromGetMe, 'id' | 'username'>

export const isForUs = (update: Update, me: Me): boolean => {
  if (update.callback_query || update.my_chat_member) return true
  const message = update.message ?? update.edited_message
  if (!message || isFromBot(message) || message.via_bot?.id === me.id) return false
  return message.chat.type === 'private' || addressesUs(message, me)
}

/** Another bot. An anonymous admin and a channel write under the name of a bot too, but as a chat. */
const isFromBot = (message: Message): boolean => message.from?.is_bot === true && message.sender_chat === undefined

/** A command for us (`/hoi@bot`, or a bare one), a reply to one of our messages, a mention of our name; nothing that was only passed on. */
const addressesUs = (message: Message, me: Me): boolean => {
  if (message.is_automatic_forward) return false
  if (isReplyToUs(message, me)) return commandOf(message, me)?.isForOther !== true
  if (message.forward_origin) return false
  const command = commandOf(message, me)
  return command ? !command.isForOther : mentions(message, me).length > 0
}

/** In a forum every message replies to the one that made its topic. */
const isReplyToUs = ({ reply_to_message: to }: Message, me: Me): boolean =>
  to?.from?.id === me.id && !to.forum_topic_created

const COMMAND = /^\/([a-z0-9_]+)(?:@(\w+))?(?=\s|$)/i

const commandOf = (
  message: Message,
  me: Me,
): { readonly name: string; readonly length: number; readonly isForOther: boolean } | null => {
  const found = COMMAND.exec(textOf(message))
  if (!found) return null
  const isForOther = found[2] !== undefined && found[2].toLowerCase() !== me.username.toLowerCase()
  return { name: found[1]!.toLowerCase(), length: found[0].length, isForOther }
}

const textOf = (message: Message): string => message.text ?? message.caption ?? ''

/** Where our name stands in the text. */
const mentions = (message: Message, me: Me): readonly { readonly offset: number; readonly length: number }[] => {
  const text = textOf(message)
  const own = `@${me.username.toLowerCase()}`
  return (message.entities ?? message.caption_entities ?? []).filter((entity) =>
    entity.type === 'text_mention'
      ? entity.user.id === me.id
      : entity.type === 'mention' && text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === own,
  )
}

export interface SpokenWords {
  /** `hoi` of `/hoi@bot …`; null without one. */
  readonly command: string | null
  /** What is said, without the command, our name and anything invisible, in NFC. */
  readonly text: string
}

export const spokenWords = (message: Message, me: Me): SpokenWords => {
  const command = commandOf(message, me)
  const whole = textOf(message)
  const parts: string[] = []
  let at = command?.length ?? 0
  for (const { offset, length } of mentions(message, me)) {
    if (offset < at) continue
    parts.push(whole.slice(at, offset))
    at = offset + length
  }
  const spoken = [...parts, whole.slice(at)].map((part) => part.trim()).filter(Boolean)
  const said = clean(spoken.join(' ').toWellFormed()).trim()
  // what is left of "@bot, Điều 5 nói gì?"
  return { command: command?.name ?? null, text: at > 0 ? said.replace(/^[,:;.–-]+\s*/u, '') : said }
}

/** Whether there is a letter or digit to look for. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Whether the asker wants what is being done to end: must not wait behind it in the queue. */
export const isStop = (update: Update): boolean =>
  /^\/dung(?:@\w+)?\s*$/i.test(update.message?.text ?? '') || update.callback_query?.data === 'stop'
