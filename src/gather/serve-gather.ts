/** The process that goes out to the web: told what, it fetches, has the pages ingested by whoever started it, says what came of it, and ends. */
import { gather, type Outside } from './gather.ts'
import type { FileOutcome, FromGatherer, GatherFailed, GatherRequest, ToGatherer } from './gather-messages.ts'
import type { GatherReport } from './gather-report.ts'
import { webStoreOf } from './places.ts'

/** Takes the lock of a folder, waiting while another process has it; returns how to give it back. */
export type Lock = (folder: string, onWait: () => void, signal: AbortSignal) => Promise<() => void>

const DISK_FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** Call once, in a process that was forked for it. */
export const serveGather = (outside: Outside, lock: Lock): void => {
  const stopped = new AbortController()
  const stop = (): void => stopped.abort()
  // Ctrl-C in a terminal reaches us as well: whoever started us decides
  process.on('SIGINT', () => {})
  process.once('SIGTERM', stop)
  process.once('disconnect', stop)
  const tell = (message: FromGatherer): void => void process.send?.(message, () => {})
  const ingested = Promise.withResolvers<readonly FileOutcome[] | null>()
  stopped.signal.addEventListener('abort', () => ingested.resolve(null), { once: true })

  const serve = async (request: GatherRequest): Promise<GatherReport | GatherFailed> => {
    let unlock = (): void => {}
    try {
      unlock = await lock(webStoreOf(request.dataDir), () => tell({ kind: 'waiting' }), stopped.signal)
      const report = await gather(request, outside, {
        signal: stopped.signal,
        visiting: (url) => tell({ kind: 'visiting', url }),
        page: (page) => tell({ kind: 'page', page }),
        ingest: (gathered) => {
          tell({ kind: 'gathered', gathered })
          return ingested.promise
        },
      })
      stopped.signal.throwIfAborted()
      return report
    } catch (error) {
      return failureOf(error, stopped.signal)
    } finally {
      unlock()
    }
  }

  process.on('message', (message: ToGatherer) => {
    if (message.kind === 'ingested') return ingested.resolve(message.files)
    void serve(message.request).then((result) => {
      const last: FromGatherer = 'kind' in result ? result : { kind: 'done', report: result }
      // the channel is closed only once the report has left, and may have gone with whoever started us
      process.send?.(last, () => process.connected && process.disconnect())
    })
  })
}

const failureOf = (error: unknown, signal: AbortSignal): GatherFailed => {
  const failed = (reason: GatherFailed['reason']): GatherFailed => ({ kind: 'failed', reason, faults: [] })
  if (signal.aborted) return failed('stopped')
  if (DISK_FULL.includes((error as NodeJS.ErrnoException).code)) return failed('disk_full')
  process.stderr.write(`${(error as Error).stack}\n`)
  return failed('internal')
}
