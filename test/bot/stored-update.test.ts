import { expect, it } from 'vitest'
import { readUpdate, restoreUpdate, storeUpdate } from '../../src/bot/stored-update.ts'

const ME = { id: 7_000_000, is_bot: true, first_name: 'Bot', username: 'hoi_bot' }
const LAN = {
  id: 5_123_456_789,
  is_bot: false,
  first_name: 'Lan',
  last_name: 'Trần',
  username: 'lan_tran',
  language_code: 'vi',
}
const PRIVATE = { id: LAN.id, type: 'private', first_name: 'Lan', last_name: 'Trần', username: 'lan_tran' }
const GROUP = { id: -1_001_234_567_890, type: 'supergroup', title: 'Chi bộ 4', is_forum: true }
const base = { message_id: 12, date: 1_760_000_000, chat: PRIVATE, from: LAN }

const keys = new Map<number, string>()
const keyOf = (id: number): string => {
  if (!keys.has(id)) keys.set(id, `key-${keys.size}`)
  return keys.get(id)!
}
const store = (raw: unknown) => {
  const read = readUpdate(raw)
  if (!read.ok) throw new Error(read.what)
  return storeUpdate(read.pruned, { keyOf, now: () => 1_760_000_100_000, isPlain: (id) => id === -100_999 })
}
const restored = (raw: unknown) => {
  const { item, addresses } = store(raw)
  const known = new Map(addresses)
  return restoreUpdate(item, { idOf: (key) => known.get(key) ?? null })
}

it('writes down no name, no username, no title, no language and no Telegram id of a person or a chat', () => {
  const { body } = store({
    update_id: 1,
    message: {
      ...base,
      chat: GROUP,
      message_thread_id: 5,
      is_topic_message: true,
      text: 'Điều 3 nói gì, anh Lân?',
      entities: [{ type: 'text_mention', offset: 19, length: 3, user: { ...LAN, id: 5_987_654_321 } }],
      reply_to_message: { ...base, chat: GROUP, text: 'Tôi là Nguyễn Văn An', message_id: 9 },
      contact: { phone_number: '0912345678', first_name: 'Lan' },
      forward_origin: { type: 'user', date: 1, sender_user: LAN },
    },
  }).item
  for (const word of [
    'Lan',
    'Trần',
    'lan_tran',
    'Chi bộ',
    String(LAN.id),
    '5987654321',
    '1001234567890',
    'Nguyễn',
    '0912345678',
    '"vi"',
  ])
    expect(body).not.toContain(word)
})

it('masks personal data and keeps commands and mentions on their words', () => {
  const text = '/hoi số 0912345678 và 079201001234 của tôi @hoi_bot có được không'
  const update = restored({
    update_id: 2,
    message: {
      ...base,
      text,
      entities: [
        { type: 'bot_command', offset: 0, length: 4 },
        { type: 'phone_number', offset: 8, length: 10 },
        { type: 'mention', offset: text.indexOf('@hoi_bot'), length: 8 },
      ],
    },
  })!
  const { text: masked, entities } = update.message!
  expect(masked).not.toMatch(/\d{5}/)
  expect(entities!.map(({ type, offset, length }) => [type, masked!.slice(offset, offset + length)])).toEqual([
    ['bot_command', '/hoi'],
    ['mention', '@hoi_bot'],
  ])
})

it('leaves what staff write in their chat as it is: a telephone number may be the answer', () => {
  const chat = { id: -100_999, type: 'supergroup', title: 'Cán bộ' }
  expect(restored({ update_id: 3, message: { ...base, chat, text: 'Gọi 0912345678' } })!.message!.text).toBe(
    'Gọi 0912345678',
  )
})

it('gives back who, where, in which topic and about which message', () => {
  const update = restored({
    update_id: 4,
    message: {
      ...base,
      chat: GROUP,
      message_thread_id: 5,
      is_topic_message: true,
      text: 'a',
      reply_to_message: { ...base, chat: GROUP, from: ME, message_id: 9 },
    },
  })!
  expect(update).toMatchObject({
    update_id: 4,
    message: {
      message_id: 12,
      chat: { id: GROUP.id, type: 'supergroup' },
      from: { id: LAN.id },
      message_thread_id: 5,
      reply_to_message: { message_id: 9, from: { id: ME.id, is_bot: true } },
    },
  })
})

it('keeps of a file what is needed to fetch it, of other contents only that they are there', () => {
  const document = {
    file_id: 'AB',
    file_unique_id: 'C',
    file_name: 'Quy định.docx',
    mime_type: 'x/y',
    file_size: 12,
    thumbnail: {},
  }
  const { thumbnail: _gone, ...kept } = document
  expect(restored({ update_id: 5, message: { ...base, document } })!.message!.document).toEqual(kept)
  for (const content of ['voice', 'sticker', 'location', 'contact', 'video_note', 'poll'])
    expect(restored({ update_id: 6, message: { ...base, [content]: { secret: 'x' } } })!.message).toHaveProperty(
      content,
      {},
    )
  expect(restored({ update_id: 7, message: { ...base, photo: [{ file_id: 'x' }] } })!.message!.photo).toEqual([])
})

