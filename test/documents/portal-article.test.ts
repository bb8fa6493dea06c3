import { describe, expect, it } from 'vitest'
import type { Block, Document, FileContent } from '../../src/documents/document.ts'
import { createDocument } from '../../src/documents/create-document.ts'
import { sectionAt } from '../../src/documents/structure/section-at.ts'

const P1 =
  'LSO - Sáng 12/5, Đảng bộ Khối Cơ quan tỉnh Lam Sơn tổ chức hội nghị sơ kết công tác quý I; đồng chí Lê Thị Hạnh, Bí thư Đảng ủy Khối chủ trì hội nghị, 150 đại biểu tham dự.'
const P2 =
  'Trong quý I, toàn đảng bộ kết nạp 45 đảng viên, đạt 30% kế hoạch năm; 100% chi bộ sinh hoạt đúng quy định, chất lượng sinh hoạt chi bộ được nâng lên rõ rệt.'
const P3 =
  'Phát biểu kết luận, đồng chí Lê Thị Hạnh yêu cầu các chi bộ tiếp tục chia sẻ khó khăn với doanh nghiệp, đẩy mạnh chuyển đổi số và tăng cường kiểm tra, giám sát trong quý II.'
const TITLE = 'Đảng bộ Khối Cơ quan tỉnh Lam Sơn sơ kết công tác quý I'
const CAPTION = 'Đồng chí Lê Thị Hạnh phát biểu kết luận hội nghị. Ảnh: Hoàng Nam'

const content = (lines: readonly (string | Block)[], more: Partial<FileContent> = {}): FileContent => ({
  format: 'text',
  blocks: lines.map((line) => (typeof line === 'string' ? { kind: 'paragraph', text: line } : line)),
  margins: [],
  hints: {},
  ocr: false,
  pages: null,
  warnings: [],
  ...more,
})
const made = (lines: readonly (string | Block)[], more: Partial<FileContent> = {}): Document => {
  const created = createDocument({
    id: 'a',
    source: 'a.txt',
    digest: 'x',
    level: 'public',
    content: content(lines, more),
  })
  if (!created.ok) throw new Error(created.message)
  return created.document
}

const portals: Readonly<Record<string, readonly string[]>> = {
  'clock and weather first, date with the section': [
    'Thứ 6, 29/03/2024 07:11:18 GMT+7',
    'Lam Sơn, 30°C/27°C - 33°C',
    'aA',
    'Xây dựng Đảng 09:18, 12/05/2023 GMT+7',
    TITLE,
    'Thứ 6, 12/05/2023 | 09:18:00 271 lượt xem',
    P1,
    CAPTION,
    P2,
    P3,
    'Hoàng Nam - Lê Vân',
    '• Từ khóa',
    'đảng bộ',
    '34740',
    'Ý kiến ()',
    '0 / 500 ký tự',
    'Đang tải dữ liệu',
  ],
  'breadcrumb, title, then the date': [
    'Trang chủ › Xây dựng Đảng',
    TITLE,
    'Thứ Sáu, 12/05/2023, 09:18 (GMT+7)',
    'Chia sẻ Facebook Zalo',
    'Cỡ chữ',
    P1,
    CAPTION,
    P2,
    P3,
    'Bài, ảnh: Hoàng Nam - Lê Vân',
    'Tin liên quan',
    'Hội nghị tổng kết năm 2022',
    'Đại hội điểm cấp cơ sở',
    'Bình luận (3)',
    'Gửi bình luận',
  ],
  'updated and views under the title': [
    'Trang chủ / Xây dựng Đảng',
    TITLE,
    'Cập nhật lúc: 09:18 12/05/2023',
    'Lượt xem: 1.204',
    'In bài viết',
    P1,
    P2,
    CAPTION,
    P3,
    'Hoàng Nam - Lê Vân',
    'Tags: Đảng bộ Khối, sơ kết',
    'Đọc nhiều',
    'Giá vàng hôm nay',
    'Bản quyền thuộc về Báo Lam Sơn',
    'Tổng biên tập: Trần Văn B',
  ],
  'published and updated differ': [
    'Xây dựng Đảng',
    TITLE,
    'Ngày đăng: 12/05/2023 09:18',
    'Cập nhật: 14/05/2023 10:00',
    'Nghe đọc bài',
    '0:00/3:45',
    P1,
    P2,
    P3,
    CAPTION,
    'Hoàng Nam - Lê Vân',
    'Chia sẻ',
    'Xem thêm',
    'Tin khác',
  ],
  'a box of other articles in the middle': [
    'Xây dựng Đảng 12/05/2023 09:18',
    TITLE,
    'Chia sẻ bài viết',
    P1,
    'Tin liên quan',
    'Hội nghị tổng kết năm 2022',
    'Đại hội điểm cấp cơ sở',
    P2,
    CAPTION,
    P3,
    'Hoàng Nam - Lê Vân',
    'Từ khóa:',
    'sơ kết',
    'Bình luận',
    'Họ và tên',
    'Hiện chưa có bình luận nào',
  ],
}

