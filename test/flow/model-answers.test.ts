/** Answers in a model's words, through the whole program: what is sent, what is believed, what is kept back, what is paid. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Turn } from '../../src/answer/answer.ts'
import { answerMessages } from '../../src/text/messages/answer-messages.ts'
import {
  copyist,
  leveled,
  nearestUnit,
  openModelHouse,
  says,
  shownTo,
  type ModelHouse,
} from '../support/model-house.ts'

const sample = (name: string): string => readFileSync(new URL(`../../data/documents/${name}`, import.meta.url), 'utf8')

const REGULATION = `TÀI LIỆU MẪU – HƯ CẤU

ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH SÔNG NGÀN

Số 61-QĐ/ĐUK

Sông Ngàn, ngày 12 tháng 3 năm 2024

QUY ĐỊNH

về sinh hoạt chi bộ

Điều 1. Thời gian

1. Chi bộ sinh hoạt định kỳ mỗi tháng một lần vào ngày 05 hằng tháng.

2. Sinh hoạt chuyên đề mỗi quý ít nhất một lần.

Điều 2. Chuẩn bị

Chi ủy gửi tài liệu cho đảng viên trước khi họp ít nhất 3 ngày.
`
const HANDBOOK = `TÀI LIỆU MẪU – HƯ CẤU

SỔ TAY NGHIỆP VỤ

Điều 1. Bồi dưỡng báo cáo viên

Mức bồi dưỡng báo cáo viên là 315.000 đồng một buổi, do văn phòng Kim Tước Lam chi trả.
`
const INTERNAL = `TÀI LIỆU MẪU – HƯ CẤU

GHI CHÉP NGHIỆP VỤ

Điều 1. Tiếp khách

Mức chi tiếp khách là 417.000 đồng một suất, do phòng Ngọc Hồng Bạch thanh toán.
`

let house: ModelHouse
beforeAll(async () => {
  house = await openModelHouse(
    {
      'quy-dinh-61.md': REGULATION,
      'nghi-quyet-05.md': sample('nghi-quyet-05-nq-duk.md'),
      'so-tay.md': leveled('member', HANDBOOK),
      'noi-bo.md': leveled('staff', INTERNAL),
    },
    { MODEL_PRICE_IN: '1', MODEL_PRICE_OUT: '2' },
  )
})
afterAll(() => house.close())
beforeEach(() => {
  house.server.reset()
  house.server.chat(copyist)
})

// each test asks something of its own: answers are remembered
const MEETING = 'Chi bộ sinh hoạt định kỳ vào ngày nào?'

describe('an answer that is borne out', () => {
  it('stands in the model’s words, with the cited sentences as exact quotes', async () => {
    house.server.chat((call) => {
      const unit = shownTo(call).units.find(({ text }) => text.includes('ngày 05'))!
      return says([{ text: 'Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng.', sources: [unit.n] }])
    })
    const answer = await house.ask(MEETING)
    expect(answer).toMatchObject({
      status: 'answered',
      text: 'Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng. [1]',
      model: { why: 'written', calls: 1, kept: 1, dropped: 0 },
    })
    expect(answer.citations).toMatchObject([
      {
        n: 1,
        number: '61-QĐ/ĐUK',
        section: 'Điều 1 khoản 1',
        quote: '1. Chi bộ sinh hoạt định kỳ mỗi tháng một lần vào ngày 05 hằng tháng.',
      },
    ])
    expect(answer.notices).toContain(answerMessages.worded)
    expect(answer.notices).not.toContain(answerMessages.maybePartial)
    expect(answer.model!.tokensIn).toBeGreaterThan(100)
    expect(answer.model!.cost).toBeCloseTo((answer.model!.tokensIn + 2 * answer.model!.tokensOut) / 1e6, 12)
  })

  it('is given the question and numbered sentences between marks, each with its source, and a schema to keep to', async () => {
    await house.ask('chi uy gui tai lieu cho dang vien truoc khi hop may ngay')
    const { body } = house.server.calls.find(({ kind }) => kind === 'chat')!
    const { messages, response_format, temperature, stream } = body as Record<string, unknown>
    expect({ response_format, temperature, stream }).toMatchObject({
      response_format: { type: 'json_schema', json_schema: { strict: true } },
      temperature: 0,
      stream: true,
    })
    const [system, user] = (messages as { role: string; content: string }[]).map(({ content }) => content)
    expect(system).not.toMatch(/bí mật|không được tiết lộ|member|staff/i)
    // typed without marks, it is given with them
    expect(user).toContain('CÂU HỎI: chi ủy gửi tài liệu cho đảng viên trước khi họp')
    expect(user).toMatch(/<tai_lieu nguon="Quy định số 61-QĐ\/ĐUK ngày 12\/03\/2024[^"]*">\n\[\d+\] /)
    expect(user).toMatch(/\[\d+\] Chi ủy gửi tài liệu cho đảng viên trước khi họp ít nhất 3 ngày\./)
  })

  it('drops a statement that is not borne out and says that something may be missing', async () => {
    house.server.chat((call) => {
      const unit = nearestUnit(call)!
      return says([
        { text: unit.text, sources: [unit.n] },
        { text: 'Chi bộ sinh hoạt chuyên đề mỗi tháng năm lần.', sources: [unit.n] },
      ])
    })
    const answer = await house.ask('Sinh hoạt chuyên đề mỗi quý mấy lần?')
    expect(answer.model).toMatchObject({ why: 'written', kept: 1, dropped: 1 })
    expect(answer.text).not.toContain('năm lần')
    expect(answer.notices).toContain(answerMessages.maybePartial)
  })

  it('takes plain lines from a server that knows no schema', async () => {
    house.server.supports({ schema: false })
    house.server.chat((call) => {
      expect(call.system).toContain('dòng đầu chỉ ghi complete')
      const unit = nearestUnit(call)!
      return { text: `complete\n${unit.text} [${unit.n}]` }
    })
    const answer = await house.ask('Chi ủy gửi tài liệu trước khi họp ít nhất mấy ngày?')
    expect(answer.model).toMatchObject({ why: 'written', kept: 1 })
    expect(answer.text).toContain('ít nhất 3 ngày')
  })
})

describe('an answer that is not', () => {
  it.each([
    [
      'its first statement fails',
      (n: number) => says([{ text: 'Chi bộ sinh hoạt vào ngày 25 hằng tháng.', sources: [n] }]),
      'rejected',
    ],
    [
      'it cites nothing',
      () => says([{ text: 'Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng.', sources: [] }]),
      'rejected',
    ],
    [
      'it cites what is not there',
      () => says([{ text: 'Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng.', sources: [99] }]),
      'rejected',
    ],
    [
      'one of its sources is not there',
      (n: number) => says([{ text: 'Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng.', sources: [n, 99] }]),
      'rejected',
    ],
    ['it talks', () => ({ text: 'Xin lỗi, tôi chưa thể trả lời câu hỏi này.' }), 'unreadable'],
    ['it has nothing to say', () => says([]), 'rejected'],
  ])('is given in quotes when %s', async (_what, reply, why) => {
    house.server.chat((call) => reply(nearestUnit(call)!.n))
    const answer = await house.ask('Chi bộ sinh hoạt định kỳ ngày nào hằng tháng?')
    expect(answer).toMatchObject({ status: 'answered', model: { why, kept: 0 } })
    expect(answer.text).toMatch(/“.*ngày 05 hằng tháng.*” \[1\]/s)
    expect(answer.notices).not.toContain(answerMessages.worded)
  })

  it('is called the nearest passage when the model finds none', async () => {
    house.server.chat(() => says([], 'none'))
    const answer = await house.ask('Chi bộ sinh hoạt định kỳ ngày mấy hằng tháng?')
    expect(answer).toMatchObject({ status: 'answered', model: { why: 'none' } })
    expect(answer.notices).toContain(answerMessages.closestOnly)
  })

  it('asks no model for what is refused or known without one', async () => {
    for (const question of [
      'giá vàng hôm nay',
      'Quy định 61-QĐ/ĐUK ban hành ngày nào?',
      'Điều 2 Quy định 61-QĐ/ĐUK nói gì?',
      'xin chào',
    ])
      await house.ask(question)
    expect(house.server.count('chat')).toBe(0)
  })
})

describe('memory', () => {
  it('gives the same question the same answer without a call, until the library changes', async () => {
    const question = 'Sinh hoạt chuyên đề mỗi quý ít nhất mấy lần?'
    const first = await house.ask(question)
    const again = await house.ask(question)
    expect(again).toMatchObject({
      text: first.text,
      citations: first.citations,
      model: { why: 'remembered', calls: 0, cost: 0 },
    })
    expect(house.server.count('chat')).toBe(1)
    await house.ingest({ 'quy-dinh-61.md': REGULATION.replace('mỗi quý ít nhất một lần', 'mỗi quý ít nhất hai lần') })
    const changed = await house.ask(question)
    expect(changed.text).toContain('hai lần')
    expect(house.server.count('chat')).toBe(2)
    await house.ingest({ 'quy-dinh-61.md': REGULATION })
  })

  it('never serves what failed', async () => {
    const question = 'Mỗi quý sinh hoạt chuyên đề ít nhất mấy lần?'
    house.server.faults('chat', [{ status: 401 }])
    expect((await house.ask(question)).model).toMatchObject({ why: 'unauthorised' })
    expect((await house.ask(question)).model).toMatchObject({ why: 'written' })
  })
})

describe('an embedder that fails', () => {
  it('makes a poorer answer, which nobody else is given', async () => {
    const both = await openModelHouse({ 'quy-dinh-61.md': REGULATION }, { OPENAI_EMBEDDING_MODEL: 'e' })
    try {
      both.server.chat(copyist)
      both.server.faults('embeddings', [{ status: 401 }])
      const poorer = await both.ask(MEETING)
      expect(poorer).toMatchObject({ model: { why: 'written' } })
      expect(poorer.notices).toContain(answerMessages.byWordsOnly)
      const next = await both.ask(MEETING)
      expect(next.model!.why).toBe('written')
      expect(next.notices).not.toContain(answerMessages.byWordsOnly)
      expect((await both.ask(MEETING)).model!.why).toBe('remembered')
      // what is only looked up asks nobody outside
      const calls = both.server.count()
      await both.ask('Chi ủy gửi tài liệu khi nào?', { quotesOnly: true })
      expect(both.server.count()).toBe(calls)
    } finally {
      await both.close()
    }
  })
})

describe('a question that leans on another', () => {
  const turns: readonly Turn[] = [{ question: MEETING, standalone: MEETING, documentId: null }]

  it('is made to stand alone by one short call, and answered by one more', async () => {
    house.server.chat((call) =>
      call.user.startsWith('Câu hỏi trước:')
        ? { text: JSON.stringify({ question: 'Chi bộ sinh hoạt chuyên đề vào ngày nào?' }) }
        : copyist(call),
    )
    const answer = await house.ask('thế còn chuyên đề?', { turns })
    expect(answer.standalone).toBe('Chi bộ sinh hoạt chuyên đề vào ngày nào?')
    expect(answer.notices[0]).toContain('Chi bộ sinh hoạt chuyên đề vào ngày nào?')
    expect(house.server.count('chat')).toBe(2)
  })

  it('is understood by rule when the model adds a word of its own, or fails', async () => {
    const byRule = (await house.ask('thế còn chuyên đề?', { turns, quotesOnly: true })).standalone
    house.server.chat((call) =>
      call.user.startsWith('Câu hỏi trước:')
        ? { text: JSON.stringify({ question: 'Chi bộ sinh hoạt chuyên đề ở Hà Nội vào ngày nào?' }) }
        : copyist(call),
    )
    expect((await house.ask('thế còn chuyên đề?', { turns })).standalone).toBe(byRule)
    house.server.faults('chat', [{ status: 400 }])
    expect((await house.ask('thế còn chuyên đề?', { turns })).standalone).toBe(byRule)
  })
})

describe('what may leave the house', () => {
  it.each([
    ['member', 'Mức bồi dưỡng báo cáo viên là bao nhiêu?'],
    ['staff', 'Mức chi tiếp khách là bao nhiêu?'],
  ] as const)(
    'A15: answers %s from papers above the public in quotes, and sends no word of them',
    async (level, question) => {
      const answer = await house.ask(question, { level, person: 'p1' })
      expect(answer).toMatchObject({ status: 'answered', level, model: { why: 'level' } })
      expect(house.server.count('chat')).toBe(0)
      for (const canary of ['315.000', '417.000', 'Kim Tước Lam', 'Ngọc Hồng Bạch'])
        expect(house.server.received(canary)).toBe(false)
    },
  )

  it('A5: sends no earlier turn that rested on such a paper', async () => {
    const turns: readonly Turn[] = [
      {
        question: 'Văn phòng Kim Tước Lam chi trả mức nào?',
        standalone: 'Văn phòng Kim Tước Lam chi trả mức nào?',
        documentId: null,
        level: 'member',
      },
    ]
    await house.ask('thế còn sinh hoạt chuyên đề?', { level: 'member', person: 'p1', turns })
    expect(house.server.received('Kim Tước Lam')).toBe(false)
  })

  it('sends no question that names such a paper, is put to one, or leans on one', async () => {
    house.server.chat((call) =>
      call.user.startsWith('Câu hỏi trước:')
        ? { text: JSON.stringify({ question: 'Ghi chép nghiệp vụ nói gì?' }) }
        : copyist(call),
    )
    const paper = house.app.library('staff')!.cards.find(({ level }) => level === 'staff')!
    const opened: Turn = { question: '', standalone: paper.meta.title, documentId: paper.id, level: 'staff' }
    const asked: Turn = { ...opened, question: 'mức chi', standalone: 'mức chi của Ngọc Hồng Bạch' }
    const staff = { level: 'staff', person: 'p9' } as const
    await house.ask('mức chi tiếp khách là bao nhiêu', { ...staff, about: paper.id })
    await house.ask('mức chi là bao nhiêu?', { ...staff, turns: [opened] })
    await house.ask('ai ký vậy?', {
      ...staff,
      turns: [{ question: MEETING, standalone: MEETING, documentId: null }, asked],
    })
    await house.ask('thế còn thời hạn?', { ...staff, turns: [asked] })
    expect(house.server.count()).toBe(0)
  })

  it('restores marks of what leaves from what the model may see', async () => {
    await house.ask('chi bo sinh hoat dinh ky ngay nao, phong ngoc hong bach co du khong', {
      level: 'staff',
      person: 'p9',
    })
    expect(house.server.received('ngọc hồng bạch')).toBe(false)
  })

  it('A4: keeps the memories of levels, and of people above the public, apart', async () => {
    const question = 'Chi ủy gửi tài liệu cho đảng viên trước khi họp mấy ngày?'
    const why = async (level: 'public' | 'member', person: string): Promise<string> =>
      (await house.ask(question, { level, person })).model!.why
    expect([await why('public', 'a'), await why('public', 'b')]).toEqual(['written', 'remembered'])
    expect([await why('member', 'a'), await why('member', 'b'), await why('member', 'a')]).toEqual([
      'written',
      'written',
      'remembered',
    ])
  })

  it('masks numbers that point to a person', async () => {
    await house.ask('CCCD 001099012345, chi bộ sinh hoạt định kỳ vào ngày nào?')
    await house.ask('0912 345 678: sinh hoạt chuyên đề mấy lần mỗi quý?')
    expect(house.server.count('chat')).toBeGreaterThan(0)
    for (const number of ['001099012345', '0912', '345 678']) expect(house.server.received(number)).toBe(false)
  })
})

it('sends members’ papers where the settings allow it', async () => {
  const inside = await openModelHouse(
    { 'so-tay.md': leveled('member', HANDBOOK), 'noi-bo.md': leveled('staff', INTERNAL) },
    { MODEL_MAY_SEE: 'member' },
  )
  try {
    inside.server.chat(copyist)
    const answer = await inside.ask('Mức bồi dưỡng báo cáo viên là bao nhiêu?', { level: 'member', person: 'p1' })
    expect(answer).toMatchObject({ model: { why: 'written' }, level: 'member' })
    expect(inside.server.received('Kim Tước Lam')).toBe(true)
    expect((await inside.ask('Mức chi tiếp khách là bao nhiêu?', { level: 'staff', person: 'p2' })).model!.why).toBe(
      'level',
    )
    expect(inside.server.received('Ngọc Hồng Bạch')).toBe(false)
  } finally {
    await inside.close()
  }
})
