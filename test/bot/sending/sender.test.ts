import { Api } from 'grammy'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, expect, it } from 'vitest'
import type { Outgoing } from '../../../src/bot/outgoing.ts'
import { createSender, type Sender, type SenderDeps } from '../../../src/bot/sending/sender.ts'
import { clientOptions } from '../../../src/bot/telegram-client.ts'
import type { Records } from '../../../src/desk/records.ts'
import { createSqliteRecords } from '../../../src/desk/sqlite/sqlite-records.ts'
import { scratchFolder } from '../../support/scratch.ts'
import { createTelegramServer, type TelegramServer } from '../../support/telegram-server.ts'

interface Scene {
  readonly server: TelegramServer
  readonly records: Records
  readonly log: string[]
  readonly fatal: number[]
  start(change?: Partial<SenderDeps>): Sender
  put(chat: { readonly chatId: number }, ...messages: readonly (string | Outgoing)[]): readonly number[]
  /** The texts that stand in a chat. */
  texts(chat: { readonly chatId: number }): string[]
  states(...ids: readonly number[]): (string | undefined)[]
}

const setScene = async (): Promise<Scene> => {
  const server = await createTelegramServer()
  const folder = scratchFolder()
  const records = createSqliteRecords(folder)
  const log: string[] = []
  const fatal: number[] = []
  const senders: Sender[] = []
  onTestFinished(async () => {
    await Promise.all(senders.map((sender) => sender.stop()))
    records.close()
    await server.close()
  })
  const note = (fields: object, message: string): void => void log.push(`${message} ${JSON.stringify(fields)}`)
  let last: Sender | null = null
  const put: Scene['put'] = (chat, ...messages) => {
    records.addresses.remember(`k${chat.chatId}`, chat.chatId)
    const items = messages.map((message) =>
      records.outbox.put({
        chat: `k${chat.chatId}`,
        body: JSON.stringify(typeof message === 'string' ? { kind: 'text', text: message } : message),
        answerId: 'all',
      }),
    )
    last?.wake(items)
    return items.map(({ id }) => id)
  }
  return {
    server,
    records,
    log,
    fatal,
    start: (change = {}) => {
      const sender = createSender({
        api: new Api(server.token, clientOptions({ apiRoot: server.root, proxy: null })),
        records,
        file: async () => ({ ok: false, reason: 'missing' }),
        log: { info: note, warn: note, error: note } as unknown as SenderDeps['log'],
        onFatal: (code) => fatal.push(code),
        perSecond: 500,
        privatePace: QUICK,
        groupPace: QUICK,
        retryMs: 5,
        probeMs: 20,
        ...change,
      })
      sender.resume()
      senders.push(sender)
      return (last = sender)
    },
    put,
    texts: (chat) => [...server.world.chats.get(chat.chatId)!.messages.values()].filter(({ byBot, deleted }) => byBot && !deleted).map(({ message }) => message.text ?? ''), // prettier-ignore
    states: (...ids) => {
      const queued = new Set(records.outbox.queued().map(({ id }) => id))
      const sent = new Set(records.outbox.ofAnswer('all').map(({ id }) => id))
      return ids.map((id) => (queued.has(id) ? 'queued' : sent.has(id) ? 'sent' : 'closed'))
    },
  }
}
const QUICK = { burst: 100, everyMs: 1 }

it('sends what waits in the records, in order, and writes down under which number', async () => {
  const scene = await setScene()
  const lan = scene.server.user({ started: true })
  scene.put(lan, 'một', 'hai')
  const sender = scene.start()
  const later = scene.put(lan, 'ba')
  expect(await sender.drain(5_000)).toBe(true)
  expect(scene.texts(lan)).toEqual(['một', 'hai', 'ba'])
  expect(scene.records.outbox.queued()).toEqual([])
  const [call] = scene.server.calls('sendMessage').slice(-1)
  expect(scene.records.outbox.find(`k${lan.chatId}`, (call!.result as { message_id: number }).message_id)?.id).toBe(
    later[0],
  )
  expect(call!.fields.link_preview_options).toEqual({ is_disabled: true })
})

