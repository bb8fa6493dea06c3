import { expect, it } from 'vitest'
import { followingBot, HOUR, NOON, WAIT } from '../support/following-bot.ts'
import type { BenchPerson } from '../support/telegram/person.ts'

interface Paper {
  readonly n: number
  readonly kind?: readonly [name: string, symbol: string]
  readonly about?: string
  readonly level?: string
  readonly day?: string
  readonly more?: string
}

const paper = ({ n, kind = ['QUY ĐỊNH', 'QĐ'], about = 'tủ sách chi bộ', level = 'public', day = '05 tháng 3 năm 2026', more = '' }: Paper): string => `---
level: ${level}
---
ĐẢNG BỘ TỈNH LAM GIANG
ĐẢNG ỦY KHỐI CÁC CƠ QUAN
*
Số ${n}-${kind[1]}/ĐUK

Lam Giang, ngày ${day}

${kind[0]}
về ${about}

Điều 1. Phạm vi
1. Văn bản này áp dụng cho các tổ chức trong Đảng bộ.
${more}
` // prettier-ignore
const RESOLUTION = ['NGHỊ QUYẾT', 'NQ'] as const
const OLD = { 'cu.md': paper({ n: 3, day: '01 tháng 2 năm 2020' }) }

const follow = async (person: BenchPerson, what: string): Promise<void> => {
  await person.command(`/theodoi ${what}`)
  expect((await person.nextReply()).text).toContain('Đồng chí đã theo dõi')
}
/** What came unasked since the last look. */
const told = (person: BenchPerson): string[] => {
  const fresh = person.unseen().filter(({ messageId }) => messageId > (seen.get(person) ?? 0))
  seen.set(person, fresh.at(-1)?.messageId ?? seen.get(person) ?? 0)
  return fresh.map(({ text }) => text)
}
const seen = new WeakMap<BenchPerson, number>()

it('tells those who follow it of a new document once, with number, date, issuer and a button to read it; others hear nothing', async () => {
  const bot = await followingBot(OLD)
  const [lan, nam] = [bot.person(), bot.person()]
  await follow(lan, 'nghị quyết')
  await follow(nam, 'kế hoạch')
  await bot.settled()
  expect(told(lan)).toEqual([])
  await bot.ingest({ 'nq.md': paper({ n: 7, kind: RESOLUTION, about: 'chuyển đổi số' }) })
  await bot.settled()
  expect(told(lan)).toEqual([])
  bot.pass(WAIT)
  await bot.settled()
  const news = await lan.nextReply()
  expect(news.text).toMatch(/^Có văn bản mới mà đồng chí theo dõi \(nghị quyết\):/)
  expect(news.text).toContain('1. Nghị quyết 7-NQ/ĐUK ngày 05/03/2026 của Đảng ủy Khối các cơ quan')
  expect(news.text).toContain('Nghị quyết về chuyển đổi số')
  expect(news.rows.flat()).toEqual(['Xem 7-NQ/ĐUK', 'Bỏ theo dõi'])
  await lan.tap('Xem 7-NQ/ĐUK')
  expect((await lan.nextReply()).text).toContain('chuyển đổi số')
  await bot.restart()
  await bot.settled()
  expect([told(lan), told(nam)]).toEqual([[], []])
  await lan.tap('Bỏ theo dõi', { on: news })
  expect((await lan.nextReply()).text).toContain('Đã bỏ theo dõi: nghị quyết.')
  await bot.ingest({ 'nq2.md': paper({ n: 8, kind: RESOLUTION }) })
  bot.pass(WAIT)
  await bot.settled()
  expect([told(lan), told(nam)]).toEqual([[], []])
})

