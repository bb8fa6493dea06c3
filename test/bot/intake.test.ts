import { expect, it, onTestFinished } from 'vitest'
import type { InboxItem } from '../../src/desk/records.ts'
import { createIntake } from '../../src/bot/intake.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { createWorkQueue } from '../../src/desk/work-queue.ts'
import { scratchFolder } from '../support/scratch.ts'

const ME = { id: 7_000_000, username: 'hoi_bot' }

/** An intake whose work waits until it is let go. */
const setScene = ({ capacity = 100, laneCapacity = 100, concurrency = 1 } = {}) => {
  const records = createSqliteRecords(scratchFolder())
  onTestFinished(() => records.close())
  const gate = Promise.withResolvers<void>()
  const worked: number[] = []
  const aborted: number[] = []
  const log: string[] = []
  const queue = createWorkQueue<InboxItem>({
    concurrency,
    work: async ({ updateId }, signal) => {
      await Promise.race([gate.promise, new Promise((resolve) => signal.addEventListener('abort', resolve))])
      ;(signal.aborted ? aborted : worked).push(updateId)
      records.inbox.end(updateId, 'done')
    },
  })
  const woken: string[] = []
  let now = 1_760_000_000_000
  const intake = createIntake({
    records,
    queue,
    me: ME,
    log: { warn: (fields: object) => void log.push(JSON.stringify(fields)) },
    wake: (items) =>
      items.forEach(({ chat, body }) => woken.push(`${chat} ${(JSON.parse(body!) as { text: string }).text}`)),
    keyOf: (id) => `k${id}`,
    now: () => now,
    isPlain: () => false,
    capacity,
    laneCapacity,
  })
  return { records, queue, intake, worked, aborted, woken, log, gate, pass: (ms: number) => (now += ms) }
}

let number = 0
const said = (from: number, text: string, chat: object = { id: from, type: 'private' }) => ({
  update_id: ++number,
  message: { message_id: number, date: 1_760_000_000, chat, from: { id: from, is_bot: false }, text },
})
const GROUP = { id: -100, type: 'supergroup' }
const TO_US = { reply_to_message: { message_id: 1, date: 1, chat: GROUP, from: { id: ME.id, is_bot: true } } }

it('writes everything down before it returns, each update once', () => {
  const { records, intake } = setScene()
  const [first, second] = [said(1, 'một'), said(2, 'hai')]
  intake.take([first, second, first])
  intake.take([second])
  expect(records.inbox.open().map(({ updateId }) => updateId)).toEqual([first.update_id, second.update_id])
  expect(records.addresses.idOf('k1')).toBe(1)
})

it('does not write down what people in a group say to each other', () => {
  const { records, intake, log } = setScene()
  intake.take([said(1, 'chào các đồng chí', GROUP)])
  expect(records.inbox.open()).toEqual([])
  expect(records.addresses.idOf('k1')).toBeNull()
  expect(log).toEqual([])
})

it('B10: passes over what is malformed with one line, and takes the rest of the batch', () => {
  const { records, intake, log } = setScene()
  intake.take([null, { update_id: 'x' }, { update_id: 3, poll: {} }, said(1, 'một')])
  expect(log).toHaveLength(3)
  expect(log[2]).toContain('kind poll')
  expect(records.inbox.size()).toBe(1)
})

it('lets a stop overtake: what is being done is aborted, what waits is ended', async () => {
  const { records, queue, intake, worked, aborted, gate } = setScene()
  const asked = [said(1, 'một'), said(1, 'hai'), said(1, 'ba')]
  const stop = said(1, '/dung')
  intake.take(asked)
  await new Promise(setImmediate)
  intake.take([stop])
  await expect.poll(() => aborted).toEqual([asked[0]!.update_id])
  gate.resolve()
  await queue.drain(1_000)
  expect(worked).toEqual([stop.update_id])
  expect(records.inbox.size()).toBe(0)
})

it('lets nobody in a group stop what somebody else has asked', async () => {
  const { queue, intake, worked, aborted, gate } = setScene()
  const asked = [said(1, 'một', GROUP), said(2, 'hai', GROUP), said(1, 'ba', GROUP)].map((update) => ({
    ...update,
    message: { ...update.message, ...TO_US },
  }))
  intake.take(asked)
  const stop = said(2, '/dung@hoi_bot', GROUP)
  intake.take([stop])
  gate.resolve()
  await queue.drain(1_000)
  expect(aborted).toEqual([])
  expect(worked).toEqual([asked[0], asked[2], stop].map((update) => update!.update_id))
})

it('L2: turns newcomers away when it is full, says so once a minute to each chat, and ends every one of them', async () => {
  const { records, queue, intake, worked, woken, gate, pass } = setScene({ capacity: 50, laneCapacity: 5 })
  for (let n = 0; n < 10; n++)
    intake.take(Array.from({ length: 100 }, (_, m) => said(1 + ((n * 100 + m) % 200), 'Điều 1 nói gì?')))
  expect(records.inbox.size()).toBe(50)
  expect(queue.size()).toBe(50)
  expect(woken).toHaveLength(200)
  expect(new Set(woken).size).toBe(200)
  expect(woken[0]).toMatch(/quá tải/)
  pass(61_000)
  intake.take([said(1, 'Điều 2 nói gì?')])
  expect(woken).toHaveLength(201)
  gate.resolve()
  await queue.drain(5_000)
  expect(worked).toHaveLength(50)
  expect(records.inbox.size()).toBe(0)
})

it('L3: takes no more of one chat than it can hold, and leaves room for the others', () => {
  const { queue, intake, woken } = setScene({ capacity: 100, laneCapacity: 5 })
  intake.take(Array.from({ length: 90 }, () => said(1, 'nữa')))
  intake.take([said(2, 'Điều 1 nói gì?')])
  expect(queue.size('k1:0')).toBe(5)
  expect(queue.size('k2:0')).toBe(1)
  expect(woken).toHaveLength(1)
})

it('answers in order within a chat and a topic, and beside each other elsewhere', () => {
  const { queue, intake } = setScene()
  const topic = (thread: number) => {
    const update = said(1, 'a', { ...GROUP, is_forum: true })
    return { ...update, message: { ...update.message, ...TO_US, message_thread_id: thread, is_topic_message: true } }
  }
  intake.take([topic(5), topic(6), topic(5)])
  expect([queue.size('k-100:5'), queue.size('k-100:6')]).toEqual([2, 1])
})

it('finds the way to a group that has become a supergroup', () => {
  const { records, intake } = setScene()
  const old = { id: -44, type: 'group' }
  const update = said(1, '', old)
  intake.take([{ ...update, message: { ...update.message, text: undefined, migrate_to_chat_id: -100_555 } }])
  expect(records.addresses.idOf('k-44')).toBe(-100_555)
})

it('takes up what was left open, in order', async () => {
  const { records, queue, intake, worked, gate } = setScene()
  intake.take([said(1, 'một'), said(2, 'hai')])
  const open = records.inbox.open()
  const later: number[] = []
  const other = createWorkQueue<InboxItem>({ concurrency: 1, work: async ({ updateId }) => void later.push(updateId) })
  createIntake({ records, queue: other, me: ME, log: { warn: () => {} }, wake: () => {}, keyOf: String, now: Date.now, isPlain: () => false }).resume() // prettier-ignore
  await other.drain(1_000)
  expect(later).toEqual(open.map(({ updateId }) => updateId))
  gate.resolve()
  await queue.drain(1_000)
  expect(worked).toHaveLength(2)
})
