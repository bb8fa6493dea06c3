import { spawn } from 'node:child_process'

export type ProgramResult =
  | { readonly ok: true; readonly stdout: Buffer }
  | { readonly ok: false; readonly reason: 'missing' | 'failed' | 'time_limit' }

export interface ProgramOptions {
  /** Where the program is looked up; empty: it counts as missing. */
  readonly path: string
  /** Its working folder, home and place for temporary files. */
  readonly tempDir: string
  readonly timeoutMs: number
  readonly maxOutput?: number
}

/**
 * Runs a program to its end, with an environment of its own (nothing of ours leaks into it) and a deadline after which it is killed.
 * It stays in the caller's process group: whoever kills that group ends it and everything that it started.
 */
export const runProgram = async (
  name: string,
  args: readonly string[],
  { path, tempDir, timeoutMs, maxOutput = 64_000_000 }: ProgramOptions,
): Promise<ProgramResult> => {
  if (path === '') return { ok: false, reason: 'missing' }
  return new Promise((resolve) => {
    const env = { PATH: path, HOME: tempDir, TMPDIR: tempDir, LANG: 'C.UTF-8', OMP_THREAD_LIMIT: '1' }
    const program = spawn(name, args, { cwd: tempDir, env, stdio: ['ignore', 'pipe', 'ignore'] })
    const pieces: Buffer[] = []
    let size = 0
    let late = false
    const kill = (): void => {
      late = true
      program.kill('SIGKILL')
      // helpers of a killed program may hold the pipe open: what they still say is of no use
      program.stdout.destroy()
    }
    const timer = setTimeout(kill, timeoutMs)
    program.stdout.on('data', (piece: Buffer) => {
      size += piece.length
      if (size <= maxOutput) pieces.push(piece)
    })
    program.on('error', () => {
      clearTimeout(timer)
      resolve({ ok: false, reason: 'missing' })
    })
    program.on('close', (code) => {
      clearTimeout(timer)
      if (late) resolve({ ok: false, reason: 'time_limit' })
      else resolve(code === 0 ? { ok: true, stdout: Buffer.concat(pieces) } : { ok: false, reason: 'failed' })
    })
  })
}
