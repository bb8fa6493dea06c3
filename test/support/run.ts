/** Runs a door of the program as a process of its own, the way a person does. */
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly dataDir: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Buffer
  /** Largest file the process may write, in KiB: a disk that fills up. */
  readonly fileLimitKb?: number
}

export const start = (script: string, args: readonly string[], options: RunOptions): ChildProcess => {
  const command = [process.execPath, `${root}${script}`, ...args]
  const limited =
    options.fileLimitKb === undefined
      ? command
      : ['bash', '-c', `ulimit -f ${options.fileLimitKb}; exec "$@"`, 'bash', ...command]
  return spawn(limited[0]!, limited.slice(1), {
    cwd: options.cwd ?? root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: options.dataDir, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

export const run = async (script: string, args: readonly string[], options: RunOptions): Promise<Ran> => {
  const child = start(script, args, options)
  child.stdin!.on('error', () => {}) // a command that ends before it has read its input is a result, not a fault of the test
  child.stdin!.end(options.input ?? '')
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  )
  const [stdout, stderr, { code, signal }] = await Promise.all([text(child.stdout!), text(child.stderr!), ended])
  return { code, signal, stdout, stderr }
}

/** A run whose standard output is one JSON value and nothing else. */
export const runJson = async <T>(script: string, args: readonly string[], options: RunOptions): Promise<T> => {
  const ran = await run(script, args, options)
  try {
    return JSON.parse(ran.stdout) as T
  } catch (cause) {
    throw new Error(`no JSON on stdout: ${ran.stdout.slice(0, 400)}\n${ran.stderr.slice(0, 2000)}`, { cause })
  }
}
