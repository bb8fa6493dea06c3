/**
 * Every door × every role × papers of every level: nothing above who asks stands in any byte sent, and what is sent is byte for byte
 * what a house without those papers sends. How to add a door: doors.ts.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEVELS, mayRead, type Level } from '../../src/access.ts'
import type { Answer } from '../../src/answer/answer.ts'
import { kindNames } from '../../src/answer/document-names.ts'
import { actionsTaken } from '../../src/bot/callback-data.ts'
import { DEEP_LINKS } from '../../src/bot/deep-links.ts'
import { ALLOWED_UPDATES } from '../../src/bot/update-shape.ts'
import { giveRole } from '../../src/desk/members.ts'
import { renderAnswer } from '../../src/terminal/render-answer.ts'
import { startMessages } from '../../src/text/messages/start-messages.ts'
import { root } from '../support/run.ts'
import { buttonsWithoutData, DOORS, type Hints } from './doors.ts'
import { CHIEF, leakFolder, openHouse, type LeakHouse } from './house.ts'
import { forbiddenTo, KINDS, news, papers, TOPICS } from './papers.ts'
import { ROLES_OF_CASES, type RoleOfCase } from './roles.ts'
import { buttonsShown, canariesIn, commandsTaken } from './sent-bytes.ts'

interface Case {
  readonly n: number
  readonly door: (typeof DOORS)[number]
  readonly role: RoleOfCase
}

const CASES: readonly Case[] = DOORS.flatMap((door, d) =>
  ROLES_OF_CASES.map((role, r) => ({ n: d * ROLES_OF_CASES.length + r + 1, door, role })),
)

/** Fewer at once than the house turns away (intake.ts). */
const AT_ONCE = 60
const WAITING = 1_200

/** What each case was sent, by its number. */
const runCases = async (
  house: LeakHouse,
  cases: readonly Case[],
  hints: Hints,
): Promise<ReadonlyMap<number, string>> => {
  const opened = cases.map((one) => ({ ...one, chat: one.role.open(house, one.n) }))
  await house.settled()
  for (const { role, n } of opened) role.before?.(house, n)
  await house.settled()
  for (const { chat } of opened) chat.mark()
  for (let at = 0; at < opened.length; at += AT_ONCE) {
    for (const { chat, door } of opened.slice(at, at + AT_ONCE)) {
      await door.enter(chat, hints)
      if (house.waiting() > WAITING) await house.settled()
    }
    await house.settled()
  }
  return new Map(opened.map(({ n, chat }) => [n, chat.sent()]))
}

/** What those who follow everything, a kind and some words are told when papers of every level are published, by the name of the role. */
const runNews = async (house: LeakHouse, roles: readonly RoleOfCase[]): Promise<ReadonlyMap<string, string>> => {
  const opened = roles.map((role) => ({ role, n: NEWS_CASES + ROLES_OF_CASES.indexOf(role) }))
  const chats = opened.map(({ role, n }) => ({ role, n, chat: role.open(house, n) }))
  await house.settled()
  for (const { chat } of chats)
    for (const words of ['tất cả', 'kế hoạch', 'sinh hoạt chi bộ', 'nhà truyền thống']) chat.say(`/theodoi ${words}`)
  await house.settled()
  for (const { role, n } of chats) role.before?.(house, n)
  for (const { chat } of chats) chat.mark()
  await house.publishNews()
  return new Map(chats.map(({ role, chat }) => [role.name, chat.sent()]))
}
const NEWS_CASES = 90_000

/** What an admin sees of the whole house, as somebody might have copied it. */
const hintsOf = async (house: LeakHouse): Promise<Hints> => {
  const { server, deps, app } = house
  const chief = server.user({ id: CHIEF, name: 'Quản trị', started: true })
  for (const [id, role] of [
    [5_299_000_001, 'member'],
    [5_299_000_002, 'staff'],
  ] as const)
    // prettier-ignore
    deps.records.transaction(() => giveRole(deps.records, { person: deps.keyOf(id), role, actor: 'settings', at: 1, reason: null }))
  const shown = (): readonly string[] => buttonsShown(house.callsOf(CHIEF))
  const cards = app.library('staff')!.cards
  const restricted = cards.filter(({ level }) => level !== 'public')
  for (const words of [
    '/start',
    ...TOPICS,
    '/vanban',
    '/moi',
    '/nguoidung',
    '/quen',
    'Điều 1 nói gì?',
    '/quen',
    'Điều 2 quy định gì?',
    ...Object.values(KINDS).flat(),
    '/sosanh',
    '/sosanh 12 27',
    '/theodoi tất cả',
    '/theodoi kế hoạch',
    '/theodoi',
    '/phienban',
  ]) {
    await chief.send(words)
    await house.settled()
  }
  for (const data of shown()) if (data.startsWith('bad:')) await chief.press(data)
  for (const { id } of restricted) {
    await chief.send(`/start vb_${id}`)
    await house.settled()
    for (const data of [`vbo:${id}:0`, `vbt:${id}`, `vbc:${id}:0`, `qvp:${id}`, `qvl:${id}`]) await chief.press(data)
    await house.settled()
  }
  await chief.press('tdc')
  // what is asked before it is done: of each kind one, and nothing is done
  await house.settled()
  for (const action of ['qvc', 'qvx', 'pbx', 'sso', 'ssp']) {
    for (const one of shown()
      .filter((each) => each.split(':')[0] === action)
      .slice(0, 8))
      await chief.press(one)
    await house.settled()
  }
  await chief.send('/chuaduoc')
  await house.settled()
  return {
    documentIds: cards.map(({ id }) => id),
    numbers: restricted.flatMap(({ meta }) => meta.number ?? []),
    titles: restricted.map(({ meta }) => meta.title),
    restrictedIds: restricted.map(({ id }) => id),
    buttons: some(shown()),
    snapshots: [deps.house.snapshots()!.serving.id, deps.house.snapshots()!.other!.id],
  }
}