it('F6: waits as long as Telegram asks for in one chat, while the others go on', async () => {
  const scene = await setScene()
  const [an, binh] = [scene.server.user({ started: true }), scene.server.user({ started: true })]
  scene.server.fail('sendMessage', { code: 429, retryAfter: 30, chat: an.chatId })
  const sender = scene.start()
  const [id] = scene.put(an, 'cho An')
  await scene.server.until(() => scene.server.calls('sendMessage', an).length === 1, 'the refusal')
  scene.put(binh, 'một', 'hai', 'ba')
  await scene.server.until(() => scene.texts(binh).length === 3, 'three messages for Bình')
  expect(scene.server.calls('sendMessage', an)).toHaveLength(1)
  // what is left may not leave within the time: nothing is waited for
  expect(await sender.drain(10_000)).toBe(false)
  const [waiting] = scene.records.outbox.queued()
  expect(waiting).toMatchObject({ id, attempts: 1 })
  expect(waiting!.notBefore - Date.now()).toBeGreaterThan(20_000)
})

it('keeps to a flood wait over a restart, and sends afterwards', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  let now = Date.now()
  const [id] = scene.put(an, 'cho An')
  scene.records.outbox.postponed(id!, now + 300_000)
  const first = scene.start({ now: () => now })
  expect(await first.drain(200_000)).toBe(false)
  await first.stop()
  expect(scene.server.calls('sendMessage')).toHaveLength(0)
  now += 300_001
  expect(await scene.start({ now: () => now }).drain(5_000)).toBe(true)
  expect(scene.texts(an)).toEqual(['cho An'])
})

it.each([
  ['that has blocked us', 403, 'Forbidden: bot was blocked by the user'],
  ['that is not there', 400, 'Bad Request: chat not found'],
  ['that has thrown us out', 403, 'Forbidden: bot was kicked from the supergroup chat'],
])('F7: calls a chat %s exactly once, and closes everything for it', async (_what, code, description) => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  const binh = scene.server.user({ started: true })
  scene.server.fail('sendMessage', { code, description, chat: an.chatId, times: 5 })
  const ids = scene.put(an, 'một', 'hai', 'ba')
  scene.put(binh, 'cho Bình')
  expect(await scene.start().drain(5_000)).toBe(true)
  expect(scene.server.calls('sendMessage', an)).toHaveLength(1)
  expect(scene.states(...ids)).toEqual(['closed', 'closed', 'closed'])
  expect(scene.texts(binh)).toEqual(['cho Bình'])
})

it('F7: after an outage everything leaves once, in order, with one probe at a time before and no burst above the rate after', async () => {
  const scene = await setScene()
  const people = Array.from({ length: 30 }, () => scene.server.user({ started: true }))
  await scene.server.goDown()
  const sender = scene.start({ perSecond: 20 })
  for (const person of people) scene.put(person, 'một', 'hai')
  await scene.server.comeBack()
  scene.server.floodLimit({ total: 20, onlyWatch: true })
  expect(await sender.drain(20_000)).toBe(true)
  for (const person of people) expect(scene.texts(person)).toEqual(['một', 'hai'])
  expect(scene.server.violations()).toEqual([])
})

it('tries one message at a time while Telegram is out of order', async () => {
  const scene = await setScene()
  const people = Array.from({ length: 20 }, () => scene.server.user({ started: true }))
  const fault = scene.server.fail('sendMessage', { code: 502, times: Infinity })
  const sender = scene.start({ probeMs: 60_000 })
  for (const person of people) scene.put(person, 'một')
  // the first of each chat may have left before the outage was known; then silence until the next probe
  await scene.server.until(() => fault.hits() >= 3, 'the first failures')
  expect(await sender.drain(300)).toBe(false)
  expect(fault.hits()).toBeLessThanOrEqual(20)
  expect(sender.size()).toBe(20)
})

it('sends again what may not have arrived: a reset connection, a reply that is none', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  scene.server.dropConnection('sendMessage')
  scene.put(an, 'một')
  expect(await scene.start().drain(5_000)).toBe(true)
  expect(scene.texts(an)).toEqual(['một'])
})

it('gives up waiting for a reply that does not come, and tries again', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  const stall = scene.server.stall('sendMessage')
  scene.put(an, 'một')
  expect(await scene.start({ timeoutMs: 100 }).drain(5_000)).toBe(true)
  stall.clear()
  expect(scene.texts(an)).toEqual(['một'])
})

it('sends the plain words where Telegram refuses the entities', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  scene.put(an, { kind: 'text', text: 'đậm', entities: [{ type: 'bold', offset: 0, length: 99 }], buttons: [{ label: 'Xem', data: 'x' }] }) // prettier-ignore
  expect(await scene.start().drain(5_000)).toBe(true)
  expect(scene.texts(an)).toEqual(['đậm'])
  const [, second] = scene.server.calls('sendMessage')
  expect(second!.fields).toHaveProperty('reply_markup')
  expect(second!.fields).not.toHaveProperty('entities')
})

