/** reliability.md A8 and A11: whose answer goes to whom, and what a made-up button can do. */
import type { Update, UserFromGetMe } from 'grammy/types'
import { expect, it, onTestFinished } from 'vitest'
import { createBot } from '../../src/bot/bot.ts'
import type { BotDeps } from '../../src/bot/context.ts'
import { tellWhatBecame } from '../../src/bot/features/cases/settled.ts'
import { createHandler } from '../../src/bot/handle-update.ts'
import { createIntake, type QueuedItem } from '../../src/bot/intake.ts'
import type { Button, Outgoing } from '../../src/bot/outgoing.ts'
import { restoreUpdate } from '../../src/bot/stored-update.ts'
import { createConfig } from '../../src/config.ts'
import { createPersonKeys } from '../../src/desk/person-key.ts'
import type { OutboxItem } from '../../src/desk/records.ts'
import { createSqliteRecords } from '../../src/desk/sqlite/sqlite-records.ts'
import { createWorkQueue } from '../../src/desk/work-queue.ts'
import { silentLog } from '../support/desk.ts'
import { seeded } from '../support/random.ts'
import { echo } from '../support/running-bot.ts'
import { scratchFolder } from '../support/scratch.ts'

const ME = { id: 42, is_bot: true, first_name: 'Bot', username: 'hoi_dap_bot' } as UserFromGetMe
const STAFF_CHAT = -1_001_000_000_001
const GROUP = -1_001_000_000_002
const ASKERS = 1_000

interface Shown {
  readonly messageId: number
  readonly message: Extract<Outgoing, { kind: 'text' | 'copy' }>
}

/** Everything between the door and the network, which here takes every message at once. */
const desk = () => {
  const folder = scratchFolder()
  const { keyOf, seal } = createPersonKeys(folder)
  const records = createSqliteRecords(folder)
  onTestFinished(() => records.close())
  const env = { TELEGRAM_BOT_TOKEN: `1234567890:${'x'.repeat(35)}`, TELEGRAM_API_ROOT: 'http://127.0.0.1:9', STAFF_CHAT_ID: String(STAFF_CHAT), ADMIN_IDS: '99' } // prettier-ignore
  const config = createConfig(env, folder)
  const deps: BotDeps = {
    telegram: config.telegram!,
    desk: config.desk,
    dataDir: folder,
    house: { library: () => null, ask: async (question: string) => echo(question) } as unknown as BotDeps['house'],
    records,
    keyOf,
    seal,
    limit: { take: () => ({ kind: 'allowed' }) },
    now: Date.now,
    log: silentLog,
  }
  const screens = new Map<string, Shown[]>()
  let last = 1_000
  // one transaction for all: on the way out the disk is not what is tried here
  const wake = (items: readonly OutboxItem[]): void => records.transaction(() => items.forEach(send))
  const send = (item: OutboxItem): void => {
    const message = JSON.parse(item.body!) as Outgoing
    const messageId = 'edit' in message && message.edit !== undefined ? message.edit : ++last
    if (!screens.has(item.chat)) screens.set(item.chat, [])
    if (message.kind === 'text' || message.kind === 'copy') screens.get(item.chat)!.push({ messageId, message })
    records.outbox.sent(item.id, messageId)
    tellWhatBecame(deps, item, 'sent').forEach(send)
  }
  const bot = createBot(deps, { apiRoot: config.telegram!.apiRoot }, ME)
  const restore = (item: QueuedItem) => restoreUpdate(item, records.addresses)
  const work = createHandler({ bot, records, restore, wake, now: Date.now, log: silentLog })
  const queue = createWorkQueue<QueuedItem>({ concurrency: 20, work })
  const intake = createIntake({ records, queue, me: ME, log: silentLog, wake, keyOf, now: Date.now, capacity: Infinity, laneCapacity: Infinity, isPlain: (id) => id === STAFF_CHAT }) // prettier-ignore
  let number = 0
  const placed = (from: number, chat: number) => ({
    message_id: ++number,
    date: Math.floor(Date.now() / 1_000),
    chat: { id: chat, type: chat > 0 ? 'private' : 'supergroup' },
    from: { id: from, is_bot: false, first_name: 'Tên thật' },
  })
  return {
    records,
    keyOf,
    screen: (chat: number): readonly Shown[] => screens.get(keyOf(chat)) ?? [],
    drain: () => queue.drain(60_000),
    take: (...updates: readonly Update[]): void => intake.take(updates),
    message: (from: number, chat: number, text: string, replyTo?: number): Update =>
      ({
        update_id: ++number,
        message: {
          ...placed(from, chat),
          text,
          ...(replyTo !== undefined && {
            reply_to_message: { ...placed(ME.id, chat), message_id: replyTo, from: ME },
          }),
        },
      }) as unknown as Update,
    press: (from: number, chat: number, messageId: number, data: string): Update => {
      const shown = { ...placed(ME.id, chat), message_id: messageId, from: ME }
      return { update_id: ++number, callback_query: { id: String(number), from: placed(from, chat).from, chat_instance: '1', data, message: shown } } as unknown as Update // prettier-ignore
    },
  }
}

