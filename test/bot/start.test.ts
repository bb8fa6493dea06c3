import { beforeAll, expect, test } from 'vitest'
import {
  ADMIN,
  buttonsOf,
  CITIZEN,
  dataOf,
  GROUP,
  openQuietBot,
  quietBot,
  wordsOf,
  type QuietBot,
  type Said,
} from '../support/quiet-bot.ts'
import { seeded } from '../support/random.ts'

const INTERVIEW = `---
date: 2021-02-02
---
Phỏng vấn Bí thư Đảng ủy phường

Bài đăng ngày 02/02/2021.

## Đồng chí cho biết kết quả thu đảng phí năm 2020?

Năm 2020, Đảng bộ phường thu đảng phí 412 triệu đồng, đạt 103% kế hoạch.
`
const SECRET = `---
level: staff
---
BAN TỔ CHỨC
*
Số 66-HD/BTC

Mẫu, ngày 05 tháng 3 năm 2022

HƯỚNG DẪN
về luân chuyển cán bộ chim én

I. Luân chuyển chim én

1. Luân chuyển chim én mỗi năm 2 đợt, mỗi đợt 30 đồng chí.
`

let bot: QuietBot
beforeAll(async () => {
  const opened = await openQuietBot({ 'phong-van.md': INTERVIEW, 'mat.md': SECRET })
  bot = opened
  return opened.close
})

const someone = (): number => 4_800_000_000 + ++people
let people = 0

test('The greeting says what we are, what we hold and what is kept, and its examples are answered when they are pressed', async () => {
  const person = someone()
  const [greeting, examples] = (await bot.send(person, '/start')) as readonly Said[]
  expect(greeting!.text).toContain('trợ lý tự động')
  expect(greeting!.text).toContain('Thư viện hiện có 1 văn bản, mới nhất ngày 02/02/2021.')
  expect(greeting!.text).toMatch(
    /tối đa 90 ngày \(câu đang chờ cán bộ: đến khi có trả lời\).*\/xoa[^]*máy chủ của Telegram.*không nhập nội dung mật/,
  )
  expect(greeting!.keyboard).toEqual(['Đặt câu hỏi', 'Tìm văn bản', 'Trợ giúp'])
  expect(examples!.text).toContain('1. Đồng chí cho biết kết quả thu đảng phí năm 2020?')
  expect(wordsOf(await bot.press(person, dataOf([examples!], '1.')))).toContain('412 triệu đồng')
})

test('Whoever knows us is greeted shortly, and still told at their first answer what we are', async () => {
  const person = someone()
  await bot.send(person, '/start')
  const [again, ...more] = (await bot.send(person, '/start')) as readonly Said[]
  expect(again!.text.split('\n')).toHaveLength(1)
  expect(again!.keyboard).toHaveLength(3)
  expect(more).toEqual([])
  expect(wordsOf(await bot.send(person, 'Thu đảng phí năm 2020 được bao nhiêu?'))).toMatch(/trợ lý tự động/i)
})

test('An admin is greeted with what an admin may read, a group with one line', async () => {
  expect(wordsOf(await bot.send(ADMIN, '/start'))).toContain('Thư viện hiện có 2 văn bản')
  const said = await bot.send(ADMIN, '/start', { group: GROUP })
  expect(wordsOf(said).split('\n')).toEqual([
    'Chào các đồng chí. Muốn hỏi tôi trong nhóm, xin gõ: /hoi@hoi_dap_dang_bot rồi đến câu hỏi.',
  ])
  expect(buttonsOf(said)).toEqual([])
})

test('A library that answers nothing has no examples, and an empty one says so', async () => {
  const empty = await quietBot({})
  const said = await empty.send(CITIZEN, '/start')
  expect(wordsOf(said)).toContain('Thư viện hiện chưa có văn bản nào.')
  expect(buttonsOf(said)).toEqual([])
  expect(wordsOf(await empty.send(CITIZEN, '/vanban'))).toContain('chưa có văn bản nào để xem')
  expect(wordsOf(await empty.send(CITIZEN, '/moi'))).toContain('chưa có văn bản nào để xem')
})

