/** Ingestion on stderr: a bar with rate and time left where a person watches, plain lines where a file is written. */
import type { App, IngestRequest } from '../app.ts'
import type { IngestReport } from '../ingest/report.ts'
import { ingestMessages } from '../text/messages/ingest-messages.ts'
import { pageOf, wrap } from './wrap.ts'

const BAR = 24
const LINE_EVERY = 50
/** Where nobody watches, a line comes after so many vectors. */
const EMBEDDED_EVERY = 1_000
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Ingests, showing how far it has come. Ctrl-C and SIGTERM stop it: it rejects with an AbortError and leaves nothing behind. */
export const ingestOnTerminal = async (
  app: App,
  request: Omit<IngestRequest, 'onWait' | 'onRebuild' | 'onFile' | 'onPublish' | 'onEmbedded' | 'signal'>,
): Promise<IngestReport> => {
  const stream = process.stderr
  const started = performance.now()
  let embeddedTold = 0
  const redraw = (line: string): void => {
    if (stream.isTTY) stream.write(`\r\u001b[2K${line}`)
  }
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  for (const signal of SIGNALS) process.on(signal, stop)
  try {
    return await app.ingest({
      ...request,
      signal: stopping.signal,
      onWait: (holder) => stream.write(`${wrap(ingestMessages.waiting(holder), pageOf(stream).width)}\n`),
      onRebuild: () => stream.write(`${wrap(ingestMessages.rebuilding, pageOf(stream).width)}\n`),
      onFile: (done, total, file) => {
        if (stream.isTTY) redraw(progressLine(done, total, (performance.now() - started) / 1000))
        else if (file.outcome === 'refused' || done % LINE_EVERY === 0 || done === total)
          stream.write(`${done}/${total} ${file.source}: ${ingestMessages.outcomes[file.outcome]}\n`)
      },
      onPublish: () => redraw(ingestMessages.publishing),
      onEmbedded: (done, total) => {
        const line = ingestMessages.embedding(done, total)
        if (stream.isTTY) redraw(line)
        else if (done === total || done - embeddedTold >= EMBEDDED_EVERY) {
          embeddedTold = done
          stream.write(`${line}\n`)
        }
      },
    })
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop)
    redraw('')
  }
}

const progressLine = (done: number, total: number, seconds: number): string => {
  const filled = Math.round((BAR * done) / Math.max(1, total))
  const rate = done / Math.max(seconds, 0.001)
  const left = Math.ceil((total - done) / Math.max(rate, 0.001))
  return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${total} · ${rate.toFixed(1)} tệp/giây · còn ~${left} giây`
}
