/** The bot: a Composer per feature, in the order in which they may take an update. Who comes later sees only what was left. */
import { Bot, type ApiClientOptions } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { askerOf } from './asker.ts'
import type { BotContext, BotDeps } from './context.ts'
import { ask } from './features/ask.ts'
import { cases } from './features/cases.ts'
import { compare } from './features/compare.ts'
import { createDocuments } from './features/documents.ts'
import { follow } from './features/follow.ts'
import { groups } from './features/groups.ts'
import { createManage } from './features/manage.ts'
import { createPrivacy } from './features/privacy.ts'
import { createStart } from './features/start.ts'
import { createOther } from './features/other.ts'
import { snapshots } from './features/snapshots.ts'
import { statistics } from './features/statistics.ts'
import { createUploads } from './features/uploads.ts'
import { createPeople } from './features/people.ts'
import { forReader } from './for-reader.ts'
import type { Job } from './job.ts'
import { ownCommand } from './own-command.ts'
import { createRecent } from './recent.ts'
import { briefRetries } from './telegram-client.ts'

export interface TelegramBot {
  readonly api: Bot['api']
  /** Learns who we are (getMe), unless it was given. */
  init(): Promise<UserFromGetMe>
  /** Runs the features over one update; they leave their effects in the job. Rejects with what a feature threw. */
  handle(update: Update, job: Job): Promise<void>
}

export const createBot = (deps: BotDeps, client: ApiClientOptions, me?: UserFromGetMe): TelegramBot => {
  const bot = new Bot<BotContext>(deps.telegram.token, { client, ...(me && { botInfo: me }) })
  bot.api.config.use(briefRetries())
  const jobs = new WeakMap<Update, Job>()
  bot.use(async (ctx, next) => {
    const job = jobs.get(ctx.update)
    const asker = askerOf(ctx, deps)
    if (!job || !asker) return
    if (asker.isPrivate && ctx.message) ownCommand(ctx.message)
    Object.assign(ctx, { deps, job: forReader(job, asker), asker })
    await next()
  })
  const welcomed = createRecent()
  const albums = createRecent()
  bot.use(groups, createPeople(), createStart(welcomed), createPrivacy(welcomed))
  bot.use(compare, createManage(), createDocuments(), follow)
  bot.use(cases, statistics, snapshots, createUploads(albums), ask, createOther(albums))

  return {
    api: bot.api,
    init: async () => {
      if (!bot.isInited()) await bot.init()
      return bot.botInfo
    },
    handle: async (update, job) => {
      jobs.set(update, job)
      await bot.handleUpdate(update)
    },
  }
}
