/** What a message holds that is neither a question nor a file. */
import type { Message } from 'grammy/types'

export type OtherKind = 'voice' | 'picture' | 'place' | 'contact' | 'poll' | 'playful' | 'unknown'

const KINDS: readonly (readonly [OtherKind, readonly (keyof Message)[]])[] = [
  ['voice', ['voice', 'audio', 'video_note']],
  // an animation is a sticker to who sends it; Telegram gives it as a document too
  ['playful', ['sticker', 'animation', 'dice', 'game']],
  ['picture', ['photo', 'video']],
  ['place', ['location', 'venue']],
  ['contact', ['contact']],
  ['poll', ['poll', 'checklist']],
  ['unknown', ['story', 'invoice', 'paid_media']],
]

/** What happens in a chat without anybody saying something to us. */
const SERVICE: readonly (keyof Message)[] = [
  'new_chat_members', 'left_chat_member', 'new_chat_title', 'new_chat_photo', 'delete_chat_photo', 'group_chat_created',
  'supergroup_chat_created', 'pinned_message', 'forum_topic_created', 'forum_topic_edited', 'forum_topic_closed',
  'forum_topic_reopened', 'message_auto_delete_timer_changed', 'video_chat_started', 'video_chat_ended', 'users_shared',
  'chat_shared', 'write_access_allowed', 'boost_added', 'migrate_to_chat_id', 'migrate_from_chat_id',
] // prettier-ignore

/** Null for what happens by itself; `unknown` for kinds that Telegram has invented since. */
export const kindOfMessage = (message: Message): OtherKind | null => {
  if (SERVICE.some((name) => message[name] !== undefined)) return null
  return KINDS.find(([, names]) => names.some((name) => message[name] !== undefined))?.[0] ?? 'unknown'
}