it('leaves out the buttons that Telegram refuses, and says so in the log without the words', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  scene.put(an, { kind: 'text', text: 'câu trả lời', buttons: [{ label: 'Xem', data: 'x'.repeat(65) }] })
  expect(await scene.start().drain(5_000)).toBe(true)
  expect(scene.texts(an)).toEqual(['câu trả lời'])
  expect(scene.log.join()).toMatch(/simpler.*buttons/)
  expect(scene.log.join()).not.toContain('trả lời')
})

it('closes a message that Telegram refuses for good, with one line in the log, and goes on with the next', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  const ids = scene.put(an, 'a'.repeat(5_000), 'sau')
  expect(await scene.start().drain(5_000)).toBe(true)
  expect(scene.states(...ids)).toEqual(['closed', 'sent'])
  expect(scene.log).toHaveLength(1)
  expect(scene.log[0]).toMatch(/refused for good.*sendMessage.*message is too long/)
})

it('writes into the group itself where the topic is gone, and without a quotation where the question is', async () => {
  const scene = await setScene()
  const group = scene.server.group({ forum: true, members: [] })
  scene.put(group, { kind: 'text', text: 'trả lời', threadId: 4_000, replyTo: 999 })
  expect(await scene.start().drain(5_000)).toBe(true)
  expect(scene.texts(group)).toEqual(['trả lời'])
})

it('takes an edit that changes nothing for done, and sends anew what can no longer be edited', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  scene.put(an, 'một')
  const sender = scene.start()
  await sender.drain(5_000)
  const { message_id: id } = scene.server.calls('sendMessage')[0]!.result as { message_id: number }
  const [same, gone] = scene.put(
    an,
    { kind: 'text', text: 'một', edit: id },
    { kind: 'text', text: 'mới', edit: 4_711 },
  )
  expect(await sender.drain(5_000)).toBe(true)
  expect(scene.texts(an)).toEqual(['một', 'mới'])
  const numbers = new Map(scene.records.outbox.ofAnswer('all').map((item) => [item.id, item.messageId]))
  expect(numbers.get(same!)).toBe(id)
  expect(numbers.get(gone!)).toBeGreaterThan(id)
  expect(scene.log.join()).toContain('edit')
})

it('takes a message that is gone for deleted, and buttons under it for taken away', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  const ids = scene.put(an, { kind: 'delete', messageId: 4_711 }, { kind: 'buttons', messageId: 4_711, buttons: [] })
  expect(await scene.start().drain(5_000)).toBe(true)
  expect(scene.states(...ids)).toEqual(['sent', 'sent'])
  expect(scene.log).toEqual([])
})

it('follows a group that has become a supergroup', async () => {
  const scene = await setScene()
  const group = scene.server.group({ basic: true })
  scene.put(group, 'trước')
  const moves: unknown[] = []
  const sender = scene.start({ moved: (from, to) => moves.push([from, to]) })
  await sender.drain(5_000)
  const upgraded = group.upgrade()
  scene.put(group, 'sau')
  expect(await sender.drain(5_000)).toBe(true)
  expect(scene.texts(upgraded)).toContain('sau')
  expect(moves).toEqual([[group.chatId, upgraded.chatId]])
})

it('does not send what was withdrawn or erased meanwhile', async () => {
  const scene = await setScene()
  const [an, binh] = [scene.server.user({ started: true }), scene.server.user({ started: true })]
  scene.server.fail('sendMessage', { code: 502, times: 1 })
  const sender = scene.start({ retryMs: 300 })
  scene.put(an, 'lần đầu')
  await scene.server.until(() => scene.server.calls('sendMessage').length === 1, 'the failure')
  scene.records.outbox.withdraw('all')
  scene.put(binh, 'khác')
  expect(await sender.drain(5_000)).toBe(true)
  expect(scene.texts(an)).toEqual([])
})

