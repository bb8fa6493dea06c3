import fc from 'fast-check'
import { FormattedString } from '@grammyjs/parse-mode'
import { describe, expect, it } from 'vitest'
import type { Answer, Citation } from '../../src/answer/answer.ts'
import { plainWords } from '../../src/bot/render/plain-words.ts'
import { renderAnswer, type AnswerPart } from '../../src/bot/render/render-answer.ts'
import type { RenderOptions } from '../../src/bot/render/render-options.ts'
import { PART, splitText } from '../../src/bot/render/split-text.ts'
import { checkEntities, fitEntities } from '../support/telegram/text/check-entities.ts'
import { findEntities } from '../support/telegram/text/find-entities.ts'
import { allDocuments, askerOf, libraryOf } from '../answer/library.ts'

const OPTIONS: RenderOptions = {
  isFirst: false,
  isPrivate: true,
  hasStaff: true,
  hasContact: false,
  handedOver: 'no',
  masked: [],
  library: libraryOf(allDocuments).library,
}
const ID = 'aBcDeFgHiJkL'
const ask = askerOf(allDocuments)
const render = async (question: string, options: Partial<RenderOptions> = {}): Promise<readonly AnswerPart[]> =>
  renderAnswer({ id: ID, answer: await ask(question) }, { ...OPTIONS, ...options })

const citation = (over: Partial<Citation> = {}): Citation => ({
  n: 1,
  documentId: 'quy-dinh-21',
  passageId: 'quy-dinh-21#0',
  title: 'Quy định về sinh hoạt chi bộ',
  number: '21-QĐ/ĐUP',
  issuer: 'Đảng ủy phường Hương Sen',
  date: '2024-03-04',
  section: 'Điều 1',
  kind: 'regulation',
  validity: 'in_force',
  url: null,
  quote: 'Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng.',
  ...over,
})
const answered = (
  text: string,
  citations: readonly [Citation, ...Citation[]],
  notices: readonly string[] = [],
): Answer => ({
  status: 'answered',
  reason: null,
  text,
  citations,
  notices,
  hits: [],
  standalone: 'câu hỏi',
  timings: { retrieveMs: 0, composeMs: 0, totalMs: 0 },
})
const show = (answer: Answer, options: Partial<RenderOptions> = {}): readonly AnswerPart[] =>
  renderAnswer({ id: ID, answer }, { ...OPTIONS, ...options })
/** What a person sees of a part, as Telegram would have it. */
const seen = ({ text, entities = [] }: AnswerPart) => {
  const fitted = fitEntities({ text, entities: checkEntities(entities) })
  return { text: fitted.text, entities: findEntities(fitted.text, fitted.entities) }
}
const quotations = (part: AnswerPart): string[] =>
  (part.entities ?? [])
    .filter(({ type }) => type === 'expandable_blockquote')
    .map(({ offset, length }) => part.text.slice(offset, offset + length))

