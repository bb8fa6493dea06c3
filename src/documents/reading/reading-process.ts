/** One child process that reads files one after another, and the watch kept over it. */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChildReply, ChildRequest } from './child-messages.ts'
import { memoryOf } from './process-memory.ts'
import type { DocumentResult } from './read-document.ts'
import { refusal, type ReadFailure, type ReadLimits, type ReadResult } from './read-result.ts'

export interface ReadingLimits {
  readonly timeoutMs: number
  /** Resident memory of the process itself, in MB. */
  readonly memoryMb: number
  /** Resident memory of the programs that it starts (LibreOffice, tesseract), in MB together. */
  readonly programMemoryMb: number
  readonly files: Omit<ReadLimits, 'tempDir' | 'onSlowStep'>
}

export interface ReadingProcess {
  /** One at a time. Never throws for what a file does. */
  run(job: ChildRequest['job']): Promise<ReadResult | DocumentResult>
  stop(): Promise<void>
}

const FILES_PER_PROCESS = 200
const WATCH_EVERY_MS = 100
const ENTRY = join(import.meta.dirname, 'read-file-child.ts')

/** `tempRoot` is the only folder that the process may write to. */
export const createReadingProcess = (limits: ReadingLimits, tempRoot: string): ReadingProcess => {
  let child: ChildProcess | null = null
  let served = 0

  const run = async (job: ChildRequest['job']): Promise<ReadResult | DocumentResult> => {
    const current = (child ??= start(limits, tempRoot))
    const tempDir = join(tempRoot, `${current.pid}-${served++}`)
    await mkdir(tempDir)
    // stopped meanwhile, it is no longer `child`: then its exit is the outcome
    const outcome = await supervise(current, { id: served, job, limits: { ...limits.files, tempDir } }, limits)
    const spent = served >= FILES_PER_PROCESS || memoryOf(current.pid).own > limits.memoryMb / 2
    // a program that hung was killed by the child, but what that program had started dies only with the group
    const hung = !outcome.result.ok && outcome.result.reason === 'time_limit'
    if (outcome.ended || spent || hung) await stop()
    await rm(tempDir, { recursive: true, force: true, maxRetries: 3 })
    return outcome.result
  }

  const stop = async (): Promise<void> => {
    const gone = child
    child = null
    served = 0
    if (gone !== null) await end(gone)
  }

  return { run, stop }
}

const start = ({ memoryMb, files }: ReadingLimits, tempRoot: string): ChildProcess => {
  const child = fork(ENTRY, [tempRoot], {
    execArgv: [
      `--max-old-space-size=${Math.floor(memoryMb * 0.8)}`,
      // reads files, writes below its own folder, starts LibreOffice and the like: nothing else (Node has no switch for the network before 25)
      '--permission', '--allow-fs-read=*', `--allow-fs-write=${tempRoot}`, '--allow-child-process', '--allow-worker',
    ],
    // a group of its own, so that it can be killed together with what it started; an environment without our secrets
    detached: true,
    env: { PATH: files.programPath, LANG: 'C.UTF-8' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  }) // prettier-ignore
  // a process that cannot start or be told anything more says so with 'error', also when nobody waits for an answer:
  // whoever waits next sees that it is gone
  child.on('error', () => {})
  return child
}

interface Supervised {
  readonly result: ReadResult | DocumentResult
  readonly ended: boolean
}

/** Waits for the answer; kills at the limits of time and memory. */
const supervise = async (child: ChildProcess, request: ChildRequest, limits: ReadingLimits): Promise<Supervised> =>
  new Promise((resolve) => {
    let deadline = performance.now() + limits.timeoutMs
    const settle = (result: ReadResult | DocumentResult, ended: boolean): void => {
      clearInterval(watch)
      child.off('message', onMessage).off('exit', onExit).off('error', onError)
      resolve({ result, ended })
    }
    const onMessage = (reply: ChildReply): void => {
      if (reply.id !== request.id) return
      if ('slowStep' in reply) deadline = performance.now() + reply.slowStep + limits.timeoutMs
      else settle(reply.outcome, false)
    }
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void => settle(failureOf(code, signal), true)
    const onError = (): void => settle(refusal('internal', 'không khởi động được tiến trình đọc'), true)
    const watch = setInterval(() => {
      const { own, programs } = memoryOf(child.pid)
      if (own > limits.memoryMb || programs > limits.programMemoryMb) settle(refusal('memory_limit'), true)
      else if (performance.now() > deadline) settle(refusal('time_limit'), true)
    }, WATCH_EVERY_MS)
    child.on('message', onMessage).on('exit', onExit).on('error', onError)
    if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode)
    else child.send(request, (error) => (error === null ? undefined : onError()))
  })

/** A full heap aborts the process; the system's own guard against exhaustion kills it. */
const failureOf = (code: number | null, signal: NodeJS.Signals | null): ReadFailure =>
  signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134
    ? refusal('memory_limit')
    : refusal('internal', 'tiến trình đọc dừng bất ngờ')

const end = async (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    const killGroup = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // the whole group is gone already
      }
    }
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      // it died alone: what it had started may still run
      killGroup()
      return resolve()
    }
    child.once('exit', () => resolve())
    killGroup()
  })