describe('a saved article', () => {
  it.each(Object.keys(portals))(
    '%s: furniture goes, title, date, section, author and caption are kept apart',
    (name) => {
      const document = made(portals[name]!)
      expect(document.meta).toMatchObject({
        kind: 'article',
        title: TITLE,
        date: '2023-05-12',
        section: 'Xây dựng Đảng',
        author: 'Hoàng Nam - Lê Vân',
        number: null,
      })
      expect(document.text.split('\n\n')).toEqual(portals[name]!.filter((line) => [P1, P2, P3, CAPTION].includes(line)))
      const captions = document.passages.filter((passage) => passage.kind === 'caption')
      expect(captions.map((passage) => document.text.slice(passage.start, passage.end))).toEqual([CAPTION])
    },
  )

  it('repairs Ð in the title, and leaves the words as they are', () => {
    const lines = portals['breadcrumb, title, then the date']!.map((line) => line.replaceAll('Đ', '\u00D0'))
    const document = made(lines)
    expect(document.meta.title).toBe(TITLE)
    expect(document.text).toContain('\u00D0ảng bộ Khối')
  })

  it('keeps a kicker in capitals above the words, and reads the term from it', () => {
    const kicker = 'CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ KHỐI LẦN THỨ VII, NHIỆM KỲ 2020 - 2025'
    const document = made(['Chính trị 09:18, 12/05/2020 GMT+7', kicker, TITLE, '20 lượt xem', P1, P2, 'Ý kiến (0)'])
    expect(document.meta).toMatchObject({ title: TITLE, term: { from: 2020, to: 2025 }, section: 'Chính trị' })
    expect(document.text.startsWith(kicker)).toBe(true)
  })

  it('never takes its date from the clock of the page', () => {
    const document = made([
      'Thứ 6, 29/03/2024 07:11:18 GMT+7',
      'Hà Nội 25°C',
      'aA',
      TITLE,
      '15 lượt xem',
      P1,
      P2,
      'Bình luận (0)',
    ])
    expect(document.meta.date).toBeNull()
  })

  it('keeps body sentences that only look like furniture', () => {
    const lines = [
      'Hội nghị thống nhất chia sẻ khó khăn với nhân dân vùng lũ.',
      'Hội nghị diễn ra ngày 30/7/2020.',
      'Từ khóa của thành công là đoàn kết.',
      'Nhiệt độ ngoài trời lên tới 39°C nhưng công nhân vẫn bám công trường để kịp tiến độ đề ra trong năm nay, theo ghi nhận của phóng viên.',
      'Bình luận về kết quả này, các đại biểu đánh giá cao sự vào cuộc của cấp ủy.',
      'Tin liên quan đến đại hội được cập nhật hằng ngày.',
    ]
    const document = made([...portals['breadcrumb, title, then the date']!.slice(0, 6), ...lines, P3, 'Bình luận (0)'])
    for (const line of lines) expect(document.text).toContain(line)
  })

  it('gives sub-headings their passages', () => {
    const document = made([
      ...portals['breadcrumb, title, then the date']!.slice(0, 6),
      'Chuyển biến từ cơ sở',
      P2,
      'Nhiệm vụ thời gian tới',
      P3,
      'Tin khác',
    ])
    expect(document.headings.map((heading) => heading.title)).toEqual([
      'Chuyển biến từ cơ sở',
      'Nhiệm vụ thời gian tới',
    ])
    expect(sectionAt(document, document.text.indexOf('chia sẻ khó khăn')).section).toBe('Nhiệm vụ thời gian tới')
  })

  it('takes a page that shows a whole decision for the decision', () => {
    const document = made([
      'Trang chủ › Văn bản',
      'Lượt xem: 30',
      'TỈNH ỦY LAM SƠN',
      '*',
      'Số 37-QĐ/TU',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Lam Sơn, ngày 5 tháng 6 năm 2021',
      'QUY ĐỊNH',
      'về chế độ đảng phí',
      P2,
      P3,
      'Tin liên quan',
      'Chia sẻ',
    ])
    expect(document.meta).toMatchObject({
      kind: 'regulation',
      number: '37-QĐ/TU',
      issuer: 'Tỉnh ủy Lam Sơn',
      date: '2021-06-05',
      title: 'Quy định về chế độ đảng phí',
    })
    expect(document.text).not.toMatch(/Lượt xem|Chia sẻ|Trang chủ/)
  })
})

