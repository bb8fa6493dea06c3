import { readFileSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stage, type Play } from '../support/play.ts'
import { root } from '../support/run.ts'

let play: Play<never>
beforeAll(async () => {
  play = await stage({ keep: true })
})
afterAll(() => play.close())
const newcomer = (name = 'Lan') => play.server.user({ name })

describe('the library in Telegram', () => {
  it('is looked through by kind, and a document is opened from the list', async () => {
    const lan = newcomer()
    await lan.command('/vanban')
    const list = await lan.nextReply()
    expect(list.text).toContain('Thư viện có 6 văn bản, mới nhất ngày 06/01/2025.')
    await lan.tap('Quy định (2)')
    await list.edited()
    expect(list.text).toMatch(/^Quy định: 2 văn bản\n\n1\. Quy định 27-QĐ\/ĐUK \(16\/09\/2024\)\n/)
    expect(list.rows).toEqual([['1. 27-QĐ/ĐUK'], ['2. 12-QĐ/ĐUK'], ['Xem các loại văn bản']])
    await lan.tap('2. 12-QĐ/ĐUK')
    const page = await lan.nextReply()
    expect(page.text).toContain('Ngày ban hành: 20/04/2021')
    expect(page.text).toContain('Đã được thay thế bởi Quy định 27-QĐ/ĐUK')
    expect(page.text).toContain('Gồm: 5 điều')
    expect(page.quotes[0]).toContain(
      '“1. Chi bộ sinh hoạt định kỳ mỗi tháng một lần, vào ngày do chi bộ tự chọn.” (Điều 2)',
    )
    expect(page.previewOff).toBe(true)
    await lan.tap('Xem văn bản thay thế')
    expect((await lan.nextReply()).text).toContain('Thay thế: 12-QĐ/ĐUK')
  })

  it('is read article by article, in place', async () => {
    const lan = newcomer()
    await lan.send('tìm văn bản 27-qd/duk')
    const page = await lan.nextReply()
    await lan.tap('Xem mục lục')
    await page.edited()
    expect(page.text).toContain('Điều 5. Trách nhiệm của đảng viên')
    await lan.tap('Điều 3')
    await page.edited()
    expect(page.text).toBe(
      'Quy định 27-QĐ/ĐUK (16/09/2024)\n\nĐiều 3. Sinh hoạt chuyên đề\n1. Mỗi quý chi bộ sinh hoạt chuyên đề ít nhất 1 lần.\n2. Chi bộ đăng ký chuyên đề của cả năm trước ngày 31 tháng 01.',
    )
    await lan.tap('Sau ›')
    await page.edited()
    expect(page.text).toContain('Điều 4. Đánh giá chất lượng kỳ sinh hoạt')
    await lan.tap('Xem mục lục')
    await page.edited()
    await lan.tap('Về trang văn bản')
    await page.edited()
    expect(page.rows.flat()).toContain('Gửi văn bản gốc')
  })

  it('sends the file as it was taken in, byte for byte, and none that has changed since', async () => {
    const lan = newcomer()
    await lan.command('/vanban 27-QĐ/ĐUK')
    await lan.nextReply()
    await lan.tap('Gửi văn bản gốc')
    const sent = await lan.nextReply()
    expect(sent.document!.file_name).toMatch(/^27-QĐ-ĐUK Quy định về chế độ sinh hoạt chi bộ.*\.docx$/)
    expect(Buffer.from(sent.document!.bytes)).toEqual(
      readFileSync(join(root, 'data/documents/quy-dinh-27-qd-duk.docx')),
    )

    const mai = newcomer('Mai')
    await mai.command('/vanban 05-NQ/ĐUK')
    await mai.nextReply()
    writeFileSync(join(play.program.dataDir, 'documents/nghi-quyet-05-nq-duk.md'), 'MẬT\n')
    await mai.tap('Gửi văn bản gốc')
    const refused = await mai.nextReply()
    expect(refused.document).toBeNull()
    expect(refused.text).toContain('vừa được thay đổi')
    await mai.tap('Xem mục lục')
    expect((await refused.edited()).text).toContain('Mục tiêu và chỉ tiêu đến năm 2027')
  })

  it('puts the next question to the document that was opened', async () => {
    const lan = newcomer()
    await lan.command('/vanban 12-QĐ/ĐUK')
    await lan.nextReply()
    await lan.tap('Hỏi về văn bản này')
    await lan.nextReply()
    await lan.send('Thời lượng mỗi kỳ sinh hoạt là bao nhiêu?')
    expect((await lan.nextReply()).text).toContain('60 phút')
  })

  it('takes the words after “Tìm văn bản” for a search', async () => {
    const lan = newcomer()
    await lan.send('Tìm văn bản')
    await lan.nextReply()
    await lan.send('sinh hoat dang')
    expect((await lan.nextReply()).text).toMatch(/Hướng dẫn 03-HD\/BTCĐUK/)
  })

  it('shows the newest first', async () => {
    const lan = newcomer()
    await lan.command('/moi')
    const reply = await lan.nextReply()
    expect(reply.rows[0]).toEqual(['1. 31-KH/ĐUK'])
    expect(reply.rows).toHaveLength(6)
  })

  it('opens in a group for everybody alike: anyone may turn the page, in the topic it was asked in', async () => {
    const group = play.server.group({ title: 'Chi bộ', forum: true })
    const lan = newcomer()
    const mai = newcomer('Mai')
    const topic = group.topic('Văn bản')
    const inTopic = topic.as(lan)
    await inTopic.command(`/vanban@${play.server.bot.username}`)
    const list = await inTopic.nextReply()
    expect(list.threadId).not.toBeNull()
    await topic.as(mai).tap('Quy định (2)')
    await list.edited()
    expect(list.text).toContain('Quy định: 2 văn bản')
  })
})
