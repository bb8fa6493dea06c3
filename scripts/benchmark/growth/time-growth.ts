/** How everything grows with the library, each size and each searcher in a process of its own, so that nobody lives on another's memory. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { quantile, timesOf, type Times } from '../../evaluate/measure-retrieval.ts'
import { readSeed } from './grow-library.ts'

export interface Served {
  readonly documents: number
  readonly passages: number
  /** Checking every checksum and opening. */
  readonly loadMs: number
  /** Milliseconds of each question, from the words to the answer. */
  readonly answers: readonly number[]
  readonly retrievals: readonly number[]
  readonly answered: number
  /** Bytes that the process holds once all have been asked. */
  readonly rss: number
}

export interface AskedAtGrown {
  /** Others, as many, asked before the clock starts: code that is still being compiled is not what is timed. */
  readonly warmUp: readonly string[]
  readonly timed: readonly string[]
}

export interface Asked {
  readonly times: readonly number[]
  readonly rss: number
  readonly buildSeconds: number
}

export interface Peer {
  readonly name: string
  /** null: it did not survive this size within the time and memory it was given. */
  readonly ms: Times | null
  readonly slower: Times | null
  readonly rss: number | null
}

export interface Grown {
  readonly passages: number
  readonly documents: number
  readonly retrievalMs: Times
  readonly answerMs: Times
  readonly answered: number
  readonly loadMs: number
  /** From the start of `src/main.ts` until it has answered its first question and ended. */
  readonly firstAnswerMs: number
  readonly rss: number
  readonly snapshotBytes: number
  readonly buildSeconds: number
  readonly peers: readonly Peer[]
}

export interface GrowthOptions {
  /** A question set, a folder of sets, or null: a made-up one. */
  readonly folder: string | null
  readonly sizes: readonly number[]
  readonly questions: number
  readonly onSize?: (passages: number) => void
}

export const PEERS = ['MiniSearch', 'FTS5', 'vectors'] as const
/** What a peer is given: it must be built and have answered by then. */
const PEER_MINUTES = 10
const PEER_MEGABYTES = 8000
/** A peer that takes seconds a question need not answer hundreds. */
const PEER_QUESTIONS = 50
/** A library of a million passages is held as strings while it is published. */
const BUILD_MEGABYTES = 12_000
const ROOT = join(import.meta.dirname, '../../..')
/** The options of `npm start`: what is timed is the program as it is run. */
const AS_STARTED: readonly string[] =
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts.start.match(
    /--\S+/g,
  ) ?? []
/** Start and first answer are timed that often, the middle one counts. */
const STARTS = 3

export const timeGrowth = ({ folder, sizes, questions, onSize }: GrowthOptions): readonly Grown[] => {
  const all = readSeed(folder, 2 * questions).questions
  const asked = { warmUp: all.filter((_, i) => i % 2 === 1), timed: all.filter((_, i) => i % 2 === 0) }
  return sizes.map((passages) => {
    onSize?.(passages)
    const place = mkdtempSync(join(tmpdir(), 'hoi-dap-lon-'))
    try {
      return timeSize(place, folder ?? '-', passages, asked)
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  })
}

const timeSize = (place: string, folder: string, passages: number, asked: AskedAtGrown): Grown => {
  const index = join(place, 'data', 'index')
  mkdirSync(index, { recursive: true })
  const file = join(place, 'questions.json')
  writeFileSync(file, JSON.stringify(asked))
  const few = join(place, 'few.json')
  writeFileSync(few, JSON.stringify(asked.timed.slice(0, PEER_QUESTIONS)))
  const built = inChild<{ id: string; seconds: number }>('build-grown.ts', [folder, String(passages), index], {
    megabytes: BUILD_MEGABYTES,
  })!
  const served = inChild<Served>('serve-grown.ts', [index, file], { flags: AS_STARTED })!
  const retrievalMs = timesOf(served.retrievals)
  const peers = PEERS.map((name): Peer => {
    const limits = { megabytes: PEER_MEGABYTES, minutes: PEER_MINUTES }
    const result = inChild<Asked>('ask-peer.ts', [name, folder, String(passages), few], limits)
    if (!result) return { name, ms: null, slower: null, rss: null }
    const ms = timesOf(result.times)
    return { name, ms, slower: { p50: ms.p50 / retrievalMs.p50, p95: ms.p95 / retrievalMs.p95 }, rss: result.rss }
  })
  return {
    passages: served.passages,
    documents: served.documents,
    retrievalMs,
    answerMs: timesOf(served.answers),
    answered: served.answered,
    loadMs: served.loadMs,
    firstAnswerMs: quantile(
      Array.from({ length: STARTS }, () => startAndAsk(place, asked.timed[0]!)),
      0.5,
    ),
    rss: served.rss,
    snapshotBytes: bytesIn(join(index, built.id)),
    buildSeconds: built.seconds,
    peers,
  }
}

interface Limits {
  readonly megabytes?: number
  readonly minutes?: number
  readonly flags?: readonly string[]
}

/** null where the child does not end well within its limits; without limits that is an error. */
const inChild = <T>(
  script: string,
  args: readonly string[],
  { megabytes, minutes, flags = [] }: Limits = {},
): T | null => {
  const heap = megabytes === undefined ? [] : [`--max-old-space-size=${megabytes}`]
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, ...heap, join(import.meta.dirname, script), ...args],
    {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      ...(minutes !== undefined && { timeout: minutes * 60_000, killSignal: 'SIGKILL' as const }),
    },
  )
  if (status === 0) return JSON.parse(stdout) as T
  if (minutes !== undefined) return null
  throw new Error(`[benchmark] ${script} ended with ${status}: ${stderr.slice(-2000)}`)
}

const startAndAsk = (place: string, question: string): number => {
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [...AS_STARTED, join(ROOT, 'src/main.ts')], {
    cwd: place,
    env: { DATA_DIR: join(place, 'data') },
    input: `${question}\n`,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`[benchmark] main.ts ended with ${status}: ${stderr.slice(-2000)}`)
  return performance.now() - started
}

const bytesIn = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
