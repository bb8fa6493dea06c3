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

const regulation = (n: number, year: number, about: string, level = 'public'): string => `---
level: ${level}
---
ĐẢNG ỦY PHƯỜNG MẪU
*
Số ${n}-QĐ/ĐUP

ĐẢNG CỘNG SẢN VIỆT NAM

Mẫu, ngày 05 tháng 3 năm ${year}

QUY ĐỊNH
về ${about}

Điều 1. Phạm vi
1. Quy định này áp dụng cho các chi bộ trong Đảng bộ phường.

Điều 2. Chế độ thực hiện
1. Các chi bộ thực hiện ${about} ${n + 10} lần mỗi năm theo hướng dẫn của Đảng ủy phường.
2. Bí thư chi bộ chịu trách nhiệm báo cáo kết quả trước ngày 15 tháng 12 hằng năm.
`
const SUBJECTS = [
  'đọc sách báo Đảng',
  'sinh hoạt chuyên đề',
  'thăm hỏi đảng viên',
  'tặng quà gia đình chính sách',
  'học nghị quyết',
  'trực cơ quan',
  'văn nghệ quần chúng',
  'thể dục thể thao',
  'vệ sinh đường phố',
  'tiếp công dân',
]
const PUBLIC = Object.fromEntries(SUBJECTS.map((about, i) => [`q${i}.md`, regulation(i + 1, 2015 + (i % 3), about)]))
const HIDDEN = {
  'mat-danh.md': regulation(77, 2021, 'quản lý kho lưu trữ bồ câu', 'staff'),
  'noi-bo.md': regulation(88, 2022, 'phân công cấp ủy viên phụ trách hải đăng', 'member'),
}

// ingesting takes a second: what changes nothing shares its library
let some: QuietBot
let all: QuietBot
beforeAll(async () => {
  const opened = await Promise.all([openQuietBot(PUBLIC), openQuietBot({ ...PUBLIC, ...HIDDEN })])
  ;[some, all] = opened
  return async () => void (await Promise.all(opened.map((bot) => bot.close())))
})

test('A list counts, names and opens only what this asker may read, and in a group only what everybody may', async () => {
  const bot = all
  const everything = [
    await bot.send(CITIZEN, '/vanban'),
    await bot.press(CITIZEN, 'vbl:-:-:0'),
    await bot.press(CITIZEN, 'vbl:-:-:1'),
    await bot.press(CITIZEN, 'vby:regulation'),
    await bot.press(CITIZEN, 'vbl:regulation:2021:0'),
    await bot.send(CITIZEN, '/moi'),
    await bot.send(ADMIN, '/vanban@hoi_dap_dang_bot', { group: GROUP }),
    await bot.press(ADMIN, 'vbl:-:-:0', { group: GROUP }),
    await bot.send(CITIZEN, '/start'),
  ]
  for (const said of everything) {
    expect(wordsOf(said)).not.toMatch(/bồ câu|hải đăng|77|88|2021|2022/)
    expect(
      buttonsOf(said)
        .map(({ label }) => label)
        .join(),
    ).not.toMatch(/77|88|\(12\)|2021|2022/)
  }
  expect(wordsOf(everything[0]!)).toContain('Thư viện có 10 văn bản, mới nhất ngày 05/03/2017')
  expect(wordsOf(everything[6]!)).toContain('Thư viện có 10 văn bản')
  expect(wordsOf(await bot.send(ADMIN, '/vanban'))).toContain('Thư viện có 12 văn bản, mới nhất ngày 05/03/2022')
})

test('Pages hold eight documents, turn in place, and stop at the ends', async () => {
  const bot = some
  const first = await bot.send(CITIZEN, '/vanban')
  const [page] = (await bot.press(CITIZEN, dataOf(first, 'Quy định (10)'))) as readonly Said[]
  expect(page!.edit).toBeTypeOf('number')
  expect(page!.text).toContain('trang 1/2')
  expect(buttonsOf([page!]).map(({ label }) => label)).toEqual([
    '1. 3-QĐ/ĐUP', '2. 6-QĐ/ĐUP', '3. 9-QĐ/ĐUP', '4. 5-QĐ/ĐUP', '5. 2-QĐ/ĐUP', '6. 8-QĐ/ĐUP', '7. 10-QĐ/ĐUP', '8. 4-QĐ/ĐUP',
    'Sau ›', 'Chọn năm', 'Xem các loại văn bản',
  ]) // prettier-ignore
  const last = await bot.press(CITIZEN, dataOf([page!], 'Sau'))
  expect(buttonsOf(last).map(({ label }) => label)).toEqual(['9. 7-QĐ/ĐUP', '10. 1-QĐ/ĐUP', '‹ Trước', 'Chọn năm', 'Xem các loại văn bản']) // prettier-ignore
  expect(wordsOf(await bot.press(CITIZEN, 'vbl:regulation:-:999999'))).toBe(wordsOf(last))
  expect(wordsOf(await bot.press(CITIZEN, dataOf(last, '‹ Trước')))).toBe(page!.text)
  const years = await bot.press(CITIZEN, dataOf(last, 'Chọn năm'))
  expect(buttonsOf(years).map(({ label }) => label)).toEqual([
    '2017 (3)',
    '2016 (3)',
    '2015 (4)',
    'Xem các loại văn bản',
  ])
  expect(wordsOf(await bot.press(CITIZEN, dataOf(years, '2016')))).toContain('Quy định, năm 2016: 3 văn bản')
})

