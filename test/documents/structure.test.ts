import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDocument, documentFromText } from '../../src/documents/create-document.ts'
import type { Block, Document, FileContent } from '../../src/documents/document.ts'
import { headingsOf } from '../../src/documents/structure/headings.ts'
import { passagesOf } from '../../src/documents/structure/passages.ts'
import { sectionAt } from '../../src/documents/structure/section-at.ts'
import { unitsOf } from '../../src/text/units/sentences.ts'
import { storedForm } from '../../src/text/vietnamese.ts'

const labels = (text: string): (string | null)[] => headingsOf(text).map((heading) => heading.label)
const from = (text: string): Document => documentFromText({ id: 'd', title: 'Quy chế', text })
const sentence = 'Cấp ủy các cấp có trách nhiệm lãnh đạo, chỉ đạo và kiểm tra việc thực hiện ở địa phương, đơn vị mình.'

const REGULATION = `Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định về chế độ làm việc của cấp ủy.
Điều 2. Nguyên tắc
1. Tập trung dân chủ; tập thể lãnh đạo, cá nhân phụ trách.
2. Các trường hợp khác:
a) Trường hợp thứ nhất theo quy định tại khoản 1 Điều 1;
b) Trường hợp thứ hai.
Chương II
TỔ CHỨC THỰC HIỆN
Mục 1
TRÁCH NHIỆM
Điều 3. Trách nhiệm của cấp ủy
${sentence}
Điều 4. Hiệu lực
Quy chế này có hiệu lực từ ngày ký.`

describe('headings', () => {
  it('are found with their labels, ranks and titles', () => {
    expect(headingsOf(REGULATION).map(({ rank, label, title }) => [rank, label, title])).toEqual([
      [1, 'Chương I', 'QUY ĐỊNH CHUNG'],
      [2, 'Điều 1', 'Phạm vi điều chỉnh'],
      [2, 'Điều 2', 'Nguyên tắc'],
      [3, 'khoản 1', ''],
      [3, 'khoản 2', 'Các trường hợp khác'],
      [4, 'điểm a', ''],
      [4, 'điểm b', ''],
      [1, 'Chương II', 'TỔ CHỨC THỰC HIỆN'],
      [1.5, 'Mục 1', 'TRÁCH NHIỆM'],
      [2, 'Điều 3', 'Trách nhiệm của cấp ủy'],
      [2, 'Điều 4', 'Hiệu lực'],
    ])
  })

  it.each([
    [
      'a citation at the start of a wrapped line',
      `Việc xử lý thực hiện theo quy định tại\nĐiều 5. Các trường hợp khác do cấp ủy quyết định.`,
      [],
    ],
    [
      'words that only begin like labels',
      'Mục tiêu chung là phát triển.\nChương trình hành động đã đề ra.\nPhần lớn đảng viên tán thành.\nĐiều lệ Đảng quy định rõ.',
      [],
    ],
    ['a decimal and a thousand', '1.5 triệu đồng là mức đóng.\n1.234 đảng viên dự họp.\n102,5% kế hoạch.', []],
    ['a name with initials', 'V. I. Lênin đã viết như vậy.\nC. Mác và Ph. Ăngghen cũng vậy.', []],
    ['choices of a quiz', 'Câu 1. Đảng ra đời năm nào?\nA. Năm 1930\nB. Năm 1945\nC. Năm 1954', ['Câu 1']],
    [
      'I, 1, a of older resolutions',
      'I- QUAN ĐIỂM\n1- Nắm vững quan điểm của Đảng trong mọi việc.\na) Một là đoàn kết;\nb) Hai là kỷ cương.\nII- MỤC TIÊU\n1- Mục tiêu chung',
      ['I', '1', 'điểm a', 'điểm b', 'II', '1'],
    ],
    [
      'numbers with parts',
      '1. Kết nạp đảng viên\n1.1. Về tuổi đời\n1.1.1. Người vào Đảng phải đủ 18 tuổi.\n1.2. Về học vấn\n2. Chuyển sinh hoạt',
      ['1', '1.1', '1.1.1', '1.2', '2'],
    ],
    [
      'the letter đ between d and e',
      'Điều 1. Hồ sơ\n1. Hồ sơ gồm:\na) Đơn;\nb) Lý lịch;\nc) Giấy giới thiệu;\nd) Nghị quyết;\nđ) Quyết định;\ne) Biên bản.',
      ['Điều 1', 'khoản 1', 'điểm a', 'điểm b', 'điểm c', 'điểm d', 'điểm đ', 'điểm e'],
    ],
    [
      'parts in words',
      'Phần thứ nhất\nTÌNH HÌNH\nI. KẾT QUẢ\nPhần thứ hai\nNHIỆM VỤ',
      ['Phần thứ nhất', 'I', 'Phần thứ hai'],
    ],
    ['an appendix', 'Điều 1. Ban hành\nNội dung.\nPHỤ LỤC I\nMẪU BIỂU', ['Điều 1', 'Phụ lục I']],
    ['a number that leaps', '1. Một.\n2. Hai.\n7. Bảy nghìn đảng viên.', ['1', '2']],
  ])('%s', (_what, text, expected) => {
    expect(labels(text)).toEqual(expected)
  })
})

