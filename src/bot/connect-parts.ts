/** The parts of the bot, each given the others that it works with: intake → queue → handler → outbox → sender. */
import { Api } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { mayRead, type Level } from '../access.ts'
import type { InboxItem, Key } from '../desk/records.ts'
import { createWorkQueue, type WorkQueue } from '../desk/work-queue.ts'
import { createBot } from './bot.ts'
import type { BotDeps } from './context.ts'
import { createAnnouncements } from './features/follow/announcement.ts'
import { createAnnouncer, type Announcer } from './features/follow/announcer.ts'
import { caseAgain } from './features/cases/case-message.ts'
import { tellWhatBecame } from './features/cases/settled.ts'
import { createHandler } from './handle-update.ts'
import { createInlineAnswerer } from './inline/answer-inline.ts'
import { createIntake, type Intake } from './intake.ts'
import { drawChart } from './picture/draw-chart.ts'
import type { Pace } from './sending/pace.ts'
import { createSender, type Sender } from './sending/sender.ts'
import { speaksOfLost } from './sending/speaks-of-lost.ts'
import { noteMove, staffChatId } from './staff-chat-id.ts'
import { commandsOfChat } from './register-commands.ts'
import { levelOfChat, levelOfRole, roleOf } from './rights.ts'
import { restoreUpdate } from './stored-update.ts'
import { clientOptions, UPLOAD_SECONDS } from './telegram-client.ts'
import { createTelegramClock } from './telegram-clock.ts'

/** Updates handled at once: enough to keep two cores busy, few enough that each ends soon (reliability.md §1: 20-50). */
const CONCURRENCY = 20

export interface BotParts {
  readonly queue: WorkQueue<InboxItem>
  readonly intake: Intake
  readonly sender: Sender
  readonly announcer: Announcer
}

/** `onFatal` is told a TokenError when nothing can be sent any more. */
export const connectParts = (
  deps: BotDeps,
  api: Api,
  me: UserFromGetMe,
  { handleRetryMs, lookMs, pace }: { readonly handleRetryMs?: number; readonly lookMs?: number; readonly pace?: Pace },
  onFatal: (error: unknown) => void,
): BotParts => {
  const { records, log, now, keyOf, telegram } = deps
  const announcements = createAnnouncements(deps)
  const ingestAside: BotDeps['house']['ingestAside'] = async (...given) => {
    const ingested = await deps.house.ingestAside(...given)
    announcer.look()
    return ingested
  }
  const bot = createBot({ ...deps, house: { ...deps.house, ingestAside } }, clientOptions(telegram), me)
  const clock = createTelegramClock(now, log)
  clock.listenTo(api)
  /** What the chat may read may have changed since a file was asked for. */
  const levelNow = (chat: Key, level: Level): Level => {
    const standing = levelOfChat(chat, deps)
    return mayRead(standing, level) ? level : standing
  }
  const moved = (from: number, to: number): void => noteMove(deps, from, to)
  const sender = createSender({
    api,
    uploads: new Api(telegram.token, clientOptions(telegram, UPLOAD_SECONDS)),
    records,
    log,
    now,
    draw: (chart) =>
      drawChart(chart).catch((error: unknown) => {
        log.error({ err: error }, 'a picture could not be drawn')
        throw error
      }),
    perSecond: telegram.messagesPerSecond,
    onFatal: (code) => onFatal(new TokenError(code)),
    standing: (chat) => levelOfChat(chat, deps),
    speaksOfLost: (...item) => speaksOfLost(deps, ...item),
    caseAgain: (...item) => caseAgain(...item, deps),
    commands: (chatId) => commandsOfChat(chatId, deps),
    moved,
    ...(pace && { privatePace: pace, groupPace: pace }),
    gone: (chat) => void records.follows.removeAll(chat),
    announcement: (round, chat) => announcements.wordsFor(records.follows.round(round), chat),
    became: (item, state) => tellWhatBecame(deps, item, state),
    file: async (documentId, level, chat) => {
      const file = await deps.house.originalFile(documentId, levelNow(chat, level))
      return { ...file, isPublic: deps.house.library('public')?.card(documentId) !== undefined }
    },
    comparison: (olderId, newerId, level, chat) => deps.house.comparisonFile(olderId, newerId, levelNow(chat, level)),
  })
  const wake = sender.wake
  const announcer = createAnnouncer({ ...deps, announcements, wake, ...(lookMs !== undefined && { lookMs }) })
  const restore = (item: InboxItem) => restoreUpdate(item, records.addresses)
  const queue = createWorkQueue<InboxItem>({
    concurrency: CONCURRENCY,
    work: createHandler({
      bot,
      records,
      restore,
      wake,
      now: clock.now,
      log,
      ...(handleRetryMs !== undefined && { retryMs: handleRetryMs }),
    }),
  })
  const isPlain = (chatId: number): boolean => chatId === staffChatId(deps)
  const inline = createInlineAnswerer({
    ...deps,
    api,
    username: me.username,
    isStaff: (id) => levelOfRole(roleOf(id, deps)) === 'staff',
  })
  const intake = createIntake({ moved, records, queue, me, log, wake, keyOf, now, isPlain, inline: inline.take })
  return { queue, sender, announcer, intake }
}

/** Telegram does not know our token any more. */
export class TokenError extends Error {
  readonly code: number
  constructor(code: number) {
    super(`the Bot API answered ${code}`)
    this.code = code
  }
}
