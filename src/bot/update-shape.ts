/** The parts of an update that are looked at: a list of what is let in. Everything else is left at the door, names above all. */
import { z } from 'zod'

const person = z.object({ id: z.int().positive(), is_bot: z.boolean().default(false) })
const chat = z.object({
  id: z.int().refine((id) => id !== 0),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  is_forum: z.boolean().optional(),
})
/** That it is there matters, not what it says. */
const present = z.unknown().transform(() => ({}))
const flag = present.optional()

const entity = z.object({
  type: z.string().max(40),
  offset: z.int().nonnegative(),
  length: z.int().positive(),
  // whether we are meant is all that is asked of it: other people who are named so stay outside
  user: z
    .object({ id: z.int(), is_bot: z.boolean().default(false) })
    .transform(({ id, is_bot }) => ({ id: is_bot ? id : 0 }))
    .optional(),
})
/** Telegram's own limit is 4,096 UTF-16 units. */
const text = z.string().max(8_192).optional()
const document = z.object({
  file_id: z.string().max(512),
  file_unique_id: z.string().max(128).default(''),
  file_name: z.string().max(512).optional(),
  mime_type: z.string().max(128).optional(),
  file_size: z.int().nonnegative().optional(),
})

const head = {
  message_id: z.int().nonnegative(),
  date: z.int().nonnegative(),
  chat,
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
}

/** Contents that are not read but get a helpful word. `photo` is a list in Telegram and stays one. */
const OTHER_CONTENT = [
  'animation', 'audio', 'checklist', 'contact', 'dice', 'game', 'invoice', 'location', 'paid_media', 'poll', 'sticker', 'story',
  'venue', 'video', 'video_note', 'voice',
  // what happens in a chat without anybody saying something
  'new_chat_members', 'left_chat_member', 'new_chat_title', 'new_chat_photo', 'delete_chat_photo', 'group_chat_created',
  'supergroup_chat_created', 'pinned_message', 'forum_topic_created', 'forum_topic_edited', 'forum_topic_closed',
  'forum_topic_reopened', 'message_auto_delete_timer_changed', 'video_chat_started', 'video_chat_ended', 'users_shared',
  'chat_shared', 'write_access_allowed', 'boost_added',
] as const // prettier-ignore
const others = Object.fromEntries(OTHER_CONTENT.map((name) => [name, flag])) as Record<
  (typeof OTHER_CONTENT)[number],
  typeof flag
>

const message = z.object({
  ...head,
  ...others,
  from: person.optional(),
  sender_chat: chat.optional(),
  edit_date: z.int().nonnegative().optional(),
  text,
  entities: z.array(entity).max(1_000).optional(),
  caption: text,
  caption_entities: z.array(entity).max(1_000).optional(),
  document: document.optional(),
  photo: z
    .unknown()
    .transform(() => [])
    .optional(),
  media_group_id: z.string().max(64).optional(),
  is_automatic_forward: z.boolean().optional(),
  forward_origin: z.object({ type: z.string().max(40), date: z.int().default(0) }).optional(),
  via_bot: person.optional(),
  migrate_to_chat_id: z.int().optional(),
  reply_to_message: z
    .object({
      ...head,
      from: person.optional(),
      // in a forum every message replies to the one that made its topic
      forum_topic_created: flag,
    })
    .optional(),
})

const member = z.object({ status: z.string().max(40), user: person })

/** Kinds of updates that are written down and handled; telegram.md §1. */
export const STORED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const
/** Kinds that are asked of Telegram: an inline query is answered beside the queue (inline/). */
export const ALLOWED_UPDATES = [...STORED_UPDATES, 'inline_query'] as const

export const updateShape = z.object({
  update_id: z.int().nonnegative(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string().max(128),
      from: person,
      data: z.string().max(64).optional(),
      message: z.object({ ...head, from: person.optional() }),
    })
    .optional(),
  my_chat_member: z
    .object({
      chat,
      from: person,
      date: z.int().nonnegative(),
      old_chat_member: member,
      new_chat_member: member,
    })
    .optional(),
})

export type PrunedUpdate = z.infer<typeof updateShape>
export type PrunedMessage = NonNullable<PrunedUpdate['message']>
