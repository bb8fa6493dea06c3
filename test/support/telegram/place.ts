/** A place where people write: a group, or one topic of it. */
import { ANONYMOUS_ADMIN_ID, CHANNEL_BOT_ID, type Author } from './delivery.ts'
import { createInbox, type Inbox } from './replies.ts'
import { createSpeaker, fullName, type Speaker } from './speaker.ts'
import type { WireChat, WireUser } from './wire.ts'
import type { Chat, Stored, World } from './world.ts'

export interface Somebody {
  readonly user: WireUser
}

/** The inbox holds everything the bot writes there. */
export interface Place extends Inbox {
  readonly chatId: number
  /** Null in General and in groups without topics. */
  readonly threadId: number | null
  as(somebody: Somebody): Speaker
  /** An admin who writes in the name of the group. */
  anonymousAdmin(): Speaker
  /** A channel that writes in the group; `linked` = the group's own channel, whose posts arrive by themselves. */
  asChannel(title?: string, linked?: boolean): Speaker
}

export const createPlace = (
  world: World,
  chat: Chat,
  title: string,
  thread: number | null,
  hears: (stored: Stored) => boolean,
): Place => {
  const speakers = new Map<string, Speaker>()
  const speaker = (
    key: string,
    name: string,
    author: Author,
    mine: (stored: Stored) => boolean,
    extra = {},
  ): Speaker => {
    const known = speakers.get(key)
    if (known !== undefined) return known
    const made = createSpeaker({
      world,
      chat,
      name,
      author,
      thread,
      hears: (stored) => hears(stored) && mine(stored),
      extra,
    })
    speakers.set(key, made)
    return made
  }
  /** The bot's message replies to one of this author's. */
  const answers =
    (fits: (author: { from?: WireUser | undefined; sender_chat?: WireChat | undefined }) => boolean) =>
    ({ message }: Stored): boolean => {
      const replied = message.reply_to_message
      return replied !== undefined && fits(replied)
    }

  return {
    ...createInbox(world, chat, title, hears),
    chatId: chat.wire.id,
    threadId: thread,
    as: ({ user }) => {
      if (!user.is_bot && !chat.members.has(user.id)) chat.members.set(user.id, 'member')
      return speaker(
        String(user.id),
        fullName(user),
        { from: user },
        answers(({ from }) => from?.id === user.id),
      )
    },
    anonymousAdmin: () =>
      speaker(
        'admin',
        title,
        {
          from: { id: ANONYMOUS_ADMIN_ID, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
          senderChat: chat.wire,
        },
        answers(({ from }) => from?.id === ANONYMOUS_ADMIN_ID),
      ),
    asChannel: (channelTitle = 'Kênh', linked = false) => {
      const senderChat: WireChat = {
        id: -1_001_500_000_000 - channelTitle.length,
        type: 'channel',
        title: channelTitle,
      }
      const from: WireUser = linked
        ? { id: 777000, is_bot: false, first_name: 'Telegram' }
        : { id: CHANNEL_BOT_ID, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' }
      const extra = linked ? { is_automatic_forward: true, forward_origin: { type: 'channel', chat: senderChat, message_id: 1, date: world.clock.seconds() } } : {} // prettier-ignore
      return speaker(`channel:${channelTitle}:${linked}`, channelTitle, { from, senderChat }, answers(({ sender_chat }) => sender_chat?.id === senderChat.id), extra) // prettier-ignore
    },
  }
}