it('keeps a press of a button with its data, its presser and its message', () => {
  const raw = { update_id: 8, callback_query: { id: '99', from: LAN, data: 'more:abc', chat_instance: '1', message: { ...base, from: ME, text: 'Câu trả lời dài' } } } // prettier-ignore
  const update = restored(raw)!
  expect(update.callback_query).toMatchObject({
    id: '99',
    data: 'more:abc',
    from: { id: LAN.id },
    message: { message_id: 12 },
  })
  expect(store(raw).item.body).not.toContain('Câu trả lời')
})

it('numbers an edit by the time of the edit, so that a newer one makes it void', () => {
  const { item } = store({ update_id: 9, edited_message: { ...base, edit_date: 1_760_000_050, text: 'b' } })
  expect(item).toMatchObject({ messageId: 12, editedAt: 1_760_000_050_000 })
  expect(store({ update_id: 10, message: { ...base, text: 'a' } }).item.editedAt).toBe(0)
})

it('counts an anonymous admin and a channel as nobody', () => {
  const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }
  const { item } = store({
    update_id: 11,
    message: { ...base, chat: GROUP, from: anonymous, sender_chat: GROUP, text: '/hoi a' },
  })
  expect(item.person).toBeNull()
})

it('restores nothing where the person has been forgotten or the body is damaged', () => {
  const { item } = store({ update_id: 12, message: { ...base, text: 'a' } })
  expect(restoreUpdate(item, { idOf: () => null })).toBeNull()
  expect(restoreUpdate({ body: '{"message":' }, { idOf: () => 1 })).toBeNull()
  expect(restoreUpdate({ body: 'null' }, { idOf: () => 1 })).toBeNull()
})

const message = (change: object): object => ({ update_id: 1, message: { ...base, text: 'a', ...change } })
const MALFORMED: readonly (readonly [what: string, raw: unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'update'],
  ['a number', 7],
  ['a list', [1]],
  ['an empty object', {}],
  ['no number', { message: base }],
  ['a number as a text', { update_id: '1', message: base }],
  ['a number that is too large', { update_id: 1e300, message: base }],
  ['a negative number', { update_id: -5, message: base }],
  ['no kind', { update_id: 1 }],
  ['a kind that nobody knows', { update_id: 1, brain_wave: { text: 'a' } }],
  ['a channel post', { update_id: 1, channel_post: { ...base, chat: { id: -1, type: 'channel' } } }],
  ['a post of a channel as a message', message({ chat: { id: -1, type: 'channel' } })],
  ['nobody who wrote it', message({ from: undefined })],
  ['no chat', message({ chat: undefined })],
  ['a chat without an id', message({ chat: { type: 'private' } })],
  ['a chat of no known type', message({ chat: { id: 5, type: 'cave' } })],
  ['a chat with the id 0', message({ chat: { id: 0, type: 'private' } })],
  ['an id as a text', message({ from: { id: '5', is_bot: false } })],
  ['a negative person', message({ from: { id: -5, is_bot: false } })],
  ['a fraction of a person', message({ from: { id: 1.5, is_bot: false } })],
  ['a message that is a text', { update_id: 1, message: 'a' }],
  ['a text that is a number', message({ text: 5 })],
  ['a text that is far too long', message({ text: 'a'.repeat(1_000_000) })],
  ['entities that are none', message({ entities: 'bold' })],
  ['an entity with an offset below 0', message({ entities: [{ type: 'bold', offset: -1, length: 1 }] })],
  ['a date as a text', message({ date: 'today' })],
  [
    'a button without a message',
    { update_id: 1, callback_query: { id: '1', from: LAN, data: 'x', inline_message_id: '5' } },
  ],
  [
    'a button with far too much data',
    { update_id: 1, callback_query: { id: '1', from: LAN, data: 'x'.repeat(65), message: base } },
  ],
]

it.each(MALFORMED)('takes no update with %s', (_what, raw) => {
  const read = readUpdate(raw)
  expect(read.ok).toBe(false)
  expect(JSON.stringify(read)).not.toMatch(/Lan|cave|today|aaaa|512345/)
})

it('survives an update that is nested deeper than anybody would', () => {
  let deep: unknown = 1
  for (let n = 0; n < 100_000; n++) deep = { deep }
  expect(readUpdate({ update_id: 1, message: { ...base, text: 'a', extra: deep } }).ok).toBe(true)
  expect(readUpdate({ update_id: 1, brain_wave: deep }).ok).toBe(false)
})

it('takes half a letter without breaking', () => {
  const update = restored({ update_id: 1, message: { ...base, text: 'a\ud83d b' } })!
  expect(update.message!.text!.isWellFormed()).toBe(true)
})
