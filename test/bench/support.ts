/** What the bench's own tests share: a server that ends with the test, a client, a bot behind grammY's runner. */
import { run, type RunnerHandle } from '@grammyjs/runner'
import { Bot, type Context } from 'grammy'
import { onTestFinished } from 'vitest'
import { createTelegramServer, type TelegramServer, type TelegramServerOptions } from '../support/telegram-server.ts'

export const serve = async (options?: TelegramServerOptions): Promise<TelegramServer> => {
  const server = await createTelegramServer(options)
  onTestFinished(() => server.close())
  return server
}

export const clientOf = (server: TelegramServer): Bot =>
  new Bot(server.token, { client: { apiRoot: server.root, timeoutSeconds: 20 } })

export const botAt = async (
  server: TelegramServer,
  listen: (bot: Bot<Context>) => void,
  kinds?: readonly 'message'[],
): Promise<RunnerHandle> => {
  const bot = clientOf(server)
  listen(bot)
  await bot.init()
  const allowed = kinds === undefined ? {} : { allowed_updates: kinds }
  const runner = run(bot, { runner: { fetch: { timeout: 20, ...allowed }, silent: true } })
  onTestFinished(async () => {
    if (runner.isRunning()) await runner.stop()
  })
  await server.waitForPoll()
  return runner
}

/** What Telegram says to a call that it refuses. */
export const refusal = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'accepted',
    (error: { error_code?: number; description?: string }) => `${error.error_code} ${error.description}`,
  )

/** A call without grammY, for what the client itself would not send. */
export const post = async (
  server: TelegramServer,
  method: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<{ ok: boolean; result?: unknown; error_code?: number; description?: string; parameters?: unknown }> => {
  const response = await fetch(`${server.root}/bot${server.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
  return (await response.json()) as never
}