it('is one message for everything that comes in soon after each other, and names a document once however many follows it fits', async () => {
  const bot = await followingBot(OLD)
  const lan = bot.person()
  for (const what of ['quy định', 'Đảng ủy Khối', 'tu sach chi bo']) {
    await follow(lan, what)
    bot.pass(1_000)
  }
  for (const first of [10, 16]) {
    await bot.ingest(Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`q${first + i}.md`, paper({ n: first + i })]))) // prettier-ignore
    await bot.settled()
    bot.pass(WAIT - 1)
  }
  await bot.settled()
  expect(told(lan)).toEqual([])
  bot.pass(1)
  await bot.settled()
  const [news, ...others] = lan.unseen()
  expect(others).toEqual([])
  expect(news!.text).toContain('(quy định; văn bản của Đảng ủy Khối; chủ đề “tủ sách chi bộ”)')
  expect(news!.text.match(/\d+-QĐ\/ĐUK/g)).toHaveLength(8)
  expect(new Set(news!.text.match(/\d+-QĐ\/ĐUK/g)).size).toBe(8)
  expect(news!.text).toContain('… và 4 văn bản khác')
  expect(news!.rows.flat().at(-1)).toBe('Sửa mục theo dõi')
})

it('says what a new document replaces, and tells who follows the old one by its number', async () => {
  const bot = await followingBot(OLD)
  const [lan, nam] = [bot.person(), bot.person()]
  await follow(lan, 'quy dinh 3')
  await follow(nam, 'quy định')
  await bot.ingest({
    'moi.md': paper({ n: 9, more: '2. Quy định này thay thế Quy định số 3-QĐ/ĐUK ngày 01/02/2020.' }),
  })
  bot.pass(WAIT)
  await bot.settled()
  bot.pass(WAIT)
  await bot.settled()
  for (const person of [lan, nam]) {
    const [news, ...others] = told(person)
    expect(others).toEqual([])
    expect(news).toContain('1. Quy định 9-QĐ/ĐUK ngày 05/03/2026')
    expect(news).toContain('Thay thế: Quy định 3-QĐ/ĐUK.')
    expect(news).not.toContain('2. ')
  }
})

it('tells of a text that was edited, but not of another layout, another name of the file, or what was there at the first start', async () => {
  const bot = await followingBot(OLD)
  const lan = bot.person()
  await follow(lan, 'quy định')
  await bot.ingest({ 'cu.md': OLD['cu.md'].replaceAll('\n\n', '\n\n\n').replace('các tổ chức', 'các  tổ chức') })
  await bot.remove('cu.md')
  await bot.ingest({ 'ten-khac.md': OLD['cu.md'] })
  bot.pass(WAIT)
  await bot.settled()
  bot.pass(WAIT)
  await bot.settled()
  expect(told(lan)).toEqual([])
  await bot.ingest({ 'ten-khac.md': OLD['cu.md'].replace('trong Đảng bộ', 'trong Đảng bộ, trừ chi bộ trực thuộc') })
  await bot.settled()
  bot.pass(WAIT)
  await bot.settled()
  expect(told(lan)).toEqual([expect.stringMatching(/^Có thay đổi ở văn bản mà đồng chí theo dõi \(quy định\):[^]*vừa được sửa/)]) // prettier-ignore
})

it('neither repeats nor loses anything when an older snapshot serves for a while', async () => {
  const bot = await followingBot(OLD)
  const lan = bot.person()
  await follow(lan, 'quy định')
  await bot.settled()
  const before = bot.snapshot()
  await bot.ingest({ 'a.md': paper({ n: 11 }) })
  await bot.settled()
  bot.pass(WAIT)
  await bot.settled()
  expect(told(lan)).toEqual([expect.stringContaining('11-QĐ/ĐUK')])
  // told already: gone and come again it is no news
  const after = bot.snapshot()
  bot.serve(before)
  await bot.settled()
  bot.serve(after)
  await bot.settled()
  // not told yet when it is taken back: news when it comes for good
  await bot.ingest({ 'b.md': paper({ n: 12 }) })
  await bot.settled()
  const second = bot.snapshot()
  bot.serve(after)
  await bot.settled()
  bot.pass(WAIT)
  await bot.settled()
  expect(told(lan)).toEqual([])
  bot.serve(second)
  await bot.settled()
  await bot.restart()
  bot.pass(WAIT)
  await bot.settled()
  expect(told(lan)).toEqual([expect.stringMatching(/12-QĐ\/ĐUK(?![^]*11-QĐ)/)])
})

