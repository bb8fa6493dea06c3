/** A whole house in this process over one library: real files, index, records and bot, and the Bot API that it speaks to. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Level } from '../../src/access.ts'
import { createApp, type App } from '../../src/app.ts'
import type { BotDeps } from '../../src/bot/context.ts'
import { runBot } from '../../src/bot/start-bot.ts'
import { createConfig } from '../../src/config.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import { silentLog } from '../support/desk.ts'
import { createTelegramServer, type TelegramServer } from '../support/telegram-server.ts'
import { writeLibrary } from './papers.ts'

export const CHIEF = 5_200_000_001

export interface LeakHouse {
  readonly app: App
  readonly deps: BotDeps
  readonly server: TelegramServer
  /** Nothing is to be handled and nothing to be sent any more. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** `folder`: the same for houses that are compared, one after the other, for sources go by their place. */
export const openHouse = async (folder: string, level: Level): Promise<LeakHouse> => {
  rmSync(folder, { recursive: true, force: true })
  writeLibrary(join(folder, 'documents'), level)
  const server = await createTelegramServer({ callbackSeconds: 3_600 })
  const config = createConfig(
    {
      DATA_DIR: folder,
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
      ADMIN_IDS: String(CHIEF),
      QUESTIONS_PER_MINUTE: '600',
      QUESTIONS_PER_DAY: '100000',
      CHAT_QUESTIONS_PER_MINUTE: '6000',
      MESSAGES_PER_SECOND: '1000',
    },
    folder,
  )
  const app = createApp(config, silentLog)
  const found = findFiles([join(folder, 'documents')], process.cwd())
  const report = await app.ingest({ found, level: null, dryRun: false, prune: false })
  const refused = report.files.filter(({ outcome }) => outcome === 'refused')
  if (refused.length > 0)
    throw new Error(`not read: ${refused.map(({ source, message }) => `${source} ${message}`).join('; ')}`)
  const deps = app.openDesk(config.telegram!)
  const leaving = new AbortController()
  const ended = runBot(
    deps,
    { stop: leaving.signal, say: () => {}, complain: () => {} },
    { handleRetryMs: 1, pace: { burst: 1_000, everyMs: 1 } },
  )
  await server.waitForPoll()
  const isQuiet = (): boolean =>
    server.pending().length === 0 && deps.records.inbox.size() === 0 && deps.records.outbox.queued().length === 0
  return {
    app,
    deps,
    server,
    settled: async () => {
      for (let quiet = 0; quiet < 3; quiet = isQuiet() ? quiet + 1 : 0)
        await new Promise((resolve) => setTimeout(resolve, 15))
    },
    close: async () => {
      leaving.abort()
      await ended
      app.close()
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
