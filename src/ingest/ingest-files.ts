/** Ingestion as a diff: what the files are now against what the index holds, published as one new snapshot. */
import { createHash } from 'node:crypto'
import { setImmediate as othersTurn } from 'node:timers/promises'
import type { Level } from '../access.ts'
import type { Document } from '../documents/document.ts'
import type { DocumentReader } from '../documents/reading/read-in-child.ts'
import type { EmbeddingWork, IndexedSource, IndexWriter } from '../search/search-index.ts'
import { ingestMessages } from '../text/messages/ingest-messages.ts'
import { contentOwners } from './content-owners.ts'
import { digestOf, digestOfSettings } from './file-digest.ts'
import type { FoundFile, FoundFiles } from './find-files.ts'
import { removedSources } from './removed-sources.ts'
import { agreementAfter } from './report/agreement.ts'
import { countOutcomes, type EmbeddingReport, type FileReport, type IngestReport } from './report.ts'

export interface IngestOptions {
  readonly found: FoundFiles
  /** Level of every file, whatever its sidecar or its marks say; null: sidecar, then marks, then what it had, then public. */
  readonly level: Level | null
  readonly dryRun: boolean
  /** Sources whose files are gone, and that go with them. */
  readonly gone?: readonly string[]
  /** Also drop indexed documents outside the named paths. */
  readonly prune: boolean
  /** Publish also where the embedder fails: see PublishOptions. */
  readonly mayMissVectors?: boolean
}

export interface IngestDeps {
  readonly writer: IndexWriter
  readonly reader: DocumentReader
  /** Called as each file is done, in the order of doing. */
  readonly onFile?: (done: number, total: number, file: FileReport) => void
  readonly onPublish?: () => void
  readonly onEmbedded?: (done: number, total: number) => void
  /** The embedder that the writer uses, and what a million tokens of it cost. */
  readonly embedder?: { readonly id: string; readonly price: number }
  /** Stops between two files and before anything is written; then the index is as it was. */
  readonly signal?: AbortSignal
  readonly clock?: () => number
}

/** Between so many files the system's signals are heard. */
const FILES_A_TURN = 50

/** Reads what is new or changed, and publishes. One bad file never stops the rest; a failure to publish throws and changes nothing. */
export const ingestFiles = async (options: IngestOptions, deps: IngestDeps): Promise<IngestReport> => {
  const clock = deps.clock ?? (() => performance.now())
  const started = clock()
  const before = new Map((await deps.writer.current()).map((document) => [document.source, document]))
  const removed = removedSources(before, options)
  const digests = new Map<string, string | null>()
  for (const [n, { path, source }] of options.found.files.entries()) {
    if (n % FILES_A_TURN === 0) await othersTurn()
    deps.signal?.throwIfAborted()
    digests.set(source, await digestOf(path))
  }
  const owners = contentOwners(before, digests, new Set(removed))
  const reports: FileReport[] = options.found.passedOver.map(({ source, reason }) =>
    refused(source, reason, ingestMessages[reason]),
  )
  const put: Document[] = []
  const withdrawn: string[] = []

  let done = 0
  const take = async (file: FoundFile): Promise<void> => {
    deps.signal?.throwIfAborted()
    const { report, document, withdraw } = await takeFile(
      file,
      digests.get(file.source) ?? null,
      before.get(file.source),
      owners,
      file.level === undefined ? options.level : file.level,
      deps.reader,
    )
    // a reading that was cut off says nothing about its file
    deps.signal?.throwIfAborted()
    if (document) put.push(document)
    if (withdraw) withdrawn.push(file.source)
    reports.push(report)
    deps.onFile?.(++done, options.found.files.length, report)
  }
  await inParallel(options.found.files, deps.reader.concurrency, take)

  for (const source of removed) reports.push({ ...blank(source), outcome: 'removed', level: before.get(source)!.level })
  const changes = { put, removeSources: [...removed, ...withdrawn] }
  const changed = changes.put.length + changes.removeSources.length > 0 || deps.writer.isStale()
  if (changed && !options.dryRun) deps.onPublish?.()
  const publishing = {
    ...(deps.onEmbedded && { onEmbedded: deps.onEmbedded }),
    ...(options.mayMissVectors !== undefined && { mayMissVectors: options.mayMissVectors }),
  }
  const snapshot = changed && !options.dryRun ? await deps.writer.publish(changes, publishing) : null
  const work = snapshot ? snapshot.embedding : changed && options.dryRun ? deps.writer.forecast(changes) : null
  const files = reports.sort((a, b) => (a.source < b.source ? -1 : 1))
  return {
    dryRun: options.dryRun,
    files,
    ...agreementAfter(before.values(), changes),
    counts: countOutcomes(files),
    snapshot,
    embedding: costed(work, deps),
    seconds: (clock() - started) / 1000,
  }
}

const costed = (work: EmbeddingWork | null, { embedder }: IngestDeps): EmbeddingReport | null =>
  work && embedder ? { ...work, model: embedder.id, cost: (work.tokens * embedder.price) / 1e6 } : null

interface Taken {
  readonly report: FileReport
  readonly document?: Document
  /** What the index holds of this source must go, although the file is still there. */
  readonly withdraw?: boolean
}

const takeFile = async (
  file: FoundFile,
  fileDigest: string | null,
  before: IndexedSource | undefined,
  owners: ReadonlyMap<string, string>,
  level: Level | null,
  reader: DocumentReader,
): Promise<Taken> => {
  const { source } = file
  if (fileDigest === null) return { report: refused(source, 'vanished', ingestMessages.vanished) }
  const digest = `${fileDigest}.${digestOfSettings(file.sidecar)}`
  if (before?.digest === digest && (level === null || level === before.level))
    return { report: { ...blank(source), outcome: 'unchanged', level: before.level } }
  const owner = owners.get(fileDigest)
  if (owner !== undefined && owner !== source)
    return {
      report: { ...blank(source), outcome: 'duplicate', message: ingestMessages.duplicateOf(owner) },
      withdraw: before !== undefined,
    }

  const id = before?.id ?? idOf(source)
  const read = await reader.read({
    path: file.path,
    sidecar: file.sidecar,
    id,
    source,
    digest,
    fileDigest,
    level: level ?? before?.level ?? 'public',
    levelGiven: level !== null,
  })
  if (!read.ok) {
    // a text that turns out secret must leave the index; any other fault leaves the last good version
    const withdraw = before !== undefined && read.reason === 'secret'
    const kept = before !== undefined && !withdraw ? ` ${ingestMessages.versionKept}` : ''
    return { report: refused(source, read.reason, read.message + kept), withdraw }
  }
  const { document } = read
  return {
    document,
    report: {
      source,
      outcome: before ? 'changed' : 'added',
      reason: null,
      message: null,
      title: document.meta.title,
      number: document.meta.number,
      level: document.level,
      passages: document.passages.length,
      warnings: document.warnings,
    },
  }
}

/** Short enough for a deep link, long enough that two of a million documents hardly ever share one. */
const idOf = (source: string): string => createHash('sha256').update(source).digest('hex').slice(0, 16)

const blank = (source: string): Omit<FileReport, 'outcome'> => ({
  source,
  reason: null,
  message: null,
  title: null,
  number: null,
  level: null,
  passages: 0,
  warnings: [],
})

const refused = (source: string, reason: string, message: string): FileReport => ({
  ...blank(source),
  outcome: 'refused',
  reason,
  message,
})

const inParallel = async <T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> => {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < items.length) await work(items[next++]!)
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(width, items.length)) }, lane))
}
