import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stage, type Play } from '../support/play.ts'

let play: Play<never>
beforeAll(async () => {
  play = await stage({ keep: true })
})
afterAll(() => play.close())

describe('a document in short, in Telegram', () => {
  it('is opened from its page: summary, targets, and back, in place', async () => {
    const lan = play.server.user({ name: 'Lan' })
    await lan.command('/vanban 05-NQ/ĐUK')
    const page = await lan.nextReply()
    expect(page.rows.flat().slice(0, 2)).toEqual(['Tóm tắt', 'Chỉ tiêu'])
    await lan.tap('Tóm tắt')
    await page.edited()
    expect(page.text).toContain('Tóm tắt Nghị quyết 05-NQ/ĐUK')
    expect(page.text).toContain('Gồm 4 phần: I. Tình hình; II. Mục tiêu và chỉ tiêu đến năm 2027;')
    expect(page.text).toContain('“a) 100% chi bộ sinh hoạt định kỳ mỗi tháng một lần;” (Phần II mục 2 điểm a)')
    expect(page.text).not.toMatch(/\[\d+\]/)
    await lan.tap('Chỉ tiêu')
    await page.edited()
    expect(page.text).toMatch(/^Chỉ tiêu của Nghị quyết 05-NQ\/ĐUK\n\nCó 5 chỉ tiêu/)
    expect(page.text).toContain('5. “đ) kết nạp từ 70 đảng viên mới trở lên mỗi năm.” (Phần II mục 2 điểm đ)')
    expect(page.text).not.toContain('86,5%')
    await lan.tap('Về trang văn bản')
    await page.edited()
    expect(page.rows.flat()).toContain('Gửi văn bản gốc')
  })

  it('has no button for targets that are not there', async () => {
    const lan = play.server.user({ name: 'Mai' })
    await lan.command('/vanban 27-QĐ/ĐUK')
    const page = await lan.nextReply()
    expect(page.rows.flat()).toContain('Tóm tắt')
    expect(page.rows.flat()).not.toContain('Chỉ tiêu')
  })

  it('is asked for by /tomtat, and the next question is about the same document', async () => {
    const nam = play.server.user({ name: 'Nam' })
    await nam.command('/tomtat nq 05')
    const summary = await nam.nextReply()
    expect(summary.text).toContain('Gồm 4 phần')
    expect(summary.text).toContain('Tóm tắt lập tự động theo bố cục')
    await nam.send('chi tieu cu the la gi')
    const targets = await nam.nextReply()
    expect(targets.text).toContain('có 5 chỉ tiêu, mục tiêu kèm số liệu')
    expect(targets.text).toContain('Hiểu là hỏi tiếp về Nghị quyết 05-NQ/ĐUK')
  })

  it('without a name asks which, and takes the one that is picked', async () => {
    const thu = play.server.user({ name: 'Thu' })
    await thu.command('/tomtat')
    const back = await thu.nextReply()
    expect(back.text).toContain('Đồng chí muốn xem tóm tắt văn bản nào?')
    await thu.send('1')
    expect((await thu.nextReply()).text).toMatch(/Gồm \d+ /)
  })

  it('tells of a level that is no longer with the refusal', async () => {
    const ha = play.server.user({ name: 'Hà' })
    await ha.send('Huyện ủy Bù Đăng ở đâu?')
    expect((await ha.nextReply()).text).toMatch(/^Cấp huyện đã kết thúc hoạt động từ ngày 01\/07\/2025/)
  })
})
