/** The features of the bot over a real library and real records, called update by update: what they say is looked at before it is sent. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessageEntity, Update, UserFromGetMe } from 'grammy/types'
import { onTestFinished } from 'vitest'
import { createApp, type App } from '../../src/app.ts'
import { createBot } from '../../src/bot/bot.ts'
import type { BotDeps } from '../../src/bot/context.ts'
import { createJob } from '../../src/bot/job.ts'
import type { Outgoing } from '../../src/bot/outgoing.ts'
import { clientOptions } from '../../src/bot/telegram-client.ts'
import { createConfig } from '../../src/config.ts'
import { createLogger } from '../../src/telemetry.ts'
import { ingestHere } from './ingest-here.ts'
import { createTelegramServer, type TelegramServer } from './telegram-server.ts'

export type Said = Extract<Outgoing, { kind: 'text' }>

export interface QuietBot {
  readonly app: App
  readonly deps: BotDeps
  readonly server: TelegramServer
  /** Folder of the documents. */
  readonly folder: string
  /** Everything that is said after a text: in private, or in a group. */
  send(from: number, text: string, where?: { readonly group?: number }): Promise<readonly Outgoing[]>
  /** Everything that is said after a press; `signal`: aborted where the presser says stop, and then nothing is said. */
  press(
    from: number,
    data: string,
    where?: { readonly group?: number; readonly signal?: AbortSignal },
  ): Promise<readonly Outgoing[]>
  /** Writes the files and takes them into the library. */
  ingest(files: Readonly<Record<string, string>>): Promise<void>
}

export const ADMIN = 4_900_000_001
export const CITIZEN = 4_900_000_002
export const GROUP = -1_004_900_000_003

/** Gone with the test. */
export const quietBot = async (...given: Parameters<typeof openQuietBot>): Promise<QuietBot> => {
  const bot = await openQuietBot(...given)
  onTestFinished(bot.close)
  return bot
}

/** For several tests; whoever opens it closes it. */
export const openQuietBot = async (
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<QuietBot & { close(): Promise<void> }> => {
  const server = await createTelegramServer()
  const dataDir = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
  const folder = join(dataDir, 'documents')
  mkdirSync(folder)
  const config = createConfig(
    {
      DATA_DIR: dataDir,
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
      ADMIN_IDS: String(ADMIN),
      QUESTIONS_PER_MINUTE: '600',
      ...env,
    },
    dataDir,
  )
  const app = createApp(config, createLogger('error'))
  const ingest = async (changed: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(changed)) writeFileSync(join(folder, name), text)
    await ingestHere(dataDir, folder)
  }
  await ingest(files)
  const deps = app.openDesk(config.telegram!)
  const bot = createBot(deps, clientOptions(deps.telegram), server.bot as UserFromGetMe)
  let number = 0

  const handle = async (
    update: Update,
    chatId: number,
    signal = new AbortController().signal,
  ): Promise<readonly Outgoing[]> => {
    const chat = deps.keyOf(chatId)
    const { records } = deps
    const said: string[] = []
    // what is said stays out of the file: ten thousand messages are looked at in a test
    const put: typeof records.outbox.put = (item) => {
      said.push(item.body)
      return {
        ...item,
        id: said.length,
        answerId: null,
        caseId: null,
        state: 'queued',
        messageId: null,
        attempts: 0,
        notBefore: 0,
      }
    }
    const outbox = { ...records.outbox, put }
    const job = createJob({ chat, askedAt: Date.now(), signal, records: { ...records, outbox }, apology: null })
    await bot.handle(update, job)
    if (!signal.aborted) records.transaction(() => job.commit())
    return said.map((body) => JSON.parse(body) as Outgoing)
  }
  const placed = (from: number, group: number | undefined) => ({
    message_id: ++number,
    date: Math.floor(Date.now() / 1000),
    from: { id: from, is_bot: false, first_name: '' },
    chat:
      group === undefined
        ? { id: from, type: 'private', first_name: '' }
        : { id: group, type: 'supergroup', title: '' },
  })
  return {
    app,
    deps,
    server,
    folder,
    close: async () => {
      app.close()
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
    ingest,
    send: (from, text, { group } = {}) => {
      const message = { ...placed(from, group), text, entities: commandIn(text) }
      return handle({ update_id: ++number, message } as unknown as Update, group ?? from)
    },
    press: (from, data, { group, signal } = {}) => {
      const { from: user, ...message } = placed(from, group)
      const query = {
        id: String(++number),
        from: user,
        chat_instance: '1',
        data,
        message: { ...message, from: server.bot },
      }
      return handle({ update_id: ++number, callback_query: query } as unknown as Update, group ?? from, signal)
    },
  }
}

const commandIn = (text: string): MessageEntity[] => {
  const command = /^\/\S+/.exec(text)?.[0]
  return command ? [{ type: 'bot_command', offset: 0, length: command.length }] : []
}

/** The words of everything that was said. */
export const wordsOf = (said: readonly Outgoing[]): string =>
  said.map((one) => (one.kind === 'text' ? one.text : `[${one.kind}]`)).join('\n\n')

export const buttonsOf = (said: readonly Outgoing[]): readonly { readonly label: string; readonly data?: string }[] =>
  said.flatMap((one) => (one.kind === 'text' ? (one.buttons ?? []) : []))

/** What the button bears that starts with these letters. */
export const dataOf = (said: readonly Outgoing[], label: string): string => {
  const found = buttonsOf(said).find((button) => button.label.startsWith(label))?.data
  if (found === undefined)
    throw new Error(
      `no button "${label}" among ${buttonsOf(said)
        .map((b) => b.label)
        .join(', ')}`,
    )
  return found
}
