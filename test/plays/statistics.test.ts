import { describe, expect, it, vi } from 'vitest'
import { openDesk } from '../support/desk.ts'
import { stage } from '../support/play.ts'

const CHIEF = 5_200_000_001
const OFFICE = -1_004_900_000_031
const EMPTY = 'Trong 30 ngày qua chưa có câu hỏi nào.'

describe('/thongke', () => {
  it('tells staff in words and in a picture what came of the questions, without anybody or their words', async () => {
    const { server, people: { chief } } = await stage({
      people: { chief: { name: 'Quản trị', id: CHIEF } },
      env: { ADMIN_IDS: String(CHIEF) },
    }) // prettier-ignore
    await chief.command('/thongke')
    expect((await chief.nextReply()).text).toBe(EMPTY)
    for (let n = 0; n < 3; n++) {
      const asker = server.user({ name: `Người ${n}` })
      for (const question of ['Chi bộ họp mấy lần một tháng?', 'Chế độ nghỉ thai sản của <b>giáo viên</b> mầm non?']) {
        await asker.send(question)
        await asker.nextReply()
      }
    }
    await chief.command('/thongke 7')
    const [words, picture] = await chief.replies(2)
    expect(words!.text).toMatch(/^Thống kê hỏi đáp\n7 ngày, đến hết \d\d\/\d\d\/\d{4}\n\nSố câu hỏi: 6\n– đã trả lời: \d \(\d+%\)/)
    expect(words!.text).toContain('từ 3 người hỏi trở lên')
    expect(words!.text).not.toMatch(/mấy lần một tháng|Người \d/)
    expect(picture!.method).toBe('sendPhoto')
    expect(picture!.text).toContain('Các con số có trong tin nhắn phía trên')
    expect(Buffer.from(picture!.photo!).subarray(1, 4).toString()).toBe('PNG')
    await chief.command('/thongke 31')
    expect((await chief.nextReply()).text).toContain('/thongke 90')
  }) // prettier-ignore

  it('is for the staff chat, admins and staff in private; for nobody else', async () => {
    const { server, deps } = await openDesk({ env: { ADMIN_IDS: String(CHIEF), STAFF_CHAT_ID: String(OFFICE) } })
    const [chief, lan, minh] = [server.user({ id: CHIEF }), server.user({ name: 'Lan' }), server.user({ name: 'Minh' })]
    const office = server.group({ id: OFFICE, title: 'Cán bộ', members: [minh, chief] })
    const other = server.group({ title: 'Chi bộ', members: [minh, chief] })
    const role = vi.spyOn(deps.records.members, 'get')
    role.mockImplementation((person) => (person === deps.keyOf(minh.id) ? ({ role: 'staff' } as never) : null))
    await office.as(minh).command(`/thongke@${server.bot.username}`)
    expect((await office.nextReply()).text).toBe(EMPTY)
    for (const one of [chief, minh]) {
      await one.command('/thongke')
      expect((await one.nextReply()).text).toBe(EMPTY)
    }
    await lan.command('/thongke')
    expect((await lan.nextReply()).text).not.toBe(EMPTY)
    for (const one of [chief, minh]) {
      await other.as(one).command(`/thongke@${server.bot.username}`)
      expect((await other.nextReply()).text).not.toBe(EMPTY)
    }
  })

  it('sends words where a picture cannot be drawn or sent, and the picture after a crash', async () => {
    const { server, people: { chief, lan }, program } = await stage({
      people: { chief: { name: 'Quản trị', id: CHIEF }, lan: { name: 'Lan' } },
      env: { ADMIN_IDS: String(CHIEF) },
    }) // prettier-ignore
    await lan.send('Chi bộ họp mấy lần một tháng?')
    await lan.nextReply()
    server.fail('sendPhoto', { code: 429, retryAfter: 2 })
    await chief.command('/thongke')
    await chief.nextReply()
    await server.until(() => server.count('sendPhoto') === 1, 'the picture to be put off')
    await program.kill()
    await program.restart()
    expect((await chief.waitFor(({ photo }) => photo !== null)).text).toContain('Thống kê hỏi đáp')
    server.fail('sendPhoto', { code: 400, description: 'Bad Request: not enough rights to send photos to the chat' })
    await chief.command('/thongke')
    const [, instead] = await chief.replies(2)
    expect(instead!.text).toBe('Chưa vẽ được hình thống kê. Các con số có trong tin nhắn phía trên.')
    await chief.command('/trogiup')
    expect((await chief.nextReply()).text).toContain('Cách hỏi')
  })
})