test('The keys of the keyboard are understood as they are, without marks, and in any case', async () => {
  for (const typed of ['Đặt câu hỏi', 'dat cau hoi', 'ĐẶT CÂU HỎI'])
    expect(wordsOf(await bot.send(someone(), typed)), typed).toContain('Đồng chí gõ câu hỏi vào ô bên dưới')
  for (const typed of ['Trợ giúp', 'tro giup', 'trợ giúp.'])
    expect(wordsOf(await bot.send(someone(), typed)), typed).toContain('Cách hỏi')
  for (const typed of ['Tìm văn bản', 'tim van ban'])
    expect(wordsOf(await bot.send(someone(), typed)), typed).toContain('Đồng chí gõ số hiệu')
})

test('The way to a person is the contact that is set, else the staff chat, else a neutral line', async () => {
  const words = async (env: Record<string, string>): Promise<string> =>
    wordsOf(await (await quietBot({}, env)).send(CITIZEN, '/lienhe'))
  expect(await words({ CONTACT: 'Văn phòng Đảng ủy, ĐT 0271 000' })).toContain('Văn phòng Đảng ủy, ĐT 0271 000')
  expect(await words({ STAFF_CHAT_ID: '-1001' })).toContain('“Hỏi cán bộ”')
  expect(await words({})).toContain('chi ủy hoặc văn phòng cấp ủy')
})

test('A link opens its document or asks its question, for whoever may see it', async () => {
  const card = bot.app.library('public')!.cards[0]!
  expect(wordsOf(await bot.send(someone(), `/start vb_${card.id}`))).toContain(card.meta.title)
  const [, examples] = await bot.send(someone(), '/start')
  const question = dataOf([examples!], '1.').replace('vd:', 'hoi_')
  expect(wordsOf(await bot.send(someone(), `/start ${question}`))).toContain('412 triệu đồng')
  expect(wordsOf(await bot.send(someone(), '/start hoi_0123456789ab'))).toContain('Kính chào đồng chí')
})

test('Ten thousand guessed links reveal nothing, and a restricted document answers as one that never was', async () => {
  const restricted = bot.app.library('staff')!.cards.find(({ level }) => level === 'staff')!
  expect(wordsOf(await bot.send(ADMIN, `/start vb_${restricted.id}`))).toContain('chim én')
  const admins = buttonsOf(await bot.send(ADMIN, 'Đặt câu hỏi')).map(({ data }) => data!.replace('vd:', 'hoi_'))
  const publics = buttonsOf(await bot.send(someone(), 'Đặt câu hỏi')).map(({ data }) => data!.replace('vd:', 'hoi_'))
  const own = admins.filter((link) => !publics.includes(link))
  expect(own).not.toEqual([])

  const random = seeded(7)
  const letters = 'abcdef0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZghijklmnopqrstuvwxyz_-'
  const guess = (length: number, among: number): string =>
    Array.from({ length }, () => letters[Math.floor(random() * among)]).join('')
  const payloads = Array.from({ length: 10_000 }, (_, i) =>
    i % 4 === 0
      ? `vb_${guess(16, 16)}`
      : i % 4 === 1
        ? `vb_${i}`
        : i % 4 === 2
          ? `hoi_${guess(12, 64)}`
          : guess(1 + (i % 64), 64),
  )
  const person = someone()
  await bot.send(person, '/start')
  const seen = new Map<string, number>()
  for (const payload of [...payloads, `vb_${restricted.id}`, ...own]) {
    const words = wordsOf(await bot.send(person, `/start ${payload}`))
    seen.set(words, (seen.get(words) ?? 0) + 1)
  }
  expect([...seen.keys()].sort()).toEqual([
    'Chào đồng chí. Mời đồng chí nhập câu hỏi, hoặc chọn một nút ở bàn phím bên dưới.',
    'Tôi không tìm thấy văn bản này trong phần thư viện đồng chí được xem. Đồng chí xem danh mục bằng /vanban.',
  ])
})

test('The help names how to ask, how in a group, and every command', async () => {
  const said = await bot.send(someone(), '/trogiup')
  expect(wordsOf(said)).toMatch(
    /không dấu hay viết tắt[^]*\/hoi@hoi_dap_dang_bot[^]*\/vanban[^]*\/moi[^]*\/lienhe[^]*\/quen[^]*\/riengtu[^]*\/xoa/,
  )
})
