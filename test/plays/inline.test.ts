import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDesk } from '../support/desk.ts'
import { stage, type Play } from '../support/play.ts'
import type { InlineResult } from '../support/telegram/person.ts'

const CHIEF = 5_200_000_001
let play: Play<'chief' | 'lan'>
beforeAll(async () => {
  play = await stage({
    keep: true,
    people: { chief: { name: 'Quản trị', id: CHIEF }, lan: { name: 'Lan' } },
    env: { ADMIN_IDS: String(CHIEF) },
  })
})
afterAll(() => play.close())

const quoteOf = ({ message: { text, entities } }: InlineResult): string => {
  const found = entities.find(({ type }) => type === 'blockquote')!
  return text.slice(found.offset, found.offset + found.length)
}

describe('@bot and some words, typed by staff in any chat', () => {
  it('finds a document by its number: its own words, the source, and the way to it', async () => {
    const { chief } = play.people
    const { results, button, isPersonal, cacheSeconds } = await chief.inline('nghị quyết 05')
    expect([isPersonal, cacheSeconds, button?.text]).toEqual([true, 0, 'Mở bot'])
    expect(results).toHaveLength(1)
    const [found] = results
    expect(found!.title).toContain('Nghị quyết 05-NQ/ĐUK')
    expect(found!.message.text).toContain('Nghị quyết số 05-NQ/ĐUK ngày')
    expect(found!.message.previewOff).toBe(true)
    const link = found!.message.entities.find(({ type }) => type === 'text_link')!
    expect(link.url).toMatch(/^https:\/\/t\.me\/hoi_dap_dang_bot\?start=vb_[0-9a-f]{16}$/)
    const id = link.url!.split('=')[1]!
    await chief.command(`/start ${id}`)
    expect((await chief.nextReply()).text).toContain('Nghị quyết 05-NQ/ĐUK')
  })

  it('finds a place by its words, without marks too, and quotes it exactly', async () => {
    const { chief } = play.people
    for (const words of ['sinh hoạt chuyên đề mỗi quý', 'sinh hoat chuyen de moi quy']) {
      const { results } = await chief.inline(words)
      expect(quoteOf(results[0]!)).toMatch(/^1\. Mỗi quý chi bộ sinh hoạt chuyên đề ít nhất 1 lần\./)
      expect(results[0]!.message.text).toContain('Quy định số 27-QĐ/ĐUK ngày 16/09/2024')
      expect(results[0]!.message.text).toContain('Điều 3')
      expect(results.length).toBeLessThanOrEqual(10)
    }
  })

  it('shows the newest for little, nothing for what is not held, and takes any query', async () => {
    const { chief } = play.people
    const newest = await chief.inline('')
    expect(newest.results).toHaveLength(6)
    expect(newest.results[0]!.title).toContain('31-KH/ĐUK')
    for (const words of ['nghị quyết 99', 'giá vàng hôm nay', '\u200b\u202e???']) {
      const { results, button } = await chief.inline(words)
      if (words.startsWith('\u200b')) continue
      expect(results, words).toEqual([])
      expect(button!.text).toContain('Không thấy')
    }
    expect((await chief.inline('đảng '.repeat(51))).results.length).toBeGreaterThanOrEqual(0)
    expect((await chief.inline('đảng phí', '10')).results).toEqual([])
    expect(play.server.calls('answerInlineQuery').filter(({ ok }) => !ok)).toEqual([])
  })

  it('gives everybody else nothing but the way to the bot', async () => {
    const { lan } = play.people
    for (const words of ['nghị quyết 05', '', 'sinh hoạt chi bộ']) {
      const { results, button, isPersonal, cacheSeconds } = await lan.inline(words)
      expect([results, isPersonal, cacheSeconds]).toEqual([[], true, 0])
      expect(button).toEqual({ text: 'Mở bot để hỏi', start_parameter: 'inline' })
    }
    await lan.command('/start inline')
    expect((await lan.nextReply()).text).toContain('Kính chào đồng chí')
  })

  it('is ignored when it comes back as a message', async () => {
    const { chief } = play.people
    const [found] = (await chief.inline('nghị quyết 05')).results
    await chief.send(found!.message.text, { extra: { via_bot: play.server.bot, entities: found!.message.entities } })
    await chief.command('/trogiup')
    expect((await chief.nextReply()).text).toContain('Cách hỏi')
  })

  it('goes on without a word where a query is too old, malformed or the answer fails', async () => {
    const { server, program, people: { chief, lan } } = play // prettier-ignore
    server.pushUpdate({ inline_query: { id: 'gone', from: lan.user, query: 'đảng', offset: '' } } as never)
    server.pushUpdate({ inline_query: { id: 7, from: null } } as never)
    const refused = () => server.calls('answerInlineQuery').filter(({ ok }) => !ok).length
    await server.until(() => refused() === 1, 'the old query to be refused')
    server.fail('answerInlineQuery', { code: 429, retryAfter: 30 })
    chief.typeInline('nghị quyết')
    await server.until(() => refused() === 2, 'the second refusal')
    expect((await chief.inline('nghị quyết 05')).results).toHaveLength(1)
    expect(program.stderr()).not.toMatch(/"level":(?:40|50)/)
  })
})

describe('inline mode', () => {
  it('answers only the newest of what one person types', async () => {
    const { server } = await openDesk({ env: { ADMIN_IDS: String(CHIEF) } })
    const chief = server.user({ id: CHIEF })
    server.delay('answerInlineQuery', 150)
    const words = 'sinh hoạt chi bộ định kỳ'
    const first = chief.typeInline('s')
    await server.until(() => server.calls('answerInlineQuery').length > 0 || first.now(), 'the first to be answered')
    const typed = [...words].map((_, n) => chief.typeInline(words.slice(0, n + 1)))
    await typed.at(-1)!.results()
    expect(server.count('answerInlineQuery')).toBeLessThan(typed.length)
  })

  it('is staff’s only as long as they are, and public whoever asks', async () => {
    const { server, deps } = await openDesk({ env: { ADMIN_IDS: String(CHIEF) } })
    const [chief, lan] = [server.user({ id: CHIEF }), server.user({ name: 'Lan' })]
    const secret = await chief.inline('Kế hoạch 33-KH/ĐUP')
    expect(secret.results).toEqual([])
    // as the people's desk gives and takes roles
    const role = vi.spyOn(deps.records.members, 'get')
    for (const one of ['staff', 'member', null, 'admin'] as const) {
      role.mockReturnValue(one && ({ role: one } as never))
      const isStaff = one === 'staff' || one === 'admin'
      expect((await lan.inline('sinh hoạt chi bộ')).results.length > 0, String(one)).toBe(isStaff)
    }
  })
})
