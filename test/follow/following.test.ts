import { beforeAll, expect, test } from 'vitest'
import { ADMIN, buttonsOf, CITIZEN, dataOf, GROUP, openQuietBot, wordsOf, type QuietBot } from '../support/quiet-bot.ts'

const paper = (n: number, [kind, symbol]: readonly [string, string], body: readonly [string, string], about: string, level = 'public'): string => `---
level: ${level}
---
${body[0]}
*
Số ${n}-${symbol}/${body[1]}

ĐẢNG CỘNG SẢN VIỆT NAM

Lam Giang, ngày 05 tháng 3 năm 20${n}

${kind}
về ${about}

Điều 1. Phạm vi
1. Văn bản này áp dụng cho các chi bộ.
` // prettier-ignore
const RESOLUTION = ['NGHỊ QUYẾT', 'NQ'] as const
const REGULATION = ['QUY ĐỊNH', 'QĐ'] as const
const PROVINCE = ['TỈNH ỦY LAM GIANG', 'TU'] as const
const BLOC = ['ĐẢNG ỦY KHỐI CÁC CƠ QUAN', 'ĐUK'] as const
const PUBLIC = {
  'a.md': paper(21, RESOLUTION, PROVINCE, 'chuyển đổi số'),
  'b.md': paper(22, REGULATION, BLOC, 'sinh hoạt chi bộ'),
  'c.md': paper(23, REGULATION, PROVINCE, 'tủ sách chi bộ'),
}
const HIDDEN = {
  'd.md': paper(24, ['KẾ HOẠCH', 'KH'], ['THÀNH ỦY SƠN HẠ', 'THU'], 'sinh hoạt chi bộ', 'staff'),
  'e.md': paper(25, REGULATION, BLOC, 'sinh hoạt chi bộ', 'member'),
}

let some: QuietBot
let all: QuietBot
beforeAll(async () => {
  const opened = await Promise.all([openQuietBot(PUBLIC), openQuietBot({ ...PUBLIC, ...HIDDEN })])
  ;[some, all] = opened
  return async () => void (await Promise.all(opened.map((bot) => bot.close())))
})

let last = 4_910_000_000
/** Somebody who follows nothing yet. */
const newcomer = (): number => ++last
const labels = (said: Parameters<typeof buttonsOf>[0]): string[] => buttonsOf(said).map(({ label }) => label)
const followsOf = (bot: QuietBot, person: number): number => bot.deps.records.follows.of(bot.deps.keyOf(person)).length

test('By itself the command shows what can be followed, and then what is, with a button to end each', async () => {
  const lan = newcomer()
  const first = await some.send(lan, '/theodoi')
  expect(wordsOf(first)).toContain('chưa theo dõi mục nào')
  expect(labels(first)).toEqual(['+ Mọi văn bản', '+ Nghị quyết (1)', '+ Quy định (2)', 'Chọn theo cơ quan'])
  const kind = await some.press(lan, dataOf(first, '+ Quy định'))
  expect(wordsOf(kind)).toMatch(/Đồng chí đã theo dõi: quy định\.[^]*tôi sẽ báo đồng chí tại đây[^]*có 2 văn bản[^]*1\. Quy định 23-QĐ\/TU[^]*2\. Quy định 22-QĐ\/ĐUK/) // prettier-ignore
  expect(labels(kind)).toEqual(['Xem 23-QĐ/TU', 'Xem 22-QĐ/ĐUK', 'Bỏ theo dõi', 'Sửa mục theo dõi'])
  const bodies = await some.press(lan, dataOf(first, 'Chọn theo cơ quan'))
  expect(labels(bodies)).toEqual(['Tỉnh ủy Lam Giang (2)', 'Đảng ủy Khối các cơ…', 'Quay lại'])
  await some.press(lan, dataOf(bodies, 'Đảng ủy Khối'))
  const page = await some.send(lan, '/theodoi')
  expect(wordsOf(page)).toMatch(/1\. quy định\n2\. văn bản của Đảng ủy Khối các cơ quan/)
  expect(labels(page)).toEqual(['Theo dõi thêm', 'Bỏ 1. quy định', 'Bỏ 2. văn bản của Đảng…', 'Bỏ theo dõi tất cả'])
  const shorter = await some.press(lan, dataOf(page, 'Bỏ 1.'))
  expect(wordsOf(shorter)).toMatch(/theo dõi:\n1\. văn bản của Đảng ủy Khối các cơ quan\n/)
  const end = await some.press(lan, dataOf(kind, 'Bỏ theo dõi'))
  expect(wordsOf(end)).toContain('không còn được theo dõi')
  expect(wordsOf(await some.send(lan, '/botheodoi'))).toContain('Đã bỏ theo dõi.')
  expect(wordsOf(await some.send(lan, '/botheodoi'))).toContain('không theo dõi mục nào')
})