/** Of each action so many: what is in them is an id of one kind or another. */
const OF_EACH = 12
const some = (buttons: readonly string[]): readonly string[] =>
  [...Map.groupBy(buttons, (data) => data.split(':')[0]).values()].flatMap((each) => each.slice(-OF_EACH))

/** Questions of all kinds about everything: 200 and more, many of them about what only some may read. */
const questionsAbout = (house: LeakHouse): readonly string[] => {
  const library = house.app.library('staff')!
  const ofKinds = [...TOPICS, ...Object.values(KINDS).flat()].filter((words) => !words.startsWith('/'))
  const about = library.cards.flatMap(({ id, meta }) => {
    const { text, headings } = library.content(id)!
    const lines = text.split('\n').filter((line) => line.length > 30)
    const chosen = lines.filter((_, i) => i % Math.max(1, Math.floor(lines.length / 6)) === 0).slice(0, 6)
    return [
      meta.title,
      `${meta.title} là gì?`,
      `${meta.number} nói gì?`,
      `${meta.number} còn hiệu lực không?`,
      `${meta.number} có hiệu lực từ ngày nào?`,
      `văn bản nào thay thế ${meta.number}?`,
      `${meta.number} khác gì so với văn bản cũ?`,
      `So sánh ${meta.number} với 27-QĐ/ĐUK`,
      `Tóm tắt ${meta.number}`,
      `Chỉ tiêu của ${meta.title}`,
      `Điều 1 ${meta.number}`,
      `${meta.number} ai ban hành?`,
      `${kindNames[meta.kind]} ${/^\d+/.exec(meta.number ?? '1')?.[0]} nói gì?`,
      `${kindNames[meta.kind]} gần nhất`,
      meta.title.replace(/^(\S+ \S+ )(\S)/u, '$1$2$2'),
      ...headings.slice(0, 3).map(({ title }) => `${title}?`),
      ...chosen,
      ...chosen.slice(0, 3).map((line) => line.slice(5, 60)),
      ...chosen.slice(3, 6).map((line) => line.slice(0, 50).replace(/[ạảãàáâậầấẩẫăắằặẳẵ]/g, 'a')),
    ]
  })
  return [...new Set([...ofKinds, ...about])]
}

const shownIn = (house: LeakHouse, level: Level, questions: readonly string[]): Promise<readonly string[]> =>
  Promise.all(
    questions.map(async (question) => {
      const answer: Answer = await house.app.ask(question, { level, turns: [], top: 10 })
      const { timings: _, ...form } = answer
      return `${JSON.stringify(form)}\n${renderAnswer(answer, { width: 80, paint: (_colour, words) => words })}`
    }),
  )

let hints: Hints
let questions: readonly string[]
let full: ReadonlyMap<number, string>
let told: ReadonlyMap<string, string>
/** By level: what a house without the papers above it sends to those who may read up to it. */
const twins = new Map<Level, ReadonlyMap<number, string>>()
const answers = new Map<string, readonly string[]>()
const toldByTwins = new Map<string, string>()

beforeAll(async () => {
  const folder = leakFolder()
  const withHouse = async (level: Level, work: (house: LeakHouse) => Promise<void>): Promise<void> => {
    const house = await openHouse(folder, level)
    try {
      await work(house)
    } finally {
      await house.close()
    }
  }
  await withHouse('staff', async (house) => {
    hints = await hintsOf(house)
    questions = questionsAbout(house)
    for (const level of ['public', 'member'] as const)
      answers.set(`full ${level}`, await shownIn(house, level, questions))
    full = await runCases(house, CASES, hints)
    told = await runNews(house, ROLES_OF_CASES)
  })
  for (const level of ['public', 'member'] as const)
    await withHouse(level, async (house) => {
      answers.set(`twin ${level}`, await shownIn(house, level, questions))
      twins.set(level, await runCases(house, CASES.filter(({ role }) => role.level === level), hints)) // prettier-ignore
      for (const [role, sent] of await runNews(house, ROLES_OF_CASES.filter((role) => role.level === level))) toldByTwins.set(role, sent) // prettier-ignore
    })
}, 600_000)
afterAll(() => twins.clear())

