import { describe, expect, it, vi } from 'vitest'
import { allDocuments, internal } from '../answer/library.ts'
import { openDesk } from '../support/desk.ts'

const INTERNAL = 'Kế hoạch 33-KH/ĐUP gồm bao nhiêu đồng chí?'
const ADMIN = 5_200_000_001

describe('what only some may read', () => {
  it('is answered to an admin in private, not to be passed on; in a group nobody learns that it exists', async () => {
    const { server } = await openDesk({ env: { ADMIN_IDS: String(ADMIN) } })
    const [admin, lan] = [server.user({ id: ADMIN, name: 'Quản trị' }), server.user({ name: 'Lan' })]
    const group = server.group({ members: [admin, lan] })
    await admin.send(INTERNAL)
    const answer = await admin.nextReply()
    expect(answer.text).toContain('9 đồng chí')
    expect(answer.protectContent).toBe(true)
    // what was said in private does not reach the group
    await group.as(admin).command(`/hoi@${server.bot.username} văn bản đó do ai ban hành?`)
    expect((await group.as(admin).nextReply()).text).not.toMatch(/33-KH|Hương Sen gồm/)
    const texts: string[] = []
    for (const person of [admin, lan]) {
      await group.as(person).command(`/hoi@${server.bot.username} ${INTERNAL}`)
      texts.push((await group.as(person).nextReply()).text.replace(/\n\nTôi là trợ lý[^\n]*/, ''))
    }
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]).not.toContain('9 đồng chí')
    expect(texts[0]).toContain('Trong nhóm tôi chỉ dùng tài liệu công khai.')
  })

  it('is not named any more by an old answer once it is gone', async () => {
    const { server, hold } = await openDesk({ env: { ADMIN_IDS: String(ADMIN) } })
    const admin = server.user({ id: ADMIN })
    await admin.send(INTERNAL)
    await admin.nextReply()
    hold(allDocuments.filter(({ id }) => id !== internal.id))
    for (const label of ['Xem thêm nguồn', 'Gửi văn bản gốc']) expect(await admin.tap(label)).toContain('không còn')
    expect(admin.all()).toHaveLength(1)
  })
})

describe('an answer of staff to what only some may read', () => {
  it('is not offered for the library, and cannot be pressed into it', async () => {
    const { server } = await openDesk({ env: { ADMIN_IDS: String(ADMIN), STAFF_CHAT_ID: '-1004900000031' } })
    const admin = server.user({ id: ADMIN, name: 'Quản trị' })
    const [lan, minh] = [server.user({ name: 'Lan' }), server.user({ name: 'Minh' })]
    const office = server.group({ id: -1_004_900_000_031, title: 'Cán bộ', members: [minh] })
    const staff = office.as(minh)
    const ids: string[] = []
    for (const [asker, question, isOffered] of [
      [admin, INTERNAL, false],
      [lan, 'Chi bộ sinh hoạt định kỳ ngày nào?', true],
    ] as const) {
      await asker.send(question)
      await asker.nextReply()
      await asker.tap('Hỏi cán bộ')
      const shown = await office.nextReply()
      ids.push(shown.buttons[0]!.data!.split(':')[1]!)
      await staff.reply(shown, 'Theo Điều 3 Quy định 27-QĐ/ĐUK.')
      const done = await office.nextReply()
      expect(done.rows.flat()).toEqual(isOffered ? ['Đưa vào thư viện'] : [])
      expect(done.text.includes('dựa trên tài liệu không công khai')).toBe(!isOffered)
    }
    expect(await staff.press(`lib:${ids[0]}`)).toContain('dựa trên tài liệu không công khai')
  })
})

describe('who does not want us', () => {
  it('gets nothing of what still waits after blocking us', async () => {
    const { server, deps } = await openDesk()
    const lan = server.user({ name: 'Lan' })
    server.fail('sendMessage', { code: 429, retryAfter: 30 })
    await lan.send('Chi bộ sinh hoạt định kỳ ngày nào?')
    await server.until(() => server.count('sendMessage') === 1, 'the answer to be put off')
    expect(deps.records.outbox.queued()).toHaveLength(1)
    lan.block()
    const minh = server.user({ name: 'Minh' })
    const waiting = () => deps.records.outbox.queued().filter(({ chat }) => chat === deps.keyOf(lan.id))
    await vi.waitFor(() => expect(waiting()).toEqual([]))
    await minh.send('Chi bộ sinh hoạt định kỳ ngày nào?')
    await minh.nextReply()
    expect(server.calls('sendMessage', lan)).toHaveLength(1)
    expect(lan.all()).toEqual([])
  })
})
