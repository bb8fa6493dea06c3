/** Ingestion and load timed through the app, on files that are written for it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import { createConfig } from '../../src/config.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import type { IngestReport } from '../../src/ingest/report.ts'
import type { CorpusEntry } from '../evaluate/read-set.ts'

export interface IngestionTimes {
  readonly files: number
  readonly passages: number
  /** Files to a serving snapshot, child processes started included. */
  readonly ingestSeconds: number
  readonly passagesPerSecond: number
  /** The same folder once more, nothing changed. */
  readonly unchangedSeconds: number
  /** One file changed, the rest as it was. */
  readonly oneChangedSeconds: number
  /** Checking every checksum and opening the snapshot for the first question. */
  readonly loadMs: number
}

export const timeIngestion = async (corpus: readonly CorpusEntry[]): Promise<IngestionTimes> => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-do-'))
  const config = createConfig({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' }, '/')
  const documents = join(folder, 'documents')
  const write = (n: number, { title, text }: CorpusEntry): void =>
    writeFileSync(join(documents, `${n}.txt`), `${title}\n\n${text}\n`)
  const ingest = async (): Promise<IngestReport> => {
    const app = createApp(config)
    try {
      return await app.ingest({ found: findFiles([documents], folder), level: null, dryRun: false, prune: false })
    } finally {
      app.close()
    }
  }
  try {
    mkdirSync(documents)
    corpus.forEach((entry, n) => write(n, entry))
    const first = await ingest()
    const unchanged = await ingest()
    write(0, { ...corpus[0]!, text: `${corpus[0]!.text} Câu này mới thêm.` })
    const changed = await ingest()
    const started = performance.now()
    const app = createApp(config)
    const passages = app.library('public')!.passageCount
    const loadMs = performance.now() - started
    app.close()
    return {
      files: corpus.length,
      passages,
      ingestSeconds: first.seconds,
      passagesPerSecond: passages / first.seconds,
      unchangedSeconds: unchanged.seconds,
      oneChangedSeconds: changed.seconds,
      loadMs,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