test('Labels are short, lists and pages stay far below what Telegram takes, whatever titles claim', async () => {
  const long = 'công tác '.repeat(60)
  const bot = await quietBot(
    Object.fromEntries(SUBJECTS.map((about, i) => [`q${i}.md`, regulation(i + 1, 2015, `${about} ${long}`)])),
  )
  const list = await bot.press(CITIZEN, 'vbl:-:-:0')
  const page = await bot.press(CITIZEN, dataOf(list, '1.'))
  for (const said of [
    list,
    page,
    await bot.send(CITIZEN, '/moi'),
    await bot.press(CITIZEN, dataOf(page, 'Xem mục lục')),
  ]) {
    expect(wordsOf(said).length).toBeLessThan(3_500)
    for (const { label } of buttonsOf(said)) expect(label.length).toBeLessThanOrEqual(24)
  }
})

test('A document is found by its number however it is typed, by words of its title, and by what stands in it', async () => {
  const bot = some
  for (const typed of ['2-QĐ/ĐUP', '2-qd/dup', 'quy định 2', 'quy dinh so 2'])
    expect(wordsOf(await bot.send(CITIZEN, `/vanban ${typed}`)), typed).toContain('Quy định 2-QĐ/ĐUP\n')
  for (const typed of [
    '/vanban sinh hoạt chuyên đề',
    '/vanban SINH HOAT CHUYEN DE',
    'tìm văn bản chuyên đề',
    'tim van ban: chuyen de',
  ])
    expect(wordsOf(await bot.send(CITIZEN, typed)), typed).toContain('Quy định 2-QĐ/ĐUP\n')
  expect(wordsOf(await bot.send(CITIZEN, '/vanban dang vien'))).toContain('Quy định 3-QĐ/ĐUP')
  expect(wordsOf(await bot.send(CITIZEN, '/vanban bí thư báo cáo kết quả'))).toContain('nội dung gần nhất')
  expect(wordsOf(await bot.send(CITIZEN, '/vanban 99-QĐ/ĐUP'))).toContain('Thư viện không có văn bản 99-QĐ/ĐUP')
})

test('A search tells a citizen of a restricted document exactly what it tells of none', async () => {
  const [bot, without] = [all, some]
  for (const typed of ['77-QĐ/ĐUP', 'bồ câu', 'kho lưu trữ', 'hải đăng', 'quy định 88'])
    expect(wordsOf(await bot.send(CITIZEN, `/vanban ${typed}`)), typed).toBe(
      wordsOf(await without.send(CITIZEN, `/vanban ${typed}`)),
    )
  expect(wordsOf(await bot.send(ADMIN, '/vanban bo cau'))).toContain('Quy định 77-QĐ/ĐUP')
})

test('A restricted document is protected and says whom it is for; for others it is as if it were not there', async () => {
  const bot = all
  const [shown] = (await bot.send(ADMIN, '/vanban 77-QĐ/ĐUP')) as readonly Said[]
  expect(shown).toMatchObject({ protect: true })
  expect(shown!.text).toContain('Phạm vi: chỉ cán bộ được xem')
  expect(shown!.text).not.toContain('t.me')
  const id = dataOf([shown!], 'Xem mục lục').split(':')[1]!
  const outline = await bot.press(ADMIN, `vbo:${id}:0`)
  const part = dataOf(outline, 'Điều 2')
  expect(wordsOf(await bot.press(ADMIN, part))).toContain('87 lần mỗi năm')
  const missing = '0123456789abcdef'
  for (const data of [`vbd:${id}`, `vbp:${id}`, `vbo:${id}:0`, part, `vbf:${id}`, `vbh:${id}`]) {
    const unknown = data.replace(id, missing)
    expect(await bot.press(CITIZEN, data), data).toEqual(similar(await bot.press(CITIZEN, unknown)))
    expect(await bot.press(ADMIN, data, { group: GROUP }), data).toEqual(similar(await bot.press(ADMIN, unknown, { group: GROUP }))) // prettier-ignore
  }
})

/** The same but for the number of the message that is edited. */
const similar = (said: readonly object[]): unknown[] =>
  said.map((one) => ('edit' in one ? { ...one, edit: expect.any(Number) as number } : one))

