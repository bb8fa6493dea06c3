import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/documents/reading/read-result.ts'
import { buildPdf, lines, type PdfText } from '../support/build-pdf.ts'
import { hasProgram } from '../support/has-program.ts'
import { content, read, texts } from '../support/read.ts'

// 13 pt, 6.5 pt a letter: a full line of the text block below holds 70 letters
const PARAGRAPH = [
  ['Chi bộ họp thường kỳ mỗi tháng một lần vào ngày mười lăm hằng tháng', 98],
  'do bí thư chi bộ triệu tập và chủ trì; đảng viên vắng mặt phải báo cáo',
  'trước với chi ủy và được đồng ý theo',
] as const
const JOINED = PARAGRAPH.map((line) => (typeof line === 'string' ? line : line[0])).join(' ')
const NEXT = [
  ['Trong tháng, chi ủy họp ít nhất một kỳ để chuẩn bị nội dung sinh hoạt', 98],
  'và phân công đảng viên thực hiện nhiệm vụ.',
] as const

describe('PDF', () => {
  it('joins wrapped lines into paragraphs and keeps what is marked apart', async () => {
    const page = lines([
      ['QUY CHẾ', 270],
      ['làm việc của chi bộ', 235],
      'Điều 1. Chế độ họp',
      ...PARAGRAPH.slice(0, 2),
      'trước với chi ủy theo quy định của Điều lệ Đảng.',
      ...NEXT,
      '- Gạch thứ nhất có một câu khá dài để dòng này được kéo đến tận cuối dòng',
      'Điều 3 của Điều lệ Đảng;',
      'a) điểm thứ nhất;',
      'Điều 2. Hiệu lực.',
    ])
    const read = await content(buildPdf([page]))
    expect(texts(read)).toEqual([
      'QUY CHẾ',
      'làm việc của chi bộ',
      'Điều 1. Chế độ họp',
      `${PARAGRAPH[0][0]} ${PARAGRAPH[1]} trước với chi ủy theo quy định của Điều lệ Đảng.`,
      `${NEXT[0][0]} ${NEXT[1]}`,
      '- Gạch thứ nhất có một câu khá dài để dòng này được kéo đến tận cuối dòng Điều 3 của Điều lệ Đảng;',
      'a) điểm thứ nhất;',
      'Điều 2. Hiệu lực.',
    ])
    expect(read.pages).toBe(1)
  })

  it('takes running heads, feet and page numbers out of the sentence that runs over the page', async () => {
    const page = (number: number, body: PdfText[]): PdfText[] => [
      { text: 'Tài liệu thuộc sở hữu của cơ quan', x: 150, y: 820, size: 9 },
      ...body,
      { text: `Trang ${number}/3`, x: 280, y: 30 },
      { text: String(number), x: 297, y: 15 },
    ]
    const bytes = buildPdf([
      page(1, lines([...PARAGRAPH.slice(0, 2)])),
      page(2, lines(['Điều 5:', 'trước với chi ủy và được đồng ý theo', 'quy định của Điều lệ Đảng.'].slice(1))),
      page(3, lines(['Điều 6:', 'Năm 2025.'])),
    ])
    const read = await content(bytes)
    expect(texts(read)).toEqual([`${JOINED} quy định của Điều lệ Đảng.`, 'Điều 6:', 'Năm 2025.'])
    expect(read.blocks.map((block) => block.page)).toEqual([1, 3, 3])
    expect(read.margins).toContain('Tài liệu thuộc sở hữu của cơ quan')
  })

  it('never takes the headings of articles for furniture, though one stands on top of every page', async () => {
    const pages = [1, 2, 3, 4].map((n) =>
      lines([`Điều ${n}:`, `Nội dung của điều thứ ${n} trong quy chế làm việc.`, `${2020 + n}`]),
    )
    expect(texts(await content(buildPdf(pages))).filter((text) => text.startsWith('Điều'))).toEqual([
      'Điều 1:',
      'Điều 2:',
      'Điều 3:',
      'Điều 4:',
    ])
  })

  it('puts a footnote after the paragraph that it would have interrupted', async () => {
    const note = { text: '1 Xem Điều lệ Đảng, điều thứ mười.', x: 70, y: 60, size: 9 }
    const bytes = buildPdf([
      [...lines([...PARAGRAPH.slice(0, 2)]), { text: '1', x: 526, y: 768, size: 7 }, note],
      lines(['trước với chi ủy theo quy định.', 'Điều 2. Hết.']),
    ])
    expect(texts(await content(bytes))).toEqual([
      `${PARAGRAPH[0][0]} ${PARAGRAPH[1]} trước với chi ủy theo quy định.`,
      '1 Xem Điều lệ Đảng, điều thứ mười.',
      'Điều 2. Hết.',
    ])
  })

  it('reads a letterhead column by column though it is drawn row by row', async () => {
    const at = (text: string, x: number, y: number): PdfText => ({ text, x, y })
    const page = [
      at('TỈNH ỦY AN MẪU', 100, 780), at('ĐẢNG CỘNG SẢN VIỆT NAM', 340, 780),
      at('BAN TỔ CHỨC', 110, 764), at('An Mẫu, ngày 5 tháng 3 năm 2025', 330, 740),
      at('Số 05-HD/BTCTU', 105, 740),
      at('HƯỚNG DẪN', 268, 700),
      ...lines([...PARAGRAPH.slice(0, 2), 'trước với chi ủy.'], 660),
    ] // prettier-ignore
    expect(texts(await content(buildPdf([page]))).slice(0, 6)).toEqual([
      'TỈNH ỦY AN MẪU', 'BAN TỔ CHỨC', 'Số 05-HD/BTCTU', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'An Mẫu, ngày 5 tháng 3 năm 2025', 'HƯỚNG DẪN',
    ]) // prettier-ignore
  })

  it('mends the ư of fonts with a wrong table, and decodes TCVN3', async () => {
    const page = lines(['Chƣơng I', '§iÒu 1. §¶ng viªn chÝnh thøc', 'thùc hiÖn nghiªm chÕ ®é sinh ho¹t chi bé.'])
    expect(texts(await content(buildPdf([page])))).toEqual([
      'Chương I',
      'Điều 1. Đảng viên chính thức thực hiện nghiêm chế độ sinh hoạt chi bộ.',
    ])
  })

  it('reads text that is drawn in disorder with pdftotext where that is present, and says so where not', async () => {
    const text = [
      JOINED.slice(0, 66),
      JOINED.slice(67, 130),
      'Đảng bộ tỉnh thực hiện thắng lợi nghị quyết đại hội nhiệm kỳ qua',
    ]
    const marked = (letter: string): boolean => letter.normalize('NFD').length > 1 || /[đĐ]/.test(letter)
    const spread = lines(text).flatMap(({ text, x, y }) =>
      [...text].map((letter, at) => ({ text: letter, x: x + at * 6.5, y })),
    )
    // a second font draws the letters that the first one lacks, page by page
    const bytes = buildPdf([
      [...spread.filter(({ text }) => !marked(text)), ...spread.filter(({ text }) => marked(text))],
    ])
    const without = await content(bytes)
    expect(without.warnings).toEqual([expect.stringContaining('xáo trộn')])
    const read = await content(bytes, 'a.pdf', { programPath: DEFAULT_LIMITS.programPath })
    if (!hasProgram('pdftotext')) return expect(read.warnings).toEqual(without.warnings)
    expect(read.warnings).toEqual([expect.stringContaining('pdftotext')])
    expect(texts(read).join(' ')).toContain('Chi bộ họp thường kỳ mỗi tháng một lần')
  })

  it('recognises a scan where the programs are present, and says what to install where not', async () => {
    const scan = readFileSync('test/fixtures/ban-quet.pdf')
    const without = await read(scan, 'a.pdf')
    expect(without).toMatchObject({
      ok: false,
      reason: 'no_text_layer',
      message: expect.stringContaining('tesseract-ocr-vie'),
    })
    const result = await read(scan, 'a.pdf', { programPath: DEFAULT_LIMITS.programPath })
    if (!hasProgram('tesseract') || !hasProgram('pdftoppm')) return expect(result).toEqual(without)
    if (!result.ok)
      return expect(result).toMatchObject({
        reason: 'no_text_layer',
        message: expect.stringContaining('tesseract-ocr-vie'),
      })
    expect(result.content.ocr).toBe(true)
    expect(result.content.warnings.join()).toContain('ảnh quét')
    expect(texts(result.content).join(' ')).toMatch(/Chi bộ thôn M.u họp thường kỳ vào ngày 15/)
  })

  it('refuses a PDF with a password, a broken one, and one without a page of words', async () => {
    const hex = 'ab'.repeat(32)
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${hex}> /U <${hex}> /P -4 >> /ID [<00> <00>]`
    expect(await read(buildPdf([lines(['Mật'])], { trailer: encrypt }))).toMatchObject({
      ok: false,
      reason: 'encrypted',
    })
    expect(await read('%PDF-1.7\nkhông phải PDF')).toMatchObject({ ok: false, reason: 'damaged' })
    expect(await read(buildPdf([[]]))).toMatchObject({ ok: false, reason: 'no_text_layer' })
  })

  it('reads what it can of a file that was cut off', async () => {
    const whole = buildPdf([lines([...PARAGRAPH.slice(0, 2)])])
    const result = await read(whole.subarray(0, whole.length - 200))
    if (result.ok) expect(texts(result.content).join(' ')).toContain('Chi bộ họp thường kỳ')
    else expect(result.reason).toBe('damaged')
  })

  it('runs no script of a file: the reader cannot even evaluate one', async () => {
    const catalog = '/OpenAction << /S /JavaScript /JS (globalThis.ranFromPdf = true; app.alert\\(1\\)) >>'
    expect(texts(await content(buildPdf([lines(['Văn bản bình thường có kèm mã lệnh.'])], { catalog })))).toHaveLength(
      1,
    )
    expect('ranFromPdf' in globalThis).toBe(false)
    const library = readFileSync(join(dirname(createRequire(import.meta.url).resolve('unpdf')), 'pdfjs.mjs'), 'utf8')
    expect(library).not.toMatch(/new Function\(|[^.\w]eval\(/)
  })
})