describe('the place of a quote', () => {
  const document = from(REGULATION)
  const at = (words: string): string | null =>
    sectionAt(document, document.text.indexOf(words), document.text.indexOf(words) + words.length).section
  it('is written as one cites it', () => {
    expect(at('Trường hợp thứ nhất')).toBe('Điều 2 khoản 2 điểm a')
    expect(at('tập thể lãnh đạo')).toBe('Điều 2 khoản 1')
    expect(at('có hiệu lực từ ngày ký')).toBe('Điều 4')
    expect(at('QUY ĐỊNH CHUNG')).toBe('Chương I')
  })
  it('has the headings above it', () => {
    expect(sectionAt(document, document.text.indexOf('Trường hợp thứ nhất')).path).toEqual([
      'Chương I. QUY ĐỊNH CHUNG',
      'Điều 2. Nguyên tắc',
      'khoản 2. Các trường hợp khác',
      'điểm a',
    ])
  })
  it('of a quote over two clauses is what holds both', () => {
    const start = document.text.indexOf('Tập trung')
    expect(sectionAt(document, start, document.text.indexOf('Trường hợp thứ hai')).section).toBe('Điều 2')
  })
  it('in I, 1, a is a Phần with its mục', () => {
    const text =
      'II- MỤC TIÊU\n1- Mục tiêu chung\nPhát triển nhanh và bền vững.\n2- Mục tiêu cụ thể\na) Thu nhập tăng gấp đôi.'
    const resolution = from(text)
    expect(sectionAt(resolution, text.indexOf('Phát triển')).section).toBe('Phần II mục 1')
    expect(sectionAt(resolution, text.indexOf('Thu nhập')).section).toBe('Phần II mục 2 điểm a')
  })
  it('is the page where there is no structure, and nothing where there is no page', () => {
    const text = `${sentence}\n\n${sentence}`
    const passages = passagesOf({ text, headings: [], pages: [{ start: 0, page: 4 }] })
    expect(sectionAt({ headings: [], passages }, 5).section).toBe('trang 4')
    expect(sectionAt(from(text), 5).section).toBeNull()
  })
})

