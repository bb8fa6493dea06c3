/** The bot as a program: learns who it is, takes up what is open, receives until it is told to stop, and leaves nothing half done. */
import { Api } from 'grammy'
import { setTimeout as sleep } from 'node:timers/promises'
import { runningMessages } from '../text/messages/running-messages.ts'
import type { BotDeps } from './context.ts'
import { sweepUploads } from './features/uploads/shelf.ts'
import { connectParts, TokenError, type BotParts } from './connect-parts.ts'
import type { Intake } from './intake.ts'
import { RETRY_MS, startPolling, type Receiving } from './polling.ts'
import { registerCommands } from './register-commands.ts'
import { apiFaultOf, clientOptions } from './telegram-client.ts'
import type { Pace } from './sending/pace.ts'
import { noteMove, staffChatId } from './staff-chat-id.ts'
import { startWebhook } from './webhook.ts'

/** How the bot ended; `line` says in Vietnamese why, where it did not end because it was told to. */
export interface BotEnd {
  readonly code: 0 | 1
  readonly line: string | null
}

export interface Surroundings {
  /** Aborted when the program is to end. */
  readonly stop: AbortSignal
  /** One line for whoever runs the program: what happens, and what is wrong. */
  say(line: string): void
  complain(line: string): void
}

/** Pauses in milliseconds, where they are to be other than usual. */
export interface Pauses {
  /** After a call that did not reach Telegram, at the start and when polling. */
  readonly retryMs?: number
  /** After an update that could not be handled. */
  readonly handleRetryMs?: number
  /** Longest time for what is being done when the program ends. */
  readonly leaveMs?: number
  /** Between messages to one chat, of whatever kind. */
  readonly pace?: Pace
}

const DAY_MS = 24 * 3_600_000
/** Time for what is being done when the program ends (reliability.md F2: 20 s), and when it ends because it must (F5: 5 s). */
const LEAVE_MS = { told: 18_000, forced: 3_000 } as const

/** Never rejects for what Telegram or the network does. The records stay open: who opened them closes them. */
export const runBot = async (deps: BotDeps, around: Surroundings, pauses: Pauses = {}): Promise<BotEnd> => {
  const { retryMs = RETRY_MS, leaveMs = LEAVE_MS.told } = pauses
  const { records, log, telegram } = deps
  const api = new Api(telegram.token, clientOptions(telegram))
  const fatal = Promise.withResolvers<never>()
  fatal.promise.catch(() => {})
  const persist = patience(deps, around, retryMs)
  let expiry: NodeJS.Timeout | undefined
  let parts: BotParts | null = null
  let receiving: Receiving | null = null
  try {
    const me = await persist(() => api.getMe(around.stop as Parameters<Api['getMe']>[0]))
    const running = (parts = connectParts(deps, api, me, pauses, (error) => fatal.reject(error)))
    const expire = (): void => {
      records.expire(deps.now(), deps.desk.retentionDays)
      sweepUploads(deps)
    }
    expire()
    expiry = setInterval(expire, DAY_MS)
    running.intake.resume()
    running.sender.resume()
    receiving = await persist(() => receive(deps, api, running.intake, retryMs))
    around.say(
      runningMessages.running(
        me.username,
        telegram.webhook ? runningMessages.webhook(telegram.webhook.port) : runningMessages.polling,
      ),
    )
    void registerCommands(api, deps, me, around.stop)
    void lookForStaff(api, deps, around)
    await Promise.race([aborted(around.stop), receiving.ended, fatal.promise])
    if (!around.stop.aborted) throw new Error('the intake ended by itself')
    around.say(runningMessages.stopping)
    return { code: 0, line: null }
  } catch (error) {
    if (around.stop.aborted) return { code: 0, line: null }
    const line = lineOf(error, deps)
    if (line === runningMessages.broken) log.error({ err: error }, 'the bot cannot go on')
    return { code: 1, line }
  } finally {
    clearInterval(expiry)
    await receiving?.stop()
    if (parts) await leave(parts, around.stop.aborted ? leaveMs : LEAVE_MS.forced)
  }
}

const receive = ({ telegram, log }: BotDeps, api: Api, intake: Intake, retryMs: number): Promise<Receiving> =>
  telegram.webhook
    ? startWebhook({ api, intake, log, ...telegram.webhook })
    : startPolling({ api, intake, log, retryMs })

/** Everything within the time: first what is being answered and what waits, then what is to be sent. The rest stays in the records. */
const leave = async ({ queue, sender }: BotParts, limitMs: number): Promise<void> => {
  const until = Date.now() + limitMs
  const left = (): number => Math.max(0, until - Date.now())
  if (!(await queue.drain(left() * 0.6))) {
    queue.close()
    await queue.drain(left() * 0.5)
  }
  await sender.drain(left())
  await Promise.race([sender.stop(), sleep(1_000)])
}

/** A number mistyped, or a group without us: askers would be told that their question was passed on, and nobody would see it. */
const lookForStaff = async (api: Api, deps: BotDeps, { stop, complain }: Surroundings): Promise<void> => {
  const id = staffChatId(deps)
  if (id === null) return
  try {
    await api.getChat(id, stop as Parameters<Api['getMe']>[0])
  } catch (error) {
    const fault = apiFaultOf(error)
    const movedTo = fault?.kind === 'refused' ? fault.movedTo : null
    if (movedTo !== null) deps.records.transaction(() => noteMove(deps, id, movedTo))
    else if (fault?.kind === 'refused') complain(runningMessages.noStaffChat(id))
    else deps.log.debug({ err: error }, 'the staff chat could not be looked for')
  }
}

/** Calls again and again while Telegram cannot be reached, and says so once. */
const patience = ({ telegram: { apiRoot, proxy } }: BotDeps, { stop, complain }: Surroundings, retryMs: number) => {
  let hasComplained = false
  return async <T>(call: () => Promise<T>): Promise<T> => {
    for (;;)
      try {
        return await call()
      } catch (error) {
        const fault = apiFaultOf(error)
        if (stop.aborted || (fault?.kind !== 'network' && fault?.kind !== 'flood')) throw error
        if (!hasComplained) complain(runningMessages.unreachable(apiRoot, proxy && withoutPassword(proxy), retryMs / 1000)) // prettier-ignore
        hasComplained = true
        await sleep(fault.kind === 'flood' ? fault.waitMs : retryMs, undefined, { signal: stop })
      }
  }
}

const withoutPassword = (proxy: string): string => proxy.replace(/\/\/[^/]*@/, '//')

const lineOf = (error: unknown, { telegram }: BotDeps): string => {
  if (error instanceof TokenError) return runningMessages.wrongToken
  const fault = apiFaultOf(error)
  if (fault?.kind === 'fatal') return fault.code === 401 ? runningMessages.wrongToken : runningMessages.conflict
  if (fault?.kind === 'refused') return runningMessages.webhookRefused(fault.description)
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return runningMessages.portInUse(telegram.webhook!.port)
  return runningMessages.broken
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
