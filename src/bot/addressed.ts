/** Whether an update is meant for us: in private everything is, in a group only what is said to us. */
import type { Message, Update, UserFromGetMe } from 'grammy/types'

export const isForUs = (update: Update, me: Pick<UserFromGetMe, 'id' | 'username'>): boolean => {
  if (update.callback_query || update.my_chat_member) return true
  const message = update.message ?? update.edited_message
  if (!message || (message.from?.is_bot === true && message.sender_chat === undefined)) return false
  if (message.via_bot?.id === me.id) return false
  if (message.chat.type === 'private') return true
  return addressesUs(message, me)
}

/** A command for us (`/hoi@bot`, or a bare one), a reply to one of our messages, a mention of our name. */
const addressesUs = (message: Message, me: Pick<UserFromGetMe, 'id' | 'username'>): boolean => {
  const text = message.text ?? message.caption ?? ''
  const own = `@${me.username.toLowerCase()}`
  const command = /^\/[a-z0-9_]+(@\w+)?/i.exec(text)
  if (command) return command[1] === undefined || command[1].toLowerCase() === own
  if (message.reply_to_message?.from?.id === me.id) return true
  const entities = message.entities ?? message.caption_entities ?? []
  return entities.some((entity) =>
    entity.type === 'text_mention'
      ? entity.user.id === me.id
      : entity.type === 'mention' && text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === own,
  )
}

/** Whether the asker wants what is being done to end: must not wait behind it in the queue. */
export const isStop = (update: Update): boolean =>
  /^\/dung(?:@\w+)?\s*$/i.test(update.message?.text ?? '') || update.callback_query?.data === 'stop'