describe('an interview', () => {
  const head = ['Chính trị 09:18, 30/07/2020 GMT+7', TITLE, '271 lượt xem']
  const lead = `${P1} Phóng viên đã có cuộc phỏng vấn đồng chí Lê Thị Hạnh, Tỉnh ủy viên, Bí thư Đảng ủy Khối để làm rõ hơn.`
  const styles: Readonly<Record<string, readonly [string, string]>> = {
    stars: ['* Đồng chí cho biết kết quả nổi bật của quý I?', '* Nhiệm vụ quý II là gì, thưa đồng chí?'],
    'PV:': ['PV: Đồng chí cho biết kết quả nổi bật của quý I?', 'PV: Nhiệm vụ quý II là gì, thưa đồng chí?'],
    'Phóng viên:': [
      'Phóng viên: Đồng chí cho biết kết quả nổi bật của quý I?',
      'Phóng viên: Xin đồng chí nói về nhiệm vụ quý II.',
    ],
    dashes: ['- Thưa đồng chí, kết quả nổi bật của quý I là gì?', '- Xin đồng chí cho biết nhiệm vụ quý II?'],
    bold: ['Kết quả nổi bật của quý I là gì, thưa đồng chí?', 'Nhiệm vụ quý II là gì, thưa đồng chí?'],
  }
  it.each(Object.keys(styles))('with %s: each question heads the passage of its answer', (style) => {
    const [first, second] = styles[style]!
    const document = made([
      ...head,
      lead,
      first,
      P2,
      second,
      P3,
      'Trân trọng cảm ơn đồng chí!',
      'Hoàng Nam (thực hiện)',
      'Ý kiến (0)',
    ])
    const answers = document.passages.filter((passage) => passage.path.length > 0)
    expect(answers).toHaveLength(2)
    expect(answers.map((passage) => document.text.slice(passage.start, passage.end))).toEqual([
      `${first}\n\n${P2}`,
      `${second}\n\n${P3}`,
    ])
    expect(answers[0]!.path[0]).toBe('Trả lời phỏng vấn: đồng chí Lê Thị Hạnh, Tỉnh ủy viên, Bí thư Đảng ủy Khối')
    expect(first).toContain(answers[0]!.path[1])
    expect(document.meta.author).toBe('Hoàng Nam')
    expect(document.text).not.toContain('Trân trọng cảm ơn')
  })

  it('a long answer is split, and each part names the question', () => {
    const question = '* Đồng chí cho biết kết quả nổi bật?'
    const long = Array.from({ length: 6 }, () => P2)
    const document = made([...head, P1, question, ...long, '* Còn khó khăn, thưa đồng chí?', P3, 'Ý kiến (0)'])
    const parts = document.passages.filter((passage) => passage.path.includes('Đồng chí cho biết kết quả nổi bật?'))
    expect(parts.length).toBeGreaterThan(1)
  })
})
