/** Starts the real program against the bench, with the sample documents already ingested, and ends it with the test. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { root, run, start } from './run.ts'
import type { TelegramServer } from './telegram-server.ts'

export interface ProgramOptions {
  /** Further settings, over those the starter makes. */
  readonly env?: Readonly<Record<string, string>>
  /** Without it a folder of its own with the samples in it. */
  readonly dataDir?: string
  /** `samples` (default): documents and their index; `none`: an empty folder; or a folder of files, not ingested yet. */
  readonly documents?: 'samples' | 'none' | { readonly folder: string }
  /** What counts as started; by default a poll, or setWebhook in webhook mode. */
  readonly waitFor?: 'poll' | 'webhook' | 'nothing'
  /** Another script instead of src/main.ts. */
  readonly script?: string
  /** Not ended by the test that started it: the caller calls `close`. */
  readonly keep?: boolean
  /** Largest file it may write, in KiB. */
  readonly fileLimitKb?: number
}

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** From the signal, or from the start where it ended by itself. */
  readonly seconds: number
}

export interface Program {
  readonly dataDir: string
  readonly stdout: () => string
  readonly stderr: () => string
  readonly pid: () => number
  readonly isRunning: () => boolean
  /** SIGTERM, then waits for the end. */
  stop(): Promise<Ended>
  /** SIGKILL. */
  kill(): Promise<Ended>
  /** Starts again on the same data, ending it first (SIGTERM) where it still runs. */
  restart(): Promise<void>
  /** Waits until it ends by itself. */
  ended(): Promise<Ended>
  /** Kills it and removes its folder. */
  close(): Promise<void>
}

interface Life {
  readonly child: ReturnType<typeof start>
  readonly end: Promise<Ended>
  signalled: number | null
  result: Ended | null
}

export const startProgram = async (server: TelegramServer, options: ProgramOptions = {}): Promise<Program> => {
  const { script = 'src/main.ts', env = {}, keep = false } = options
  const own = options.dataDir === undefined
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'hoi-dap-'))
  if (own) await fill(dataDir, options.documents ?? 'samples')
  const waitFor = options.waitFor ?? (env.TELEGRAM_MODE === 'webhook' ? 'webhook' : 'poll')
  let stdout = ''
  let stderr = ''
  let life: Life | null = null

  const begin = async (): Promise<void> => {
    const polls = server.polls()
    const calls = server.count('setWebhook')
    const startedAt = performance.now()
    const child = start(script, [], {
      dataDir,
      // documents go by their place below the working folder: a copied data folder brings it along
      cwd: dataDir,
      env: { TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.root, LOG_LEVEL: 'info', ...env },
      ...(options.fileLimitKb === undefined ? {} : { fileLimitKb: options.fileLimitKb }),
    })
    child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const mine: Life = {
      child,
      signalled: null,
      result: null,
      end: new Promise((resolve) =>
        child.once('close', (code, signal) => {
          mine.result = { code, signal, seconds: (performance.now() - (mine.signalled ?? startedAt)) / 1000 }
          resolve(mine.result)
          server.waiting.happened()
        }),
      ),
    }
    life = mine
    if (waitFor === 'poll') await server.waitForPoll(polls)
    if (waitFor === 'webhook')
      await server.until(() => server.count('setWebhook') > calls && server.webhook.url() !== '', 'setWebhook')
  }

  const signal = async (name: NodeJS.Signals): Promise<Ended> => {
    if (life === null) throw new Error('The program was never started')
    life.signalled ??= performance.now()
    if (life.result === null) life.child.kill(name)
    const ended = await life.end
    // its open poll is known to be gone only when the connection is
    await server.until(() => !server.isPolling(), 'the end of the last poll')
    return ended
  }

  const clue = (): string => `The program's stderr (last lines):\n${stderr.slice(-3_000) || '(nothing)'}`
  const vain = (): string | null =>
    life !== null && life.result !== null && life.signalled === null
      ? `The program has ended by itself (code ${life.result.code}, signal ${life.result.signal})`
      : null
  server.waiting.clues.add(clue)
  server.waiting.vain.add(vain)

  const close = async (): Promise<void> => {
    server.waiting.vain.delete(vain)
    server.waiting.clues.delete(clue)
    if (life?.result === null) {
      life.signalled ??= performance.now()
      life.child.kill('SIGKILL')
      await life.end
    }
    if (own) rmSync(dataDir, { recursive: true, force: true })
  }
  if (!keep) onTestFinished(close)
  await begin()

  return {
    dataDir,
    stdout: () => stdout,
    stderr: () => stderr,
    pid: () => life!.child.pid!,
    isRunning: () => life !== null && life.result === null,
    stop: () => signal('SIGTERM'),
    kill: () => signal('SIGKILL'),
    restart: async () => {
      if (life?.result === null) await signal('SIGTERM')
      await begin()
    },
    ended: () => life!.end,
    close,
  }
}

const fill = async (dataDir: string, documents: NonNullable<ProgramOptions['documents']>): Promise<void> => {
  if (documents === 'none') return
  if (documents !== 'samples') return cpSync(documents.folder, join(dataDir, 'documents'), { recursive: true })
  cpSync(await preparedSamples(), dataDir, { recursive: true })
}

/**
 * A folder with the samples and their index, made once for this state of the sources and then only copied: ingesting takes
 * seconds, copying milliseconds.
 */
export const preparedSamples = async (): Promise<string> => {
  const place = join(
    tmpdir(),
    `hoi-dap-samples-${stateOf(['test/support/program.ts', 'data/documents', 'src', 'package-lock.json', 'scripts/ingest.ts'])}`,
  )
  if (existsSync(place)) return place
  forgetOldSamples()
  const making = mkdtempSync(join(tmpdir(), 'hoi-dap-making-'))
  cpSync(join(root, 'data/documents'), join(making, 'documents'), { recursive: true })
  const { code, stderr } = await run('scripts/ingest.ts', ['documents'], { dataDir: making, cwd: making })
  if (code !== 0) throw new Error(`The samples could not be ingested:\n${stderr}`)
  try {
    renameSync(making, place)
  } catch (error) {
    // another test file was faster
    if (!existsSync(place)) throw error
    rmSync(making, { recursive: true, force: true })
  }
  return place
}

/** Each state of the sources leaves a folder; those a day old are of no use. */
const forgetOldSamples = (): void => {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith('hoi-dap-samples-'))) {
    const path = join(tmpdir(), name)
    if (Date.now() - statSync(path).mtimeMs > 86_400_000) rmSync(path, { recursive: true, force: true })
  }
}

const stateOf = (places: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const place of places) {
    const path = join(root, place)
    const names = place.includes('.') ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).toSorted()
    for (const name of names) {
      const file = join(path, name)
      // what concerns the bot alone does not change the index
      if (/^(?:(?:bot|desk|terminal|answer|text.messages)\b|main|app|config|telemetry)/.test(name)) continue
      if (!/\.\w+$/.test(file)) continue
      hash.update(`${name}\n`).update(readFileSync(file))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
