import type { Message, Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { isForUs, isStop, saysSomething, spokenWords } from '../../src/bot/addressed.ts'

const ME = { id: 42, username: 'Hoi_Dap_bot' }
const GROUP = { id: -100, type: 'supergroup', title: 'Chi bộ' }
const LAN = { id: 7, is_bot: false, first_name: 'Lan' }
const OURS = { message_id: 1, date: 1, chat: GROUP, from: { id: 42, is_bot: true, first_name: 'Bot' } }

const message = (text: string, over: object = {}): Message => {
  const entities = [...text.matchAll(/@\w+/g)].map(({ index, 0: name }) => ({
    type: 'mention',
    offset: index,
    length: name.length,
  }))
  return { message_id: 9, date: 1, chat: GROUP, from: LAN, text, entities, ...over } as unknown as Message
}
const update = (text: string, over: object = {}): Update => ({ update_id: 1, message: message(text, over) }) as Update
const edited = (text: string): Update => ({ update_id: 1, edited_message: message(text) }) as Update

describe('in a group, what is said to us', () => {
  it.each([
    ['our command', update('/hoi@hoi_dap_bot Điều 5 nói gì?')],
    ['our command in another case', update('/hoi@HOI_DAP_BOT Điều 5')],
    ['a bare command, which Telegram hands on where we spoke last', update('/hoi Điều 5')],
    ['our name', update('Cho hỏi @hoi_dap_bot Điều 5 nói gì?')],
    ['our name in an edited message', edited('@hoi_dap_bot Điều 5 nói gì?')],
    ['a reply to us', update('còn khoản 2?', { reply_to_message: OURS })],
    [
      'passed-on words as a reply to us',
      update('còn khoản 2?', { reply_to_message: OURS, forward_origin: { type: 'user', date: 1 } }),
    ],
    [
      'an anonymous admin',
      update('/hoi@hoi_dap_bot a', {
        from: { id: 1_087_968_824, is_bot: true, first_name: 'Group' },
        sender_chat: GROUP,
      }),
    ],
    ['a press', { update_id: 1, callback_query: {} } as Update],
    ['who lets us in', { update_id: 1, my_chat_member: {} } as Update],
  ])('%s is for us', (_, given) => expect(isForUs(given, ME)).toBe(true))

  it.each([
    ['chatter', update('Hôm nay họp lúc mấy giờ?')],
    ['a command for another bot', update('/hoi@khac_bot Điều 5')],
    ['a command for another bot as a reply to us', update('/hoi@khac_bot Điều 5', { reply_to_message: OURS })],
    ['another name that begins as ours', update('@hoi_dap_bot2 Điều 5')],
    ['our name written without being one', update('hoi_dap_bot ơi')],
    ['another bot', update('/hoi@hoi_dap_bot a', { from: { id: 8, is_bot: true, first_name: 'Khác' } })],
    ['what came through us', update('@hoi_dap_bot a', { via_bot: { id: 42, is_bot: true, first_name: 'Bot' } })],
    ['passed-on words that name us', update('@hoi_dap_bot a', { forward_origin: { type: 'user', date: 1 } })],
    ['a passed-on command', update('/hoi a', { forward_origin: { type: 'user', date: 1 } })],
    [
      'a post of the linked channel',
      update('@hoi_dap_bot a', { is_automatic_forward: true, sender_chat: { id: -5, type: 'channel' } }),
    ],
    ['a reply to somebody else', update('ừ', { reply_to_message: { ...OURS, from: LAN } })],
    ['a message in a topic that we made', update('chào', { reply_to_message: { ...OURS, forum_topic_created: {} } })],
  ])('%s is not', (_, given) => expect(isForUs(given, ME)).toBe(false))

  it('in private everything is for us but what came from bots', () => {
    const chat = { id: 7, type: 'private' }
    expect(isForUs(update('chào', { chat }), ME)).toBe(true)
    expect(isForUs(update('/ban@khac_bot', { chat }), ME)).toBe(true)
    expect(isForUs(update('a', { chat, via_bot: { id: 42, is_bot: true, first_name: 'Bot' } }), ME)).toBe(false)
  })
})

describe('the words without what calls us', () => {
  it.each([
    ['/hoi@hoi_dap_bot  Điều 5 nói gì?', 'hoi', 'Điều 5 nói gì?'],
    ['/hoi\nĐiều 5', 'hoi', 'Điều 5'],
    ['/hoi', 'hoi', ''],
    ['@hoi_dap_bot, Điều 5 nói gì?', null, 'Điều 5 nói gì?'],
    ['Cho hỏi @Hoi_Dap_Bot Điều 5', null, 'Cho hỏi Điều 5'],
    ['Hỏi @khac_bot nhé @hoi_dap_bot', null, 'Hỏi @khac_bot nhé'],
    ['Đie\u0302\u0309u 5\u200b', null, 'Điểu 5'],
    ['@hoi_dap_bot', null, ''],
    ['5 + 5', null, '5 + 5'],
  ])('%j', (text, command, words) => expect(spokenWords(message(text), ME)).toEqual({ command, text: words }))

  it('say something only with a letter or a digit', () => {
    expect(['Điều', '5', 'ok 👍'].map(saysSomething)).toEqual([true, true, true])
    expect(['', '👍👍', '?!', '…', '🇻🇳'].map(saysSomething)).toEqual([false, false, false, false, false])
  })
})

it('stop is a command of its own or its button', () => {
  expect([update('/dung'), update('/dung@hoi_dap_bot '), { update_id: 1, callback_query: { data: 'stop' } } as Update].map(isStop)).toEqual([true, true, true]) // prettier-ignore
  expect([update('/dung lại đi'), update('dừng'), edited('/dung')].map(isStop)).toEqual([false, false, false])
})
