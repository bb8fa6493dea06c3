/** The features over a real library, with what is said kept waiting in the real outbox until the bot is let run. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { Level } from '../../src/access.ts'
import { createBot } from '../../src/bot/bot.ts'
import { createJob } from '../../src/bot/job.ts'
import type { Outgoing } from '../../src/bot/outgoing.ts'
import { runBot } from '../../src/bot/start-bot.ts'
import { clientOptions } from '../../src/bot/telegram-client.ts'
import { giveRole, takeRole } from '../../src/desk/members.ts'
import type { Role } from '../../src/desk/member-records.ts'
import { openQuietBot, type QuietBot } from '../support/quiet-bot.ts'
import type { BenchPerson } from '../support/telegram/person.ts'
import { sentBytes } from './sent-bytes.ts'

export interface Staged extends Pick<QuietBot, 'deps' | 'server' | 'app' | 'ingest'> {
  /** What would be said in a group; it is not kept. */
  inGroup(group: number, person: BenchPerson, words: string): Promise<readonly Outgoing[]>
  pressedInGroup(group: number, person: BenchPerson, data: string): Promise<readonly Outgoing[]>
  person(role?: Role): BenchPerson
  /** What is done with an update waits in the outbox; returns what waits for this person. */
  says(person: BenchPerson, words: string): Promise<readonly Outgoing[]>
  presses(person: BenchPerson, data: string): Promise<readonly Outgoing[]>
  loses(person: BenchPerson): void
  /** A person said in the sidecar who may read a file from now on. */
  relabel(file: string, level: Level): Promise<void>
  /** Sends what waits, and ends. */
  run(): Promise<void>
  /** Every byte that this person was sent. */
  sentTo(person: BenchPerson): string
  close(): Promise<void>
}

const MEMBERS = 5_400_000_000

export const stageHouse = async (
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Staged> => {
  const quiet = await openQuietBot(files, { NEWS_QUIET_HOURS: 'none', NEWS_WAIT_MINUTES: '0', ...env })
  const { deps, server, ingest } = quiet
  const { records } = deps
  const bot = createBot(deps, clientOptions(deps.telegram), server.bot as UserFromGetMe)
  let number = 0
  const waiting = (chat: string): readonly Outgoing[] =>
    records.outbox.queued().filter((item) => item.chat === chat).map(({ body }) => JSON.parse(body!) as Outgoing) // prettier-ignore
  const handle = async (update: object, { id }: BenchPerson): Promise<readonly Outgoing[]> => {
    const chat = deps.keyOf(id)
    records.addresses.remember(chat, id)
    const job = createJob({ chat, askedAt: Date.now(), signal: new AbortController().signal, records, apology: null })
    await bot.handle({ update_id: ++number, ...update } as Update, job)
    records.transaction(() => job.commit())
    return waiting(chat)
  }
  const placed = ({ id }: BenchPerson) => ({
    message_id: ++number,
    date: Math.floor(Date.now() / 1000),
    chat: { id, type: 'private', first_name: '' },
  })
  const from = ({ id }: BenchPerson) => ({ id, is_bot: false, first_name: '' })
  return {
    deps,
    server,
    app: quiet.app,
    ingest,
    inGroup: (group, { id }, words) => quiet.send(id, words, { group }),
    pressedInGroup: (group, { id }, data) => quiet.press(id, data, { group }),
    person: (role) => {
      const person = server.user({ id: MEMBERS + ++number, started: true })
      const key = deps.keyOf(person.id)
      records.transaction(() => {
        records.addresses.remember(key, person.id)
        if (role) giveRole(records, { person: key, role, actor: 'settings', at: 1, reason: null })
      })
      return person
    },
    says: (person, text) => {
      const [command] = /^\/\S+/.exec(text) ?? []
      const entities = command ? [{ type: 'bot_command', offset: 0, length: command.length }] : []
      return handle({ message: { ...placed(person), from: from(person), text, entities } }, person)
    },
    presses: (person, data) => {
      const message = { ...placed(person), from: server.bot }
      return handle({ callback_query: { id: String(++number), from: from(person), chat_instance: '1', data, message } }, person) // prettier-ignore
    },
    loses: ({ id }) =>
      void records.transaction(() => takeRole(records, { person: deps.keyOf(id), actor: 'settings', at: 2, reason: null })), // prettier-ignore
    relabel: (file, level) => ingest({ [`${file.replace(/\.\w+$/, '')}.meta.json`]: JSON.stringify({ level }) }),
    run: async () => {
      const stop = new AbortController()
      const polls = server.polls()
      const ended = runBot(deps, { stop: stop.signal, say: () => {}, complain: () => {} }, { lookMs: 20, pace: { burst: 1_000, everyMs: 1 } }) // prettier-ignore
      await server.waitForPoll(polls)
      while (records.outbox.queued().length > 0) await sleep(5)
      stop.abort()
      await ended
    },
    sentTo: ({ id }) => sentBytes(server.calls(undefined, id), server.world.files),
    close: quiet.close,
  }
}
