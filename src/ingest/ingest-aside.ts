/** Ingestion in a process of its own, so that answering goes on meanwhile: parsing and building the index take all of a core. */
import { fork, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { AsideFailure, AsideReply, AsideRequest } from './aside-messages.ts'
import type { IngestReport } from './report.ts'

export type IngestedAside =
  { readonly ok: true; readonly report: IngestReport } | { readonly ok: false; readonly reason: AsideFailure }

export interface IngestAside {
  /** One after the other, in the order of asking. Never rejects; an aborted one leaves the index as it was. */
  ingest(paths: readonly string[], signal?: AbortSignal): Promise<IngestedAside>
  /** Ends what is running. */
  close(): void
}

export interface AsideOptions<Settings> {
  /** The script that is started; it is told one AsideRequest. */
  readonly entry: string
  readonly settings: Settings
  readonly base: string
}

export const createIngestAside = <Settings>(options: AsideOptions<Settings>): IngestAside => {
  let last: Promise<unknown> = Promise.resolve()
  const running = new Set<ChildProcess>()
  const ingest = async (paths: readonly string[], signal?: AbortSignal): Promise<IngestedAside> => {
    if (signal?.aborted) return { ok: false, reason: 'stopped' }
    const child = fork(options.entry, [], {
      // what it needs is in its request: no token, no keys
      env: { LANG: 'C.UTF-8' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    running.add(child)
    const stop = (): void => void child.kill('SIGTERM')
    signal?.addEventListener('abort', stop, { once: true })
    try {
      return await outcomeOf(child, { settings: options.settings, paths, base: options.base })
    } finally {
      signal?.removeEventListener('abort', stop)
      running.delete(child)
    }
  }
  return {
    ingest: (paths, signal) => {
      const mine = last.then(() => ingest(paths, signal))
      last = mine
      return mine
    },
    close: () => running.forEach((child) => child.kill('SIGTERM')),
  }
}

const outcomeOf = (child: ChildProcess, request: AsideRequest<unknown>): Promise<IngestedAside> =>
  new Promise((resolve) => {
    let reply: AsideReply | null = null
    let otherwise: AsideFailure = 'internal'
    // its end and the end of its channel come in either order, and only then everything it said has been heard
    let open = 2
    const ended = (): void => void (--open === 0 && resolve(reported(reply, otherwise)))
    child.on('message', (message: AsideReply) => (reply = message))
    child.once('disconnect', ended)
    child.once('exit', (_code, signal) => {
      if (signal === 'SIGTERM') otherwise = 'stopped'
      ended()
    })
    // could not be started or told: then no exit is sure to come
    child.on('error', () => resolve(reported(reply, otherwise)))
    if (child.pid !== undefined) yieldTheCore(child.pid)
    child.send(request, () => {})
  })

const reported = (reply: AsideReply | null, otherwise: AsideFailure): IngestedAside =>
  reply === null
    ? { ok: false, reason: otherwise }
    : reply.kind === 'done'
      ? { ok: true, report: reply.report }
      : { ok: false, reason: reply.reason }

/** Whoever asks is answered first. */
const yieldTheCore = (pid: number): void => {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // not allowed here, or the process is gone already: it works as well without
  }
}
