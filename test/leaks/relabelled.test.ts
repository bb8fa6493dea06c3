/**
 * A6: a paper that everybody could read is for staff from now on, by the buttons of an admin and by taking it in again. At the next
 * request nothing that was handed out before opens it: buttons, links, lists, inline results, files, stored answers, memory.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Level } from '../../src/access.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import type { BenchPerson } from '../support/telegram/person.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHIEF, leakFolder, openHouse, type LeakHouse } from './house.ts'
import { paper, type Paper } from './papers.ts'
import { buttonsShown, canariesIn, sentBytes } from './sent-bytes.ts'

/** Two of which one replaces the other. */
const chain = (n: number, about: string): readonly [Paper, Paper] => {
  const given = { type: 'regulation', sign: 'QĐ/ĐUK', about: `Quy định về ${about}` }
  const older = paper('public', n, { ...given, lines: [`Phòng ${about} mở cửa vào sáng thứ ba`, `Đến năm 2026, 80 % chi bộ có ${about}`] })
  const lines = [`Phòng ${about} mở cửa vào chiều thứ năm`, `Đến năm 2027, 95 % chi bộ có ${about}`, `Quy định này thay thế Quy định số ${older.canaries.at(-1)}`]
  return [older, paper('public', n + 1, { ...given, lines })]
} // prettier-ignore
const byButtons = chain(1, 'tủ thuốc')
const byFile = chain(3, 'góc đọc sách')

let house: LeakHouse
let folder: string
let chief: BenchPerson
beforeAll(async () => {
  folder = leakFolder()
  house = await openHouse(folder, 'public')
  mkdirSync(join(folder, 'documents'), { recursive: true })
  for (const { file, text } of [...byButtons, ...byFile]) writeFileSync(join(folder, 'documents', file), text)
  await takeIn()
  chief = house.server.user({ id: CHIEF, name: 'Quản trị', started: true })
  await say(chief, '/start')
}, 120_000)
afterAll(() => house.close())

const takeIn = async (): Promise<void> =>
  void (await house.app.ingest({ found: findFiles([join(folder, 'documents')], process.cwd()), level: null, dryRun: false, prune: false })) // prettier-ignore
const idOf = ({ file }: Paper): string =>
  house.app.library('staff')!.cards.find(({ source }) => source.endsWith(file))!.id

const buttonsOf = ({ id }: BenchPerson): readonly string[] => buttonsShown(house.callsOf(id))
const say = async (person: BenchPerson, ...all: readonly string[]): Promise<void> => {
  for (const words of all) await person.send(words)
  await house.settled()
}
const press = async (person: BenchPerson, ...all: readonly string[]): Promise<void> => {
  for (const data of all) await person.press(data)
  await house.settled()
}
const bytesFrom = (person: BenchPerson, from: number): string =>
  sentBytes(house.callsOf(person.id).slice(from), house.server.world.files)

/** A citizen who has had everything of it before it rose. */
const hadAll = async (pair: readonly [Paper, Paper], about: string) => {
  const { server } = house
  const [older, newer] = pair.map(idOf) as [string, string]
  const person = server.user({ name: 'Lan', started: true })
  const number = pair[1].canaries.at(-1)!
  // buttons of pages and pairs that one need not have been shown: ids are all that is in them
  const ids = [older, newer].flatMap((id) => [`vbd:${id}`, `vbp:${id}`, `vbo:${id}:0`, `vba:${id}:0:0`, `vba:${id}:1:0`, `vbr:${id}:0:0`, `vbt:${id}`, `vbc:${id}:0`, `vbf:${id}`, `vbh:${id}`, `ssc:${id}`]) // prettier-ignore
  const pairs = [`sso:${older}:${newer}`, `ssp:${older}:${newer}:1`, `ssf:${older}:${newer}`]
  await say(person, `Điều 1 ${number}`, 'Điều 2 nói gì?', `Phòng ${about} mở cửa khi nào?`, `${number} khác gì so với quy định cũ?`, `Tóm tắt ${number}`, `/vanban ${about}`, '/moi', `/theodoi ${about}`) // prettier-ignore
  await press(person, ...buttonsOf(person).filter((data) => /^(?:src|doc|pick|sso|vbd):/.test(data)), ...ids, ...pairs)
  expect(canariesIn(bytesFrom(person, 0), [...pair[0].canaries, ...pair[1].canaries]).length).toBeGreaterThan(9)
  // the last is asked back: which of the two?
  await say(person, `Điều 1 ${number}`, `Phòng ${about} mở cửa khi nào?`)
  return { person, ids, pairs, older, newer, about }
}

