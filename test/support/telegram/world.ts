/** Everything the fake Telegram knows: people, chats, messages, files. Plain state; the rules stand in the other files. */
import { createCallLog, type CallLog } from './call-log.ts'
import { createClock, type Clock } from './clock.ts'
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts'
import { createWaiting, type Waiting } from './waiting.ts'
import type { KeyboardMarkup, Markup, WireChat, WireEntity, WireMessage, WireUser } from './wire.ts'

export interface Person {
  readonly user: WireUser
  /** Has written to the bot in private, so that the bot may write to them. */
  started: boolean
  deactivated: boolean
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked'

export interface Version {
  readonly text: string
  readonly entities: readonly WireEntity[]
}

export interface Stored {
  readonly message: WireMessage
  readonly chat: Chat
  /** By the bot under test. */
  readonly byBot: boolean
  /** Place among everything that was ever written. */
  readonly order: number
  /** The same for its last writing or editing. */
  changed: number
  /** What it said before each edit, oldest first. */
  readonly edits: Version[]
  deleted: boolean
  /** As the bot gave it, with the keyboards that Telegram does not repeat in the message. */
  markup: Markup | null
  /** The bot's reaction to it. */
  reactions: readonly string[]
  /** How it came about, e.g. `sendMessage`. */
  readonly method: string
}

export type Delivery = 'privacy' | 'mentions' | 'everything'

export interface Note {
  readonly changed: number
  readonly at: number
  readonly text: string
}

export interface Chat {
  readonly wire: WireChat
  readonly messages: Map<number, Stored>
  /** The bot's, oldest first; `botDropped` of them were forgotten to save memory. */
  botMessages: Stored[]
  botDropped: number
  /** What the bot wrote or edited, in the order of `changed`. */
  changes: { readonly stored: Stored; readonly changed: number }[]
  nextId: number
  readonly members: Map<number, MemberStatus>
  /** Forum topics by thread id, without General. */
  readonly topics: Map<number, string>
  botStatus: MemberStatus
  keyboard: KeyboardMarkup | null
  /** Which bot wrote last: it hears bare commands. */
  lastBot: number | null
  delivery: Delivery | null
  migratedTo: number | null
  /** Things that are no messages but belong into a transcript: a button pressed, a block. */
  readonly notes: Note[]
}

export interface StoredFile {
  readonly id: string
  readonly uniqueId: string
  readonly name: string
  readonly mime: string
  readonly size: number
  readonly bytes: Uint8Array
  readonly path: string
}

export interface Pressed {
  readonly id: string
  readonly at: number
  answer: { readonly text: string; readonly alert: boolean; readonly url: string | null } | null
}

export interface WorldOptions {
  readonly token?: string
  readonly name?: string
  readonly username?: string
  readonly canReadAllGroupMessages?: boolean
  /** What groups hand to a bot that is no admin: Telegram's documented rules, those and mentions, or everything. */
  readonly delivery?: Delivery
  /** How long a pressed button may be answered, by the bench's clock. */
  readonly callbackSeconds?: number
  /** Messages kept per chat, and calls kept; for long runs. */
  readonly keepMessages?: number
  readonly keepCalls?: number
}

/** An inline query, and what the bot answered to it. */
export interface TypedQuery {
  readonly at: number
  results: readonly Record<string, unknown>[] | null
  button: unknown
  isPersonal: boolean
  cacheSeconds: number
}

export interface World {
  readonly options: WorldOptions
  readonly token: string
  readonly bot: WireUser & { readonly username: string }
  readonly canReadAll: boolean
  readonly clock: Clock
  readonly waiting: Waiting
  readonly queue: UpdateQueue
  readonly log: CallLog
  readonly people: Map<number, Person>
  readonly chats: Map<number, Chat>
  /** Folded username → chat id. */
  readonly usernames: Map<string, number>
  readonly files: Map<string, StoredFile>
  readonly filesByPath: Map<string, StoredFile>
  readonly pressed: Map<string, Pressed>
  readonly inline: Map<string, TypedQuery>
  /** Commands and profile texts by method, scope and language. */
  readonly profile: Map<string, unknown>
  nextChange(): number
  nextNumber(): number
}

/** Looks like a token and is none. */
export const TOKEN = '7123456789:AAF-bench_token_of_the_loopback_bot_api'

export const createWorld = (options: WorldOptions = {}): World => {
  const clock = createClock()
  const waiting = createWaiting()
  let changes = 0
  let numbers = 0
  const token = options.token ?? TOKEN
  return {
    options,
    token,
    bot: {
      id: Number(token.split(':')[0]),
      is_bot: true,
      first_name: options.name ?? 'Hỏi đáp công tác Đảng',
      username: options.username ?? 'hoi_dap_dang_bot',
    },
    canReadAll: options.canReadAllGroupMessages ?? false,
    clock,
    waiting,
    queue: createUpdateQueue(() => waiting.happened()),
    log: createCallLog(options.keepCalls ?? Infinity),
    people: new Map(),
    chats: new Map(),
    usernames: new Map(),
    files: new Map(),
    filesByPath: new Map(),
    pressed: new Map(),
    inline: new Map(),
    profile: new Map(),
    nextChange: () => ++changes,
    nextNumber: () => ++numbers,
  }
}
