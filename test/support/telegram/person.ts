/** People, and their private chat with the bot. */
import { setBotStatus } from './membership.ts'
import { createSpeaker, fullName, type Speaker } from './speaker.ts'
import type { WireUser } from './wire.ts'
import { addPerson, note } from './chat-store.ts'
import type { World } from './world.ts'

export interface PersonOptions {
  readonly id?: number
  readonly name?: string
  readonly lastName?: string
  readonly username?: string
  /** Of their app, e.g. `vi` or `en`. */
  readonly language?: string
  /** Has written to the bot before, so that it may write to them. */
  readonly started?: boolean
}

export interface InlineResults {
  readonly results: readonly Readonly<Record<string, unknown>>[]
  readonly button: unknown
}

export interface BenchPerson extends Speaker {
  readonly id: number
  readonly user: WireUser
  block(): void
  unblock(): void
  /** Deletes the Telegram account. */
  deactivate(): void
  /** Types @bot and some words in any chat. */
  inline(query: string, offset?: string): Promise<InlineResults>
  /** The keyboard below the input line, row by row; null when there is none. */
  keyboard(): readonly (readonly string[])[] | null
}

export const createPerson = (world: World, options: PersonOptions = {}): BenchPerson => {
  const number = world.people.size + 1
  const user: WireUser = {
    id: options.id ?? 5_100_000_000 + number * 7,
    is_bot: false,
    first_name: options.name ?? `Người ${number}`,
    last_name: options.lastName,
    username: options.username,
    language_code: options.language ?? 'vi',
  }
  const person = addPerson(world, user)
  person.started = options.started ?? false
  const chat = world.chats.get(user.id)!
  const name = fullName(user)
  const speaker = createSpeaker({
    world,
    chat,
    name,
    author: { from: user },
    thread: null,
    hears: () => true,
    before: () => {
      if (person.deactivated) throw new Error(`${name} has no account any more`)
      if (chat.botStatus === 'kicked') throw new Error(`${name} has blocked the bot and must unblock it first`)
      person.started = true
    },
  })
  const turn = (status: 'kicked' | 'member', words: string): void => {
    note(world, chat, `${name} ${words}`)
    setBotStatus(world, chat, status, user)
    world.waiting.happened(user.id)
  }
  return {
    ...speaker,
    id: user.id,
    user,
    block: () => turn('kicked', 'chặn bot'),
    unblock: () => turn('member', 'bỏ chặn bot'),
    deactivate: () => {
      person.deactivated = true
    },
    inline: async (query, offset = '') => {
      const id = `77${world.nextNumber()}`
      const asked = { results: null as unknown[] | null, button: null as unknown }
      world.inline.set(id, asked)
      world.queue.push({ inline_query: { id, from: user, query, offset, chat_type: 'sender' } })
      const results = await world.waiting.until(() => asked.results, { what: `inline results for "${query}"` })
      return { results: results as InlineResults['results'], button: asked.button }
    },
    keyboard: () => chat.keyboard?.keyboard.map((row) => row.map(({ text }) => text)) ?? null,
  }
}