it('matches each follower in the library of their own level, as it is when the message is sent', async () => {
  const bot = await followingBot(OLD)
  const [lan, mai, hoa, tu] = [bot.person(), bot.person('member'), bot.person('staff'), bot.person('member')]
  for (const person of [lan, mai, hoa, tu]) await follow(person, 'quy định')
  await bot.ingest({
    'dv.md': paper({ n: 21, level: 'member' }),
    'cb.md': paper({ n: 22, level: 'staff', more: '2. Thay thế Quy định số 3-QĐ/ĐUK ngày 01/02/2020.' }),
    'ck.md': paper({ n: 23 }),
  })
  await bot.settled()
  // raised before anybody is told
  await bot.ingest({ 'ck.md': paper({ n: 23, level: 'staff' }) })
  await bot.settled()
  bot.setLevel(tu, 'public')
  bot.pass(WAIT)
  await bot.settled()
  expect([told(lan), told(tu)]).toEqual([[], []])
  const [member] = told(mai)
  expect(member).toMatch(/21-QĐ\/ĐUK/)
  expect(member).not.toMatch(/22-QĐ|23-QĐ|3-QĐ/)
  const [staff] = told(hoa)
  for (const number of ['21-QĐ', '22-QĐ', '23-QĐ']) expect(staff).toContain(number)
  // what not everybody may read is not passed on
  expect(bot.server.calls('sendMessage', mai).at(-1)!.fields.protect_content).toBe(true)
  // opened to all, it is news to those who could not read it, and to nobody else
  await bot.ingest({ 'dv.md': paper({ n: 21 }) })
  await bot.settled()
  bot.pass(WAIT)
  await bot.settled()
  expect(told(lan)).toEqual([expect.stringContaining('21-QĐ/ĐUK')])
  expect([told(mai), told(hoa)]).toEqual([[], []])
})

it('waits for the morning, and then says it once', async () => {
  const bot = await followingBot(OLD, { at: NOON + 9 * HOUR + 1 })
  const lan = bot.person()
  await follow(lan, 'quy định')
  for (const n of [31, 32]) {
    await bot.ingest({ [`${n}.md`]: paper({ n }) })
    await bot.settled()
    bot.pass(2 * HOUR)
  }
  await bot.settled()
  expect(told(lan)).toEqual([])
  await bot.restart()
  bot.pass(6 * HOUR - 2)
  await bot.settled()
  expect(told(lan)).toEqual([])
  bot.pass(1)
  await bot.settled()
  expect(told(lan)).toEqual([expect.stringMatching(/31-QĐ[^]*32-QĐ|32-QĐ[^]*31-QĐ/)])
})

it('follows nothing any more once it is blocked, asked to stop, or erased; what waits then is not said', async () => {
  const bot = await followingBot(OLD)
  const [lan, mai, hoa, tu] = [bot.person(), bot.person(), bot.person(), bot.person()]
  for (const person of [lan, mai, hoa, tu]) await follow(person, 'quy định')
  await bot.ingest({ 'a.md': paper({ n: 41 }) })
  await bot.settled()
  await mai.command('/botheodoi')
  expect((await mai.nextReply()).text).toContain('Đã bỏ theo dõi')
  await hoa.command('/xoa')
  const question = await hoa.nextReply()
  await hoa.tap('Xóa')
  await question.edited()
  bot.server.fail('sendMessage', { code: 403, chat: lan.chatId })
  bot.pass(WAIT)
  await bot.settled()
  expect([told(lan), told(mai), told(hoa)]).toEqual([[], [], []])
  expect(told(tu)).toEqual([expect.stringContaining('41-QĐ/ĐUK')])
  const { follows } = bot.deps.records
  expect(follows.people('', 10)).toEqual([bot.deps.keyOf(tu.id)])
  tu.block()
  await bot.server.until(() => follows.people('', 10).length === 0, 'the follows to be dropped')
})

it('says nothing where the reading of the whole library has changed', async () => {
  const many = Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`q${i}.md`, paper({ n: 100 + i })]))
  const bot = await followingBot(many)
  const lan = bot.person()
  await follow(lan, 'tất cả')
  await bot.settled()
  await bot.ingest(Object.fromEntries(Object.entries(many).map(([name, text]) => [name, text.replace('áp dụng', 'được áp dụng')]))) // prettier-ignore
  await bot.settled()
  bot.pass(WAIT)
  await bot.settled()
  expect(told(lan)).toEqual([])
})