describe('passages', () => {
  it('keep khoản together and each Điều apart', () => {
    const document = from(REGULATION)
    expect(document.passages.map((passage) => passage.path.at(-1))).toEqual([
      'Điều 1. Phạm vi điều chỉnh',
      'Điều 2. Nguyên tắc',
      'Điều 3. Trách nhiệm của cấp ủy',
      'Điều 4. Hiệu lực',
    ])
  })

  it('are of about 130 syllables', () => {
    const long = Array.from({ length: 60 }, (_, i) => `${sentence.replace('.', '')} lần ${i + 1}.`).join(' ')
    const sizes = from(long).passages.map((passage) => long.slice(passage.start, passage.end).split(/\s+/).length)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(80)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200)
  })

  it('a short table is one passage; a long one is cut between rows, with its header in the path', () => {
    const row = (n: number): string => `${n} | Chi bộ thôn ${n} | ${sentence}`
    const header = 'TT | Đơn vị | Nội dung'
    const table = (rows: number): string => [header, ...Array.from({ length: rows }, (_, i) => row(i + 1))].join('\n')
    const cut = (text: string) =>
      passagesOf({ text, headings: [], special: [{ start: 0, end: text.length, kind: 'table' }] })
    expect(cut(table(3)).map(({ kind, path }) => [kind, path])).toEqual([['table', []]])
    const parts = cut(table(40))
    expect(parts.length).toBeGreaterThan(2)
    for (const [index, part] of parts.entries()) {
      expect(part.end - part.start).toBeLessThanOrEqual(1400)
      expect(table(40).slice(part.start, part.end)).toMatch(index === 0 ? /^TT/ : /^\d+ \| Chi bộ/)
      expect(part.path).toEqual(index === 0 ? [] : [header])
    }
  })

  it('a text without any stop is still cut, between words', () => {
    const text = Array.from({ length: 5000 }, (_, i) => `chữ${i}`).join(' ')
    const passages = from(text).passages
    expect(passages.length).toBeGreaterThan(5)
    for (const passage of passages) expect(text.slice(passage.start, passage.end)).toMatch(/^chữ\d+ .* chữ\d+$/s)
  })

  const piece = fc.oneof(
    fc.constantFrom(
      'Chương I',
      'QUY ĐỊNH CHUNG',
      'Điều 1. Phạm vi',
      'Điều 2.',
      '1. Khoản một;',
      '2. Khoản hai:',
      'a) Điểm a;',
      'đ) Điểm đ.',
      'I- MỤC TIÊU',
      '1.1. Về tuổi',
      '- gạch đầu dòng',
      '* Đồng chí cho biết kết quả?',
      'Cột | Ô | Ô',
      '',
      '   ',
      'PHỤ LỤC',
      sentence,
      `${sentence} ${sentence}`,
      'Theo khoản 2 Điều 5. Sau đó',
      'TP. Hồ Chí Minh có 1.234 chi bộ.',
      '“Một câu trích.” Tiếp theo',
      'dòng viết thường nối tiếp',
    ),
    fc.string({ maxLength: 30 }),
  )
  const texts = fc
    .tuple(fc.array(piece, { maxLength: 40 }), fc.constantFrom('\n', '\n\n', ' ', '\r\n'))
    .map(([parts, by]) => parts.join(by))

  it('cover every visible character once and in order, and cut no sentence', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const { text, passages } = from(raw)
        expect(text).toBe(storedForm(raw))
        let at = 0
        passages.forEach((passage, index) => {
          expect(passage.ordinal).toBe(index)
          expect(text.slice(at, passage.start).trim()).toBe('')
          expect(passage.start).toBeGreaterThanOrEqual(at)
          expect(text.slice(passage.start, passage.end)).toMatch(/^\S([\s\S]*\S)?$/)
          at = passage.end
        })
        expect(text.slice(at).trim()).toBe('')
        for (const unit of unitsOf(text)) {
          const whole = passages.some((passage) => passage.start <= unit.start && unit.end <= passage.end)
          const isRow = text.slice(unit.start, unit.end).includes('|')
          expect(whole || isRow || unit.end - unit.start > 3000).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('and headings are the same for a text that is in stored form already', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const once = from(raw)
        const twice = from(once.text)
        expect(twice.text).toBe(once.text)
        expect(twice.passages).toEqual(once.passages)
        expect(twice.headings).toEqual(once.headings)
      }),
      { numRuns: 200 },
    )
  })

  it('headings stand in order, each at the start of a line', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const { text, headings } = from(raw)
        let last = -1
        for (const heading of headings) {
          expect(heading.start).toBeGreaterThan(last)
          expect(text.slice(text.lastIndexOf('\n', heading.start) + 1, heading.start).trim()).toBe('')
          last = heading.start
        }
      }),
      { numRuns: 200 },
    )
  })

  it('of a file cover its text too, whatever its blocks are', () => {
    const kind = fc.constantFrom<Block['kind']>('paragraph', 'heading', 'item', 'table', 'caption')
    const words = fc.oneof(
      piece,
      fc.constantFrom(
        'Chính trị 09:18, 30/07/2020 GMT+7',
        '271 lượt xem',
        'Từ khóa',
        'Ý kiến (0)',
        'Tin liên quan',
        'Số 5-QĐ/TU',
        'QUY ĐỊNH',
        'Lam Sơn, ngày 5 tháng 6 năm 2021',
        'Thu Hà (thực hiện)',
      ),
    )
    const block = fc.record({ kind, text: words, page: fc.integer({ min: 1, max: 3 }) })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const content: FileContent = {
          format: 'docx',
          blocks,
          margins: [],
          hints: {},
          ocr: false,
          pages: 3,
          warnings: [],
        }
        const created = createDocument({ id: 'a', source: 'a', digest: 'x', level: 'public', content })
        if (!created.ok) return
        const { text, passages } = created.document
        expect(text).toBe(storedForm(text))
        const visible = (some: string): string => some.replace(/\s+/g, '')
        expect(passages.map((passage) => visible(text.slice(passage.start, passage.end))).join('')).toBe(visible(text))
      }),
      { numRuns: 300 },
    )
  })

  it('are made of hostile lines without running away', () => {
    const lines = [
      '* ' + 'a '.repeat(20_000),
      'ngày' + '.'.repeat(20_000),
      'Số ' + ' '.repeat(20_000) + 'x',
      '1 '.repeat(20_000),
      'M' + ' '.repeat(20_000) + 'T',
      '-'.repeat(20_000),
      'Độ  '.repeat(5_000),
    ]
    const blocks = lines.map((text): Block => ({ kind: 'paragraph', text }))
    const content: FileContent = {
      format: 'text',
      blocks,
      margins: lines,
      hints: {},
      ocr: false,
      pages: null,
      warnings: [],
    }
    expect(createDocument({ id: 'a', source: 'a', digest: 'x', level: 'public', content }).ok).toBe(true)
  })
})
