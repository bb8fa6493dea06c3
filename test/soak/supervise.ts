/** Keeps the real program running as a supervisor would: killed on purpose it is started again at once. */
import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { start } from '../support/run.ts'
import type { TelegramProcess } from '../support/telegram/remote.ts'

export interface SupervisedProgram {
  /** SIGKILL, then a new start; resolves when it asks for updates again. */
  kill(): Promise<void>
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>
  /** Resident memory now. */
  memoryMb(): number
}

export const superviseProgram = async (
  telegram: TelegramProcess,
  { dataDir, env }: { readonly dataDir: string; readonly env: Readonly<Record<string, string>> },
): Promise<SupervisedProgram> => {
  const begin = () => {
    const child = start('src/main.ts', [], {
      dataDir,
      env: { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, ...env },
    })
    child.stderr!.pipe(process.stderr)
    child.stdout!.resume()
    return child
  }
  const untilPolling = async (after: number): Promise<void> => {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the program ended by itself with code ${child.exitCode}`)
      if ((await telegram.counts()).polls > after) return
      await sleep(20)
    }
  }
  let child = begin()
  await untilPolling(0)
  return {
    kill: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      const { polls } = await telegram.counts()
      child = begin()
      await untilPolling(polls)
    },
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const [code] = (await ended) as [number | null]
      return code
    },
    memoryMb: () => {
      const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
      return Math.round(Number(kb ?? 0) / 1024)
    },
  }
}