const dataOf = ({ message }: Shown, label: string): string => {
  const buttons: readonly Button[] = message.kind === 'text' ? (message.buttons ?? []) : []
  return buttons.find((button) => button.label === label)!.data!
}

it('never brings an answer of staff to the wrong person in a thousand cases that five people answer in any order', async () => {
  const random = seeded(11)
  const pick = (most: number): number => Math.floor(random() * most)
  const { take, drain, screen, message, press, records, keyOf } = desk()
  const staff = [71, 72, 73, 74, 75]
  // every third asks in a group, where all see the answers but each is a reply to its own question
  const askers = Array.from({ length: ASKERS }, (_, i) => ({ id: 10_000 + i, chat: i % 3 === 0 ? GROUP : 10_000 + i }))
  const asked = new Map<number, Update>()
  const token = (id: number): string => `mã ${id} hết`
  const questions = askers.map(({ id, chat }) =>
    message(id, chat, `${chat === GROUP ? '/hoi@hoi_dap_bot ' : ''}Quy định ${token(id)}?`),
  )
  questions.forEach((update, i) => asked.set(askers[i]!.id, update))
  take(...questions)
  await drain()

  const pressed = new Set<number>()
  const answered = new Set<string>()
  while (answered.size < ASKERS) {
    for (let n = 1 + pick(20); n > 0; n--) {
      const { id, chat } = askers[pick(ASKERS)]!
      if (pressed.has(id)) continue
      pressed.add(id)
      const shown = screen(chat).find((one) => one.message.kind === 'text' && one.message.text.includes(token(id)))!
      take(press(id, chat, shown.messageId, dataOf(shown, 'Hỏi cán bộ')))
    }
    if (pressed.size > ASKERS * 0.97)
      askers.forEach(({ id, chat }) => {
        if (pressed.has(id)) return
        pressed.add(id)
        const shown = screen(chat).find((one) => one.message.kind === 'text' && one.message.text.includes(token(id)))!
        take(press(id, chat, shown.messageId, dataOf(shown, 'Hỏi cán bộ')))
      })
    await drain()
    const open = screen(STAFF_CHAT).flatMap((one) => {
      const n = one.message.kind === 'text' ? /^Câu hỏi số (\d+):/.exec(one.message.text)?.[1] : undefined
      const who = one.message.kind === 'text' ? /mã (\d+) hết/.exec(one.message.text)?.[1] : undefined
      return n !== undefined && who !== undefined && !answered.has(n) ? [{ ...one, n, who }] : []
    })
    for (let replies = pick(30); replies > 0 && open.length > 0; replies--) {
      const [{ messageId, n, who }] = open.splice(pick(open.length), 1) as [(typeof open)[number]]
      answered.add(n)
      take(message(staff[pick(5)]!, STAFF_CHAT, `Trả lời riêng: ${token(Number(who))}.`, messageId))
      // two of staff at once, and somebody who only found the number of the message
      if (pick(10) === 0) take(message(staff[pick(5)]!, STAFF_CHAT, 'Tôi trả lời thêm', messageId))
      if (pick(10) === 0) take(message(10_000 + pick(ASKERS), GROUP, 'Tôi giả làm cán bộ', messageId))
      if (pick(10) === 0) take(message(10_000 + pick(ASKERS), 10_000 + pick(ASKERS), 'Tôi giả làm cán bộ', messageId))
    }
    await drain()
  }

  let delivered = 0
  for (const { id, chat } of askers) {
    const replies = screen(chat).flatMap(({ message: one }) =>
      one.kind === 'text' && one.text.startsWith('Cán bộ trả lời') ? [one] : [],
    )
    const mine = chat === GROUP ? replies.filter(({ text }) => text.includes(token(id))) : replies
    expect(mine).toHaveLength(1)
    expect(mine[0]!.text).toContain(`Quy định ${token(id)}?\nTrả lời riêng: ${token(id)}.`)
    expect(mine[0]!.replyTo).toBe(asked.get(id)!.message!.message_id)
    delivered++
  }
  expect(delivered).toBe(ASKERS)
  const told = screen(STAFF_CHAT).filter(({ message: one }) => one.kind === 'text' && one.text.startsWith('Đã gửi'))
  expect(told).toHaveLength(ASKERS)
  expect(records.cases.countOpen()).toBe(0)
  const everything = JSON.stringify([...askers.map(({ chat }) => chat), STAFF_CHAT].map(screen))
  expect(everything).not.toMatch(/Tên thật|Tôi trả lời thêm/)
  expect(everything).not.toContain(keyOf(10_001))
}, 120_000)

