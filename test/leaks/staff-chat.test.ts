/**
 * The staff chat is a group: nothing that not everybody may read is shown in it, neither in the words nor in the figures of a picture,
 * whatever members have asked and whoever of the staff looks.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { kindNames } from '../../src/answer/document-names.ts'
import type { Outgoing } from '../../src/bot/outgoing.ts'
import { caseMessages } from '../../src/text/messages/case-messages.ts'
import type { BenchPerson } from '../support/telegram/person.ts'
import { papers } from './papers.ts'
import { buttonsShown, canariesIn } from './sent-bytes.ts'
import { stageHouse, type Staged } from './staged.ts'

const OFFICE = -1_004_900_000_077
const canaries = papers.flatMap((one) => one.canaries)
/** Kinds that only restricted papers are of. */
const HIDDEN = [kindNames.plan, kindNames.conclusion]

let house: Staged
let clerk: BenchPerson
beforeAll(async () => {
  house = await stageHouse(
    {
      ...Object.fromEntries(papers.map(({ file, text }) => [file, text])),
      'khac.md': '# Thông báo về vệ sinh cơ quan\n\nCơ quan tổng vệ sinh vào chiều thứ sáu hằng tuần.\n',
    },
    { STAFF_CHAT_ID: String(OFFICE) },
  )
  clerk = house.person('staff')
  house.server.group({ id: OFFICE, title: 'Văn phòng', members: [clerk] })
  // so many that they may be told of (desk/statistics.ts)
  for (let n = 0; n < 4; n++) {
    const [member, other] = [house.person('member'), house.person('staff')]
    await house.says(member, 'Tủ sách lưu động mở cửa khi nào?')
    await house.says(other, 'Lớp bồi dưỡng nguồn quy hoạch gồm bao nhiêu đồng chí?')
    await house.says(other, 'Chi bộ sinh hoạt chuyên đề vào ngày nào của tháng cuối quý?')
    await house.says(house.person(), 'Cơ quan tổng vệ sinh khi nào?')
    // what was answered and what was not, handed over
    await house.run()
    for (const person of [member, other])
      for (const data of buttonsShown(house.server.calls(undefined, person.id)).filter((one) =>
        /^(?:bad|ask):/.test(one),
      ))
        await house.presses(person, data)
  }
  await house.run()
}, 120_000)
afterAll(() => house.close())

const seen = (said: readonly Outgoing[]): string => JSON.stringify(said)

it('is shown cases without the words of what they rest on', async () => {
  const office = house.server.calls(undefined, OFFICE)
  expect(office.length).toBeGreaterThan(3)
  expect(canariesIn(JSON.stringify(office), canaries)).toEqual([])
  const listed = await house.inGroup(OFFICE, clerk, '/chuaduoc')
  expect(seen(listed)).toContain('case:')
  for (const [, data] of [...seen(listed).matchAll(/"data":"(case:[^"]+)"/g)])
    expect(canariesIn(seen(await house.pressedInGroup(OFFICE, clerk, data!)), canaries)).toEqual([])
})

it('is shown figures of public papers alone, in words and in the picture', async () => {
  for (const period of ['', ' 7', ' 90']) {
    const [inOffice, alone] = [
      await house.inGroup(OFFICE, clerk, `/thongke${period}`),
      await house.says(house.person('staff'), `/thongke${period}`),
    ]
    const figures = (said: readonly Outgoing[]) => said.flatMap((one) => (one.kind === 'photo' ? [one.chart] : []))[0]!
    expect(canariesIn(seen(inOffice), canaries)).toEqual([])
    expect(
      figures(inOffice)
        .topics.map(({ label }) => label)
        .filter((label) => HIDDEN.includes(label)),
    ).toEqual([])
    expect(HIDDEN.filter((name) => seen(inOffice).includes(name))).toEqual([])
    // and there would have been something to show
    expect(figures(alone).topics.map(({ label }) => label)).toContain(kindNames.plan)
    expect(canariesIn(seen(alone), canaries)).not.toEqual([])
  }
})

it('finds and opens public papers alone', async () => {
  const ids = house.deps.house.library('staff')!.cards.map(({ id }) => id)
  for (const words of [
    '/vanban kế hoạch',
    '/moi',
    '/hoi Tủ sách lưu động mở cửa khi nào?',
    '/sosanh',
    '/tomtat kế hoạch',
    '/nhatky',
    '/phienban',
    '/nguoidung',
  ])
    expect(canariesIn(seen(await house.inGroup(OFFICE, clerk, words)), canaries), words).toEqual([])
  for (const id of ids)
    for (const action of ['vbd', 'vbf', 'vbt', 'vbc', 'vbo', 'qvp', 'qvl', 'qvx'])
      expect(canariesIn(seen(await house.pressedInGroup(OFFICE, clerk, `${action}:${id}`)), canaries), action).toEqual(
        [],
      )
})

it('is shown a case without the words of a paper that rose while it waited', async () => {
  const file = 'sang-kien.md'
  await house.ingest({ [file]: '# Quy định về hòm thư sáng kiến\n\nĐiều 1. Mở hòm thư\n\nHòm thư sáng kiến được mở vào ngày zvphomthu hằng tháng.\n' }) // prettier-ignore
  const citizen = house.person()
  await house.says(citizen, 'Hòm thư sáng kiến được mở vào ngày nào?')
  await house.run()
  const shown = house.server.calls(undefined, citizen.id)
  expect(canariesIn(JSON.stringify(shown), ['zvphomthu'])).toEqual(['zvphomthu'])
  await house.presses(
    citizen,
    buttonsShown(shown).find((data) => data.startsWith('bad:'))!,
  )
  await house.relabel(file, 'staff')
  const before = house.server.calls(undefined, OFFICE).length
  await house.run()
  const office = JSON.stringify(house.server.calls(undefined, OFFICE).slice(before))
  expect(office).toContain('Hòm thư sáng kiến được mở vào ngày nào?')
  expect(office).toContain(caseMessages.notShown)
  expect(office).not.toContain('zvphomthu')
})
