/** Commands as people type them in private: with another bot's name, with capitals, with marks, in several words. */
import { expect, test } from 'vitest'
import type { Message } from 'grammy/types'
import { ownCommand } from '../../src/bot/own-command.ts'

/** `marked`: how many letters Telegram took for the command; it knows no marks. */
const read = (text: string, marked: number | null): Message => {
  const entities = marked === null ? [] : [{ type: 'bot_command' as const, offset: 0, length: marked }]
  const at = text.indexOf('@nam')
  const message = { text, entities: at < 0 ? entities : [...entities, { type: 'mention' as const, offset: at, length: 4 }] } as Message // prettier-ignore
  ownCommand(message)
  return message
}

test.each([
  ['/theodoi nghị quyết', 8, '/theodoi nghị quyết', 8],
  ['/Theodoi Nghị quyết', 8, '/theodoi Nghị quyết', 8],
  ['/THEODOI', 8, '/theodoi', 8],
  ['/theodõi nghị quyết', null, '/theodoi nghị quyết', 8],
  ['/theo doi nghị quyết', 5, '/theodoi nghị quyết', 8],
  ['/Theo dõi', 5, '/theodoi', 8],
  ['/bỏ theo dõi', 2, '/botheodoi', 10],
  ['/so sanh 27 12', 3, '/sosanh 27 12', 7],
  ['/xóa', 2, '/xoa', 4],
  ['/start@other_bot abc', 16, '/start abc', 6],
  ['/Vanban@other_bot 27', 17, '/vanban 27', 7],
  // the longer of two commands is another one: what stands first is taken
  ['/moi nhat', 4, '/moi nhat', 4],
])('“%s” is “%s”', (typed, marked, meant, length) => {
  const { text, entities } = read(typed, marked)
  expect(text).toBe(meant)
  expect(entities).toEqual([{ type: 'bot_command', offset: 0, length }])
})

test.each(['/so 27', '/theodoinghiquyet', 'theo dõi', '/ theodoi', '27/theodoi'])('“%s” is left as it is', (typed) => {
  expect(read(typed, null)).toEqual({ text: typed, entities: [] })
})

test('What else is marked keeps its place', () => {
  const { text, entities } = read('/so sánh 27 với @nam', 3)
  const [, mention] = entities!
  expect(text!.slice(mention!.offset, mention!.offset + mention!.length)).toBe('@nam')
})
