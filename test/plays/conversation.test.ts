import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stage, type Play } from '../support/play.ts'

let play: Play<never>
beforeAll(async () => {
  play = await stage({ keep: true })
})
afterAll(() => play.close())
const newcomer = (name = 'Lan') => play.server.user({ name })

describe('a conversation', () => {
  it('understands what follows from what was said, and says how', async () => {
    const lan = newcomer()
    await lan.send('Khoản 1 Điều 2 Quy định 27-QĐ/ĐUK nói gì?')
    expect((await lan.nextReply()).text).toContain('mỗi tháng một lần')
    await lan.send('còn khoản 2 thì sao?')
    expect((await lan.nextReply()).text).toContain('không dưới 90 phút')
    await lan.send('văn bản đó do ai ban hành?')
    expect((await lan.nextReply()).text).toContain('Đảng ủy Khối các cơ quan tỉnh')
  })

  it('a reply to an older answer leans on that answer, not on the last', async () => {
    const lan = newcomer()
    await lan.send('Khoản 1 Điều 2 Quy định 12-QĐ/ĐUK nói gì?')
    const old = await lan.nextReply()
    await lan.send('Khoản 1 Điều 2 Quy định 27-QĐ/ĐUK nói gì?')
    await lan.nextReply()
    await lan.reply(old, 'còn khoản 2 thì sao?')
    expect((await lan.nextReply()).text).toContain('60 phút')
    await lan.send('còn khoản 1 thì sao?')
    expect((await lan.nextReply()).text).toContain('vào ngày do chi bộ tự chọn')
  })

  it('an edited question is answered again where its answer stands, and the conversation goes on from there', async () => {
    const lan = newcomer()
    const asked = await lan.send('Khoản 2 Điều 2 Quy định 12-QĐ/ĐUK nói gì?')
    const answer = await lan.nextReply()
    expect(answer.text).toContain('60 phút')
    await asked.edit('Khoản 2 Điều 2 Quy định 27-QĐ/ĐUK nói gì?')
    await answer.edited()
    expect(answer.text).toContain('90 phút')
    await lan.send('còn khoản 1 thì sao?')
    expect((await lan.nextReply()).text).toContain('từ ngày 01 đến ngày 10')
    expect(lan.all()).toHaveLength(2)
  })

  it('several questions sent in a row are answered in their order', async () => {
    const lan = newcomer()
    const places = ['Khoản 1 Điều 2', 'Khoản 2 Điều 2', 'Khoản 1 Điều 3']
    for (const place of places) await lan.send(`${place} Quy định 27-QĐ/ĐUK nói gì?`)
    const answers = await lan.replies(3)
    expect(answers.map(({ text }) => /từ ngày 01|90 phút|Mỗi quý/.exec(text)?.[0])).toEqual([
      'từ ngày 01',
      '90 phút',
      'Mỗi quý',
    ])
  })

  it('is not remembered by others, and not in another place', async () => {
    const [lan, minh] = [newcomer(), newcomer('Minh')]
    const group = play.server.group({ members: [lan, minh] })
    const me = play.server.bot.username
    await lan.send('Khoản 1 Điều 2 Quy định 27-QĐ/ĐUK nói gì?')
    await lan.nextReply()
    await group.as(lan).command(`/hoi@${me} còn khoản 2 thì sao?`)
    expect((await group.as(lan).nextReply()).text).not.toContain('90 phút')
    await minh.send('còn khoản 2 thì sao?')
    expect((await minh.nextReply()).text).not.toContain('90 phút')
  })

  it('a place without a document waits for its name, offered or not, typed in any way', async () => {
    const [lan, minh] = [newcomer(), newcomer('Minh')]
    await lan.send('Tôi muốn xem Điều 2')
    expect((await lan.nextReply()).text).toContain('ở văn bản nào?')
    await lan.send('quy dinh 27')
    expect((await lan.nextReply()).text).toContain('không dưới 90 phút')
    await minh.send('Chi bộ sinh hoạt định kỳ mấy lần một tháng?')
    await minh.nextReply()
    await minh.send('Điều 5 nói gì?')
    const back = await minh.nextReply()
    expect(back.text).toContain('Đồng chí cho biết tên hoặc số văn bản')
    await minh.send('quy định 27')
    expect((await minh.nextReply()).text).toContain('vắng mặt 3 kỳ liên tiếp')
  })

  it('/hoi takes a question with it, and asks for one where there is none', async () => {
    const lan = newcomer()
    await lan.command('/hoi Khoản 2 Điều 2 Quy định 27-QĐ/ĐUK nói gì?')
    expect((await lan.nextReply()).text).toContain('90 phút')
    await lan.command('/hoi')
    expect((await lan.nextReply()).text).toContain('Mời đồng chí nhập câu hỏi')
    expect(lan.keyboard()).not.toBeNull()
  })

  it('has nothing to stop where nothing is being done', async () => {
    const lan = newcomer()
    await lan.command('/dung')
    expect((await lan.nextReply()).text).toBe('Không có câu hỏi nào đang chờ.')
  })
})

it('goes on after a restart: what follows from before it is understood', async () => {
  const lan = newcomer()
  await lan.send('Khoản 1 Điều 2 Quy định 27-QĐ/ĐUK nói gì?')
  const before = await lan.nextReply()
  await play.program.restart()
  await lan.send('còn khoản 2 thì sao?')
  expect((await lan.nextReply()).text).toContain('90 phút')
  await lan.reply(before, 'còn khoản 3 thì sao?')
  expect((await lan.nextReply()).text).toContain('07 ngày')
})
