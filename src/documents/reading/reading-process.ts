/** One child process that reads files one after another, and the watch kept over it. */
import type { ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChildReply, ChildRequest } from './child-messages.ts'
import { memoryOf } from './process-memory.ts'
import type { DocumentResult } from './read-document.ts'
import { refusal, type ReadFailure, type ReadLimits, type ReadResult } from './read-result.ts'
import { endChild, failureOf, startChild } from './reading-child.ts'

export interface ReadingLimits {
  readonly timeoutMs: number
  /** Resident memory of the process itself, in MB. */
  readonly memoryMb: number
  /** Resident memory of the programs that it starts (LibreOffice, tesseract), in MB together. */
  readonly programMemoryMb: number
  readonly files: Omit<ReadLimits, 'tempDir' | 'onSlowStep'>
}

type Outcome = ReadResult | DocumentResult

export interface ReadingProcess {
  /**
   * Behind the jobs that wait already: they are sent ahead, so that the process never waits for us, and read in turn. Never rejects for
   * what a file does. A process that dies has died of the first that it has not answered; the others go to the next one.
   */
  run(job: ChildRequest['job']): Promise<Outcome>
  /** Jobs that are being read or wait. */
  readonly load: number
  /** Ends the process; what waits is answered with a failure. */
  stop(): Promise<void>
}

interface Waiting {
  readonly id: number
  readonly job: ChildRequest['job']
  readonly resolve: (outcome: Outcome) => void
}

/** A library that has read so many strangers' files gives way to a fresh one. Plain text goes through none. */
const FILES_PER_PROCESS = 200
const WATCH_EVERY_MS = 100

/** `tempRoot` is the only folder that the process may write to. */
export const createReadingProcess = (limits: ReadingLimits, tempRoot: string): ReadingProcess => {
  const queue: Waiting[] = []
  let child: ChildProcess | null = null
  /** While one process ends, nothing is sent to the next. */
  let replacing: Promise<void> | null = null
  let watch: NodeJS.Timeout | undefined
  let sent = 0
  let structured = 0
  let deadline = 0
  let lookedAt = 0
  let isStopped = false

  const send = ({ id, job }: Waiting): void => {
    const current = (child ??= begin())
    if (queue[0]?.id === id) deadline = performance.now() + limits.timeoutMs
    const tempDir = join(tempRoot, `${current.pid}`, `${id}`)
    current.send({ id, job, limits: { ...limits.files, tempDir } } satisfies ChildRequest, (error) => {
      if (error && current.exitCode === null && current.signalCode === null) fail(current, cannotStart())
    })
  }

  const begin = (): ChildProcess => {
    const started = startChild(tempRoot, limits.memoryMb, limits.files.programPath)
    structured = 0
    started.on('message', (reply: ChildReply) => {
      if (started === child) take(reply)
    })
    // 'close' and not 'exit': by then all that it had answered has arrived
    started.on('close', (code, signal) => fail(started, failureOf(code, signal)))
    started.on('error', () => fail(started, cannotStart()))
    watch = setInterval(lookAfter, WATCH_EVERY_MS)
    return started
  }

  const take = (reply: ChildReply): void => {
    if (reply.id !== queue[0]?.id) return
    const now = performance.now()
    deadline = now + limits.timeoutMs
    if ('slowStep' in reply) return void (deadline += reply.slowStep)
    const { outcome } = reply
    if (!isPlain(outcome)) structured++
    const mayBeLarge = now - lookedAt > WATCH_EVERY_MS
    if (mayBeLarge) lookedAt = now
    const spent = structured >= FILES_PER_PROCESS || (mayBeLarge && memoryOf(child?.pid).own > limits.memoryMb / 2)
    // a program that hung was killed by the child, but what that program had started dies only with the group
    const hung = !outcome.ok && outcome.reason === 'time_limit'
    if (spent || hung) void replace(outcome)
    else queue.shift()!.resolve(outcome)
  }

  const lookAfter = (): void => {
    if (queue.length === 0) return
    const { own, programs } = memoryOf(child?.pid)
    if (own > limits.memoryMb || programs > limits.programMemoryMb) void replace(refusal('memory_limit'))
    else if (performance.now() > deadline) void replace(refusal('time_limit'))
  }

  const fail = (of: ChildProcess, failure: ReadFailure): void => {
    if (of === child) void replace(failure)
  }

  /** Ends the process, answers the job at the head of the queue, and sends the others to a fresh one. */
  const replace = (outcome: Outcome): Promise<void> => {
    const gone = child
    const head = queue.shift()
    child = null
    clearInterval(watch)
    replacing = (async () => {
      if (gone) {
        await endChild(gone)
        await rm(join(tempRoot, `${gone.pid}`), { recursive: true, force: true, maxRetries: 3 })
      }
      replacing = null
      head?.resolve(outcome)
      if (isStopped) for (const { resolve } of queue.splice(0)) resolve(stopped())
      else queue.forEach(send)
    })()
    return replacing
  }

  return {
    run: (job) =>
      new Promise((resolve) => {
        if (isStopped) return resolve(stopped())
        const waiting = { id: ++sent, job, resolve }
        queue.push(waiting)
        if (!replacing) send(waiting)
      }),
    get load() {
      return queue.length
    },
    stop: async () => {
      isStopped = true
      await (replacing ?? replace(stopped()))
    },
  }
}

const isPlain = (outcome: Outcome): boolean => {
  if (!outcome.ok) return false
  const { format } = 'document' in outcome ? outcome.document : outcome.content
  return format === 'text' || format === 'markdown'
}

const cannotStart = (): ReadFailure => refusal('internal', 'không khởi động được tiến trình đọc')
const stopped = (): ReadFailure => refusal('internal', 'tiến trình đọc đã dừng')
