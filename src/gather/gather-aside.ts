/** Starts the process that goes out to the web, and has what it brings ingested: it never ingests, and we never fetch. */
import { fork, type ChildProcess } from 'node:child_process'
import type { FileOutcome, FromGatherer, Gathered, GatherFailed, GatherRequest, ToGatherer } from './gather-messages.ts'
import type { GatherReport, PageReport } from './gather-report.ts'

export type GatheredAside =
  { readonly ok: true; readonly report: GatherReport } | ({ readonly ok: false } & Omit<GatherFailed, 'kind'>)

export interface GatherHooks {
  /** Ingests the folders; null where that failed. May reject: then so does the whole, once the process has ended. */
  readonly ingest: (gathered: Gathered) => Promise<readonly FileOutcome[] | null>
  readonly onWait?: () => void
  readonly onVisit?: (url: string) => void
  readonly onPage?: (page: PageReport) => void
  readonly signal?: AbortSignal
}

export interface GatherAside {
  gather(request: GatherRequest, hooks: GatherHooks): Promise<GatheredAside>
  /** Ends what is running. */
  close(): void
}

/** For tags and lists, not for documents: those are read elsewhere. */
const MEMORY_MB = 512

export const createGatherAside = (entry: string): GatherAside => {
  const running = new Set<ChildProcess>()
  return {
    gather: async (request, hooks) => {
      if (hooks.signal?.aborted) return failed('stopped')
      const child = fork(entry, [], {
        // what it needs is in its request: no token, no keys, and no proxy that somebody once set
        env: { LANG: 'C.UTF-8' },
        execArgv: [`--max-old-space-size=${MEMORY_MB}`],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      running.add(child)
      const stop = (): void => void child.kill('SIGTERM')
      hooks.signal?.addEventListener('abort', stop, { once: true })
      try {
        return await outcomeOf(child, request, hooks)
      } finally {
        hooks.signal?.removeEventListener('abort', stop)
        running.delete(child)
      }
    },
    close: () => running.forEach((child) => child.kill('SIGTERM')),
  }
}

const outcomeOf = (child: ChildProcess, request: GatherRequest, hooks: GatherHooks): Promise<GatheredAside> =>
  new Promise((resolve, reject) => {
    let result: GatheredAside = failed('internal')
    let thrown: { readonly error: unknown } | null = null
    const tell = (message: ToGatherer): void => void (child.connected && child.send(message, () => {}))
    const hear = (message: FromGatherer): void => {
      if (message.kind === 'waiting') hooks.onWait?.()
      else if (message.kind === 'visiting') hooks.onVisit?.(message.url)
      else if (message.kind === 'page') hooks.onPage?.(message.page)
      else if (message.kind === 'done') result = { ok: true, report: message.report }
      else if (message.kind === 'failed') result = { ok: false, reason: message.reason, faults: message.faults }
      else
        hooks.ingest(message.gathered).then(
          (files) => tell({ kind: 'ingested', files }),
          (error: unknown) => {
            thrown = { error }
            tell({ kind: 'ingested', files: null })
          },
        )
    }
    // its end and the end of its channel come in either order, and only then everything it said has been heard
    let open = 2
    const ended = (): void => {
      if (--open > 0) return
      if (thrown) reject(thrown.error as Error)
      else resolve(result)
    }
    child.on('message', hear)
    child.once('disconnect', ended)
    child.once('exit', (_code, signal) => {
      if (signal === 'SIGTERM') result = failed('stopped')
      ended()
    })
    // could not be started or told: then no exit is sure to come
    child.on('error', () => resolve(result))
    tell({ kind: 'request', request })
  })

const failed = (reason: GatherFailed['reason']): GatheredAside => ({ ok: false, reason, faults: [] })
