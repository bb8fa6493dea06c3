import { describe, expect, it } from 'vitest'
import { createDocument, documentFromText } from '../../src/documents/create-document.ts'
import type { Block, Document, FileContent, Format } from '../../src/documents/document.ts'
import { readResolution } from '../../src/documents/metadata/resolution.ts'
import { validitySaid } from '../../src/documents/metadata/validity-said.ts'

const BODY = [
  '- Căn cứ Điều lệ Đảng;',
  '- Căn cứ Quy chế làm việc của Tỉnh ủy khóa XI,',
  'Điều 1. Phạm vi',
  'Quy định này quy định về chế độ đảng phí của đảng viên.',
]
const read = (lines: readonly string[]) => readResolution(lines).meta

const content = (blocks: readonly Block[], format: Format = 'docx', more: Partial<FileContent> = {}): FileContent => ({
  format,
  blocks,
  margins: [],
  hints: {},
  ocr: false,
  pages: null,
  warnings: [],
  ...more,
})
const made = (lines: readonly string[], more: Partial<Parameters<typeof createDocument>[0]> = {}): Document => {
  const blocks = lines.map((text): Block => ({ kind: 'paragraph', text }))
  const created = createDocument({
    id: 'a',
    source: 'a',
    digest: 'x',
    level: 'public',
    content: content(blocks),
    ...more,
  })
  if (!created.ok) throw new Error(created.message)
  return created.document
}