describe('an answer as a message', () => {
  it('gives the quote first under the name of its document, then the source in an expandable quotation', async () => {
    const [part, ...more] = await render('Chi bộ sinh hoạt định kỳ ngày nào theo Quy định 21?')
    expect(more).toEqual([])
    expect(part!.text.split('\n').slice(0, 2)).toEqual([
      'Theo Quy định 21-QĐ/ĐUP ngày 04/03/2024:',
      '“Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng.” [1]',
    ])
    expect(quotations(part!)).toEqual([
      '[1] Quy định số 21-QĐ/ĐUP ngày 04/03/2024 của Đảng ủy phường Hương Sen, Điều 1',
    ])
  })

  it('repeats the exact words among the sources only where the answer gave others', () => {
    const [same] = show(answered('“Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng.” [1]', [citation()]))
    const [other] = show(answered('Ngày 05 hằng tháng. [1]', [citation()]))
    expect(quotations(same!)[0]).not.toContain('“')
    expect(quotations(other!)[0]).toContain('“Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng.”')
  })

  it('says what must be known of a source in plain lines between answer and sources', async () => {
    const [part] = await render('Theo Quy định 08 thì chi bộ sinh hoạt định kỳ vào ngày nào?')
    expect(part!.text).toMatch(/ \[1\]\n\nLưu ý:[^]*đã được thay thế bởi Quy định 21[^]*\n\nNguồn:\n\[1\]/)
    expect(part!.entities!.filter(({ type }) => type !== 'expandable_blockquote')).toEqual([])
  })

  it('says once that personal data was masked, before the sources or below a refusal', async () => {
    const line = 'Tôi đã che số định danh, số điện thoại trong câu hỏi. Lần sau đồng chí không cần gửi.'
    const masked = ['số định danh', 'số điện thoại']
    const [part] = await render('Chi bộ sinh hoạt định kỳ ngày nào theo Quy định 21?', { masked })
    expect(part!.text.split('\n\n').indexOf(line)).toBe(1)
    expect((await render('giá vàng hôm nay', { masked }))[0]!.text.endsWith(line)).toBe(true)
  })

  it('says of press that it is press', async () => {
    const [part] = await render('Phường giảm được bao nhiêu tổ dân phố?')
    expect(part!.text).toContain('Nguồn là bài báo, không phải văn bản của Đảng.')
  })

  it('says what we are with the first answer, before the sources, and never again', async () => {
    const line = 'Tôi là trợ lý tự động.'
    const first = (await render('Chi bộ sinh hoạt định kỳ ngày nào theo Quy định 21?', { isFirst: true }))[0]!.text
    expect(first.indexOf(line)).toBeGreaterThan(first.indexOf('[1]'))
    expect(first.indexOf(line)).toBeLessThan(first.indexOf('Nguồn:'))
    expect((await render('giá vàng hôm nay', { isFirst: true }))[0]!.text).toContain(line)
    expect((await render('Chi bộ sinh hoạt định kỳ ngày nào?'))[0]!.text).not.toContain(line)
  })

  it('shows at most 900 letters before the sources, and everything that it leaves out among them', () => {
    const quotes = [1, 2, 3].map((n) =>
      `Quy định số ${n}. ${'Chi bộ sinh hoạt đều đặn hằng tháng. '.repeat(12)}`.trim(),
    )
    const text = quotes.map((quote, i) => `“${quote}” [${i + 1}]`).join('\n')
    const citations = quotes.map((quote, i) => citation({ n: i + 1, quote, section: `Điều ${i + 1}` }))
    const [part] = show(answered(text, citations as unknown as [Citation]))
    const before = part!.text.slice(0, part!.text.indexOf('Nguồn:\n'))
    expect(before.length).toBeLessThan(1_100)
    expect(before).toContain('[1]')
    expect(before).not.toContain('[3]')
    expect(before).toContain('còn tiếp trong phần Nguồn')
    expect(quotations(part!)[0]).toContain(quotes[2])
  })

  it('reads the best one or two quotes in the chat, best first, each with its number, and leaves the others to the sources', () => {
    const places = [
      { documentId: 'a', number: '05-NQ/ĐUK', passageId: 'a#4', quote: 'Báo cáo sáu tháng một lần.' },
      { documentId: 'a', number: '05-NQ/ĐUK', passageId: 'a#2', quote: 'Chi bộ sinh hoạt mỗi tháng một lần.' },
      {
        documentId: 'b',
        number: '27-QĐ/ĐUK',
        passageId: 'b#2',
        quote: 'Chi bộ họp\na) mỗi tháng một lần;\nb) khi cần.',
      },
      { documentId: 'b', number: '27-QĐ/ĐUK', passageId: 'b#6', quote: 'Gửi biên bản trong 5 ngày.' },
    ]
    const citations = places.map((place, i) => citation({ ...place, n: i + 1, section: `Điều ${i + 1}` }))
    const lead = (i: number): string => (i % 2 === 0 ? `Theo Quy định ${places[i]!.number} ngày 04/03/2024: ` : '')
    const text = citations.map(({ quote, n }, i) => `${lead(i)}“${quote}” [${n}]`).join('\n')
    const hit = (passageId: string, score: number) => ({ documentId: passageId[0]!, passageId, score })
    const shown = (standalone: string, hits: Answer['hits']): string[] => {
      const [part] = show({ ...answered(text, citations as unknown as [Citation]), hits, standalone })
      const [chat, sources] = part!.text.split('Nguồn:\n')
      for (const { quote, n } of citations) {
        expect(sources).toContain(`[${n}]`)
        expect(chat!.includes(`“${quote}” [${n}]`) !== sources!.includes(quote)).toBe(true)
      }
      return chat!.trim().split('\n\n')
    }
    const [first, second, ...rest] = shown('Chi bộ họp mấy lần một tháng?', [hit('a#2', 6), hit('b#2', 5)])
    expect(first).toBe('Theo Quy định 27-QĐ/ĐUK ngày 04/03/2024:\n“Chi bộ họp\na) mỗi tháng một lần;\nb) khi cần.” [3]')
    expect(second).toBe('Theo Quy định 05-NQ/ĐUK ngày 04/03/2024:\n“Chi bộ sinh hoạt mỗi tháng một lần.” [2]')
    expect(rest).toEqual(['Các đoạn liên quan khác có trong phần Nguồn bên dưới.'])
    expect(shown('gửi biên bản trong bao nhiêu ngày', [hit('a#2', 6)])[0]).toContain('“Gửi biên bản trong 5 ngày.” [4]')
    expect(shown('gửi biên bản trong bao nhiêu ngày', [hit('a#2', 6)])).toHaveLength(2)
    // where the words say nothing the search does; where neither does, the core
    expect(shown('lịch công tác', [hit('b#6', 6), hit('a#0', 5), hit('c#1', 4)])[0]).toContain('[4]')
    expect(shown('lịch công tác', []).join()).toMatch(/\[1\].*\[2\]/s)
  })

  it('keeps first what staff answered to this very question, whatever words they used', () => {
    const staff = citation({ kind: 'staff_answer', number: null, title: 'Mất thẻ đảng viên thì cấp lại ở đâu?', quote: 'Nộp đơn tại văn phòng.' }) // prettier-ignore
    const rule = citation({ n: 2, quote: 'Mất thẻ đảng viên phải báo chi bộ.', passageId: 'a#1' })
    const text = `Cán bộ trả lời ngày 04/03/2024: “${staff.quote}” [1]\nTheo Quy định 21-QĐ/ĐUP ngày 04/03/2024: “${rule.quote}” [2]`
    const standalone = 'mat the dang vien thi xin cap lai o dau'
    const hits = [{ documentId: 'a', passageId: 'a#1', score: 5 }]
    const [part] = show({ ...answered(text, [staff, rule]), standalone, hits })
    expect(part!.text).toMatch(/^Cán bộ trả lời ngày 04\/03\/2024:\n“Nộp đơn tại văn phòng\.” \[1\]/)
  })

  it('moves no quote that a sentence of ours speaks of', () => {
    const citations = [1, 2, 3].map((n) =>
      citation({ n, passageId: `x#${n}`, quote: `Câu ${n}.`, section: `Điều ${n}` }),
    )
    const text = 'Hai nơi nêu khác nhau: “Câu 1.” [1]\n“Câu 2.” [2]\n“Câu 3.” [3]'
    const answer = answered(text, citations as unknown as [Citation])
    const [part] = show({ ...answer, hits: [{ documentId: 'x', passageId: 'x#3', score: 9 }] })
    expect(part!.text.startsWith('Hai nơi nêu khác nhau: “Câu 1.” [1]\n\n“Câu 2.” [2]\n\n“Câu 3.” [3]')).toBe(true)
  })

  it('cuts a single quote that is longer than a look at the end of a line, and gives it whole among the sources', () => {
    const quote = Array.from({ length: 60 }, (_, i) => `${i + 1}. Nội dung cần thực hiện trong năm.`).join('\n')
    const [part] = show(answered(`Theo Kế hoạch: “${quote}” [1]`, [citation({ quote })]))
    const visible = part!.text.split('\n\n')[0]!
    expect(visible.length).toBeLessThanOrEqual(900)
    expect(visible).toMatch(/năm\. …” \[1\]$/)
    expect(quotations(part!)[0]).toContain(quote)
  })
})