test('Typed in words, with marks or without, it says how it was understood and what is there already', async () => {
  const lan = newcomer()
  for (const [typed, understood, held] of [
    ['nghi quyet', 'nghị quyết', '21-NQ/TU'],
    ['tinh uy', 'văn bản của Tỉnh ủy', '23-QĐ/TU'],
    ['quy dinh 22', 'quy định 22', '22-QĐ/ĐUK'],
    ['sinh hoat chi bo', 'chủ đề “sinh hoạt chi bộ”', '22-QĐ/ĐUK'],
    ['nghị quyết của tỉnh ủy về chuyển đổi số', 'nghị quyết của Tỉnh ủy về “chuyển đổi số”', '21-NQ/TU'],
    ['quy định 99', 'quy định 99', 'chưa có văn bản nào'],
  ] as const) {
    const said = wordsOf(await some.send(lan, `/theodoi ${typed}`))
    expect(said).toContain(`đã theo dõi: ${understood}.`)
    expect(said).toContain(held)
  }
  expect(wordsOf(await some.send(lan, '/theodoi SINH HOẠT CHI BỘ'))).toContain('đang theo dõi mục này rồi')
  expect(followsOf(some, lan)).toBe(6)
  expect(wordsOf(await some.send(lan, '/theodoi đảng'))).toContain('ghi rõ hơn')
  expect(followsOf(some, lan)).toBe(6)
})

test('Ended by name, one is ended and no other; what is not followed ends nothing', async () => {
  const lan = newcomer()
  for (const what of ['nghị quyết', 'quy định', 'sinh hoạt chi bộ']) await some.send(lan, `/theodoi ${what}`)
  expect(wordsOf(await some.send(lan, '/botheodoi nghi quyet'))).toContain('Đã bỏ theo dõi: nghị quyết.')
  expect(wordsOf(await some.send(lan, '/botheodoi kế hoạch'))).toMatch(/đang theo dõi:\n1\. quy định\n2\. chủ đề/)
  expect(followsOf(some, lan)).toBe(2)
  expect(wordsOf(await some.send(lan, '/bỏ theo dõi sinh hoạt chi bộ'))).toContain('Đã bỏ theo dõi: chủ đề')
  expect(followsOf(some, lan)).toBe(1)
})

test.each(['Bỏ theo dõi', 'toi muon bo theo doi', 'theo dõi', 'Thôi theo dõi nữa.'])(
  '“%s”, said without the stroke, shows what is followed',
  async (said) => {
    const lan = newcomer()
    await some.send(lan, '/theodoi nghị quyết')
    const shown = await some.send(lan, said)
    expect(wordsOf(shown)).toContain('Đồng chí đang theo dõi:\n1. nghị quyết')
    expect(labels(shown)).toContain('Bỏ 1. nghị quyết')
  },
)

test('What names no subject follows nothing', async () => {
  const lan = newcomer()
  for (const [typed, said] of [
    ['27', 'ghi rõ hơn'],
    ['số 27', 'ghi rõ hơn'],
    ['tôi muốn biết khi có văn bản mới về kết nạp đảng viên', 'vài từ chính'],
  ] as const)
    expect(wordsOf(await some.send(lan, `/theodoi ${typed}`))).toContain(said)
  expect(followsOf(some, lan)).toBe(0)
})

test('Twenty are the most, and what others follow cannot be touched', async () => {
  const lan = newcomer()
  for (let n = 1; n <= 20; n++) await some.send(lan, `/theodoi quy định ${n}`)
  const full = await some.send(lan, '/theodoi nghị quyết')
  expect(wordsOf(full)).toContain('20 mục, nhiều nhất có thể')
  expect(followsOf(some, lan)).toBe(20)
  const page = await some.press(lan, dataOf(full, 'Sửa mục'))
  await some.press(CITIZEN, dataOf(page, 'Bỏ 1.'))
  await some.press(CITIZEN, dataOf(page, 'Bỏ theo dõi tất cả'))
  expect(followsOf(some, lan)).toBe(20)
  await some.press(lan, dataOf(page, 'Bỏ theo dõi tất cả'))
  expect(followsOf(some, lan)).toBe(0)
})

test('A group follows nothing, whoever asks', async () => {
  const said = await some.send(ADMIN, '/theodoi@hoi_dap_dang_bot nghị quyết', { group: GROUP })
  expect(wordsOf(said)).toContain('nhắn riêng')
  expect(await some.press(ADMIN, 'tdt', { group: GROUP })).toEqual([])
  expect(some.deps.records.follows.of(some.deps.keyOf(GROUP))).toEqual([])
})

test('Whoever may not read a document is told the same as if it were not there', async () => {
  const [lan, mai] = [newcomer(), newcomer()]
  const asked = ['/theodoi', '/theodoi sinh hoat chi bo', '/theodoi thanh uy son ha', '/theodoi kế hoạch', '/theodoi quy định 25', '/theodoi'] // prettier-ignore
  const strip = (said: unknown): string =>
    JSON.stringify(said).replace(/(?<=(?:td[xr]|vbd):)[\w-]{12,}|(?<="edit":)\d+/g, '')
  for (const text of asked) expect(strip(await all.send(mai, text))).toBe(strip(await some.send(lan, text)))
  expect(strip(await all.press(mai, 'tdc'))).toBe(strip(await some.press(lan, 'tdc')))
  const staff = await all.send(ADMIN, '/theodoi thanh uy son ha')
  expect(wordsOf(staff)).toMatch(/của Thành ủy Sơn Hạ[^]*24-KH\/THU/)
  expect(staff).toEqual([expect.objectContaining({ protect: true })])
})
