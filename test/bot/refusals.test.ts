import { expect, it } from 'vitest'
import { openDesk } from '../support/desk.ts'

const UNKNOWN = 'Đảng viên nuôi mèo thì báo cáo chi bộ thế nào?'
const env = { STAFF_CHAT_ID: '-1004900000009' }

it('a refusal that goes to staff is one message that says so', async () => {
  const { server, deps } = await openDesk({ env })
  const lan = server.user()
  await lan.send(UNKNOWN)
  const refusal = await lan.nextReply()
  expect(refusal.text).toContain('đã chuyển câu hỏi này tới cán bộ')
  expect(refusal.rows.flat()).not.toContain('Hỏi cán bộ')
  expect(deps.records.cases.countOpen()).toBe(1)
  await lan.send(UNKNOWN)
  expect((await lan.nextReply()).text).toContain('của đồng chí đang chờ cán bộ')
  expect(lan.all()).toHaveLength(2)
  expect(deps.records.cases.countOpen()).toBe(1)
})

it('of an empty library is said to be just that, and opens no case', async () => {
  const { server, deps } = await openDesk({ env, documents: [] })
  const lan = server.user()
  await lan.send(UNKNOWN)
  const refusal = await lan.nextReply()
  expect(refusal.text).toContain('Thư viện chưa có tài liệu nào')
  expect(refusal.text).toContain('bấm “Hỏi cán bộ”')
  expect(refusal.rows.flat()).toEqual(['Hỏi cán bộ'])
  expect(deps.records.cases.countOpen()).toBe(0)
})

it('searches for the question without the personal data in it, and keeps it masked', async () => {
  const { server, deps, asked } = await openDesk()
  const lan = server.user()
  const sent = await lan.send('Tôi số CCCD 001085012345, chi bộ sinh hoạt định kỳ ngày nào theo Quy định 21?')
  expect((await lan.nextReply()).text).toContain('ngày 05 hằng tháng')
  expect(asked).toEqual(['chi bộ sinh hoạt định kỳ ngày nào theo Quy định 21?'])
  const kept = deps.records.answers.ofMessage(deps.keyOf(lan.id), sent.messageId)!
  expect(kept.question).toContain('Tôi số CCCD [số định danh], chi bộ')
})
