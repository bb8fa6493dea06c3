/** Who comes through a door, and where from: each case has a chat of its own, so that none meets what another left. */
import type { Level } from '../../src/access.ts'
import { giveRole, takeRole } from '../../src/desk/members.ts'
import type { Role } from '../../src/desk/member-records.ts'
import type { BenchPerson } from '../support/telegram/person.ts'
import type { Speaker } from '../support/telegram/speaker.ts'
import type { TypedQuery } from '../support/telegram/world.ts'
import type { LeakHouse } from './house.ts'
import { TOPICS } from './papers.ts'
import { sentBytes } from './sent-bytes.ts'

export interface Chat {
  say(words: string): void
  sayAndEdit(words: string, later: string): Promise<void>
  press(data: string): void
  /** Types @bot and words in whatever chat; waits for the results, for only the newest words of a person are answered. */
  inline(words: string): Promise<void>
  /** Whether what is pressed here is done: then nothing is pressed that changes the library for all. */
  readonly isAdmin: boolean
  /** Everything the bot said and answered here since the door was entered. */
  sent(): string
  block(): void
  /** What was sent so far does not count. */
  mark(): void
}

export interface RoleOfCase {
  readonly name: string
  /** What may be read there. */
  readonly level: Level
  /** Makes the chat; what is to be done before the door is entered is done when the house has settled. */
  open(house: LeakHouse, n: number): Chat
  /** After the first settling: a role that was had before goes. */
  before?(house: LeakHouse, n: number): void
}

const idOf = (n: number): number => 5_300_000_000 + n

const give = ({ deps }: LeakHouse, n: number, role: Role): void =>
  deps.records.transaction(() => {
    deps.records.addresses.remember(deps.keyOf(idOf(n)), idOf(n))
    giveRole(deps.records, { person: deps.keyOf(idOf(n)), role, actor: 'settings', at: 1, reason: null })
  })

const chatOf = (house: LeakHouse, speaker: Speaker, who: BenchPerson, isGroup: boolean): Chat => {
  const { server, deps } = house
  let asked = 0
  let from = 0
  const { chatId } = speaker
  const name = server.bot.username
  const addressed = (words: string): string => {
    if (!isGroup) return words
    return words.startsWith('/') ? words.replace(/^\/\w+/, (command) => `${command}@${name}`) : `/hoi@${name} ${words}`
  }
  return {
    say: (words) => void speaker.send(addressed(words)),
    sayAndEdit: async (words, later) => {
      const said = await speaker.send(addressed(words))
      await said.edit(addressed(later))
    },
    press: (data) => {
      const id = `${chatId}~${++asked}`
      server.world.pressed.set(id, { id, at: server.world.clock.now(), answer: null })
      const own = speaker.all().at(-1)?.messageId ?? 1
      server.pushUpdate({
        callback_query: {
          id,
          from: who.user,
          chat_instance: '1',
          data,
          message: {
            message_id: own,
            date: 1,
            chat: { id: chatId, type: isGroup ? 'supergroup' : 'private' },
            from: server.bot,
          },
        },
      } as never)
    },
    inline: async (query) => {
      const id = `${chatId}~${++asked}`
      const typed: TypedQuery = {
        at: server.world.clock.now(),
        results: null,
        button: null,
        isPersonal: false,
        cacheSeconds: 0,
      }
      server.world.inline.set(id, typed)
      server.pushUpdate({ inline_query: { id, from: who.user, query, offset: '', chat_type: 'sender' } })
      await server.until(() => typed.results !== null, `inline results for "${query}"`)
    },
    isAdmin: !isGroup && deps.records.members.get(deps.keyOf(who.id))?.role === 'admin',
    block: () => who.block(),
    sent: () => sentBytes(house.callsOf(chatId).slice(from), server.world.files),
    mark: () => void (from = house.callsOf(chatId).length),
  }
}

const inPrivate =
  (prepare: (house: LeakHouse, n: number, person: BenchPerson) => void = () => {}): RoleOfCase['open'] =>
  (house, n) => {
    const person = house.server.user({ id: idOf(n), name: `Người ${n}`, started: true })
    prepare(house, n, person)
    return chatOf(house, person, person, false)
  }

const inGroup =
  (
    speakerOf: (house: LeakHouse, n: number, person: BenchPerson) => { speaker: Speaker; who: BenchPerson },
  ): RoleOfCase['open'] =>
  (house, n) => {
    const person = house.server.user({ id: idOf(n), name: `Người ${n}`, started: true })
    const { speaker, who } = speakerOf(house, n, person)
    return chatOf(house, speaker, who, true)
  }

const groupFor = ({ server }: LeakHouse, n: number, person: BenchPerson, forum = false) =>
  server.group({ id: -1_009_000_000_000 - n, title: `Nhóm ${n}`, members: [person], forum })

export const ROLES_OF_CASES: readonly RoleOfCase[] = [
  { name: 'stranger', level: 'public', open: inPrivate() },
  { name: 'citizen', level: 'public', open: inPrivate((_house, _n, person) => void person.send('/start')) },
  { name: 'member', level: 'member', open: inPrivate((house, n) => give(house, n, 'member')) },
  { name: 'staff', level: 'staff', open: inPrivate((house, n) => give(house, n, 'staff')) },
  { name: 'admin', level: 'staff', open: inPrivate((house, n) => give(house, n, 'admin')) },
  {
    name: 'removed member',
    level: 'public',
    open: inPrivate((house, n, person) => {
      give(house, n, 'member')
      for (const topic of TOPICS.slice(0, 3)) void person.send(topic)
    }),
    before: ({ deps }, n) =>
      void deps.records.transaction(() =>
        takeRole(deps.records, { person: deps.keyOf(idOf(n)), actor: 'settings', at: 2, reason: null }),
      ),
  },
  {
    name: 'member in a group',
    level: 'public',
    open: inGroup((house, n, person) => {
      give(house, n, 'member')
      return { speaker: groupFor(house, n, person).as(person), who: person }
    }),
  },
  {
    name: 'admin in a topic',
    level: 'public',
    open: inGroup((house, n, person) => {
      give(house, n, 'admin')
      return { speaker: groupFor(house, n, person, true).topic('Hỏi đáp').as(person), who: person }
    }),
  },
  {
    name: 'anonymous admin of a group',
    level: 'public',
    open: inGroup((house, n, person) => ({ speaker: groupFor(house, n, person).anonymousAdmin(), who: person })),
  },
  {
    name: 'channel in a group',
    level: 'public',
    open: inGroup((house, n, person) => ({ speaker: groupFor(house, n, person).asChannel('Kênh'), who: person })),
  },
]
