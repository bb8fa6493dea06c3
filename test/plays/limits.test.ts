import { describe, expect, it } from 'vitest'
import { stage } from '../support/play.ts'

const QUESTION = 'Khoản 2 Điều 2 Quy định 27-QĐ/ĐUK nói gì?'

describe('who asks too much', () => {
  it('is told once, kindly, when to come back, while others are answered', async () => {
    const { server } = await stage({ env: { QUESTIONS_PER_MINUTE: '6' } })
    const [lan, minh] = [server.user({ name: 'Lan' }), server.user({ name: 'Minh' })]
    for (let i = 0; i < 8; i++) await lan.send(QUESTION)
    await minh.send(QUESTION)
    expect((await minh.nextReply()).text).toContain('90 phút')
    const told = await lan.waitFor(({ text }) => text.includes('Mời đồng chí gửi lại câu hỏi'))
    expect(told.text).toMatch(/sau khoảng \d+ (?:giây|phút) nữa/)
    await minh.send(QUESTION)
    await minh.nextReply()
    expect(lan.all().filter(({ text }) => text.includes('90 phút'))).toHaveLength(2)
    expect(lan.all()).toHaveLength(3)
  })

  it('in a day is told the number and the way to a person', async () => {
    const { server } = await stage({ env: { QUESTIONS_PER_DAY: '1' } })
    const lan = server.user({ name: 'Lan' })
    await lan.send(QUESTION)
    await lan.nextReply()
    await lan.send(QUESTION)
    expect((await lan.nextReply()).text).toMatch(/đủ 1 câu[^]*ngày mai[^]*\/lienhe/)
  })
})

describe('who sends too many stickers', () => {
  it('is told when to come back, once, as who asks too much', async () => {
    const { server } = await stage({ env: { QUESTIONS_PER_MINUTE: '3' } })
    const lan = server.user({ name: 'Lan' })
    await lan.sticker('👍')
    await lan.nextReply()
    await lan.photo()
    expect((await lan.nextReply()).text).toMatch(/Mời đồng chí gửi lại câu hỏi sau khoảng \d+ (?:giây|phút) nữa/)
    for (let i = 0; i < 3; i++) await lan.send('👍')
    await lan.silence(server.user({ name: 'Minh' }))
  })
})

describe('what cannot be asked', () => {
  it('gets a word that helps: too long, without words, hidden signs, someone’s number', async () => {
    const { server, program } = await stage()
    const person = (name: string) => server.user({ name })
    const [lan, minh, hoa, tu] = [person('Lan'), person('Minh'), person('Hoa'), person('Tú')]
    await lan.send('Chi bộ họp ngày nào và '.repeat(40))
    expect((await lan.nextReply()).text).toMatch(/quá 500 ký tự[^]*rút gọn/)
    await minh.send('👍')
    expect((await minh.nextReply()).text).toContain('chưa thấy câu hỏi')
    await hoa.send([...QUESTION].join('\u200b'))
    expect((await hoa.nextReply()).text).toContain('90 phút')
    await tu.send('Tôi số 0912345678 muốn hỏi khoản 2 Điều 2 Quy định 27-QĐ/ĐUK nói gì?')
    const masked = await tu.nextReply()
    expect(masked.text).toContain('90 phút')
    expect(masked.text).toContain('Tôi đã che số điện thoại trong câu hỏi. Lần sau đồng chí không cần gửi.')
    await tu.send('Số CCCD của tôi là 001085012345')
    expect((await tu.nextReply()).text).toMatch(/đã che số định danh[^]*Mời đồng chí gõ câu hỏi/)
    expect(program.stderr()).not.toContain('0912345678')
  })
})
