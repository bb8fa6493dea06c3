/** Ingestion timed as people run it: `npm run ingest` on a folder of text files, the first time, again, and after one file has changed. */
import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../../src/app.ts'
import { createConfig } from '../../../src/config.ts'
import { memoryOf } from '../../../src/documents/reading/process-memory.ts'
import type { IngestReport } from '../../../src/ingest/report.ts'
import { grownDocuments, type Seed } from '../growth/grow-library.ts'
import { createFts5, createMiniSearch } from '../../evaluate/searchers.ts'

export interface IngestionTimes {
  readonly files: number
  readonly passages: number
  /** From the start of the command to its end, the start of Node and of the reading processes included. */
  readonly firstSeconds: number
  readonly passagesPerSecond: number
  /** The same folder once more, nothing changed. */
  readonly unchangedSeconds: number
  /** One file changed, the rest as it was. */
  readonly oneChangedSeconds: number
  /** The most resident memory, in MB, of the command and, apart, of the processes that read files; 0 where the system does not tell. */
  readonly peakMb: { readonly own: number; readonly readers: number }
  /** Checking every checksum and opening the snapshot for the first question. */
  readonly loadMs: number
  /** Seconds that others take to index the same texts in memory: they read no file, cut no passage and write nothing. Null where not tried. */
  readonly peers: { readonly MiniSearch: number; readonly FTS5: number } | null
}

/** Beyond it MiniSearch alone would take as long as all the rest. */
const PEERS_UP_TO = 20_000
const FILES_A_FOLDER = 200
const INGEST = join(import.meta.dirname, '../../ingest.ts')

export const timeIngestion = async (seed: Seed, passages: number): Promise<IngestionTimes> => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-do-'))
  const dataDir = join(folder, 'data')
  const documents = join(folder, 'documents')
  try {
    const written = writeFiles(seed, passages, documents)
    const first = await ingest(documents, dataDir)
    const unchanged = await ingest(documents, dataDir)
    appendFileSync(written.paths[0]!, '\nCâu này mới thêm.\n')
    const changed = await ingest(documents, dataDir)
    const started = performance.now()
    const app = createApp(createConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }, '/'))
    app.library('public')
    const loadMs = performance.now() - started
    app.close()
    const held = first.report.snapshot!.passages
    return {
      files: written.paths.length,
      passages: held,
      firstSeconds: first.seconds,
      passagesPerSecond: held / first.seconds,
      unchangedSeconds: unchanged.seconds,
      oneChangedSeconds: changed.seconds,
      peakMb: first.peakMb,
      loadMs,
      peers: passages > PEERS_UP_TO ? null : timePeers(seed, passages),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const writeFiles = (seed: Seed, passages: number, folder: string) => {
  const paths: string[] = []
  for (const { meta, text } of grownDocuments(seed, passages)) {
    const below = join(folder, String(Math.floor(paths.length / FILES_A_FOLDER)))
    if (paths.length % FILES_A_FOLDER === 0) mkdirSync(below, { recursive: true })
    const path = join(below, `${paths.length}.txt`)
    writeFileSync(path, `${meta.title}\n\n${text}\n`)
    paths.push(path)
  }
  return { paths }
}

interface Run {
  readonly report: IngestReport
  readonly seconds: number
  readonly peakMb: IngestionTimes['peakMb']
}

const LOOK_EVERY_MS = 50

const ingest = (documents: string, dataDir: string): Promise<Run> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, [INGEST, '--json', documents], {
      // no settings of whoever measures
      cwd: documents,
      env: { DATA_DIR: dataDir, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const peakMb = { own: 0, readers: 0 }
    const watch = setInterval(() => {
      const { own, programs } = memoryOf(child.pid)
      peakMb.own = Math.max(peakMb.own, own)
      peakMb.readers = Math.max(peakMb.readers, programs)
    }, LOOK_EVERY_MS)
    const pieces: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      const seconds = (performance.now() - started) / 1000
      if (code !== 0) return reject(new Error(`The ingestion that was timed ended with ${code}`))
      resolve({ report: JSON.parse(Buffer.concat(pieces).toString('utf8')) as IngestReport, seconds, peakMb })
    })
  })

const timePeers = (seed: Seed, passages: number): IngestionTimes['peers'] => {
  const corpus = [...grownDocuments(seed, passages)].map(({ id, meta, text }) => ({ id, title: meta.title, text }))
  const timed = (create: typeof createFts5): number => {
    const searcher = create(corpus)
    searcher.close()
    return searcher.buildSeconds
  }
  return { MiniSearch: timed(createMiniSearch), FTS5: timed(createFts5) }
}