describe('buttons', () => {
  const labels = (parts: readonly AnswerPart[]): string[] => (parts.at(-1)!.buttons ?? []).map(({ label }) => label)

  it('stand one a row under the last part, no longer than 24 letters, with opaque data', async () => {
    for (const question of [
      'Chi bộ sinh hoạt định kỳ ngày nào?',
      'Điều 1 nói gì?',
      'mỗi quý sinh hoạt mấy lần',
      'xin lỗi',
    ]) {
      const parts = await render(question)
      for (const { label, data } of parts.flatMap(({ buttons = [] }) => buttons)) {
        expect(label.length).toBeLessThanOrEqual(24)
        expect(data).toMatch(/^[a-z]+(:[\w-]+)*$/)
      }
      expect(parts.slice(0, -1).every(({ buttons }) => buttons === undefined)).toBe(true)
    }
  })

  it('offer the passage, the file, a complaint and a person under an answer', async () => {
    expect(labels(await render('Chi bộ sinh hoạt định kỳ ngày nào theo Quy định 21?'))).toEqual([
      'Xem thêm nguồn',
      'Gửi văn bản gốc',
      'Chưa đúng ý',
      'Hỏi cán bộ',
    ])
    expect(
      labels(await render('Chi bộ sinh hoạt định kỳ ngày nào theo Quy định 21?', { hasStaff: false })),
    ).not.toContain('Hỏi cán bộ')
  })

  it('name the documents where there are two, and ask which where there are more', () => {
    const two = [citation(), citation({ n: 2, documentId: 'phong-van', number: null, kind: 'article' })]
    const three = [...two, citation({ n: 3, documentId: 'quy-dinh-08', number: '08-QĐ/ĐUP' })]
    const of = (citations: readonly Citation[]) => labels(show(answered('Có. [1]', citations as [Citation])))
    expect(of(two)).toEqual(expect.arrayContaining(['Gửi 21-QĐ/ĐUP', 'Gửi bài báo 2']))
    expect(of(three)).toContain('Gửi văn bản gốc')
  })

  it('offer no file for an answer of staff, whose words stand there', () => {
    const staff = citation({ documentId: 'hoi-dap', number: null, kind: 'staff_answer' })
    const of = (citations: readonly Citation[]) => labels(show(answered('Có. [1]', citations as [Citation])))
    expect(of([staff]).filter((label) => label.startsWith('Gửi'))).toEqual([])
    expect(of([staff, citation({ n: 2 })])).toContain('Gửi văn bản gốc')
  })

  it('pick one of several documents, numbered as in the text', async () => {
    const parts = await render('Điều 1 nói gì?')
    expect(parts[0]!.text).toContain('1. Quy định')
    expect(parts[0]!.text).toContain('2. Quy định')
    expect(parts[0]!.buttons!.slice(0, 2).map(({ data }) => data)).toEqual([`pick:${ID}:0`, `pick:${ID}:1`])
  })

  it('offer nothing of a failed answer but a person', () => {
    const failed: Answer = {
      ...answered('', [citation()]),
      status: 'failed',
      reason: 'internal',
      citations: [],
      text: 'Xin lỗi đồng chí.',
    }
    expect(labels(show(failed))).toEqual(['Hỏi cán bộ'])
    expect(labels(show(failed, { hasStaff: false }))).toEqual([])
  })

  it('never offer to show staff what was declined unread', async () => {
    expect(labels(await render('Số điện thoại nhà riêng của đồng chí bí thư là gì?'))).toEqual([])
    expect(labels(await render('xin chào'))).toEqual([])
  })
})