describe('the head of a Party document', () => {
  it.each<[string, readonly string[], object]>([
    [
      'left column first',
      [
        'TỈNH ỦY LAM SƠN',
        '*',
        'Số 37-QĐ/TU',
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        'Lam Sơn, ngày 05 tháng 6 năm 2021',
        'QUY ĐỊNH',
        'về chế độ đảng phí',
        '-----',
        ...BODY,
      ],
      {
        kind: 'regulation',
        number: '37-QĐ/TU',
        issuer: 'Tỉnh ủy Lam Sơn',
        date: '2021-06-05',
        title: 'Quy định về chế độ đảng phí',
      },
    ],
    [
      'rows of two columns',
      [
        'TỈNH ỦY LAM SƠN',
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        '*',
        'Số 37-QĐ/TU',
        'Lam Sơn, ngày 05 tháng 6 năm 2021',
        'QUYẾT ĐỊNH',
        'về việc thành lập Ban Chỉ đạo',
        ...BODY,
      ],
      {
        kind: 'decision',
        number: '37-QĐ/TU',
        issuer: 'Tỉnh ủy Lam Sơn',
        title: 'Quyết định về việc thành lập Ban Chỉ đạo',
      },
    ],
    [
      'right column first, number broken, dashes glued',
      [
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        '--------------Lam Sơn, ngày 9 tháng 12 năm 2022',
        'TỈNH ỦY LAM SƠN',
        'BAN TỔ CHỨC',
        '*',
        'Số 16',
        '- HD/BTCTU',
        'HƯỚNG DẪN',
        'MỘT SỐ VẤN ĐỀ',
        'VỀ ĐẢNG PHÍ',
        '-----',
        ...BODY,
      ],
      {
        kind: 'guidance',
        number: '16-HD/BTCTU',
        issuer: 'Ban Tổ chức Tỉnh ủy Lam Sơn',
        date: '2022-12-09',
        title: 'HƯỚNG DẪN MỘT SỐ VẤN ĐỀ VỀ ĐẢNG PHÍ',
      },
    ],
    [
      'a party committee of a bloc',
      [
        'TỈNH ỦY LAM SƠN',
        'ĐẢNG ỦY KHỐI CƠ QUAN VÀ DOANH NGHIỆP TỈNH',
        '*',
        'Số 05-NQ/ĐUK',
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        'Lam Sơn, ngày 3 tháng ba năm 2020',
        'NGHỊ QUYẾT',
        'về chuyển đổi số nhiệm kỳ 2020 - 2025',
        ...BODY,
      ],
      {
        kind: 'resolution',
        number: '05-NQ/ĐUK',
        issuer: 'Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh',
        date: '2020-03-03',
        term: { from: 2020, to: 2025 },
      },
    ],
    [
      'two columns glued line by line',
      [
        'TỈNH ỦY LAM SƠN ĐẢNG CỘNG SẢN VIỆT NAM',
        '*',
        'Số 15-NQ/TU Lam Sơn, ngày 03 tháng 02 năm 2026',
        'NGHỊ QUYẾT',
        'về chuyển đổi số',
        ...BODY,
      ],
      { number: '15-NQ/TU', issuer: 'Tỉnh ủy Lam Sơn', date: '2026-02-03', title: 'Nghị quyết về chuyển đổi số' },
    ],
    [
      'a resolution of a congress, without a date',
      [
        'ĐẢNG BỘ TỈNH LAM SƠN',
        'ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XVII',
        '*',
        'NGHỊ QUYẾT',
        'ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ XVII',
        'NHIỆM KỲ 2020 - 2025',
        'Đại hội họp từ ngày 1 đến ngày 3 tháng 9.',
      ],
      {
        kind: 'resolution',
        number: null,
        title: 'NGHỊ QUYẾT ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ XVII NHIỆM KỲ 2020 - 2025',
        term: { from: 2020, to: 2025 },
      },
    ],
    [
      'the Politburo, by its own name',
      [
        'BỘ CHÍNH TRỊ',
        '*',
        'Số 24-CT/TW',
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        'Hà Nội, ngày 13 tháng 7 năm 2023',
        'CHỈ THỊ',
        'về bảo đảm an ninh',
        ...BODY,
      ],
      { kind: 'directive', issuer: 'Bộ Chính trị', number: '24-CT/TW' },
    ],
    [
      'the Secretariat, by the signature',
      [
        'BAN CHẤP HÀNH TRUNG ƯƠNG',
        '*',
        'Số 6-HD/TW',
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        'Hà Nội, ngày 9 tháng 6 năm 2025',
        'HƯỚNG DẪN',
        'thi hành Điều lệ',
        ...BODY,
        'T/M BAN BÍ THƯ',
        'THƯỜNG TRỰC',
      ],
      { kind: 'guidance', issuer: 'Ban Bí thư', number: '6-HD/TW' },
    ],
    [
      'a type spaced out',
      [
        'TỈNH ỦY LAM SƠN',
        'Số 5-KL/TU',
        'Lam Sơn, ngày 1 tháng 2 năm 2024',
        'K Ế T  L U Ậ N',
        'về công tác cán bộ',
        ...BODY,
      ],
      { kind: 'conclusion', number: '5-KL/TU' },
    ],
    [
      'a letter',
      [
        'TỈNH ỦY LAM SƠN',
        'BAN TỔ CHỨC',
        '*',
        'Số 112-CV/BTCTU',
        'V/v rà soát hồ sơ đảng viên',
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        'Lam Sơn, ngày 1 tháng 2 năm 2024',
        'Kính gửi: Các huyện ủy',
      ],
      { kind: 'letter', number: '112-CV/BTCTU', title: 'Công văn về việc rà soát hồ sơ đảng viên' },
    ],
    [
      'the Youth Union is no Party organ',
      [
        'TỈNH ĐOÀN LAM SƠN',
        '***',
        'Số 12-KH/TĐTN',
        'ĐOÀN TNCS HỒ CHÍ MINH',
        'Lam Sơn, ngày 4 tháng 3 năm 2024',
        'KẾ HOẠCH',
        'Tổ chức Tháng Thanh niên năm 2024',
        ...BODY,
      ],
      {
        kind: 'plan',
        number: '12-KH/TĐTN',
        issuer: 'Tỉnh đoàn Lam Sơn',
        title: 'Kế hoạch Tổ chức Tháng Thanh niên năm 2024',
      },
    ],
    [
      'a State decree',
      [
        'CHÍNH PHỦ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Số: 30/2020/NĐ-CP',
        'Hà Nội, ngày 05 tháng 3 năm 2020',
        'NGHỊ ĐỊNH',
        'Về công tác văn thư',
        'Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;',
      ],
      {
        kind: 'law',
        number: '30/2020/NĐ-CP',
        issuer: 'Chính phủ',
        date: '2020-03-05',
        title: 'Nghị định Về công tác văn thư',
      },
    ],
    [
      'a State decision',
      [
        'ỦY BAN NHÂN DÂN',
        'TỈNH LAM SƠN',
        'Số: 543/QĐ-UBND',
        'Lam Sơn, ngày 1 tháng 4 năm 2023',
        'QUYẾT ĐỊNH',
        'Về việc phê duyệt đề án',
        ...BODY,
      ],
      { kind: 'decision', number: '543/QĐ-UBND' },
    ],
    [
      'a charter',
      [
        'ĐIỀU LỆ',
        'HỘI NÔNG DÂN LAM SƠN',
        '(Đại hội đại biểu lần thứ V',
        'thông qua ngày 13/12/2017)',
        'Chương I',
        'HỘI VIÊN',
      ],
      { kind: 'charter', number: null, date: '2017-12-13', issuer: 'Đại hội đại biểu lần thứ V' },
    ],
    [
      'a web copy headed by its name',
      [
        'Nghị quyết số 57-NQ/TU',
        'Thay mặt Tỉnh ủy, đồng chí Bí thư đã ký ban hành Nghị quyết số 57-NQ/TU (ngày 22/12/2024) của Tỉnh ủy Lam Sơn về đột phá chuyển đổi số.',
        'I- QUAN ĐIỂM',
      ],
      { kind: 'resolution', number: '57-NQ/TU', date: '2024-12-22', issuer: 'Tỉnh ủy Lam Sơn' },
    ],
  ])('%s', (_how, lines, expected) => {
    expect(read(lines)).toMatchObject(expected)
  })

  it('does not take the date or number of what it is based on', () => {
    const lines = [
      'TỈNH ỦY LAM SƠN',
      'Số        -QĐ/TU',
      'Lam Sơn, ngày      tháng     năm 2021',
      'QUY ĐỊNH',
      'về đảng phí',
      '- Căn cứ Quy định số 29-QĐ/TW ngày 25 tháng 7 năm 2016;',
    ]
    const reading = readResolution(lines)
    expect(reading.meta).toMatchObject({ number: null, date: null, validity: 'draft' })
    expect(reading.unfilled).toEqual({ number: true, date: true })
  })

  it('says nothing about a text that only speaks of documents', () => {
    const lines = [
      'Đảng bộ xã quán triệt nghị quyết',
      'Sáng 5/3, Đảng ủy xã quán triệt Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Trung ương.',
      'Hội nghị có 120 đại biểu.',
    ]
    expect(readResolution(lines)).toMatchObject({ issued: false, meta: {} })
  })
})

