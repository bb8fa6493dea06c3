/** One inbox item from beginning to end. The one place where what a feature throws ends up. */
import { BotError } from 'grammy'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import { RecordsFullError } from '../desk/records-error.ts'
import type { InboxItem, OutboxItem } from '../desk/records.ts'
import { botMessages } from '../text/messages/bot-messages.ts'
import type { TelegramBot } from './bot.ts'
import type { BotDeps } from './context.ts'
import type { QueuedItem } from './intake.ts'
import { createJob, type FinishedJob } from './job.ts'

export interface HandlerDeps extends Pick<BotDeps, 'records' | 'now' | 'log'> {
  readonly bot: Pick<TelegramBot, 'handle'>
  /** The update of an item with its ids back in place; null where it cannot be read any more. */
  restore(item: InboxItem): Update | null
  /** Told of messages that are now waiting to be sent. */
  wake(items: readonly OutboxItem[]): void
  /** Pause before another attempt, milliseconds. */
  readonly retryMs?: number
}

/** An answer that comes later than this says so (issue: "a minute"). */
const LATE_MS = 60_000
/** A question older than this is given up with a word: Telegram itself keeps updates for a day. */
const GIVEN_UP_MS = 24 * 3_600_000
/** reliability.md F21. */
const ATTEMPTS = 3

/** Never rejects. An aborted item (the asker said stop) ends without a message. */
export const createHandler =
  (deps: HandlerDeps) =>
  async (item: QueuedItem, signal: AbortSignal): Promise<void> => {
    const { records } = deps
    const update = deps.restore(item)
    const askedAt = update ? timeOf(update, item) : item.receivedAt
    const age = deps.now() - askedAt
    const apology = age > LATE_MS ? botMessages.late : null
    const { chat, hasStopped = false, placeholder } = item
    const newJob = (): FinishedJob => createJob({ chat, askedAt, signal, hasStopped, placeholder, records, apology })
    const nothing = (): FinishedJob => withoutPlaceholder(newJob())
    /** A full disk is nobody's fault that asks: what is being done waits for room, and is counted as no failed attempt. */
    const untilRoom = async <T>(work: () => T | Promise<T>): Promise<T> => {
      for (;;)
        try {
          return await work()
        } catch (error) {
          if (!isFull(error)) throw error
          deps.log.error({ err: error, updateId: item.updateId }, 'an update waits until there is room on the disk')
          await sleep((deps.retryMs ?? 1000) * 3)
        }
    }
    const finish = async (job: FinishedJob, state: 'done' | 'apologised' | 'dead'): Promise<void> =>
      deps.wake(
        await untilRoom(() =>
          records.transaction(() => {
            // one that was erased with its person meanwhile brings nothing of them back
            const isOpen = records.inbox.end(item.updateId, state)
            return isOpen && !signal.aborted ? job.commit() : []
          }),
        ),
      )

    if (!update || records.inbox.isSuperseded(item)) return finish(nothing(), 'done')
    if (age > GIVEN_UP_MS) return finish(apologise(newJob(), update, botMessages.givenUp(askedAt)), 'apologised')

    for (;;) {
      // counted before it is tried, so that an update that kills the program is not tried for ever
      const attempt = await untilRoom(() => records.inbox.begin(item.updateId))
      // stopped or erased while it waited
      if (attempt === 0) return
      if (attempt > ATTEMPTS) return finish(apologise(newJob(), update, botMessages.failed), 'dead')
      try {
        const job = await untilRoom(async () => {
          const made = newJob()
          await deps.bot.handle(update, made)
          return made
        })
        // what was edited meanwhile is answered by its newer form
        return await finish(records.inbox.isSuperseded(item) ? nothing() : job, 'done')
      } catch (error) {
        if (signal.aborted) return finish(newJob(), 'done')
        deps.log.error({ err: error, updateId: item.updateId, attempt }, 'an update could not be handled')
        if (attempt < ATTEMPTS) await sleep((deps.retryMs ?? 1000) * attempt)
      }
    }
  }

/** grammY wraps what a feature throws. */
const isFull = (error: unknown): boolean =>
  error instanceof RecordsFullError || (error instanceof BotError && error.error instanceof RecordsFullError)

/** Telegram gives seconds. A press of a button has no date of its own. */
const timeOf = (update: Update, item: InboxItem): number => {
  const seconds = update.edited_message?.edit_date ?? update.message?.date
  return seconds === undefined ? item.receivedAt : seconds * 1000
}

const withoutPlaceholder = (job: FinishedJob): FinishedJob => {
  if (job.placeholder !== null) job.say({ kind: 'delete', messageId: job.placeholder })
  return job
}

const apologise = (job: FinishedJob, update: Update, text: string): FinishedJob => {
  const message = update.message ?? update.edited_message
  if (message)
    job.say({
      kind: 'text',
      text,
      ...(job.placeholder !== null && { edit: job.placeholder, buttons: [] }),
      ...(message.chat.type === 'private' ? {} : { replyTo: message.message_id }),
      ...(message.is_topic_message && message.message_thread_id ? { threadId: message.message_thread_id } : {}),
    })
  return job
}
