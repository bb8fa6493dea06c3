/** People, and their private chat with the bot. */
import { setBotStatus } from './membership.ts'
import { createSpeaker, fullName, type Speaker } from './speaker.ts'
import type { WireEntity, WireUser } from './wire.ts'
import { addPerson, note } from './chat-store.ts'
import type { TypedQuery, World } from './world.ts'

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
  readonly results: readonly InlineResult[]
  readonly button: { readonly text: string; readonly start_parameter?: string } | null
  readonly isPersonal: boolean
  readonly cacheSeconds: number
}

export interface InlineResult {
  readonly id: string
  readonly title: string
  readonly description: string
  /** What would be sent if it were chosen. */
  readonly message: { readonly text: string; readonly entities: readonly WireEntity[]; readonly previewOff: boolean }
}

/** Something typed whose results need not come: another letter may follow. */
export interface Typed {
  readonly id: string
  /** Null until the bot has answered. */
  now(): InlineResults | null
  results(): Promise<InlineResults>
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
  /** The same without waiting. */
  typeInline(query: string, offset?: string): Typed
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
  const typeInline: BenchPerson['typeInline'] = (query, offset = '') => {
    const id = `77${world.nextNumber()}`
    const asked: TypedQuery = { at: world.clock.now(), results: null, button: null, isPersonal: false, cacheSeconds: 0 }
    world.inline.set(id, asked)
    world.queue.push({ inline_query: { id, from: user, query, offset, chat_type: 'sender' } })
    const now = (): InlineResults | null => (asked.results === null ? null : (asked as unknown as InlineResults))
    return { id, now, results: () => world.waiting.until(now, { what: `inline results for "${query}"` }) }
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
    typeInline,
    inline: (query, offset) => typeInline(query, offset).results(),
    keyboard: () => chat.keyboard?.keyboard.map((row) => row.map(({ text }) => text)) ?? null,
  }
}