describe('what a document replaces', () => {
  const replaces = (clause: string): readonly string[] =>
    validitySaid(
      [
        'TỈNH ỦY LAM SƠN',
        'Số 37-QĐ/TU',
        'Lam Sơn, ngày 5 tháng 6 năm 2021',
        'QUY ĐỊNH',
        'về đảng phí',
        'Điều 1. Phạm vi',
        clause,
      ].join('\n'),
      { number: '37-QĐ/TU', date: '2021-06-05' },
    ).replaces
  it.each([
    ['Quy định này thay thế Quy định số 29-QĐ/TU, ngày 25/7/2016 của Tỉnh ủy.', ['29-QĐ/TU']],
    [
      'Quy định này có hiệu lực kể từ ngày ký và thay thế các quy định: Quy định số 29-QĐ/TU; Quy định số 30 - QĐ/TU.',
      ['29-QĐ/TU', '30-QĐ/TU'],
    ],
    ['Bãi bỏ Quy định số 12-QĐ/TU ngày 1/1/2015.', ['12-QĐ/TU']],
    ['Quy định này thay thế khoản 2 Điều 3 Quy định số 29-QĐ/TU.', []],
    ['Quy định số 29-QĐ/TU đã được thay thế bằng Quy định số 40-QĐ/TU.', []],
    ['Cử đại biểu dự khuyết thay thế theo Quy định số 29-QĐ/TU.', []],
    ['Thực hiện theo Quy định số 29-QĐ/TU.', []],
  ])('%s', (clause, expected) => {
    expect(replaces(clause)).toEqual(expected)
  })
})