test('The parts of a document, read one after the other, are its whole text', async () => {
  const body = Array.from(
    { length: 40 },
    (_, i) => `${i + 1}. Nhiệm vụ thứ ${i + 1}: ${'các chi bộ thực hiện đúng quy định. '.repeat(6).trim()}`,
  )
  const long = `${regulation(5, 2020, 'nhiệm vụ').trimEnd()}\n\nChương II\nTHỰC HIỆN\n\nĐiều 3. Nhiệm vụ cụ thể\n${body.join('\n')}\n`
  const bot = await quietBot({ 'dai.md': long })
  const page = await bot.send(CITIZEN, '/vanban 5-QĐ/ĐUP')
  const outline = await bot.press(CITIZEN, dataOf(page, 'Xem mục lục'))
  expect(wordsOf(outline)).toContain('Điều 3. Nhiệm vụ cụ thể')
  let data: string | undefined = dataOf(outline, 'Phần mở đầu')
  const pieces: string[] = []
  const backs: (string | undefined)[] = []
  while (data !== undefined) {
    const said = (await bot.press(CITIZEN, data)) as readonly Said[]
    const { text } = said[0]!
    expect(text.length).toBeLessThan(3_500)
    pieces.push(text.slice(text.indexOf('\n\n') + 2))
    const bears = (label: string) => buttonsOf(said).find((button) => button.label === label)?.data
    backs.push(bears('‹ Trước'))
    if (pieces.length > 1) expect(backs.at(-1)).toBeDefined()
    data = bears('Sau ›')
  }
  expect(pieces.length).toBeGreaterThan(5)
  const library = bot.app.library('public')!
  const whole = library.content(library.cards[0]!.id)!.text
  const words = (text: string) => text.replace(/\s+/g, ' ').trim()
  expect(words(pieces.join(' '))).toBe(words(whole))
})

test('A button from before the document changed finds the same article, or shows the new outline', async () => {
  const bot = await quietBot({ 'q.md': regulation(5, 2020, 'nhiệm vụ') })
  const outline = await bot.press(CITIZEN, dataOf(await bot.send(CITIZEN, '/vanban 5-QĐ/ĐUP'), 'Xem mục lục'))
  const [scope, rules] = [dataOf(outline, 'Điều 1'), dataOf(outline, 'Điều 2')]
  const changed = regulation(5, 2020, 'nhiệm vụ').replace('Điều 1. Phạm vi\n', 'Lời nói đầu của quy định.\n\nĐiều 0. Mới\n1. Có thêm một điều.\n\nĐiều 1. Đối tượng\n') // prettier-ignore
  await bot.ingest({ 'q.md': changed })
  expect(wordsOf(await bot.press(CITIZEN, rules))).toContain('15 lần mỗi năm')
  const moved = wordsOf(await bot.press(CITIZEN, scope))
  expect(moved).toContain('Văn bản này đã được cập nhật')
  expect(moved).toContain('Điều 1. Đối tượng')
})

test('After “Hỏi về văn bản này” the next question is answered from that document', async () => {
  const bot = some
  const ask = async (number: string): Promise<string> => {
    await bot.press(CITIZEN, dataOf(await bot.send(CITIZEN, `/vanban ${number}`), 'Hỏi về văn bản'))
    return wordsOf(await bot.send(CITIZEN, 'Các chi bộ thực hiện mấy lần mỗi năm?'))
  }
  expect(await ask('4-QĐ/ĐUP')).toContain('14 lần mỗi năm')
  expect(await ask('8-QĐ/ĐUP')).toContain('18 lần mỗi năm')
})

test('After “Tìm văn bản” the next words are a search if they name a document, and a question otherwise', async () => {
  const bot = some
  expect(wordsOf(await bot.send(CITIZEN, 'tim van ban'))).toContain('Đồng chí gõ số hiệu hoặc vài từ')
  expect(wordsOf(await bot.send(CITIZEN, 'chuyên đề'))).toMatch(/^Quy định 2-QĐ\/ĐUP\n/)
  // only the next one
  expect(wordsOf(await bot.send(CITIZEN, 'chuyên đề'))).not.toMatch(/^Quy định 2-QĐ\/ĐUP\n/)
  await bot.send(CITIZEN, 'Tìm văn bản')
  expect(wordsOf(await bot.send(CITIZEN, 'Tiếp công dân mấy lần mỗi năm?'))).toContain('20 lần mỗi năm')
})

test('Mangled buttons do nothing but show what is there', async () => {
  const bot = some
  for (const data of [
    'vbl',
    'vbl:x:y:z',
    'vbl:-:20:1',
    'vbl:-:-:-1',
    'vbd',
    'vbd:__proto__',
    'vba:x',
    'vbo::',
    'vbf',
    'vbh:constructor',
    'vd:zzz',
    'xoa',
  ])
    for (const said of await bot.press(CITIZEN, data)) expect(said.kind, data).toBe('text')
})