describe('a refusal', () => {
  it('says what to do next, and in a group the same of private questions whoever asks', async () => {
    const question = 'Chuyến bay đi Paris của phường khởi hành lúc mấy giờ?'
    const alone = (await render(question))[0]!.text
    const group = (await render(question, { isPrivate: false }))[0]!.text
    expect(alone).toMatch(/hỏi lại bằng từ khác/)
    expect(alone).not.toContain('Trong nhóm')
    expect(group).toContain('Trong nhóm tôi chỉ dùng tài liệu công khai.')
  })

  it('that went to staff by itself says so in its last line and offers no button for it', async () => {
    const question = 'Chuyến bay đi Paris của phường khởi hành lúc mấy giờ?'
    const of = async (handedOver: RenderOptions['handedOver']) => {
      const [part, ...more] = await render(question, { handedOver })
      expect(more).toEqual([])
      return [part!.text.split('\n\n').at(-1), part!.buttons!.some(({ label }) => label === 'Hỏi cán bộ')]
    }
    expect(await of('now')).toEqual([expect.stringMatching(/đã chuyển câu hỏi này tới cán bộ, không kèm tên/), false])
    expect(await of('waits')).toEqual([expect.stringContaining('của đồng chí đang chờ cán bộ'), false])
    expect(await of('others_waits')).toEqual([expect.stringContaining('đồng chí bấm “Hỏi cán bộ”'), true])
    expect(await of('no')).toEqual([expect.not.stringContaining('cán bộ'), true])
  })

  it('of an empty library says that it is empty, and whom to ask', async () => {
    const none = libraryOf([]).library
    const refuse = async (options: Partial<RenderOptions>) => {
      const answer = await askerOf([])('Chi bộ họp ngày nào?')
      return show(answer, { library: none, ...options })[0]!.text
    }
    const empty = 'Thư viện chưa có tài liệu nào để tra cứu.'
    expect(await refuse({})).toBe(`${empty}\n\nMời đồng chí quay lại sau. Việc cần ngay, đồng chí bấm “Hỏi cán bộ”.`)
    expect(await refuse({ hasStaff: false, hasContact: true })).toContain('/lienhe')
    expect(await refuse({ hasStaff: false })).toBe(`${empty}\n\nMời đồng chí quay lại sau.`)
  })

  it('names the command for a person where there is no staff chat', async () => {
    const [part] = await render('Chuyến bay đi Paris khởi hành lúc mấy giờ?', { hasStaff: false, hasContact: true })
    expect(part!.text).toContain('/lienhe')
  })
})

