/** A Telegram Bot API on this machine, and the people, groups and faults that a play needs. */
import { createFaults, type Faults } from './telegram/faults.ts'
import { createFlood, type FloodLimits, type Violation } from './telegram/flood.ts'
import { createHttpDoor } from './telegram/http-door.ts'
import { createMethods } from './telegram/methods.ts'
import type { CallLog, LoggedCall } from './telegram/call-log.ts'
import type { Clock } from './telegram/clock.ts'
import { createChannel, createGroup, type BenchChannel, type BenchGroup, type GroupOptions } from './telegram/group.ts'
import { createPerson, type BenchPerson, type PersonOptions } from './telegram/person.ts'
import { transcriptOf, type TranscriptOptions } from './telegram/transcript.ts'
import type { WaitOptions, Waiting } from './telegram/waiting.ts'
import { createWebhook, type Webhook, type WebhookPauses } from './telegram/webhook.ts'
import type { NewUpdate, WireUpdate, WireUser } from './telegram/wire.ts'
import { createWorld, type World, type WorldOptions } from './telegram/world.ts'

export interface TelegramServerOptions extends WorldOptions {
  readonly port?: number
  readonly webhook?: Partial<WebhookPauses>
  /** Answers `/_control/<verb>`, where the bench is its own process. */
  readonly control?: (verb: string, asked: Readonly<Record<string, unknown>>) => unknown
}

/** Somebody or something that has a chat, or the chat's number. */
export type Whose = number | { readonly chatId: number; readonly threadId?: number | null }

export interface TelegramServer {
  /** For TELEGRAM_API_ROOT; no slash at the end. */
  readonly root: string
  readonly token: string
  readonly bot: WireUser & { readonly username: string }
  readonly clock: Clock
  readonly world: World
  readonly webhook: Webhook
  user(options?: PersonOptions): BenchPerson
  group(options?: GroupOptions): BenchGroup
  channel(options?: { readonly title?: string; readonly botIsAdmin?: boolean }): BenchChannel
  /** Another bot, that may write in groups. */
  otherBot(options?: { readonly name?: string; readonly username?: string }): { readonly user: WireUser }
  /** Waits until the bot asks for updates: the one poll more than `after`, or the first. */
  waitForPoll(after?: number): Promise<void>
  /** Polls that came so far. */
  readonly polls: () => number
  /** Whether a long poll is open now. */
  readonly isPolling: () => boolean
  /** Waits for any condition; looked at whenever something happens here. */
  until<T>(check: () => T | undefined | null | false, options: WaitOptions | string): Promise<T>
  readonly waiting: Waiting
  /** Calls by method and chat, in order; getUpdates is only counted. */
  calls(method?: string, chat?: Whose): readonly LoggedCall[]
  readonly count: CallLog['count']
  /** Updates that the bot has not confirmed. */
  pending(): readonly WireUpdate[]
  /** Any update, also a broken one; with an `update_id` of its own it is handed out once more. Returns its number. */
  pushUpdate(update: NewUpdate): number
  readonly fail: Faults['fail']
  readonly delay: Faults['delay']
  readonly dropConnection: Faults['dropConnection']
  readonly stall: Faults['stall']
  readonly randomFaults: Faults['random']
  readonly randomHits: Faults['randomHits']
  floodLimit(limits: FloodLimits | null): void
  violations(): readonly Violation[]
  /** Refuses connections; the same port answers again after comeBack. */
  goDown(): Promise<void>
  comeBack(): Promise<void>
  /** A person's chat, a group, or one topic. */
  transcript(chat: Whose, options?: TranscriptOptions): string
  close(): Promise<void>
}

/** Enough of a transcript to see what went wrong. */
const CLUE_LETTERS = 4_000

export const createTelegramServer = async (options: TelegramServerOptions = {}): Promise<TelegramServer> => {
  const world = createWorld(options)
  const { waiting, queue, log } = world
  const faults = createFaults()
  const flood = createFlood()
  const webhook = createWebhook(queue, () => waiting.happened(), options.webhook)
  const door = createHttpDoor({
    world,
    methods: createMethods(world, webhook),
    faults,
    flood,
    ...(options.control && { control: options.control }),
  })
  await door.listen(options.port ?? 0)
  const chatId = (chat: Whose): number => (typeof chat === 'number' ? chat : chat.chatId)
  const transcript: TelegramServer['transcript'] = (chat, how) => {
    const found = world.chats.get(chatId(chat))
    const thread = typeof chat === 'number' ? null : (chat.threadId ?? null)
    return found === undefined ? '' : transcriptOf(world, found, { ...(thread === null ? {} : { thread }), ...how })
  }
  waiting.clues.add((chat) =>
    chat === undefined ? '' : `The conversation so far:\n${transcript(chat, { ids: true }).slice(-CLUE_LETTERS)}`,
  )
  waiting.clues.add(() => lastCalls(log.calls()))

  return {
    root: `http://127.0.0.1:${door.port()}`,
    token: world.token,
    bot: world.bot,
    clock: world.clock,
    world,
    webhook,
    waiting,
    user: (person) => createPerson(world, person),
    group: (group) => createGroup(world, group),
    channel: (channel) => createChannel(world, channel),
    otherBot: ({ name = 'Bot khác', username = 'bot_khac_bot' } = {}) => ({
      user: { id: 6_900_000_000 + world.nextNumber(), is_bot: true, first_name: name, username },
    }),
    waitForPoll: async (after = 0) => {
      await waiting.until(() => queue.polls() > after, { what: 'a call of getUpdates' })
    },
    polls: queue.polls,
    isPolling: queue.isPolling,
    until: (check, how) => waiting.until(check, typeof how === 'string' ? { what: how } : how),
    calls: (method, chat) => log.calls(method, chat === undefined ? undefined : chatId(chat)),
    count: log.count,
    pending: queue.pending,
    pushUpdate: queue.pushRaw,
    fail: faults.fail,
    delay: faults.delay,
    dropConnection: faults.dropConnection,
    stall: faults.stall,
    randomFaults: faults.random,
    randomHits: faults.randomHits,
    floodLimit: flood.limit,
    violations: flood.violations,
    goDown: door.down,
    comeBack: () => door.listen(),
    transcript,
    close: async () => {
      webhook.close()
      await door.down()
    },
  }
}

const lastCalls = (calls: readonly LoggedCall[]): string => {
  const last = calls.slice(-8).map(({ method, chatId, ok, error, fault }) => {
    const end = ok ? 'ok' : (error?.description ?? 'not carried out')
    return `  ${method} ${chatId ?? ''} ${end}${fault === null ? '' : ` (${fault})`}`
  })
  return last.length === 0 ? 'The bot has called nothing.' : `Its last calls:\n${last.join('\n')}`
}
