/** reliability.md F4: whatever the order in which questions and their edits come and are answered. */
import { setImmediate as nextTick } from 'node:timers/promises'
import type { Update, UserFromGetMe } from 'grammy/types'
import { expect, it, onTestFinished } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import { createBot } from '../../src/bot/bot.ts'
import type { BotDeps } from '../../src/bot/context.ts'
import { createHandler } from '../../src/bot/handle-update.ts'
import { createIntake, type QueuedItem } from '../../src/bot/intake.ts'
import type { Outgoing } from '../../src/bot/outgoing.ts'
import { restoreUpdate } from '../../src/bot/stored-update.ts'
import { createConfig } from '../../src/config.ts'
import { createPersonKeys } from '../../src/desk/person-key.ts'
import type { OutboxItem } from '../../src/desk/records.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { createWorkQueue } from '../../src/desk/work-queue.ts'
import { silentLog } from '../support/desk.ts'
import { seeded } from '../support/random.ts'
import { scratchFolder } from '../support/scratch.ts'

const ME = { id: 42, is_bot: true, first_name: 'Bot', username: 'hoi_dap_bot' } as UserFromGetMe
const COURSES = 1_000
/** People who write at the same time. */
const TOGETHER = 10

it('in a thousand random courses of events, each question has one answer, to its newest words, in the order of the questions', async () => {
  const random = seeded(4)
  const pick = (most: number): number => Math.floor(random() * most)
  const { chats, take, drain, superseded } = desk(pick)
  for (let round = 0; round < COURSES / TOGETHER; round++) {
    const courses = Array.from({ length: TOGETHER }, (_, k) => courseOf(1 + round * TOGETHER + k, pick))
    const left = courses.map(({ events }) => [...events])
    for (
      let next = left.filter((events) => events.length > 0);
      next.length > 0;
      next = next.filter((events) => events.length > 0)
    ) {
      take(
        Array.from({ length: 1 + pick(6) }, () => next[pick(next.length)]!.shift()).filter((one) => one !== undefined),
      )
      for (let wait = pick(4); wait > 0; wait--) await nextTick()
    }
    await drain()
    for (const { person, wanted } of courses)
      expect(chats(person).map((text) => text.split('\n')[0])).toEqual(wanted.map((words) => `Trả lời: ${words}`))
  }
  // the courses were of both kinds: edits that overtook their answer, and edits that found it
  expect(superseded()).toBeGreaterThan(50)
}, 60_000)

interface Course {
  readonly person: number
  readonly events: readonly Update[]
  /** The newest words of each question, in the order of the questions. */
  readonly wanted: readonly string[]
}

const courseOf = (n: number, pick: (most: number) => number): Course => {
  const person = 1_000 + n
  const events: Update[] = []
  const wanted = Array.from({ length: 1 + pick(3) }, (_, i) => {
    const versions = Array.from({ length: 1 + pick(2) }, (_, edit) => `câu hỏi số ${i}${edit === 0 ? '' : ', đã sửa'}`)
    versions.forEach((text, edit) => events.push(updateOf(person, n * 100 + events.length, 10 + i, text, edit)))
    return versions.at(-1)!
  })
  // an update may come late, never a question of a later number before one of an earlier
  for (let swaps = pick(3); swaps > 0; swaps--) {
    const at = pick(events.length - 1)
    const [one, two] = [events[at], events[at + 1]]
    if (one && two && messageOf(one) === messageOf(two)) events.splice(at, 2, two, one)
  }
  return { person, events, wanted }
}

const messageOf = (update: Update): number => (update.message ?? update.edited_message)!.message_id

const updateOf = (person: number, updateId: number, messageId: number, text: string, edit: number): Update => {
  const now = Math.floor(Date.now() / 1_000)
  const message = {
    message_id: messageId,
    date: now,
    chat: { id: person, type: 'private' as const, first_name: '' },
    from: { id: person, is_bot: false, first_name: '' },
    text,
  }
  return (edit === 0 ? { update_id: updateId, message } : { update_id: updateId, edited_message: { ...message, edit_date: now + edit } }) as Update // prettier-ignore
}

/** Everything between the door and the network, which here shows a message at once. */
const desk = (pick: (most: number) => number) => {
  const folder = scratchFolder()
  const { keyOf, seal } = createPersonKeys(folder)
  const records = createSqliteRecords(folder)
  onTestFinished(() => records.close())
  const config = createConfig({ TELEGRAM_BOT_TOKEN: `1234567890:${'x'.repeat(35)}`, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }, folder) // prettier-ignore
  let asked = 0
  const deps: BotDeps = {
    telegram: config.telegram!,
    desk: config.desk,
    dataDir: folder,
    house: {
      library: () => null,
      ask: async (question: string) => {
        asked++
        for (let wait = pick(5); wait > 0; wait--) await nextTick()
        return answerTo(question)
      },
    } as unknown as BotDeps['house'],
    records,
    keyOf,
    seal,
    limit: { take: () => ({ kind: 'allowed' }) },
    now: Date.now,
    log: silentLog,
  }
  const screens = new Map<string, Map<number, string>>()
  let shownLast = 0
  let shown = 0
  const wake = (items: readonly OutboxItem[]): void => {
    for (const { id, chat, body } of items) {
      const message = JSON.parse(body!) as Outgoing
      const screen = screens.get(chat) ?? new Map<number, string>()
      screens.set(chat, screen)
      if (message.kind !== 'text') throw new Error(`a ${message.kind} was not expected`)
      const messageId = message.edit ?? ++shownLast
      screen.set(messageId, message.text)
      records.outbox.sent(id, messageId)
      shown++
    }
  }
  const bot = createBot(deps, { apiRoot: config.telegram!.apiRoot }, ME)
  const restore = (item: QueuedItem) => restoreUpdate(item, records.addresses)
  const work = createHandler({ bot, records, restore, wake, now: Date.now, log: deps.log })
  const queue = createWorkQueue<QueuedItem>({ concurrency: 5, work })
  const intake = createIntake({
    records,
    queue,
    me: ME,
    log: deps.log,
    wake,
    keyOf,
    now: Date.now,
    isPlain: () => false,
  })
  return {
    take: (updates: readonly Update[]): void => intake.take(updates),
    drain: () => queue.drain(10_000),
    chats: (person: number): readonly string[] => [...(screens.get(keyOf(person)) ?? new Map()).values()],
    superseded: (): number => asked - shown,
  }
}

const answerTo = (question: string): Answer => ({
  status: 'failed',
  reason: 'internal',
  citations: [],
  text: `Trả lời: ${question}`,
  hits: [],
  notices: [],
  standalone: question,
  timings: { retrieveMs: 0, composeMs: 0, totalMs: 0 },
})
