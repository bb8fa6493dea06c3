import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stage, type Play } from '../support/play.ts'

let play: Play<never>
beforeAll(async () => {
  play = await stage({ keep: true, env: { CONTACT: 'Văn phòng, tầng 2' } })
})
afterAll(() => play.close())
const newcomer = (name = 'Lan') => play.server.user({ name })

const GOAL = 'Mục tiêu của Nghị quyết 05-NQ/ĐUK là gì?'

describe('an answer in Telegram', () => {
  it('comes first, then where it stands, in an expandable quotation; once it is said what answers', async () => {
    const lan = newcomer()
    await lan.send(GOAL)
    const answer = await lan.nextReply()
    expect(answer.text.startsWith('Theo Nghị quyết 05-NQ/ĐUK ngày 12/03/2024:\n“')).toBe(true)
    expect(answer.entities.map(({ type }) => type)).toEqual(['expandable_blockquote'])
    expect(answer.quotes[0]).toContain('[1] Nghị quyết số 05-NQ/ĐUK ngày 12/03/2024 của Đảng ủy Khối')
    expect(answer.previewOff).toBe(true)
    expect(answer.rows.every((row) => row.length === 1 && row[0]!.length <= 24)).toBe(true)
    expect(answer.text).toContain('Tôi là trợ lý tự động.')
    await lan.send(GOAL)
    expect((await lan.nextReply()).text).not.toContain('Tôi là trợ lý tự động.')
  })

  it('says that its source was replaced, and that press is press and old', async () => {
    const lan = newcomer()
    await lan.send('Theo Quy định 12-QĐ/ĐUK, thời lượng mỗi kỳ sinh hoạt là bao lâu?')
    const replaced = await lan.nextReply()
    expect(replaced.text).toMatch(/60 phút[^]*Quy định 12-QĐ\/ĐUK đã được thay thế bởi Quy định 27-QĐ\/ĐUK/)
    await lan.send('Việc sắp xếp đã giảm bao nhiêu đơn vị cấp phòng?')
    const press = await lan.nextReply()
    expect(press.text).toMatch(/106 đơn vị[^]*đã kết thúc[^]*Nguồn là bài báo/)
  })

  it('shows the passage around its quote and sends the file, each once', async () => {
    const lan = newcomer()
    await lan.send(GOAL)
    const answer = await lan.nextReply()
    await lan.tap('Xem thêm nguồn')
    const passage = await lan.nextReply()
    expect(passage.text).toContain('Nguyên văn phần có câu trích')
    expect(passage.replyTo).toBe(answer.messageId)
    await lan.tap('Gửi văn bản gốc')
    const file = await lan.nextReply()
    expect(file.document?.file_name).toMatch(/^05-NQ-ĐUK .*\.md$/)
    expect(await lan.tap('Gửi văn bản gốc', { on: answer })).toBe('Tôi đã gửi ở trên.')
    expect(await lan.tap('Xem thêm nguồn', { on: answer })).toBe('Tôi đã gửi ở trên.')
    await lan.silence(newcomer('Minh'))
  })

  it('asks back where several documents are meant, and takes a press or a word for an answer', async () => {
    const [lan, minh] = [newcomer(), newcomer('Minh')]
    for (const person of [lan, minh]) {
      await person.send('khoản 1 điều 2 nói gì')
      const back = await person.nextReply()
      expect(back.text).toContain('1. Quy định 12-QĐ/ĐUK (20/04/2021)\n2. Quy định 27-QĐ/ĐUK (16/09/2024)')
    }
    await lan.tap((label) => label.startsWith('2. '))
    await minh.send('quy định 27')
    for (const person of [lan, minh])
      expect((await person.nextReply()).text).toContain('từ ngày 01 đến ngày 10 hằng tháng')
  })

  it('says when it knows nothing, what it holds, and how to go on', async () => {
    const lan = newcomer()
    await lan.send('Mất huy hiệu Đảng thì báo cho ai?')
    const refusal = await lan.nextReply()
    expect(refusal.text).toMatch(/chưa tìm thấy[^]*6 tài liệu[^]*\/lienhe/)
    expect(refusal.quotes).toEqual([])
    expect(refusal.rows.flat()).not.toContain('Xem thêm nguồn')
    expect(refusal.text).toContain('Các tài liệu gần nhất:\n– ')
    const [near] = refusal.buttons
    await lan.tap(near!.text)
    const opened = await lan.waitFor(({ rows }) => rows.flat().includes('Xem mục lục'))
    expect(opened.text).toContain(near!.text)
  })

  it('is too old to be pressed once its asker has had everything erased', async () => {
    const lan = newcomer()
    await lan.send(GOAL)
    const answer = await lan.nextReply()
    await lan.command('/xoa')
    const asked = await lan.nextReply()
    await lan.tap('Xóa')
    await asked.edited()
    expect(await lan.tap('Xem thêm nguồn', { on: answer })).toContain('Mời đồng chí hỏi lại')
  })
})
