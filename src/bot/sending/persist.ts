/** What must be written down, however long the disk is full. */
import { setTimeout as sleep } from 'node:timers/promises'
import { RecordsFullError } from '../../desk/records-error.ts'
import type { Logger } from '../../telemetry.ts'

export interface Persistence {
  readonly log: Pick<Logger, 'error'>
  readonly retryMs: number
  /** Nothing more is waited for. */
  isStopped(): boolean
}

/** Rejects with a RecordsFullError only once it is stopped. */
export const persist = async <T>(write: () => T, { log, retryMs, isStopped }: Persistence): Promise<T> => {
  for (;;) {
    try {
      return write()
    } catch (error) {
      if (!(error instanceof RecordsFullError) || isStopped()) throw error
      log.error({ err: error }, 'what was sent cannot be written down')
      await sleep(retryMs)
    }
  }
}
