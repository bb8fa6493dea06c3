import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stage, type Play } from '../support/play.ts'
import type { BotReply } from '../support/telegram/replies.ts'

let play: Play<never>
beforeAll(async () => {
  play = await stage({ keep: true })
})
afterAll(() => play.close())
const newcomer = (name = 'Lan') => play.server.user({ name })

/** The words that bear a mark, in their order. */
const marked = ({ text, entities }: BotReply, type: string): string[] =>
  entities.filter((entity) => entity.type === type).map(({ offset, length }) => text.slice(offset, offset + length))

describe('two documents compared', () => {
  it('explains itself, and offers the pairs that the library has', async () => {
    const lan = newcomer()
    await lan.command('/sosanh')
    const help = await lan.nextReply()
    expect(help.text).toContain('/sosanh 27-QĐ/ĐUK 12-QĐ/ĐUK')
    expect(help.rows).toEqual([['1. 27-QĐ/ĐUK']])
    await lan.tap('1. 27-QĐ/ĐUK')
    expect((await lan.nextReply()).text).toMatch(/^So sánh Quy định 27-QĐ\/ĐUK với Quy định 12-QĐ\/ĐUK\n/)
  })

  it('says first what it comes to, with words that went struck through and new ones underlined', async () => {
    const lan = newcomer()
    await lan.command('/sosanh 27 12')
    const page = await lan.nextReply()
    expect(page.text).toContain('5 điều thay đổi, 2 điều mới (2 điều đổi số thứ tự).')
    expect(page.text).toContain('Trước: “2. Thời lượng mỗi kỳ sinh hoạt không dưới 60 phút.”\nNay: “2. Thời lượng mỗi kỳ sinh hoạt không dưới 90 phút; với sinh hoạt chuyên đề không dưới 120 phút.”') // prettier-ignore
    expect(marked(page, 'strikethrough')).toEqual(['Chữ gạch ngang là chữ bị bỏ', '60', 'năm', '2'])
    expect(marked(page, 'underline').slice(1)).toEqual(['90', '; với sinh hoạt chuyên đề không dưới 120 phút.', 'quý', '1']) // prettier-ignore
    expect(page.rows).toEqual([['Xem từng chỗ ›'], ['Gửi bản so sánh đầy đủ'], ['Mở 27-QĐ/ĐUK'], ['Mở 12-QĐ/ĐUK']])
    expect(page.protectContent).toBe(false)
  })

  it('is read to the end in place, every change once', async () => {
    const lan = newcomer()
    await lan.command('/sosanh 12-QĐ/ĐUK và 27-QĐ/ĐUK')
    const page = await lan.nextReply()
    await lan.tap('Xem từng chỗ ›')
    await page.edited()
    const texts = [page.text]
    while (page.rows.flat().includes('Sau ›')) {
      await lan.tap('Sau ›')
      await page.edited()
      texts.push(page.text)
      expect(page.text.length).toBeLessThan(2_500)
    }
    const all = texts.join('\n')
    for (const place of [
      'Điều 1 khoản 1',
      'Điều 2 khoản 3 (mới)',
      'Điều 3 khoản 2',
      'Điều 5. Trách nhiệm của đảng viên (mới)',
      'Điều 6 khoản 1 (thay đổi, trước là Điều 4 khoản 1)',
      'Điều 7 khoản 2 (mới)',
    ])
      // prettier-ignore
      expect(all.split(place)).toHaveLength(2)
    await lan.tap('‹ Trước')
    await page.edited()
    expect(page.text).toContain(`Trang ${texts.length - 1}/${texts.length}`)
  })

  it('comes whole as a page that needs nothing else', async () => {
    const lan = newcomer()
    await lan.command('/sosanh 27')
    await lan.nextReply()
    await lan.tap('Gửi bản so sánh đầy đủ')
    const sent = await lan.nextReply()
    expect(sent.document!.file_name).toBe('So sánh 27-QĐ-ĐUK với 12-QĐ-ĐUK.html')
    const html = Buffer.from(sent.document!.bytes).toString('utf8')
    const { document } = parseHTML(html)
    expect(document.querySelector('h1')!.textContent).toBe('So sánh Quy định 27-QĐ/ĐUK với Quy định 12-QĐ/ĐUK')
    expect([...document.querySelectorAll('del')].map((mark) => mark.textContent)).toContain('60')
    expect([...document.querySelectorAll('ins')].map((mark) => mark.textContent)).toContain('90')
    expect(document.querySelectorAll('script, link, img').length).toBe(0)
    expect(html).toContain('Ban Tổ chức và Văn phòng Đảng ủy Khối giúp Ban Thường vụ theo dõi việc thực hiện.')
  })

  it('is asked in words, with and without marks, and after a document was spoken of', async () => {
    const lan = newcomer()
    await lan.send('quy dinh 27 khac gi quy dinh 12')
    const answer = await lan.nextReply()
    expect(answer.text).toContain('nay “2. Thời lượng mỗi kỳ sinh hoạt không dưới 90 phút')
    expect(answer.text).toContain('trước đây: “2. Thời lượng mỗi kỳ sinh hoạt không dưới 60 phút.” [2]')
    await lan.tap('Xem toàn bộ so sánh')
    expect((await lan.nextReply()).text).toContain('Những thay đổi đáng chú ý nhất')

    const mai = newcomer('Mai')
    await mai.send('Quy định 27 do ai ban hành?')
    await mai.nextReply()
    await mai.send('khác gì so với quy định cũ')
    expect((await mai.nextReply()).text).toContain('Quy định 27-QĐ/ĐUK so với Quy định 12-QĐ/ĐUK:')
  })

  it('asks which where nothing was spoken of, and takes the button for an answer', async () => {
    const lan = newcomer()
    await lan.send('Khác gì so với quy định cũ?')
    const asked = await lan.nextReply()
    expect(asked.text).toContain('Đồng chí muốn so sánh văn bản nào với văn bản cũ?')
    await lan.tap('1. Quy định 27-QĐ/ĐUK')
    expect((await lan.nextReply()).text).toContain('Quy định 27-QĐ/ĐUK so với Quy định 12-QĐ/ĐUK:')
  })

  it('is leaned on: a place that is asked for next is one of the newer document, a question of its own is none of it', async () => {
    const lan = newcomer()
    await lan.command('/sosanh 27 12')
    await lan.nextReply()
    await lan.send('còn điều 5?')
    expect((await lan.nextReply()).text).toContain('Trách nhiệm của đảng viên')
    const mai = newcomer('Mai')
    await mai.command('/vanban 27-QĐ/ĐUK')
    await mai.nextReply()
    await mai.tap('So sánh với bản cũ')
    await mai.nextReply()
    await mai.send('ai ban hành?')
    expect((await mai.nextReply()).text).toMatch(/Quy định 27-QĐ\/ĐUK do /)
    const hoa = newcomer('Hoa')
    await hoa.command('/sosanh 27 12')
    await hoa.nextReply()
    await hoa.send('Chỉ tiêu kết nạp đảng viên mới mỗi năm là bao nhiêu?')
    expect((await hoa.nextReply()).text).toContain('05-NQ/ĐUK')
  })

  it('says what it cannot compare, and why', async () => {
    let lan = newcomer()
    const said = async (words: string): Promise<string> => {
      await lan.command(`/sosanh ${words}`)
      return (await lan.nextReply()).text
    }
    expect(await said('quy định 99 và 27')).toContain('Thư viện không có văn bản quy định 99.')
    expect(await said('NQ 05')).toContain('không có văn bản nào do Nghị quyết 05-NQ/ĐUK thay thế')
    expect(await said('quy dinh cu va moi')).toMatch(
      /Thư viện không có văn bản quy dinh cu\.[^]*\/sosanh 27-QĐ\/ĐUK 12-QĐ\/ĐUK/,
    )
    lan = newcomer()
    expect(await said('27 12 05')).toMatch(/^Mỗi lần tôi so sánh hai văn bản\./)
    expect(await said('27-QĐ/ĐUK 27')).toContain('Đồng chí nêu một văn bản hai lần')
    expect(await said('hướng dẫn 03 và kế hoạch 31')).toContain('không có phần nào tương ứng với nhau')
  })

  it('is offered under a document that replaces another one', async () => {
    const lan = newcomer()
    await lan.command('/vanban 27-QĐ/ĐUK')
    await lan.nextReply()
    await lan.tap('So sánh với bản cũ')
    expect((await lan.nextReply()).text).toContain('Những thay đổi đáng chú ý nhất')
  })
})