/** Everything that is markup somewhere, letters of ours and of others, and the halves that must stay together. */
const hostile = fc.oneof(
  fc.constantFrom('*', '_', '__', '**', '`', '```', '[', ']', '(', ')', '~', '>', '#', '+', '-', '=', '|', '{', '}', '.', '!', '\\', '<b>', '</b>', '<a href="http://x.vn">', '&lt;', '&', '"', '\n', '\n\n', ' ', '[1]', '“', '”'), // prettier-ignore
  fc.constantFrom('http://xau.vn/a?b=1', 'https://evil.com', 'tg://user?id=1', 'www.xau.vn', 'xau.com', 'a@xau.vn', '@kenh_xau', '/xoa', '/lienhe@other', '#the', 'javascript:alert(1)'), // prettier-ignore
  fc.constantFrom('Chi bộ', 'đảng viên', 'điều', '😀', '👨‍👩‍👧', '🇻🇳', 'e\u0301', 'ộ', '\u{20000}'),
)
const text = (most: number) => fc.array(hostile, { minLength: 1, maxLength: most }).map((parts) => parts.join(' '))

describe('any words at all', () => {
  it('arrive in parts that Telegram takes, whole and in order, with links only to the cited sources', () => {
    const url = 'https://tinhuy.example.vn/bai-viet'
    fc.assert(
      fc.property(text(900), text(300), text(60), fc.boolean(), (said, quote, notice, isFirst) => {
        const answer = answered(
          `${said} [1]`,
          [citation({ quote, url, title: said.slice(0, 80).toWellFormed(), number: null })],
          [notice],
        )
        const parts = show(answer, { isFirst })
        expect(parts.length).toBeGreaterThan(0)
        for (const part of parts) {
          expect(part.text.trim()).not.toBe('')
          expect(part.text.length).toBeLessThanOrEqual(PART)
          expect(part.text.isWellFormed()).toBe(true)
          const { entities, text: shown } = seen(part)
          for (const { type, offset, length } of entities) {
            expect(['expandable_blockquote', 'code', 'url']).toContain(type)
            if (type === 'url') expect(shown.slice(offset, offset + length)).toBe(url)
          }
        }
        expect(squeezed(parts.map((part) => part.text).join(''))).toContain(squeezed(quote))
      }),
      { numRuns: 150, seed: 3 },
    )
  })

  it('keep every letter as it is: nothing is escaped, nothing is read as markup', () => {
    fc.assert(
      fc.property(text(80), (said) => plainWords(said).text === said),
      { numRuns: 200, seed: 4 },
    )
  })

  it('never let an address of another kind become a source', () => {
    for (const url of ['javascript:alert(1)', 'tg://user?id=1', 'https://a b.vn', 'ftp://x.vn/a'])
      expect(show(answered('Có. [1]', [citation({ url })]))[0]!.text).not.toContain('Xem tại')
    expect(show(answered('Có. [1]', [citation({ url: 'https://a.vn/b' })]))[0]!.text).toContain(
      'Xem tại: https://a.vn/b',
    )
  })
})

