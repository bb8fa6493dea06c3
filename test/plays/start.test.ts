import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stage, type Play } from '../support/play.ts'

const ADMIN = 5_400_000_001

let play: Play<never>
beforeAll(async () => {
  play = await stage({ keep: true, env: { CONTACT: 'Văn phòng Đảng ủy, tầng 2', ADMIN_IDS: String(ADMIN) } })
})
afterAll(() => play.close())
const newcomer = (name = 'Lan') => play.server.user({ name })

describe('somebody who opens the bot', () => {
  it('reads what it is, what it holds and what is kept, and finds three large keys below the input line', async () => {
    const lan = newcomer()
    await lan.command('/start')
    const [greeting, examples] = await lan.replies(2)
    expect(greeting!.text).toContain('Tôi là trợ lý tự động')
    expect(greeting!.text).toContain('Thư viện hiện có 6 văn bản, mới nhất ngày 06/01/2025.')
    expect(greeting!.text).toMatch(/tối đa 90 ngày.*\/xoa[^]*không nhập nội dung mật/)
    expect(lan.keyboard()).toEqual([['Đặt câu hỏi'], ['Tìm văn bản'], ['Trợ giúp']])
    expect(greeting!.markup).toMatchObject({ is_persistent: true, input_field_placeholder: 'Nhập câu hỏi…' })
    expect((greeting!.markup as { resize_keyboard?: boolean }).resize_keyboard ?? false).toBe(false)
    expect(examples!.rows).toHaveLength(3)
    for (const row of examples!.rows) expect(row.join('').length).toBeLessThanOrEqual(24)
    await lan.command('/start')
    expect((await lan.nextReply()).text.split('\n')).toHaveLength(1)
  })

  it('gets an answer with its source from every example, on the first press', async () => {
    const first = newcomer()
    await first.command('/start')
    const [, examples] = await first.replies(2)
    const labels = examples!.buttons.map(({ text }) => text)
    for (const label of labels) {
      const one = newcomer()
      await one.send('Đặt câu hỏi')
      expect((await one.nextReply()).buttons.map(({ text }) => text)).toEqual(labels)
      await one.tap(label)
      const answer = await one.nextReply()
      expect(answer.quotes[0], label).toMatch(/\[1\].*ĐUK/)
      expect(answer.text, label).toContain('Tôi là trợ lý tự động.')
    }
  })

  it('is helped in words, and told how to reach a person', async () => {
    const lan = newcomer()
    await lan.send('tro giup')
    const help = await lan.nextReply()
    expect(help.text).toContain(`/hoi@${play.server.bot.username}`)
    expect(help.entities.filter(({ type }) => type === 'bold')).toHaveLength(3)
    await lan.command('/lienhe')
    expect((await lan.nextReply()).text).toContain('Văn phòng Đảng ủy, tầng 2')
  })
})

describe('a link', () => {
  it('opens the document it was made for, and asks the question it was made for', async () => {
    const lan = newcomer()
    await lan.command('/vanban 27-QĐ/ĐUK')
    const page = await lan.nextReply()
    const payload = /\?start=(vb_\w+)/.exec(page.text)![1]!
    const mai = newcomer('Mai')
    await mai.startLink(payload)
    expect((await mai.nextReply()).text).toBe(page.text)

    await lan.send('Đặt câu hỏi')
    const { buttons } = await lan.nextReply()
    const hoa = newcomer('Hoa')
    await hoa.startLink(`hoi_${buttons[0]!.data!.slice('vd:'.length)}`)
    expect((await hoa.nextReply()).quotes[0]).toContain('[1]')
  })

  it('that leads nowhere says so, and a strange one is a plain start', async () => {
    const lan = newcomer()
    await lan.startLink('vb_0123456789abcdef')
    expect((await lan.nextReply()).text).toContain('Tôi không tìm thấy văn bản này')
    await lan.startLink('abc-xyz')
    expect((await lan.replies(2))[0]!.text).toContain('Kính chào đồng chí')
  })
})

describe('the menu of Telegram', () => {
  it('has our commands for everybody, and those of an admin once they have pressed Start', async () => {
    const { world } = play.server
    const commands = (scope: string): string => JSON.stringify(world.profile.get(`commands:${scope}`) ?? [])
    await play.server.until(() => world.profile.get('Name:vi'), 'the name of the bot')
    expect(commands('all_private_chats::vi')).toContain('Thông tin nào được lưu')
    expect(commands('all_private_chats::')).toBe(commands('all_private_chats::vi'))
    const admin = play.server.user({ id: ADMIN, name: 'Quản trị' })
    await admin.command('/start')
    await admin.replies(2)
    expect(commands(`chat:${ADMIN}:vi`)).toContain('chuaduoc')
    expect(commands(`chat:${ADMIN}:vi`)).toContain('riengtu')
  })

  it('is not told again by the next start', async () => {
    const told = (): number => ['setMyCommands', 'setMyName', 'setMyDescription', 'setMyShortDescription'].reduce((sum, method) => sum + play.server.count(method), 0) // prettier-ignore
    const before = told()
    await play.program.restart()
    const lan = newcomer()
    await lan.command('/trogiup')
    await lan.nextReply()
    // only the admin's, who had no chat when the program started first
    expect(told() - before).toBeLessThanOrEqual(2)
  })
})
