/**
 * Telegram's time as far as its replies tell it. Questions carry Telegram's dates: on a machine whose clock runs ahead every answer
 * would come with an apology for being late, and a day ahead every question would be given up.
 */
import type { Api } from 'grammy'
import type { Logger } from '../telemetry.ts'

export interface TelegramClock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Learns from the date of each message that this client sends. */
  listenTo(api: Pick<Api, 'config'>): void
}

/** Dates are whole seconds. */
const GRAIN_MS = 1_000
/** A clock this far off is somebody's to mend. */
const WORTH_SAYING_MS = 30_000

export const createTelegramClock = (now: () => number, log: Pick<Logger, 'warn'>): TelegramClock => {
  let aheadMs = 0
  let hasWarned = false
  const heard = (date: number, from: number, to: number): void => {
    const there = date * 1_000
    // a slow reply is no wrong clock: the date must lie outside the whole call
    aheadMs = there + GRAIN_MS < from ? from - there - GRAIN_MS : there > to ? to - there : 0
    if (Math.abs(aheadMs) < WORTH_SAYING_MS || hasWarned) return
    hasWarned = true
    log.warn({ aheadSeconds: Math.round(aheadMs / 1_000) }, "the clock of this machine differs from Telegram's: set it")
  }
  return {
    now: () => now() - aheadMs,
    listenTo: (api) =>
      api.config.use(async (call, method, payload, signal) => {
        const from = now()
        const reply = await call(method, payload, signal)
        const date = reply.ok ? (reply.result as { readonly date?: unknown } | null)?.date : undefined
        if (method === 'sendMessage' && typeof date === 'number') heard(date, from, now())
        return reply
      }),
  }
}
