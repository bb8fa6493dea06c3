/** Starts the bench as a process of its own and talks to it, so that its work does not count as the program's. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TelegramServerOptions } from '../telegram-server.ts'
import type { Control } from './control.ts'

export interface Asked {
  readonly id: number
  readonly verb: string
  readonly asked: unknown
}

export interface Told {
  readonly id: number
  readonly result?: unknown
  readonly error?: string
}

type Remote = {
  readonly [Verb in keyof Control]: (...asked: Parameters<Control[Verb]>) => Promise<Awaited<ReturnType<Control[Verb]>>>
}

export interface TelegramProcess extends Remote {
  readonly root: string
  readonly token: string
  readonly pid: number
  close(): Promise<void>
}

const VERBS = [
  'people', 'say', 'press', 'push', 'delivered', 'counts', 'fail', 'drop', 'random', 'flood', 'outage', 'transcript',
] as const satisfies readonly (keyof Control)[] // prettier-ignore

/** The caller closes it. Options that are functions cannot be given. */
export const startTelegramProcess = async (
  options: Omit<TelegramServerOptions, 'control'> = {},
): Promise<TelegramProcess> => {
  const child = fork(fileURLToPath(new URL('serve.ts', import.meta.url)), [JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  const expect = (id: number): Promise<unknown> => {
    const answer = Promise.withResolvers<unknown>()
    waiting.set(id, answer)
    return answer.promise
  }
  child.on('message', ({ id, result, error }: Told) => {
    const answer = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) answer?.resolve(result)
    else answer?.reject(new Error(error))
  })
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The bench has ended with code ${code}`))
  })
  const ready = (await expect(0)) as { root: string; token: string; pid: number }
  const verbs = VERBS.map((verb) => [
    verb,
    (asked: unknown) => {
      const id = ++last
      child.send({ id, verb, asked: asked ?? {} } satisfies Asked)
      return expect(id)
    },
  ])
  return {
    ...ready,
    ...(Object.fromEntries(verbs) as Remote),
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.disconnect()
      }),
  }
}
