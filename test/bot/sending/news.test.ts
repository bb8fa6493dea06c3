import { Api } from 'grammy'
import { onTestFinished, expect, it } from 'vitest'
import type { Outgoing } from '../../../src/bot/outgoing.ts'
import { createSender, type Sender, type SenderDeps } from '../../../src/bot/sending/sender.ts'
import { clientOptions } from '../../../src/bot/telegram-client.ts'
import { createSqliteRecords } from '../../../src/desk/sqlite/sqlite-records.ts'
import type { OutboxItem } from '../../../src/desk/records.ts'
import { scratchFolder } from '../../support/scratch.ts'
import { createTelegramServer } from '../../support/telegram-server.ts'
import type { BenchPerson } from '../../support/telegram/person.ts'

const setScene = async () => {
  const server = await createTelegramServer()
  const records = createSqliteRecords(scratchFolder())
  const senders: Sender[] = []
  onTestFinished(async () => {
    await Promise.all(senders.map((sender) => sender.stop()))
    records.close()
    await server.close()
  })
  const quiet = { info: () => {}, warn: () => {}, error: () => {} } as unknown as SenderDeps['log']
  const keyOf = ({ chatId }: BenchPerson): string => `k${chatId}`
  const put = (person: BenchPerson, body: Outgoing, round: number | null): OutboxItem => {
    records.addresses.remember(keyOf(person), person.chatId)
    return records.outbox.put({ chat: keyOf(person), body: JSON.stringify(body), round })
  }
  return {
    server,
    records,
    keyOf,
    people: (count: number) => Array.from({ length: count }, () => server.user({ started: true })),
    news: (person: BenchPerson, round = 1) => put(person, { kind: 'announcement', round }, round),
    answer: (person: BenchPerson) => put(person, { kind: 'text', text: 'câu trả lời' }, null),
    start: (change: Partial<SenderDeps> = {}): Sender => {
      const sender = createSender({
        api: new Api(server.token, clientOptions({ apiRoot: server.root, proxy: null })),
        records,
        announcement: (round) => ({ kind: 'text', text: `tin ${round}` }),
        file: async () => ({ ok: false, reason: 'missing' }),
        log: quiet,
        onFatal: () => {},
        perSecond: 50,
        privatePace: { burst: 100, everyMs: 1 },
        retryMs: 5,
        ...change,
      })
      sender.resume()
      senders.push(sender)
      return sender
    },
    sent: () => server.calls('sendMessage').map(({ fields }) => String(fields.text)),
  }
}

it('lets an answer go before all news that waits, for whichever chat', async () => {
  const scene = await setScene()
  const people = scene.people(4)
  for (const person of people.slice(0, 3)) scene.news(person)
  // one has news waiting, the other none
  scene.answer(people[2]!)
  scene.answer(people[3]!)
  // so slowly that only the first has left before the others are in line
  expect(await scene.start({ perSecond: 2 }).drain(10_000)).toBe(true)
  expect(scene.sent()).toEqual(['tin 1', 'câu trả lời', 'câu trả lời', 'tin 1', 'tin 1'])
})

it('words news when it is sent, and sends nothing where nothing is to be said any more', async () => {
  const scene = await setScene()
  const [lan, nam] = scene.people(2) as [BenchPerson, BenchPerson]
  scene.news(lan, 7)
  scene.news(nam, 8)
  const asked: unknown[] = []
  const sender = scene.start({
    announcement: (round, chat) => {
      asked.push([round, chat])
      return round === 8 ? null : { kind: 'text', text: 'Có văn bản mới' }
    },
  })
  expect(await sender.drain(5_000)).toBe(true)
  expect(scene.sent()).toEqual(['Có văn bản mới'])
  expect(asked).toEqual([[7, scene.keyOf(lan)], [8, scene.keyOf(nam)]]) // prettier-ignore
  expect(scene.records.outbox.queued()).toEqual([])
})

it('hands news over once: what was on its way when the program died is not sent again, an answer is', async () => {
  const scene = await setScene()
  const [lan, nam] = scene.people(2) as [BenchPerson, BenchPerson]
  scene.news(lan)
  scene.answer(nam)
  const lost = scene.server.stall('sendMessage', { accepted: true, times: 2 })
  const first = scene.start()
  await scene.server.until(() => lost.hits() === 2, 'both on their way')
  // a second sender on the same records is what a new start sees
  const second = scene.start()
  expect(await second.drain(5_000)).toBe(true)
  expect(scene.sent().toSorted()).toEqual(['câu trả lời', 'câu trả lời', 'tin 1'])
  lost.clear()
  await first.stop()
})

it('sends news again where Telegram said that it did not take it: too fast, or out of order', async () => {
  const scene = await setScene()
  const [lan, nam] = scene.people(2) as [BenchPerson, BenchPerson]
  scene.server.fail('sendMessage', { chat: lan.chatId, code: 429, retryAfter: 1 })
  scene.server.fail('sendMessage', { chat: nam.chatId, code: 502 })
  scene.news(lan)
  scene.news(nam)
  const first = scene.start({ retryMs: 60_000 })
  await scene.server.until(() => scene.server.calls('sendMessage').filter(({ ok }) => !ok).length >= 2, 'both refusals')
  await first.stop()
  // nothing of it counts as handed over
  expect(scene.records.follows.settleHandedOver()).toBe(0)
})

it('keeps news for the next start where Telegram does not know the token any more', async () => {
  const scene = await setScene()
  const [lan] = scene.people(1) as [BenchPerson]
  scene.server.fail('sendMessage', { code: 401 })
  scene.news(lan)
  const codes: number[] = []
  expect(await scene.start({ onFatal: (code) => void codes.push(code) }).drain(5_000)).toBe(false)
  expect(codes).toEqual([401])
  expect(await scene.start().drain(5_000)).toBe(true)
  expect(scene.sent().at(-1)).toBe('tin 1')
  expect(scene.server.calls('sendMessage').map(({ ok }) => ok)).toEqual([false, true])
})

it('tells that a chat does not want us any more', async () => {
  const scene = await setScene()
  const [lan] = scene.people(1) as [BenchPerson]
  scene.server.fail('sendMessage', { code: 403 })
  scene.news(lan)
  scene.news(lan, 2)
  const gone: string[] = []
  expect(await scene.start({ gone: (chat) => void gone.push(chat) }).drain(5_000)).toBe(true)
  expect(gone).toEqual([scene.keyOf(lan)])
  expect(scene.sent()).toHaveLength(1)
})
