/** Fetching on stderr: the address that is being fetched where a person watches, a line a page where a file is written. */
import type { App } from '../app.ts'
import type { FileOutcome, Gathered, GatherWork } from '../gather/gather-messages.ts'
import type { GatherReport } from '../gather/gather-report.ts'
import { sourcesFileOf } from '../gather/places.ts'
import { gatherMessages } from '../text/messages/gather-messages.ts'
import { terminalMessages } from '../text/messages/terminal-messages.ts'
import { CouldNotError, UsageError } from './command-line.ts'
import { pageOf, wrap } from './wrap.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Ctrl-C and SIGTERM stop it: what was fetched by then is kept for the next run, and a CouldNotError says so. */
export const gatherOnTerminal = async (
  app: App,
  work: GatherWork,
  dryFolder: string | null,
  ingest: (gathered: Gathered) => Promise<readonly FileOutcome[]>,
): Promise<GatherReport> => {
  const stream = process.stderr
  const { width } = pageOf(stream)
  const redraw = (line: string): void => {
    if (stream.isTTY) stream.write(`\r\u001b[2K${line.slice(0, width)}`)
  }
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  for (const signal of SIGNALS) process.on(signal, stop)
  let pages = 0
  try {
    const gathered = await app.gather(work, {
      dryFolder,
      signal: stopping.signal,
      onWait: () => stream.write(`${wrap(gatherMessages.waiting, width)}\n`),
      onVisit: (url) => redraw(gatherMessages.visiting(url)),
      onPage: ({ url, outcome }) => {
        pages++
        if (!stream.isTTY) stream.write(`${pages} ${url}: ${gatherMessages.outcomes[outcome]}\n`)
      },
      ingest: (found) => {
        redraw('')
        return ingest(found)
      },
    })
    if (gathered.ok) return gathered.report
    if (gathered.reason === 'stopped') throw new CouldNotError(gatherMessages.stopped(pages))
    if (gathered.reason === 'disk_full') throw new CouldNotError(terminalMessages.diskFull)
    if (gathered.reason === 'internal') throw new CouldNotError(gatherMessages.failed)
    throw new UsageError(gatherMessages.badSources(sourcesFileOf(app.config.dataDir), gathered.faults))
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop)
    redraw('')
  }
}
