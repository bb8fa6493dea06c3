/** Starting and ending the process that opens files. */
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { refusal, type ReadFailure } from './read-result.ts'

const ENTRY = join(import.meta.dirname, 'read-file-child.ts')

/** `tempRoot` is the only folder that it may write to, `programPath` the only setting that it knows. */
export const startChild = (tempRoot: string, memoryMb: number, programPath: string): ChildProcess => {
  const child = fork(ENTRY, [tempRoot], {
    execArgv: [
      `--max-old-space-size=${Math.floor(memoryMb * 0.8)}`,
      // reads files, writes below its own folder, starts LibreOffice and the like: nothing else (Node has no switch for the network before 25)
      '--permission', '--allow-fs-read=*', `--allow-fs-write=${tempRoot}`, '--allow-child-process', '--allow-worker',
    ],
    // a group of its own, so that it can be killed together with what it started; an environment without our secrets
    detached: true,
    env: { PATH: programPath, LANG: 'C.UTF-8' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  }) // prettier-ignore
  // a process that cannot start or be told anything more says so with 'error', also when nobody waits for an answer:
  // whoever waits next sees that it is gone
  child.on('error', () => {})
  return child
}

/** Resolves when it is gone, with all that it started. */
export const endChild = async (child: ChildProcess): Promise<void> =>
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

/** A full heap aborts the process; the system's own guard against exhaustion kills it. */
export const failureOf = (code: number | null, signal: NodeJS.Signals | null): ReadFailure =>
  signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134
    ? refusal('memory_limit')
    : refusal('internal', 'tiến trình đọc dừng bất ngờ')
