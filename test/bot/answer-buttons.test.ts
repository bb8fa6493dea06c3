import { describe, expect, it } from 'vitest'
import { allDocuments, rules } from '../answer/library.ts'
import { openDesk } from '../support/desk.ts'
import { seeded } from '../support/random.ts'

const QUESTION = 'Chi bộ sinh hoạt định kỳ ngày nào theo Quy định 21?'
const dataOf = (
  reply: { readonly buttons: readonly { readonly text: string; readonly data: string | null }[] },
  label: string,
) => reply.buttons.find(({ text }) => text === label)!.data!

describe('a button under an answer', () => {
  it('shows the passage around the quotes once, in pages that are turned in place', async () => {
    const { server } = await openDesk()
    const lan = server.user()
    await lan.send(QUESTION)
    const answer = await lan.nextReply()
    expect(await lan.tap('Xem thêm nguồn')).toBe('')
    const page = await lan.nextReply()
    expect(page.text).toContain('Điều 2. Hồ sơ xin miễn sinh hoạt')
    const bold = page.entities
      .filter(({ type }) => type === 'bold')
      .map(({ offset, length }) => page.text.slice(offset, offset + length))
    expect(bold).toContain('Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng.')
    const first = page.text
    await lan.tap('Sau ›')
    await page.edited()
    expect(page.text).toContain('Tài liệu khác')
    await lan.tap('‹ Trước')
    await page.edited()
    expect(page.text).toBe(first)
    expect(await lan.tap('Xem thêm nguồn', { on: answer })).toBe('Tôi đã gửi ở trên.')
    expect(lan.all()).toHaveLength(2)
  })

  it('sends the original once, with the rights of now, and says why where it cannot', async () => {
    const sent: string[] = []
    const { server, hold } = await openDesk({
      file: (id, level) => {
        sent.push(`${id} ${level}`)
        return Promise.resolve({ ok: true, path: import.meta.filename, name: 'van-ban.txt' })
      },
    })
    const lan = server.user()
    await lan.send(QUESTION)
    await lan.nextReply()
    await lan.tap('Gửi văn bản gốc')
    const file = await lan.nextReply()
    expect(file.document?.file_name).toBe('van-ban.txt')
    expect(file.text).toContain('Quy định 21-QĐ/ĐUP')
    expect(new Set(sent)).toEqual(new Set(['quy-dinh-21 public']))
    expect(await lan.tap('Gửi văn bản gốc')).toBe('Tôi đã gửi ở trên.')
    await lan.send(`${QUESTION} `)
    await lan.nextReply()
    hold(allDocuments.filter(({ id }) => id !== rules.id))
    expect(await lan.tap('Gửi văn bản gốc')).toContain('không còn')
    expect(await lan.tap('Xem thêm nguồn')).toContain('không còn')
  })

  it('asks the question that waits again of the document that is picked, by press or in words, once', async () => {
    const { server } = await openDesk()
    const [lan, minh, hoa] = [server.user(), server.user(), server.user()]
    await lan.send('Điều 1 nói gì?')
    const back = await lan.nextReply()
    const [first, second] = back.buttons.map(({ text }) => text)
    await lan.tap(second!)
    const answer = await lan.nextReply()
    expect(answer.text).toMatch(/ngày (?:05|10) hằng tháng/)
    expect(await lan.tap(second!, { on: back })).toContain('ở trên')
    await lan.tap(first!, { on: back })
    expect((await lan.nextReply()).text).not.toBe(answer.text)
    for (const [person, words] of [
      [minh, '2'],
      [hoa, 'theo quy định 21 ạ'],
    ] as const) {
      // prettier-ignore
      await person.send('Điều 1 nói gì?')
      const list = (await person.nextReply()).text
      await person.send(words)
      const picked = (await person.nextReply()).text
      const wanted = words === '2' ? /2\. Quy định (\S+)/.exec(list)![1]! : '21-QĐ/ĐUP'
      expect(picked).toContain(`Quy định ${wanted}`)
      expect(picked).toMatch(/ngày (?:05|10) hằng tháng/)
    }
  })

  it('says that an answer is too old when it is kept no longer', async () => {
    const { server, deps } = await openDesk()
    const lan = server.user()
    await lan.send(QUESTION)
    await lan.nextReply()
    deps.records.expire(Date.now() + 100 * 86_400_000, 90)
    for (const label of ['Xem thêm nguồn', 'Gửi văn bản gốc'])
      expect(await lan.tap(label)).toContain('Mời đồng chí hỏi lại')
  })

  it('does nothing for somebody else in the group but tell them so', async () => {
    const { server, asked } = await openDesk()
    const [lan, minh] = [server.user({ name: 'Lan' }), server.user({ name: 'Minh' })]
    const group = server.group({ members: [lan, minh] })
    await group.as(lan).command(`/hoi@${server.bot.username} Điều 1 nói gì?`)
    const back = await group.nextReply()
    expect(await group.as(minh).tap(back.buttons[0]!.text)).toContain('Nút này dành cho người đã hỏi')
    expect(asked).toHaveLength(1)
    await group.as(lan).tap(back.buttons[0]!.text)
    const answer = await group.as(lan).waitFor(({ text }) => text.includes('hằng tháng'))
    expect(await group.as(minh).tap('Xem thêm nguồn', { on: answer })).toContain('Nút này dành cho người đã hỏi')
  })

  it('changes nothing when its data is altered, made up, or pressed by another or elsewhere: a thousand times', async () => {
    const { server, deps, asked } = await openDesk()
    const [lan, minh] = [server.user({ name: 'Lan' }), server.user({ name: 'Minh' })]
    const group = server.group({ members: [lan, minh] })
    await lan.send('Điều 1 nói gì?')
    const back = await lan.nextReply()
    await lan.send(QUESTION)
    const answer = await lan.nextReply()
    await minh.send('xin chào')
    await minh.nextReply()
    await group.as(minh).command(`/hoi@${server.bot.username} Điều 1 nói gì?`)
    const inGroup = await group.nextReply()
    const genuine = [
      dataOf(back, back.buttons[0]!.text),
      ...['Xem thêm nguồn', 'Gửi văn bản gốc', 'Chưa đúng ý'].map((label) => dataOf(answer, label)),
    ]
    const ofMinh = dataOf(inGroup, inGroup.buttons[0]!.text)
    const random = seeded(8)
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
    const letters = [...'abcXYZ019_-:.%/ é']
    const altered = (data: string): string => {
      // the id is what must not be guessed; another action or number upon the same id is a press like any other
      const [action, id, ...rest] = data.split(':')
      const at = Math.floor(random() * id!.length)
      const other = `${id!.slice(0, at)}${pick(letters)}${id!.slice(at + 1 + Math.floor(random() * 2))}`
      return [action, other === id ? `${id}x` : other, ...rest].join(':').slice(0, 40)
    }
    const state = (): string =>
      JSON.stringify([asked.length, deps.records.cases.countOpen(), lan.all().length, minh.all().length, group.all().length]) // prettier-ignore
    const before = state()
    const attack = (i: number): Promise<string> => {
      const data = pick(genuine)
      if (i % 4 === 0) return lan.press(altered(data), { on: answer })
      if (i % 4 === 1) return minh.press(pick([data, altered(data)]))
      if (i % 4 === 2) return group.as(lan).press(pick([data, altered(data), ofMinh]), { on: inGroup })
      return lan.press(`${pick(letters)}${data}${'x'.repeat(Math.floor(random() * 30))}`, { on: answer })
    }
    for (let i = 0; i < 1_000; i += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, k) => attack(i + k)))
    }
    expect(state()).toBe(before)
    expect(server.count('answerCallbackQuery')).toBe(1_000)
  })
})
