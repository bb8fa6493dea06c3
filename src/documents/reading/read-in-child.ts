/** Files are hostile: they are opened in processes that can be killed, that have no network and no secrets, and that write nowhere. */
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChildRequest } from './child-messages.ts'
import type { DocumentRequest, DocumentResult } from './read-document.ts'
import { DEFAULT_LIMITS, type ReadLimits, type ReadResult } from './read-result.ts'
import { createReadingProcess } from './reading-process.ts'

export interface ReaderOptions {
  /** For one file; each page that has to be recognised gets its own time on top. */
  readonly timeLimitMs?: number
  /** Resident memory of a reading process. */
  readonly memoryLimitMb?: number
  readonly workers?: number
  readonly files?: Partial<Omit<ReadLimits, 'tempDir' | 'onSlowStep'>>
}

export interface FileReader {
  /** How many files may be given at once; further ones wait. */
  readonly concurrency: number
  read(path: string): Promise<ReadResult>
  close(): Promise<void>
}

export interface DocumentReader {
  readonly concurrency: number
  read(request: DocumentRequest): Promise<DocumentResult>
  close(): Promise<void>
}

/** Reads the contents of files in reusable child processes. Close it: it holds processes and a temporary folder. */
export const createFileReader = (options: ReaderOptions = {}): FileReader => {
  const pool = createPool(options)
  return {
    concurrency: pool.concurrency,
    // the child answers each kind of job with its own kind of result
    read: async (path) => (await pool.run({ kind: 'content', path })) as ReadResult,
    close: pool.close,
  }
}

/** Reads files and makes documents of them, all in the child: what crosses over is a document or a reason why not. */
export const createDocumentReader = (options: ReaderOptions = {}): DocumentReader => {
  const pool = createPool(options)
  return {
    concurrency: pool.concurrency,
    read: async (request) => (await pool.run({ kind: 'document', ...request })) as DocumentResult,
    close: pool.close,
  }
}

/** One file, in a process of its own. */
export const readInChild = async (path: string, options: ReaderOptions = {}): Promise<ReadResult> => {
  const reader = createFileReader({ ...options, workers: 1 })
  try {
    return await reader.read(path)
  } finally {
    await reader.close()
  }
}

const createPool = ({ timeLimitMs = 20_000, memoryLimitMb = 512, workers = 2, files = {} }: ReaderOptions) => {
  const tempRoot = mkdtempSync(join(tmpdir(), 'reading-'))
  const limits = {
    timeoutMs: timeLimitMs,
    memoryMb: memoryLimitMb,
    programMemoryMb: 1024,
    // programs end before the file's own time does, so that the reason can be named
    files: { ...DEFAULT_LIMITS, programTimeoutMs: Math.floor(timeLimitMs * 0.9), ...files },
  }
  const processes = Array.from({ length: workers }, () => createReadingProcess(limits, tempRoot))
  const waiting: (() => void)[] = []
  let closed = false

  const run = async (job: ChildRequest['job']): Promise<ReadResult | DocumentResult> => {
    if (closed) throw new Error('This reader is closed')
    for (;;) {
      const idlest = processes.reduce((one, other) => (other.load < one.load ? other : one))
      if (idlest.load < AHEAD || closed) {
        const outcome = await idlest.run(job)
        waiting.shift()?.()
        return outcome
      }
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  const close = async (): Promise<void> => {
    closed = true
    await Promise.all(processes.map((process) => process.stop()))
    for (const resolve of waiting.splice(0)) resolve()
    await rm(tempRoot, { recursive: true, force: true, maxRetries: 3 })
  }
  return { concurrency: workers * AHEAD, run, close }
}

/** Files sent to a process ahead of its answers: two hide the way there and back; a third, that we may be busy with another's. */
const AHEAD = 3
