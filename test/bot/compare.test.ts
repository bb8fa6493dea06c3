/** Comparisons with a side that not everybody may read: for whoever may not, it is not there; for who may, it is not to be passed on. */
import { expect, it } from 'vitest'
import { documentOf } from '../answer/library.ts'
import { openDesk } from '../support/desk.ts'

const ADMIN = 5_200_000_001
const meta = (number: string, date: string, replaces: readonly string[] = []) =>
  ({ kind: 'regulation', number, date, replaces, title: 'Quy định về sinh hoạt', issuer: 'Đảng ủy phường Hương Sen' }) as const // prettier-ignore
const body = (minutes: number) =>
  `Điều 1. Thời gian\n\nMỗi kỳ sinh hoạt không dưới ${minutes} phút, tại hội trường Bông Súng.`
const INNER = documentOf('aaaaaaaaaaaaaaaa', body(60), meta('08-QĐ/ĐUP', '2019-05-15'), 'member')
const OPEN = documentOf('bbbbbbbbbbbbbbbb', body(90), meta('21-QĐ/ĐUP', '2024-03-04', ['08-QĐ/ĐUP']))

const DOORS = ['/sosanh', '/sosanh 21', '/sosanh 21 08', '/sosanh 08-QĐ/ĐUP', 'quy định 21 khác gì quy định cũ', 'so sánh quy định 21 và quy định 08', '/vanban 21-QĐ/ĐUP'] // prettier-ignore

it('says to who may not read a side exactly what it says where that side is not there', async () => {
  const heard = async (documents: readonly (typeof INNER)[]): Promise<string[]> => {
    const { server, stop } = await openDesk({ documents })
    const texts: string[] = []
    for (const said of DOORS) {
      const lan = server.user({ name: 'Lan' })
      await (said.startsWith('/') ? lan.command(said) : lan.send(said))
      const reply = await lan.nextReply()
      texts.push(JSON.stringify([reply.text, reply.rows]))
    }
    const lan = server.user({ name: 'Lan' })
    await lan.command('/moi')
    await lan.nextReply()
    for (const data of [
      'sso:aaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbb',
      'ssf:aaaaaaaaaaaaaaaa:bbbbbbbbbbbbbbbb',
      'ssc:bbbbbbbbbbbbbbbb:aaaaaaaaaaaaaaaa',
      'ssc:aaaaaaaaaaaaaaaa',
    ]) {
      // prettier-ignore
      await lan.press(data)
      texts.push((await lan.nextReply()).text)
    }
    await stop()
    return texts
  }
  const texts = await heard([INNER, OPEN])
  expect(texts).toEqual(await heard([OPEN]))
  expect(texts.join()).not.toContain('60 phút')
})

it('is shown to who may read both, not to be passed on, page and file alike; in a group it is not there', async () => {
  const { server } = await openDesk({ documents: [INNER, OPEN], env: { ADMIN_IDS: String(ADMIN) } })
  const admin = server.user({ id: ADMIN, name: 'Quản trị' })
  await admin.command('/sosanh 21 08')
  const page = await admin.nextReply()
  expect(page.text).toContain('60 phút')
  expect(page.protectContent).toBe(true)
  await admin.tap('Gửi bản so sánh đầy đủ')
  const file = await admin.nextReply()
  expect(Buffer.from(file.document!.bytes).toString()).toContain('không sao chép, không chuyển tiếp')
  expect(file.protectContent).toBe(true)
  await admin.send('quy định 21 khác gì quy định 08')
  expect((await admin.nextReply()).protectContent).toBe(true)

  const group = server.group({ members: [admin] })
  await group.as(admin).command(`/sosanh@${server.bot.username} 21 08`)
  expect((await group.as(admin).nextReply()).text).not.toMatch(/60 phút|hội trường/)
})

it('looks again at what may be read when the file leaves', async () => {
  const { server, hold } = await openDesk({ documents: [INNER, OPEN], env: { ADMIN_IDS: String(ADMIN) } })
  const admin = server.user({ id: ADMIN, name: 'Quản trị' })
  await admin.command('/sosanh 21 08')
  await admin.nextReply()
  server.fail('sendDocument', { code: 429, retryAfter: 1 })
  await admin.tap('Gửi bản so sánh đầy đủ')
  await server.until(() => server.count('sendDocument') === 1, 'the file to be put off')
  hold([OPEN])
  const instead = await admin.nextReply()
  expect(instead.document).toBeNull()
  expect(instead.text).toContain('không có trong phần thư viện đồng chí được xem')
})

it('sets hostile words as words: no link, no command, no mark runs out of its place', async () => {
  const hostile = 'bấm https://xau.example/nhan?tien=1 hoặc @kegian, gõ /xoa <b>đậm</b> 𝒳'
  const older = documentOf('aaaaaaaaaaaaaaaa', `Điều 1. Thời gian\n\nMỗi kỳ sinh hoạt không dưới 60 phút, ${hostile}.`, meta('08-QĐ/ĐUP', '2019-05-15')) // prettier-ignore
  const newer = documentOf('bbbbbbbbbbbbbbbb', `Điều 1. Thời gian\n\nMỗi kỳ sinh hoạt không dưới 90 phút, ${hostile.replace('xau', 'xau2')}.`, meta('21-QĐ/ĐUP', '2024-03-04', ['08-QĐ/ĐUP'])) // prettier-ignore
  const { server } = await openDesk({ documents: [older, newer] })
  const lan = server.user({ name: 'Lan' })
  await lan.command('/sosanh 21 08')
  const { text, entities } = await lan.nextReply()
  const fixed = entities.filter(({ type }) => type === 'code').map(({ offset, length }) => text.slice(offset, offset + length)) // prettier-ignore
  for (const clickable of ['https://xau.example/nhan?tien=1', 'https://xau2.example/nhan?tien=1', '@kegian', '/xoa'])
    expect(fixed).toContain(clickable)
  for (const { offset, length } of entities) expect(offset + length).toBeLessThanOrEqual(text.length)
})