it('sends a file in its present form: forbidden to pass on unless it is public, a kind word where it is gone', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  const path = join(scratchFolder(), 'Quy định.docx')
  writeFileSync(path, 'bytes')
  const asked: unknown[] = []
  const sender = scene.start({
    file: async (documentId, level, chat) => {
      asked.push([documentId, level, chat])
      if (documentId === 'gone') return { ok: false, reason: 'missing' }
      return { ok: true, path, name: 'Quy định.docx', isPublic: documentId === 'open' }
    },
  })
  const file = (documentId: string): Outgoing => ({ kind: 'file', documentId, level: 'member', caption: 'Văn bản gốc' })
  scene.put(an, file('open'), file('inner'), file('gone'))
  expect(await sender.drain(5_000)).toBe(true)
  expect(scene.server.calls('sendDocument').map(({ fields }) => [fields.caption, fields.protect_content])).toEqual([
    ['Văn bản gốc', undefined],
    ['Văn bản gốc', 'true'],
  ])
  expect(asked[1]).toEqual(['inner', 'member', `k${an.chatId}`])
  expect(scene.texts(an).at(-1)).toMatch(/không còn trên máy chủ/)
})

it('puts words in place of a file that never gets through, and goes on with what waits behind it', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  const path = join(scratchFolder(), 'a.txt')
  writeFileSync(path, 'văn bản')
  const sender = scene.start({ file: async () => ({ ok: true, path, name: 'a.txt' }), retryMs: 1, probeMs: 1 })
  scene.server.fail('sendDocument', { code: 500, description: 'Internal Server Error', times: 1_000 })
  const ids = scene.put(an, { kind: 'file', documentId: 'd', level: 'public' }, 'Câu trả lời sau')
  expect(await sender.drain(10_000)).toBe(true)
  expect(scene.texts(an)).toEqual([expect.stringMatching(/chưa gửi được tệp gốc/), 'Câu trả lời sau'])
  expect(scene.states(...ids)).toEqual(['sent', 'sent'])
  expect(scene.server.count('sendDocument')).toBe(10)
})

it('makes the page of a comparison when it is sent, for the chat that it goes to, and puts words in place of one that never gets through', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  const asked: unknown[] = []
  const sender = scene.start({
    retryMs: 1,
    probeMs: 1,
    comparison: (...request) => {
      asked.push(request)
      if (request[0] === 'gone') return { ok: false, reason: 'unknown' }
      return { ok: true, bytes: Buffer.from('<p>'), name: 'So sánh.html', isPublic: request[0] === 'open' }
    },
  })
  const page = (olderId: string): Outgoing => ({ kind: 'comparison', olderId, newerId: 'b', level: 'member' })
  scene.put(an, page('open'), page('inner'), page('gone'))
  expect(await sender.drain(5_000)).toBe(true)
  expect(asked[1]).toEqual(['inner', 'b', 'member', `k${an.chatId}`])
  expect(scene.server.calls('sendDocument').map(({ fields }) => fields.protect_content)).toEqual([undefined, 'true'])
  expect(scene.texts(an).at(-1)).toMatch(/không có trong phần thư viện/)
  scene.server.fail('sendDocument', { code: 500, description: 'Internal Server Error', times: 1_000 })
  scene.put(an, page('open'))
  expect(await sender.drain(10_000)).toBe(true)
  expect(scene.texts(an).at(-1)).toMatch(/chưa gửi được bản so sánh/)
})

it('copies the words of staff without their name', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  const canBo = scene.server.user({ name: 'Cán bộ Hoa', started: true })
  const said = await canBo.send('Đồng chí nộp tại chi bộ.')
  scene.records.addresses.remember('staff', canBo.chatId)
  scene.put(an, { kind: 'copy', from: 'staff', messageId: said.messageId })
  expect(await scene.start().drain(5_000)).toBe(true)
  expect(scene.texts(an)).toEqual(['Đồng chí nộp tại chi bộ.'])
  expect(scene.server.calls('forwardMessage')).toEqual([])
})

it('ends everything when Telegram does not know the token any more, and keeps what was not sent', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  scene.server.fail('sendMessage', { code: 401 })
  const ids = scene.put(an, 'một', 'hai')
  expect(await scene.start().drain(5_000)).toBe(false)
  expect(scene.fatal).toEqual([401])
  expect(scene.states(...ids)).toEqual(['queued', 'queued'])
})

it('stops only when what is on its way has arrived and is written down', async () => {
  const scene = await setScene()
  const an = scene.server.user({ started: true })
  const slow = scene.server.stall('sendMessage', { accepted: true })
  const ids = scene.put(an, 'một', 'hai')
  const sender = scene.start()
  await scene.server.until(() => slow.hits() === 1, 'the first message on its way')
  const stopped = sender.stop()
  slow.clear()
  await stopped
  expect(scene.states(...ids)).toEqual(['sent', 'queued'])
})
