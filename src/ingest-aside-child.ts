/** The process in which the running program ingests: told what, it does what `npm run ingest` does, says what came of it, and ends. */
import { lstatSync } from 'node:fs'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import type { AsideReply, AsideRequest } from './ingest/aside-messages.ts'
import { findFiles, sourceOf } from './ingest/find-files.ts'

const stopped = new AbortController()
process.once('SIGTERM', () => stopped.abort())
// the program is gone: nobody waits any more
process.once('disconnect', () => stopped.abort())

/** Named and not there: what the index holds of it goes. What only cannot be opened stays. */
const isGone = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined
  } catch {
    return false
  }
}

const DISK_FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

const ingest = async ({ settings, paths, base }: AsideRequest<Config>): Promise<AsideReply> => {
  const app = createApp(settings)
  try {
    const found = findFiles(paths, base)
    const report = await app.ingest({
      found,
      level: null,
      dryRun: false,
      prune: false,
      gone: found.missing.filter(isGone).map((path) => sourceOf(path, base)),
      mayMissVectors: true,
      signal: stopped.signal,
    })
    return { kind: 'done', report }
  } catch (error) {
    if (stopped.signal.aborted) return { kind: 'failed', reason: 'stopped' }
    if (DISK_FULL.includes((error as NodeJS.ErrnoException).code)) return { kind: 'failed', reason: 'disk_full' }
    process.stderr.write(`${(error as Error).stack}\n`)
    return { kind: 'failed', reason: 'internal' }
  } finally {
    app.close()
  }
}

process.once('message', (request: AsideRequest<Config>) => {
  void ingest(request).then((reply) => {
    // the channel is closed only once the reply has left
    process.send?.(reply, () => process.disconnect())
  })
})