describe('the table of doors', () => {
  const covered = new Set(DOORS.flatMap(({ covers }) => covers))
  const below = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))

  it('A1: names every command, button, link and kind of update that the bot takes', () => {
    const commands = new Set([...Object.keys(startMessages.commands), ...commandsTaken(below(join(root, 'src/bot')))])
    const all = [
      ...[...commands].map((name) => `/${name}`),
      ...[...actionsTaken()].map((action) => `button ${action}`),
      ...DEEP_LINKS.map((kind) => `link ${kind}`),
      ...ALLOWED_UPDATES,
    ]
    expect(all.length).toBeGreaterThan(45)
    expect(all.filter((name) => !covered.has(name))).toEqual([])
    expect([...covered].filter((name) => !all.includes(name))).toEqual([])
  })

  it('tries no door with nothing', () => {
    expect(buttonsWithoutData(hints)).toEqual([])
    // but for the one whose number a public paper bears too
    expect(papers.filter(({ canaries }) => !hints.numbers.some((number) => canaries.includes(number)))).toHaveLength(1)
  })
})

describe('the leak matrix', () => {
  // a door, a role, and a level of papers that the role may not read
  const counted = CASES.flatMap(({ role }) => LEVELS.filter((level) => !mayRead(role.level, level))).length
  it(`has ${counted} cases, in ${CASES.length} chats, nearly each of which is answered something`, () => {
    expect(counted).toBeGreaterThan(1_000)
    const isRefused = ({ role, door }: Case): boolean =>
      role.name.startsWith('channel') || door.name.startsWith('being')
    expect(CASES.filter((one) => full.get(one.n) === '' && !isRefused(one)).length).toBeLessThan(CASES.length / 10)
  })

  it('shows papers to those who may read them, or it would prove nothing', () => {
    const seen = (role: string, level: Level): readonly string[] => {
      const own = papers.filter((one) => one.level === level).flatMap(({ canaries }) => canaries)
      return CASES.filter((one) => one.role.name === role && !one.door.echoes && canariesIn(full.get(one.n)!, own).length > 0).map(({ door }) => door.name) // prettier-ignore
    }
    for (const name of [
      'a typed question',
      '/hoi',
      '/vanban',
      '/moi',
      'button vbd',
      'button vbl',
      'button vbo',
      'button vba',
      'link vb',
      'a search in words',
    ]) {
      expect(seen('member', 'member'), name).toContain(name)
      for (const level of ['member', 'staff'] as const) expect(seen('staff', level), `${name} ${level}`).toContain(name)
    }
  })

  for (const role of ROLES_OF_CASES.filter(({ level }) => level !== 'staff')) {
    const mine = CASES.filter((one) => one.role === role)
    it.each(mine.map((one) => [one.door.name, one] as const))(`${role.name}: %s`, (_name, { door, n }) => {
      const sent = full.get(n)!
      if (!door.echoes) expect(canariesIn(sent, forbiddenTo(role.level))).toEqual([])
      // A3, A13: not fewer, not others, not in another order, not in other words
      expect(sent).toBe(twins.get(role.level)!.get(n)!)
    })
  }
})

describe('news of the library', () => {
  const all = news.flatMap(({ canaries }) => canaries)
  it.each(ROLES_OF_CASES.filter(({ level }) => level !== 'staff').map((role) => [role.name, role] as const))(
    'to %s: of what they may read, as without the rest',
    (name, { level }) => {
      expect(canariesIn(told.get(name)!, forbiddenTo(level))).toEqual([])
      expect(told.get(name)).toBe(toldByTwins.get(name))
    },
  )
  it('reaches each follower in private, and nobody in a group', () => {
    const levelsTold = (name: string) => news.filter(({ canaries }) => canariesIn(told.get(name)!, canaries).length > 0).map(({ level }) => level) // prettier-ignore
    for (const name of ['stranger', 'citizen', 'removed member']) expect(levelsTold(name), name).toEqual(['public'])
    expect(levelsTold('member')).toEqual(['public', 'member'])
    for (const name of ['staff', 'admin']) expect(levelsTold(name), name).toEqual(['public', 'member', 'staff'])
    for (const { name } of ROLES_OF_CASES.filter((role) => / (?:group|topic)$/.test(role.name)))
      expect(canariesIn(told.get(name)!, all), name).toEqual([])
  })
})

describe('inline mode', () => {
  it.each(CASES.filter(({ door }) => door.covers.includes('inline_query')).map((one) => [one.role.name, one] as const))(
    'finds nothing but public papers for %s',
    (_name, { n }) => {
      expect(full.get(n)).toContain('answerInlineQuery')
      expect(canariesIn(full.get(n)!, forbiddenTo('public'))).toEqual([])
    },
  )
})

describe('A13: 200 questions', () => {
  it.each(['public', 'member'] as const)(
    'are answered byte for byte as without what is above the level %s',
    (level) => {
      expect(questions.length).toBeGreaterThan(200)
      const [withThem, without] = [answers.get(`full ${level}`)!, answers.get(`twin ${level}`)!]
      const different = questions.filter((_, i) => withThem[i] !== without[i])
      expect(different).toEqual([])
    },
  )
})