it('lets a thousand made-up, changed or borrowed buttons change nothing', async () => {
  const random = seeded(8)
  const pick = (most: number): number => Math.floor(random() * most)
  const { take, drain, screen, message, press, records } = desk()
  take(message(501, 501, 'Quy định về đảng phí?'))
  await drain()
  const answer = screen(501)[0]!
  take(press(501, 501, answer.messageId, dataOf(answer, 'Hỏi cán bộ')))
  await drain()
  const shown = screen(STAFF_CHAT)[0]!
  take(message(71, STAFF_CHAT, 'Nộp hằng tháng.', shown.messageId))
  take(message(72, STAFF_CHAT, 'Nộp hằng quý.', shown.messageId))
  await drain()
  const upload = { id: 'aaaaaaaaaaaa', person: 'someone', path: 'uploads/none', name: 'a.txt', level: 'public', at: Date.now() } as const // prettier-ignore
  records.uploads.put(upload)
  const known = [...screen(501), ...screen(STAFF_CHAT)].flatMap(({ message: one }) =>
    one.kind === 'text' ? (one.buttons ?? []).map(({ data }) => data!) : [],
  )
  const borrowed = known.filter((data) => /^(?:close|more|lib|name)/.test(data)).concat(`put:${upload.id}`, `drop:${upload.id}`, `lvl:${upload.id}:staff`, `unlib:${known.find((data) => data.startsWith('close'))!.slice(6)}`) // prettier-ignore
  expect(borrowed.length).toBeGreaterThan(6)
  const state = (): string =>
    JSON.stringify([
      records.cases.listOpen(100),
      records.cases.get(borrowed[0]!.split(':')[1]!),
      records.uploads.list(),
      screen(501).length,
      records.cases.countOpen(),
    ])
  const before = state()
  const SIGNS = 'abcXYZ019_-:.'
  for (let n = 0; n < 1_000; n++) {
    const data = borrowed[pick(borrowed.length)]!
    const at = pick(data.length)
    const changed = `${data.slice(0, at)}${SIGNS[pick(SIGNS.length)]}${data.slice(at + pick(3))}`
    // a stranger in private, in a group, an admin without the file; and staff with changed ones
    const kind = n % 4
    if (kind === 0) take(press(600 + pick(9), 600 + pick(9), shown.messageId, data))
    else if (kind === 1) take(press(600 + pick(9), GROUP, shown.messageId, data))
    else if (kind === 2) take(press(501, 501, answer.messageId, changed === data ? `${data}x` : changed))
    else take(press(71, STAFF_CHAT, shown.messageId, changed === data ? `${data}x` : changed))
  }
  await drain()
  expect(state()).toBe(before)
}, 60_000)
