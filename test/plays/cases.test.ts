import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stage } from '../support/play.ts'
import { staffedDesk as desk } from '../support/staffed-desk.ts'
import type { BenchGroup } from '../support/telegram/group.ts'

const QUESTION = 'Chi bộ họp mấy lần một tháng?'
/** Not in the samples. */
const UNKNOWN = 'Mất huy hiệu Đảng thì báo cho ai?'

const withoutStaffChat = async () => {
  const play = await stage({
    people: {
      lan: { name: 'Lan' },
      chief: { name: 'Quản trị', id: 5_200_000_001 },
      deputy: { name: 'Phó', id: 5_200_000_002 },
    },
    env: { ADMIN_IDS: '5200000001,5200000002' },
  })
  return { ...play, ...play.people }
}

describe('a question that goes to staff', () => {
  it('is passed on at a press, answered by a reply in the staff chat, and comes back to its asker', async () => {
    const { lan, office, staff } = await desk()
    const asked = await lan.send(QUESTION)
    await lan.nextReply()
    expect(await lan.tap('Hỏi cán bộ')).toContain('Đã chuyển')
    expect((await lan.nextReply()).text).toContain('không kèm tên')
    expect(await lan.tap('Hỏi cán bộ')).toContain('đã được gửi')
    const shown = await office.nextReply()
    expect(shown.text).toContain('Câu hỏi số 1')
    expect(shown.text).toContain('Tin trả lời được gửi ngay cho người hỏi.')
    expect(shown.text).toContain(QUESTION)
    expect(shown.text).not.toContain('Lan')
    await staff.reply(shown, 'Mỗi tháng một lần, theo Điều lệ Đảng. Điện thoại văn phòng: 0219 3866 123.')
    const answer = await lan.nextReply()
    expect(answer.text).toContain('Cán bộ trả lời')
    expect(answer.text).toContain('Mỗi tháng một lần, theo Điều lệ Đảng. Điện thoại văn phòng: 0219 3866 123.')
    expect(answer.quotes).toEqual([QUESTION])
    expect(answer.text).not.toContain('Minh')
    expect(answer.replyTo).toBe(asked.messageId)
    expect((await office.nextReply()).text).toBe('Đã gửi tới người hỏi (câu hỏi số 1).')
    expect(lan.unseen()).toEqual([])
  })

  it('shows a name only of who agrees, and then only to staff', async () => {
    const { lan, hung, office, program } = await desk()
    for (const asker of [lan, hung]) {
      await asker.send(QUESTION)
      await asker.nextReply()
      await asker.tap('Chưa đúng ý')
    }
    await lan.tap('Cho biết tên')
    await office.waitFor(({ text }) => text === 'Người hỏi câu số 1 đồng ý cho biết tên: Lan Trần.')
    const asked = await lan.waitFor(({ text }) => text.includes('đã được biết tên'))
    expect(asked.buttons).toEqual([])
    await hung.tap('Không')
    await hung.waitFor(({ text }) => text.includes('Câu hỏi vẫn được gửi, không kèm tên.'))
    await program.stop()
    const kept = readFileSync(join(program.dataDir, 'records/records.db')).toString('utf8')
    expect(kept).toContain('Lan')
    expect(kept).not.toContain('Hùng')
  })

  it('brings files as copies, and later answers only when staff insist', async () => {
    const { lan, office, staff } = await desk()
    await lan.send(QUESTION)
    await lan.nextReply()
    await lan.tap('Hỏi cán bộ')
    await lan.nextReply()
    const shown = await office.nextReply()
    const first = await staff.document({ name: 'huong-dan.txt', bytes: 'Hướng dẫn' }, { replyTo: shown })
    expect((await lan.nextReply()).text).toContain('Cán bộ trả lời')
    const copy = await lan.nextReply()
    expect([copy.method, copy.document?.file_name]).toEqual(['copyMessage', 'huong-dan.txt'])
    expect((await office.nextReply()).replyTo).toBe(first.messageId)

    await staff.reply(shown, 'Xem thêm Điều 2.')
    const held = await office.nextReply()
    expect(held.text).toContain('đã có người trả lời')
    expect(lan.unseen()).toEqual([])
    await staff.tap('Gửi thêm', { on: held })
    expect((await lan.nextReply()).text).toContain('Xem thêm Điều 2.')
    expect(lan.unseen()).toEqual([])
  })

  it('is answered anew where staff edit what they wrote', async () => {
    const { lan, office, staff } = await desk()
    await lan.send(QUESTION)
    await lan.nextReply()
    await lan.tap('Hỏi cán bộ')
    await lan.nextReply()
    const reply = await staff.reply(await office.nextReply(), 'Xem thêm Điều 2.')
    const answer = await lan.nextReply()
    await reply.edit('Xem thêm Điều 3.')
    expect((await answer.edited()).text).toContain('Xem thêm Điều 3.')
    await office.waitFor(({ text }) => text.includes('Đã sửa câu trả lời'))
    expect(lan.unseen()).toEqual([])
  })

  it('tells staff when the asker cannot be reached any more', async () => {
    const { lan, office, staff } = await desk()
    await lan.send(QUESTION)
    await lan.nextReply()
    await lan.tap('Hỏi cán bộ')
    await lan.nextReply()
    const shown = await office.nextReply()
    lan.block()
    await staff.reply(shown, 'Mỗi tháng một lần.')
    expect((await office.nextReply()).text).toContain('Chưa gửi được trả lời cho câu hỏi số 1')
  })

  it('goes by itself when the library has no answer, once for the same question however it is typed', async () => {
    const { lan, hung, office, staff } = await desk()
    await lan.send(UNKNOWN)
    const refusal = await lan.nextReply()
    expect(refusal.text).toContain('đã chuyển câu hỏi này tới cán bộ, không kèm tên')
    expect(refusal.rows.flat()).not.toContain('Hỏi cán bộ')
    const shown = await office.nextReply()
    expect(shown.text).toContain('trợ lý chưa trả lời được')
    await hung.send('mat huy hieu dang thi bao cho ai')
    const waiting = await hung.nextReply()
    expect(waiting.text).toContain('đang chờ cán bộ trả lời')
    for (const idle of ['Chào bạn', 'Hôm nay ăn gì?', 'x'.repeat(600)]) {
      await hung.send(idle)
      await hung.nextReply()
    }
    await staff.command('/chuaduoc')
    const list = await office.nextReply()
    expect(list.text).toContain('Có 1 câu hỏi đang chờ trả lời')
    expect(list.text).toContain('Đã được hỏi 2 lần')
    await hung.tap('Hỏi cán bộ', { on: waiting })
    expect((await office.nextReply()).text).toContain('Câu hỏi số 2')
    expect(lan.unseen()).toEqual([])
  })

  it('is only answered by people in the staff chat under their own account', async () => {
    const { lan, hung, office, server } = await desk()
    await lan.send(QUESTION)
    await lan.nextReply()
    await lan.tap('Hỏi cán bộ')
    await lan.nextReply()
    const shown = await office.nextReply()
    for (const nobody of [office.anonymousAdmin(), office.asChannel('Kênh lạ')])
      await nobody.reply(shown, 'Tôi trả lời đây')
    expect((await office.nextReply()).text).toContain('bằng tài khoản của mình')
    // somebody who learned the data of the buttons
    for (const data of shown.buttons.map((button) => button.data!)) {
      await hung.send('/trogiup')
      await hung.nextReply()
      expect(await hung.press(data)).toContain('không còn')
      expect(await hung.press(data.replace('close', 'case'))).toContain('không còn')
    }
    await hung.send('/chuaduoc')
    expect((await hung.nextReply()).text).toContain('không có lệnh')
    const club = server.group({ title: 'Nhóm khác', members: [hung] })
    await club.as(hung).command('/hoi@hoi_dap_dang_bot')
    await club.as(hung).reply(await club.nextReply(), 'Tôi trả lời thay')
    await club.nextReply()
    expect(office.unseen()).toEqual([])
    expect(lan.unseen()).toEqual([])
  })

  it('is listed until it is answered or closed, page by page, and can be shown again', async () => {
    const { server, chief, deputy } = await withoutStaffChat()
    const askers = Array.from({ length: 7 }, (_, i) => server.user({ name: `Người ${i + 1}` }))
    for (const asker of askers) {
      await asker.send(QUESTION)
      await asker.nextReply()
      await asker.tap('Chưa đúng ý')
      await asker.nextReply()
    }
    await chief.command('/chuaduoc')
    const list = await chief.nextReply()
    expect(list.text).toContain('Có 7 câu hỏi')
    expect(list.rows.flat()).toEqual([1, 2, 3, 4, 5].map((n) => `Xem câu hỏi số ${n}`).concat('Trang sau'))
    await chief.tap('Trang sau')
    await list.edited()
    expect(list.rows.flat()).toEqual(['Xem câu hỏi số 6', 'Xem câu hỏi số 7', 'Trang trước'])
    await chief.tap('Xem câu hỏi số 6')
    const shown = await chief.nextReply()
    expect(shown.text).toContain('Câu hỏi số 6')
    await chief.tap('Đóng', { on: shown })
    expect((await askers[5]!.nextReply()).text).toContain('/lienhe')
    // somebody else goes on: one person is written to once a second
    await deputy.command('/chuaduoc')
    const left = await deputy.nextReply()
    expect(left.text).toContain('Có 6 câu hỏi')
    await deputy.tap('Trang sau')
    await left.edited()
    await deputy.tap('Xem câu hỏi số 7')
    await deputy.reply(await deputy.nextReply(), 'Mỗi tháng một lần.')
    expect((await askers[6]!.nextReply()).text).toContain('Mỗi tháng một lần.')
    await chief.command('/chuaduoc')
    expect((await chief.nextReply()).text).toContain('Có 5 câu hỏi')
  })

  it('comes from a topic of a group and goes back there', async () => {
    const { lan, hung, office, staff, server } = await desk({}, true)
    const group = server.group({ title: 'Chi bộ 1', forum: true, members: [lan, hung] })
    const topic = group.topic('Hỏi đáp')
    const inTopic = topic.as(lan)
    const asked = await inTopic.command('/hoi@hoi_dap_dang_bot Chi bộ họp mấy lần một tháng?')
    const answer = await topic.nextReply()
    expect(await topic.as(hung).tap('Hỏi cán bộ', { on: answer })).toContain('người đã hỏi')
    await inTopic.tap('Hỏi cán bộ', { on: answer })
    await staff.reply(await office.nextReply(), 'Mỗi tháng một lần.')
    const back = await topic.nextReply()
    expect([back.threadId, back.replyTo]).toEqual([topic.threadId, asked.messageId])
  })

  it('still finds staff, and they are still staff, when their group becomes a supergroup', async () => {
    let office: BenchGroup | undefined
    const { server, program, people } = await stage({
      people: { lan: { name: 'Lan' }, hung: { name: 'Hùng' }, minh: { name: 'Minh' } },
      before: (at, { minh }) => void (office = at.group({ title: 'Cán bộ', members: [minh], basic: true })),
      env: () => ({ STAFF_CHAT_ID: String(office!.chatId), GROUP_IDS: '-1004900000001' }),
    })
    const ask = async (person: typeof people.lan) => {
      await person.send(QUESTION)
      await person.nextReply()
      await person.tap('Hỏi cán bộ')
      await person.nextReply()
    }
    await ask(people.lan)
    await office!.nextReply()
    const bigger = office!.upgrade()
    const staff = bigger.as(people.minh)
    await ask(people.hung)
    const shown = await bigger.nextReply()
    expect(shown.text).toContain('Câu hỏi số 2')
    await program.restart()
    await staff.reply(shown, 'Mỗi tháng một lần.')
    expect((await people.hung.nextReply()).text).toContain('Mỗi tháng một lần.')
    await staff.command('/chuaduoc')
    await bigger.waitFor(({ text }) => text.includes('Có 1 câu hỏi đang chờ'))
    expect(server.count('leaveChat')).toBe(0)
    const warnings = program.stderr().split('\n').filter((line) => line.includes('STAFF_CHAT_ID')) // prettier-ignore
    expect(warnings).toEqual([expect.stringContaining(String(bigger.chatId))])
    expect(office!.all().length).toBe(1)
  })

  it('is recorded for the admins where there is no staff chat', async () => {
    const { lan, chief } = await withoutStaffChat()
    await lan.send(QUESTION)
    const answer = await lan.nextReply()
    expect(answer.rows.flat()).not.toContain('Hỏi cán bộ')
    await lan.tap('Chưa đúng ý')
    expect((await lan.nextReply()).text).toContain('ghi nhận')
    await lan.send(UNKNOWN)
    await lan.nextReply()
    await chief.command('/chuaduoc')
    expect((await chief.nextReply()).text).toContain('Có 1 câu hỏi')
    await chief.tap('Xem câu hỏi số 1')
    await chief.reply(await chief.nextReply(), 'Mỗi tháng một lần.')
    expect((await lan.nextReply()).text).toContain('Mỗi tháng một lần.')
    expect((await chief.nextReply()).text).toContain('Đã gửi tới người hỏi')
  })
})