type Had = Awaited<ReturnType<typeof hadAll>>

/** Everything again, one thing after the other; returns what brought a word of it. */
const leaksNow = async ({ person, ids, pairs, older, newer, about }: Had, pair: readonly [Paper, Paper]) => {
  // the number is what they type themselves
  const secret = pair.flatMap(({ canaries }) => canaries.slice(0, -1))
  const leaks: [string, readonly string[]][] = []
  const tried = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const from = house.callsOf(person.id).length
    await work()
    await house.settled()
    const calls = house.server.calls('answerCallbackQuery').slice(presses)
    presses = house.server.count('answerCallbackQuery')
    const found = canariesIn(bytesFrom(person, from) + JSON.stringify(calls.map(({ fields }) => fields)), secret)
    if (found.length > 0) leaks.push([name, found])
  }
  let presses = house.server.count('answerCallbackQuery')
  await tried('memory', () =>
    say(person, '1', 'Điều 2 nói gì?', 'do ai ban hành?', '/tomtat', 'khác gì so với quy định cũ?'),
  )
  const messages = person.all()
  await tried('a reply to an answer', () => person.reply(messages.find(({ text }) => text.includes(secret[3]!)) ?? messages[0]!, 'còn Điều 2?')) // prettier-ignore
  await tried('buttons', () => press(person, ...new Set([...buttonsOf(person), ...ids, ...pairs])))
  await tried('deep links', () => say(person, `/start vb_${older}`, `/start vb_${newer}`))
  for (const words of [
    `Phòng ${about} mở cửa khi nào?`,
    `/vanban ${about}`,
    '/moi',
    '/start',
    `tìm văn bản ${about}`,
    `/theodoi ${about}`,
    '/sosanh',
    `Tóm tắt quy định về ${about}`,
  ])
    // prettier-ignore
    await tried(words, () => say(person, words))
  await tried('an edit', async () => {
    const said = await person.send('Chào đồng chí')
    await house.settled()
    await said.edit(`Phòng ${about} mở cửa khi nào?`)
  })
  const { results } = await chief.inline(about)
  const found = canariesIn(JSON.stringify(results), secret)
  if (found.length > 0) leaks.push(['inline', found])
  return leaks
}

const levelOf = (id: string): Level | undefined => house.app.library('staff')!.card(id)?.level

describe('a paper that rises to staff', () => {
  it('by the buttons of an admin is closed at the next request', async () => {
    const had = await hadAll(byButtons, 'tủ thuốc')
    for (const id of [had.older, had.newer]) {
      await press(chief, `qvl:${id}`)
      await press(
        chief,
        buttonsOf(chief).findLast((data) => data.startsWith(`qvc:${id}:l-ps`))!,
      )
      await press(
        chief,
        buttonsOf(chief).findLast((data) => data.startsWith(`qvd:${id}:l-ps`))!,
      )
      expect(levelOf(id), chief.all().at(-1)?.text).toBe('staff')
    }
    expect(await leaksNow(had, byButtons)).toEqual([])
  }, 120_000)

  it('by being taken in again is closed at the next request', async () => {
    const had = await hadAll(byFile, 'góc đọc sách')
    for (const { file } of byFile)
      writeFileSync(join(folder, 'documents', file.replace('.md', '.meta.json')), JSON.stringify({ level: 'staff' }))
    await takeIn()
    expect([levelOf(had.older), levelOf(had.newer)]).toEqual(['staff', 'staff'])
    expect(await leaksNow(had, byFile)).toEqual([])
  }, 120_000)
})
