/**
 * What waits in the outbox while rights go or documents rise: of each kind of message, nothing of it arrives that its reader may not
 * read by the time it is sent (bot/sending/still-allowed.ts).
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Outgoing } from '../../src/bot/outgoing.ts'
import { queueMessage } from '../../src/bot/queue-message.ts'
import type { BenchPerson } from '../support/telegram/person.ts'
import { paper } from './papers.ts'
import { canariesIn } from './sent-bytes.ts'
import { stageHouse, type Staged } from './staged.ts'

/** The same two, one replacing the other, for members and for everybody. */
const chain = (level: 'public' | 'member') => {
  const given = { type: 'regulation', sign: 'QĐ/ĐUK', about: `Quy định về sổ vàng ${level === 'member' ? 'nội bộ' : 'truyền thống'}` }
  const older = paper(level, 5, { ...given, lines: ['Sổ vàng được mở vào ngày 3 tháng 2', 'Đến năm 2026, 80 % chi bộ có sổ vàng'] })
  const number = older.canaries.at(-1)!
  const newer = paper(level, 6, {
    ...given,
    lines: ['Sổ vàng được mở vào ngày 19 tháng 5', 'Đến năm 2027, 95 % chi bộ có sổ vàng', `Quy định này thay thế Quy định số ${number}`],
  })
  return [older, newer] as const
} // prettier-ignore
const open = chain('public')
const closed = chain('member')
const canaries = [...open, ...closed].flatMap((one) => one.canaries)

let house: Staged
beforeEach(async () => {
  house = await stageHouse(
    Object.fromEntries([
      ...[...open, ...closed].map(({ file, text }) => [file, text] as const),
      ['khac.md', '# Thông báo về vệ sinh cơ quan\n\nCơ quan tổng vệ sinh vào chiều thứ sáu hằng tuần.\n'],
    ]),
  )
})
afterEach(() => house.close())

const numberFor = (about: string): string => (about === 'nội bộ' ? closed : open)[1].canaries.at(-1)!

/** How each kind of message comes to wait, for a reader of these two. */
const KINDS: Readonly<Record<string, (person: BenchPerson, ids: readonly [string, string], about: string) => Promise<readonly Outgoing[]>>> = {
  answer: (person, _ids, about) => house.says(person, `Điều 1 ${numberFor(about)}`),
  'question back': (person, _ids, about) => house.says(person, `Sổ vàng ${about} được mở vào ngày nào?`),
  'page of a document': (person, [, id]) => house.presses(person, `vbd:${id}`),
  'list found': (person, _ids, about) => house.says(person, `/vanban sổ vàng ${about}`),
  'part of a document': (person, [, id]) => house.presses(person, `vba:${id}:0:0`),
  summary: (person, [, id]) => house.presses(person, `vbt:${id}`),
  targets: (person, [, id]) => house.presses(person, `vbc:${id}:0`),
  'page of a comparison': (person, ids) => house.presses(person, `sso:${ids.join(':')}`),
  'file of a comparison': (person, ids) => house.presses(person, `ssf:${ids.join(':')}`),
  'original file': (person, [, id]) => house.presses(person, `vbf:${id}`),
  'something followed': (person) => house.says(person, '/theodoi sổ vàng'),
} // prettier-ignore

const idsOf = (pair: typeof open): readonly [string, string] => {
  const found = pair.map(({ file }) => house.deps.house.library('staff')!.cards.find(({ source }) => source.endsWith(file))!.id) // prettier-ignore
  return [found[0]!, found[1]!]
}