describe('splitting', () => {
  const marked = fc
    .tuple(text(200), text(200), text(200))
    .map(([a, b, c]) =>
      FormattedString.join([a, FormattedString.b(b), FormattedString.expandableBlockquote(c)], '\n\n'),
    )

  it('loses nothing but white space at the cuts, cuts no letter, and cuts entities with the text', () => {
    fc.assert(
      fc.property(marked, fc.integer({ min: 40, max: 600 }), (whole, limit) => {
        const parts = splitText(whole, limit)
        expect(squeezed(parts.map((part) => part.text).join(''))).toBe(squeezed(whole.text))
        for (const part of parts) {
          expect(part.text.length).toBeGreaterThan(0)
          expect(part.text.length).toBeLessThanOrEqual(limit)
          expect(part.text.isWellFormed()).toBe(true)
          for (const { offset, length } of part.entities) {
            expect(length).toBeGreaterThan(0)
            expect(offset + length).toBeLessThanOrEqual(part.text.length)
          }
          seen({ kind: 'text', text: part.text, entities: part.entities })
        }
        const bold = (of: FormattedString) =>
          of.entities.filter(({ type }) => type === 'bold').map(({ offset, length }) => of.text.slice(offset, offset + length)).join('') // prettier-ignore
        expect(squeezed(parts.map(bold).join(''))).toBe(squeezed(bold(whole)))
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  it('prefers the end of a paragraph to that of a line, of a line to that of a sentence, of a sentence to that of a word', () => {
    const parts = (from: string, limit: number) => splitText(new FormattedString(from), limit).map((part) => part.text)
    expect(parts('Một hai ba.\nBốn năm.\n\nSáu bảy tám chín', 30)).toEqual([
      'Một hai ba.\nBốn năm.',
      'Sáu bảy tám chín',
    ])
    expect(parts('Một hai ba.\nBốn. Năm sáu bảy', 20)).toEqual(['Một hai ba.', 'Bốn. Năm sáu bảy'])
    expect(parts('Một hai ba. Bốn năm sáu bảy', 20)).toEqual(['Một hai ba.', 'Bốn năm sáu bảy'])
    expect(parts('Một hai ba bốn năm', 12)).toEqual(['Một hai ba', 'bốn năm'])
    expect(parts('😀'.repeat(20), 11).every((part) => part.isWellFormed())).toBe(true)
  })
})

const squeezed = (of: string): string => of.replace(/\s+/g, '')
