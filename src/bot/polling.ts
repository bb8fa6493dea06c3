/** Updates by long polling. A batch is confirmed by the next call, which is made only when the batch is on disk. */
import { createRunner, createSource, createUpdateFetcher } from '@grammyjs/runner'
import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { setTimeout as sleep } from 'node:timers/promises'
import { RecordsFullError } from '../desk/records-error.ts'
import type { Logger } from '../telemetry.ts'
import type { Intake } from './intake.ts'
import { apiFaultOf } from './telegram-client.ts'
import { ALLOWED_UPDATES } from './update-shape.ts'

/** A running intake. */
export interface Receiving {
  /** Takes nothing more. What was not confirmed comes again at the next start. */
  stop(): Promise<void>
  /** Rejects when it cannot go on: 401, 409, or a fault of our own; resolves when it was stopped. */
  readonly ended: Promise<void>
}

export interface PollingDeps {
  /** Without retries of its own. */
  readonly api: Pick<Api, 'getUpdates' | 'deleteWebhook'>
  readonly intake: Pick<Intake, 'take'>
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Pause after a failed call, milliseconds. */
  readonly retryMs?: number
}

/** Fixed: the runner's own pauses double without a ceiling, and an outage would be followed by as long a silence (reliability.md §1). */
export const RETRY_MS = 3_000
const POLL_SECONDS = 30

export const startPolling = async ({ api, intake, log, retryMs = RETRY_MS }: PollingDeps): Promise<Receiving> => {
  // the runner does not do it by itself (telegram.md trap 7)
  await api.deleteWebhook({ drop_pending_updates: false })
  const failed = Promise.withResolvers<never>()
  let isStopped = false
  let isDown = false
  const getUpdates = async (...args: Parameters<Api['getUpdates']>): Promise<Update[]> => {
    try {
      const updates = await api.getUpdates(...args)
      if (isDown) log.info('Telegram can be reached again')
      isDown = false
      // the number of the last one is the offset of the next call
      return updates.filter(({ update_id }) => Number.isSafeInteger(update_id))
    } catch (error) {
      // the runner itself gives up at 401 and 409 only
      const isFatal = apiFaultOf(error)?.kind === 'fatal'
      if (isFatal) failed.reject(error)
      // once an outage, not once a call; what ends the program is told by whoever ends it
      if (!isDown && !isStopped && !isFatal)
        log.warn({ err: error }, `Telegram cannot be asked for updates; trying again every ${retryMs / 1000} s`)
      isDown = true
      throw error
    }
  }
  const source = createSource({
    supply: createUpdateFetcher<Update, unknown>(
      { api: { getUpdates: getUpdates as never }, handleUpdate: async () => {}, errorHandler: () => {} },
      {
        retryInterval: retryMs,
        maxRetryTime: Infinity,
        silent: true,
        fetch: { timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
      },
    ),
  })
  const runner = createRunner(source, {
    size: () => 0,
    snapshot: () => [],
    handle: async (updates: Update[]) => {
      while (!isStopped)
        try {
          intake.take(updates)
          break
        } catch (error) {
          if (!(error instanceof RecordsFullError)) throw error
          log.error({ err: error }, 'updates wait at Telegram until there is room on the disk')
          await sleep(retryMs)
        }
      return Infinity
    },
  })
  runner.start()
  return {
    // a call that is waiting to be repeated is not waited for: it hands nothing over any more
    stop: async () => {
      isStopped = true
      void runner.stop()
    },
    ended: Promise.race([runner.task(), failed.promise]),
  }
}