describe('while the reader loses their role', () => {
  it('nothing of any kind brings what only members read', async () => {
    const people: [string, BenchPerson][] = []
    for (const [kind, wait] of Object.entries(KINDS)) {
      const [member, kept] = [house.person('member'), house.person('member')]
      for (const person of [member, kept]) expect((await wait(person, idsOf(closed), 'nội bộ')).length, kind).toBeGreaterThan(0) // prettier-ignore
      people.push([kind, member], [`${kind}, kept`, kept])
    }
    for (const [kind, person] of people) if (!kind.endsWith(', kept')) house.loses(person)
    await house.run()
    const forbidden = closed.flatMap((one) => one.canaries)
    for (const [kind, person] of people) {
      const found = canariesIn(house.sentTo(person), forbidden)
      if (kind.endsWith(', kept')) expect(found.length, kind).toBeGreaterThan(0)
      else expect([found, house.sentTo(person) === ''], kind).toEqual([[], false])
    }
  })

  it('nor do figures for staff, in words or as a picture, news, copies of staff’s words, or invitations', async () => {
    const { deps } = house
    const [clerk, admin, follower, kept, asker] = [house.person('staff'), house.person('admin'), house.person('member'), house.person('member'), house.person('member')] // prettier-ignore
    for (let n = 0; n < 4; n++) await house.says(house.person('member'), `Điều 1 ${numberFor('nội bộ')}`)
    for (const person of [follower, kept]) await house.says(person, '/theodoi tất cả')
    await house.run()
    const figures = await house.says(clerk, '/thongke')
    expect(figures.map(({ kind, ...rest }) => [kind, (rest as { level?: string }).level])).toEqual([['text', 'staff'], ['photo', 'staff']]) // prettier-ignore
    expect(JSON.stringify(await house.says(admin, '/moi_thanhvien'))).toContain('start=moi_')
    const items = [...closed].map((_, i) => ({ level: 'member' as const, documentId: idsOf(closed)[i]!, news: 'new' as const, facts: [], at: Date.now() })) // prettier-ignore
    deps.records.transaction(() => {
      const round = deps.records.follows.begin({ items, firstAt: 1, lastAt: 1 })
      deps.records.follows.end(round)
      for (const { id } of [follower, kept]) queueMessage(deps.records, { kind: 'announcement', round }, { chat: deps.keyOf(id), round }) // prettier-ignore
      queueMessage(deps.records, { kind: 'copy', from: deps.keyOf(admin.id), messageId: 1, level: 'member' }, { chat: deps.keyOf(asker.id) }) // prettier-ignore
    })
    for (const person of [clerk, admin, follower, asker]) house.loses(person)
    const before = new Map([follower, kept].map((person) => [person, house.sentTo(person)]))
    const newsTo = (person: BenchPerson): string => house.sentTo(person).slice(before.get(person)!.length)
    await house.run()
    expect(house.sentTo(clerk)).not.toMatch(/sendPhoto|Thống kê|Quy định/)
    expect(house.sentTo(admin)).not.toContain('moi_')
    expect(canariesIn(newsTo(follower), canaries)).toEqual([])
    expect(canariesIn(newsTo(kept), canaries)).not.toEqual([])
    expect(house.sentTo(asker)).not.toContain('copyMessage')
  })
})

describe('while a document rises to staff', () => {
  it('nothing of any kind brings it to those who could read it before', async () => {
    const people: [string, BenchPerson, string][] = []
    for (const [kind, wait] of Object.entries(KINDS)) {
      const [citizen, clerk] = [house.person(), house.person('staff')]
      for (const person of [citizen, clerk]) {
        const said = await wait(person, idsOf(open), 'truyền thống')
        expect(said.length, kind).toBeGreaterThan(0)
        people.push([kind, person, person === clerk ? 'staff' : 'public'])
      }
    }
    for (const { file } of open) await house.relabel(file, 'staff')
    await house.run()
    const risen = open.flatMap((one) => one.canaries)
    for (const [kind, person, level] of people) {
      const found = canariesIn(house.sentTo(person), risen)
      if (level === 'staff') expect(found.length, kind).toBeGreaterThan(0)
      else expect([found, house.sentTo(person) === ''], kind).toEqual([[], false])
    }
  })
})
