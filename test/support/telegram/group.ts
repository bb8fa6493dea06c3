/** Groups with members, topics, anonymous admins and channels that speak; and channels themselves. */
import { addChat } from './chat-store.ts'
import { say, type Author, type Said } from './delivery.ts'
import { setBotStatus } from './membership.ts'
import { createInbox, type Inbox } from './replies.ts'
import { createPlace, type Place, type Somebody } from './place.ts'
import type { WireUser } from './wire.ts'
import type { Chat, Delivery, MemberStatus, World } from './world.ts'

export interface GroupOptions {
  readonly id?: number
  readonly title?: string
  readonly forum?: boolean
  /** A basic group: no topics, message ids and rights as in the early days of a group. */
  readonly basic?: boolean
  readonly members?: readonly Somebody[]
  readonly admins?: readonly Somebody[]
  /** `absent`: the bot is added later by addBot. */
  readonly bot?: 'member' | 'admin' | 'absent'
  readonly botIsAdmin?: boolean
  readonly username?: string
  /** What this group hands to the bot; without it what the server says. */
  readonly delivery?: Delivery
}

export interface BenchGroup extends Place {
  readonly title: string
  topic(name: string): Place
  /** A post of the linked channel, as it appears in the group. */
  channelPost(text: string): Promise<Said>
  addBot(by: Somebody, as?: 'member' | 'admin'): void
  removeBot(by: Somebody): void
  promoteBot(by: Somebody): void
  join(somebody: Somebody): void
  leave(somebody: Somebody): void
  /** Turns a basic group into a supergroup with a new id. */
  upgrade(): BenchGroup
}

export const createGroup = (world: World, options: GroupOptions = {}): BenchGroup => {
  const number = world.chats.size + 1
  const { basic = false, forum = false, members = [], admins = [] } = options
  const title = options.title ?? `Nhóm ${number}`
  const chat = addChat(world, {
    id: options.id ?? (basic ? -4_000_000 - number : -1_002_000_000_000 - number),
    type: basic ? 'group' : 'supergroup',
    title,
    username: options.username,
    is_forum: forum ? true : undefined,
  })
  // number 1 is the making of the group, which is why 1 stands for General and is no thread
  if (!basic) chat.nextId = 2
  chat.delivery = options.delivery ?? null
  const status = options.botIsAdmin === true ? 'admin' : (options.bot ?? 'member')
  chat.botStatus = status === 'admin' ? 'administrator' : status === 'absent' ? 'left' : 'member'
  for (const { user } of members) chat.members.set(user.id, 'member')
  for (const { user } of admins) chat.members.set(user.id, 'administrator')
  return groupOf(world, chat, title)
}

const groupOf = (world: World, chat: Chat, title: string): BenchGroup => {
  const place = createPlace(world, chat, title, null, () => true)
  const topics = new Map<string, Place>()
  const service = (author: Author, content: Readonly<Record<string, unknown>>): Said =>
    say(world, chat, author, null, content, {
      delivered: chat.botStatus === 'member' || chat.botStatus === 'administrator',
    })
  const owner: WireUser = { id: 5_000_000_001, is_bot: false, first_name: 'Chủ nhóm' }
  const me = { id: world.bot.id, is_bot: true, first_name: world.bot.first_name, username: world.bot.username }
  const change = (to: MemberStatus, by: WireUser): void => {
    setBotStatus(world, chat, to, by)
    world.waiting.happened(chat.wire.id)
  }

  return {
    ...place,
    title,
    topic: (name) => {
      const known = topics.get(name)
      if (known !== undefined) return known
      if (chat.wire.is_forum !== true) throw new Error(`${title} has no topics: make the group with forum: true`)
      const { messageId } = service({ from: owner }, { forum_topic_created: { name, icon_color: 7322096 }, is_topic_message: true, message_thread_id: chat.nextId }) // prettier-ignore
      chat.topics.set(messageId, name)
      const topic = createPlace(
        world,
        chat,
        title,
        messageId,
        ({ message: { message_thread_id: id } }) => id === messageId,
      )
      topics.set(name, topic)
      return topic
    },
    channelPost: (text) => place.asChannel(title, true).send(text),
    addBot: ({ user }, as = 'member') => {
      change(as === 'admin' ? 'administrator' : 'member', user)
      service({ from: user }, { new_chat_members: [me], new_chat_member: me })
    },
    removeBot: ({ user }) => {
      service({ from: user }, { left_chat_member: me })
      change('kicked', user)
    },
    promoteBot: ({ user }) => change('administrator', user),
    join: ({ user }) => {
      chat.members.set(user.id, 'member')
      service({ from: user }, { new_chat_members: [user], new_chat_member: user })
    },
    leave: ({ user }) => {
      chat.members.set(user.id, 'left')
      service({ from: user }, { left_chat_member: user })
    },
    upgrade: () => {
      const next = addChat(world, { id: -1_002_900_000_000 - world.chats.size, type: 'supergroup', title })
      next.botStatus = chat.botStatus
      for (const [id, status] of chat.members) next.members.set(id, status)
      service({ from: owner }, { migrate_to_chat_id: next.wire.id })
      chat.migratedTo = next.wire.id
      say(world, next, { from: owner }, null, { migrate_from_chat_id: chat.wire.id }, { delivered: true })
      return groupOf(world, next, title)
    },
  }
}

export interface BenchChannel extends Inbox {
  readonly chatId: number
  post(text: string): Promise<Said>
}

/** A channel of its own; its posts come to the bot where it is admin there. */
export const createChannel = (world: World, { title = 'Kênh thông báo', botIsAdmin = true } = {}): BenchChannel => {
  const chat = addChat(world, { id: -1_001_000_000_000 - world.chats.size, type: 'channel', title })
  chat.botStatus = botIsAdmin ? 'administrator' : 'left'
  return {
    ...createInbox(world, chat, title, () => true),
    chatId: chat.wire.id,
    post: async (text) => say(world, chat, { senderChat: chat.wire }, null, { text }),
  }
}