describe('a document made from a file', () => {
  const head = [
    'TỈNH ỦY LAM SƠN',
    '*',
    'Số 37-QĐ/TU',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Lam Sơn, ngày 05 tháng 6 năm 2021',
    'QUY ĐỊNH',
    'về chế độ đảng phí',
  ]

  it('is refused with a mark of secrecy, quoting nothing else', () => {
    const blocks = [...head, 'Nội dung không được lộ.'].map((text): Block => ({ kind: 'paragraph', text }))
    const created = createDocument({
      id: 'a',
      source: 'a',
      digest: 'x',
      level: 'public',
      content: content(blocks, 'docx', { margins: ['T Ố I   M Ậ T'] }),
    })
    expect(created).toMatchObject({ ok: false, reason: 'secret' })
    expect(!created.ok && created.message).toMatch(/TỐI MẬT/)
    expect(!created.ok && created.message).not.toMatch(/đảng phí|không được lộ/)
  })

  it('is refused when it holds no words', () => {
    expect(
      createDocument({
        id: 'a',
        source: 'a',
        digest: 'x',
        level: 'public',
        content: content([{ kind: 'paragraph', text: ' \n ' }]),
      }),
    ).toMatchObject({ ok: false, reason: 'empty' })
  })

  it('with a mark of limited circulation is held at staff, unless a person says otherwise', () => {
    const lines = ['Lưu hành nội bộ', ...head, ...BODY]
    expect(made(lines)).toMatchObject({ level: 'staff' })
    expect(made(lines).warnings.join()).toMatch(/Lưu hành nội bộ/)
    expect(made(lines, { level: 'member', levelGiven: true }).level).toBe('member')
    expect(made(lines, { overrides: { level: 'public' } }).level).toBe('public')
    expect(made([...head, ...BODY], { level: 'member' }).level).toBe('member')
    expect(made([...head, ...BODY], { level: 'member', levelGiven: true, overrides: { level: 'public' } }).level).toBe(
      'member',
    )
  })

  it('is a draft when it says so', () => {
    expect(made(['DỰ THẢO LẦN 2', ...head, ...BODY])).toMatchObject({
      level: 'staff',
      meta: { validity: 'draft', number: '37-QĐ/TU' },
    })
  })

  it('is what the overrides say', () => {
    const overrides = {
      title: 'Quy định về đảng phí',
      number: '38-QĐ/TU',
      validity: 'expired',
      replaces: ['1-QĐ/TU'],
    } as const
    expect(made([...head, ...BODY], { overrides }).meta).toMatchObject({
      ...overrides,
      issuer: 'Tỉnh ủy Lam Sơn',
      kind: 'regulation',
    })
  })

  it('cites pages, keeps tables whole, and runs a sentence on over a page', () => {
    const blocks: Block[] = [
      { kind: 'paragraph', text: 'Câu văn bắt đầu ở trang này và', page: 1 },
      { kind: 'paragraph', text: 'kết thúc ở trang sau.', page: 2 },
      { kind: 'table', text: 'TT | Chỉ tiêu\n1 | 45 đảng viên', page: 2 },
      { kind: 'paragraph', text: 'Đoạn cuối.', page: 3 },
    ]
    const created = createDocument({
      id: 'a',
      source: 'a',
      digest: 'x',
      level: 'public',
      content: content(blocks, 'pdf'),
    })
    if (!created.ok) throw new Error(created.message)
    const { text, passages } = created.document
    expect(passages.map((p) => [p.kind, p.page, text.slice(p.start, p.end)])).toEqual([
      ['body', 1, 'Câu văn bắt đầu ở trang này và\nkết thúc ở trang sau.'],
      ['table', 2, 'TT | Chỉ tiêu\n1 | 45 đảng viên'],
      ['body', 3, 'Đoạn cuối.'],
    ])
  })
})

describe('a document made from title and text', () => {
  it('keeps both, and reads what the title names', () => {
    const title = 'Quy định số 294-QĐ/TW ngày 26/5/2025 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng (trang 7)'
    const document = documentFromText({ id: 'p7', title, text: 'của đảng viên.\r\n6. Điều 6: Phát thẻ\u00A0đảng viên' })
    expect(document.text).toBe('của đảng viên.\n6. Điều 6: Phát thẻ\u00A0đảng viên')
    expect(document.meta).toMatchObject({
      title,
      number: '294-QĐ/TW',
      date: '2025-05-26',
      kind: 'regulation',
      issuer: 'Ban Chấp hành Trung ương',
    })
  })

  it.each([
    'Kết luận 75-TB/TW của Bộ Chính trị: Mở rộng diện hưởng chính sách',
    'Thông tư 18/2025/TT-BQP quy định về thăng quân hàm trước thời hạn',
  ])('takes a headline for no document: %s', (title) => {
    expect(documentFromText({ id: 'h', title, text: 'Tin trong ngày.' }).meta).toMatchObject({
      number: null,
      kind: 'other',
    })
  })

  it('knows where the name of the organ ends', () => {
    const issuer = (title: string) => documentFromText({ id: 'i', title, text: 'x' }).meta.issuer
    expect(issuer('Hướng dẫn số 06-HD/TW ngày 09/6/2025 của Ban Bí thư một số vấn đề cụ thể')).toBe('Ban Bí thư')
    expect(issuer('Quyết định số 5/QĐ-UBND ngày 9/6/2025 của Ủy ban nhân dân tỉnh Lam Sơn phê duyệt đề án')).toBe(
      'Ủy ban nhân dân tỉnh Lam Sơn',
    )
    expect(
      issuer('Hướng dẫn số 2-HD/BTCTU ngày 9/6/2025 của Ban Tổ chức Thành ủy Lam Sơn nghiệp vụ công tác đảng'),
    ).toBe('Ban Tổ chức Thành ủy Lam Sơn')
  })

  it('takes no number from a question', () => {
    const title = 'Xã Quyết Thắng được sáp nhập từ những xã nào theo Nghị quyết 1669/NQ-UBTVQH15?'
    expect(documentFromText({ id: 'q', title, text: 'Ba xã.' }).meta).toMatchObject({ number: null, kind: 'other' })
  })
})
