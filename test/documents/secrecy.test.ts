import { describe, expect, it } from 'vitest'
import type { Block, FileContent } from '../../src/documents/document.ts'
import { secrecyOf } from '../../src/documents/gate/secrecy.ts'

const BODY = [
  'TỈNH ỦY LAM SƠN',
  '*',
  'Số 15-BC/TU',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'Lam Sơn, ngày 12 tháng 3 năm 2026',
  'BÁO CÁO',
  'về công tác xây dựng Đảng quý I năm 2026',
  'Quý I, các cấp ủy đã lãnh đạo thực hiện tốt nhiệm vụ bảo vệ chính trị nội bộ.',
  'Công tác kiểm tra, giám sát được tăng cường; kỷ cương được giữ vững.',
  'I. KẾT QUẢ',
  '1. Công tác tư tưởng',
  'Đã tổ chức 12 hội nghị, 2.450 lượt đảng viên dự.',
  '2. Công tác tổ chức',
  'Kết nạp 120 đảng viên, đạt 102,5% kế hoạch.',
  '3. Công tác dân vận',
  'Các mô hình dân vận khéo được nhân rộng.',
  'II. NHIỆM VỤ',
  'Tiếp tục quán triệt các nghị quyết của Trung ương.',
]

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const content = (blocks: readonly Block[], margins: readonly string[] = [], ocr = false): FileContent => ({
  format: 'docx',
  blocks,
  margins,
  hints: {},
  ocr,
  pages: null,
  warnings: [],
})
const withLine = (at: number, line: string, kind: Block['kind'] = 'paragraph'): FileContent =>
  content([...BODY.slice(0, at).map(paragraph), { kind, text: line }, ...BODY.slice(at).map(paragraph)])

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/Đ/g, 'D')
const spaced = (text: string, by = ' '): string =>
  text
    .split(' ')
    .map((word) => [...word].join(by))
    .join('   ')

const MARKS = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT']
const marked: [string, FileContent][] = MARKS.flatMap((mark): [string, FileContent][] => {
  const low = mark[0] + mark.slice(1).toLowerCase()
  return [
    ['alone under the number', withLine(3, mark)],
    ['alone as the first line', withLine(0, mark)],
    ['alone in the middle', withLine(14, mark)],
    ['alone as the last line', withLine(BODY.length, mark)],
    ['in brackets', withLine(3, `[${mark}]`)],
    ['in round brackets in the middle', withLine(14, `(${mark})`)],
    ['between stars', withLine(2, `*** ${mark} ***`)],
    ['between dashes', withLine(14, `— ${mark} —`)],
    ['letter-spaced', withLine(3, spaced(mark))],
    ['letter-spaced in the middle', withLine(14, spaced(mark))],
    ['letter-spaced with dots', withLine(3, spaced(mark, '.'))],
    ['letter-spaced with underscores', withLine(3, spaced(mark, '_'))],
    ['without diacritics', withLine(3, fold(mark))],
    ['without diacritics, letter-spaced', withLine(3, spaced(fold(mark)))],
    ['decomposed (NFD)', withLine(3, mark.normalize('NFD'))],
    ['with no-break spaces', withLine(3, `\u00A0${mark.replace(' ', '\u00A0')}\u00A0`)],
    ['in a page header', content(BODY.map(paragraph), [mark])],
    ['in a page footer with the page', content(BODY.map(paragraph), [`${mark}\nTrang 2`])],
    ['in a text box among others', content(BODY.map(paragraph), ['Lam Sơn', `  ${mark}  `, 'Nơi nhận'])],
    ['in a header without diacritics', content(BODY.map(paragraph), [fold(mark)])],
    ['in a header in small letters', content(BODY.map(paragraph), [low])],
    ['as a caption', withLine(14, mark, 'caption')],
    [
      'in a table cell of the letterhead',
      withLine(0, `TỈNH ỦY LAM SƠN | ĐẢNG CỘNG SẢN VIỆT NAM\n${mark} | Lam Sơn, ngày 1 tháng 2 năm 2026`, 'table'),
    ],
    ['in a small table later', withLine(14, `${mark} | Bản số 2`, 'table')],
    ['beside the number', withLine(3, `Số 16-BC/TU ${mark}`)],
    ['before the number, glued', withLine(3, `${mark}Số 16-BC/TU`)],
    ['beside the letterhead', withLine(2, `${mark}     ĐẢNG CỘNG SẢN VIỆT NAM`)],
    ['with the number of the copy', withLine(3, `${mark} - Bản số: 03`)],
    ['with the urgency', withLine(3, `${mark} - HỎA TỐC`)],
    ['with what one may not do', withLine(3, `${mark} (Không sao chụp)`)],
    ['as a field', withLine(3, `Độ mật: ${mark}`)],
    ['as a field in small letters', withLine(14, `Độ mật: ${low.toLowerCase()}`)],
    ['as a field beside others', withLine(3, `Số 16-BC/TU; Mức độ mật: ${low}`)],
    ['as a field without diacritics', withLine(3, `Do mat: ${fold(low)}`)],
    ['as a field in a table', withLine(3, `Độ mật | ${low}\nNgười ký | Trần Văn A`, 'table')],
    ['before the title', withLine(5, `[${mark}] BÁO CÁO`)],
    ['as a lead of the title', withLine(5, `${mark}: Báo cáo tình hình`)],
    ['with a small-letter stamp under the number', withLine(3, low)],
    ['letter by letter', content([...[...mark.replace(' ', '')].map(paragraph), ...BODY.map(paragraph)])],
    ['named in capitals', withLine(1, `TÀI LIỆU ${mark}`)],
  ].map(([how, file]) => [`${mark} ${how as string}`, file as FileContent])
})
marked.push(
  ['MẬT read as MẶT by OCR', content([paragraph('MẶT'), ...BODY.map(paragraph)], [], true)],
  ['TỐI MẬT read as T0I MAT by OCR', content([...BODY.map(paragraph), paragraph('T0I MAT')], [], true)],
  ['TUYỆT MẬT read as TUYẸT MÂT by OCR', content([...BODY.map(paragraph), paragraph('TUYẸT MÂT')], [], true)],
)

const MENTIONS = [
  'Thực hiện nghiêm Luật Bảo vệ bí mật nhà nước và các văn bản hướng dẫn.',
  'Bảo vệ bí mật nhà nước',
  'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
  'Mật độ dân số của xã là 540 người/km2.',
  'MẬT ĐỘ DÂN SỐ',
  'Công tác bảo mật thông tin được chú trọng.',
  'BẢO MẬT THÔNG TIN',
  'Hội đồng giải mật họp ngày 5/3/2026.',
  'GIẢI MẬT TÀI LIỆU LƯU TRỮ',
  'Tài liệu mật',
  '3. Tài liệu mật và cách quản lý',
  'Hồ sơ đảng viên là tài liệu mật của Đảng, do cấp ủy quản lý.',
  'Độ mật gồm: tuyệt mật, tối mật và mật.',
  'Bí mật nhà nước được chia thành ba độ: Tuyệt mật, Tối mật, Mật.',
  'Điều 8. Danh mục bí mật nhà nước độ Tối mật',
  'Bí mật nhà nước độ Tuyệt mật gồm các thông tin sau đây:',
  'Mẫu dấu “TUYỆT MẬT” hình chữ nhật, kích thước 40 mm x 8 mm.',
  'Văn bản có đóng dấu “MẬT”, “TỐI MẬT” phải gửi qua đường cơ yếu.',
  'Mẫu dấu độ mật: Tuyệt mật, Tối mật, Mật',
  'Các mức độ mật: Tuyệt mật, Tối mật, Mật',
  'Bầu cử theo nguyên tắc phổ thông, bình đẳng, trực tiếp và bỏ phiếu kín, giữ bí mật lá phiếu.',
  'Quan hệ thân mật, gần gũi với nhân dân.',
  'Người dân nuôi ong lấy mật.',
  'Ong mật',
  'MẬT ONG RỪNG',
  'Bệnh sỏi mật',
  'Túi mật',
  'Hộp thư bí mật tố giác tội phạm',
  'QUY ĐỊNH VỀ BẢO VỆ BÍ MẬT CỦA ĐẢNG',
  'QUẢN LÝ VĂN BẢN MẬT',
  'Cán bộ làm công tác văn thư mật phải có bản cam kết.',
  'Chế độ mật mã và cơ yếu',
  'MẬT MÃ',
  'Mật khẩu phải có ít nhất 12 ký tự.',
  'Mật khẩu: do quản trị viên cấp',
  'Cán bộ tham mưu cơ mật cần bản lĩnh.',
  'CƠ MẬT',
  'Vụ án được giữ kín tuyệt mật cho đến ngày xét xử.',
  'Cuộc họp tuyệt mật năm 1968 được kể lại trong hồi ký.',
  'Hồ sơ tối mật thời chiến đã được giải mật.',
  'Viện Mắt tổ chức khám cho 200 người cao tuổi.',
  'Giao lưu văn nghệ tại nhà văn hóa; không khí thân mật.',
  'a) Mật;',
  '- Tối mật;',
  '1. Tuyệt mật: thông tin nếu lộ gây nguy hại đặc biệt nghiêm trọng.',
  'Thời hạn bảo vệ: 30 năm đối với độ Tuyệt mật; 20 năm đối với độ Tối mật; 10 năm đối với độ Mật.',
  'Đề nghị không đóng dấu mật lên văn bản thông thường.',
  'Trang bị thiết bị bảo mật',
  'ĐỘ MẬT',
  'Độ mật',
  'Độ mật: không',
  'Theo dõi mật độ giao thông trên quốc lộ 14.',
  'Khu vực bí mật',
  'Bac Ho va mat tran Viet Minh',
]
const ordinary: [string, FileContent][] = MENTIONS.flatMap((line): [string, FileContent][] => [
  [`${line} — in the body`, withLine(12, line)],
  [`${line} — near the end`, withLine(17, line, 'item')],
  [`${line} — as a heading`, withLine(10, line, 'heading')],
  [`${line} — in a table`, withLine(12, `Nội dung | Ghi chú\n${line} | Đã triển khai\nHội nghị | Xong`, 'table')],
])
ordinary.push(
  [
    'a table of degrees',
    withLine(12, 'Độ mật | Thời hạn\nTuyệt mật | 30 năm\nTối mật | 20 năm\nMật | 10 năm', 'table'),
  ],
  ['a table of degrees in capitals', withLine(2, 'TUYỆT MẬT | TỐI MẬT | MẬT\n30 năm | 20 năm | 10 năm', 'table')],
  [
    'a list of documents with their degree',
    withLine(12, 'TT | Tên tài liệu | Độ mật\n1 | Báo cáo | MẬT\n2 | Tờ trình | MẬT\n3 | Đề án |', 'table'),
  ],
)

describe('marks of secrecy (A14)', () => {
  it('refuses at least 98 % of 100 and more files that bear one', () => {
    const missed = marked.filter(([, file]) => secrecyOf(file).secret === null).map(([name]) => name)
    expect(marked.length).toBeGreaterThanOrEqual(100)
    expect(missed).toEqual([])
  })

  it('takes at most 2 % of 200 and more ordinary texts that mention the words for marked ones', () => {
    const wrong = ordinary.filter(([, file]) => secrecyOf(file).secret !== null).map(([name]) => name)
    expect(ordinary.length).toBeGreaterThanOrEqual(200)
    expect(wrong).toEqual([])
  })

  it('names the degree and says where it stands', () => {
    expect(secrecyOf(withLine(3, 'T Ố I   M Ậ T')).secret).toEqual({ mark: 'TỐI MẬT', where: 'ở đoạn 4' })
    const page: Block = { kind: 'paragraph', text: 'TUYỆT MẬT', page: 7 }
    expect(secrecyOf(content([page])).secret).toEqual({ mark: 'TUYỆT MẬT', where: 'ở trang 7' })
    expect(secrecyOf(content([], ['MẬT'])).secret?.where).toContain('khung chữ')
  })
})

describe('marks of limited circulation', () => {
  it.each([
    ['Lưu hành nội bộ', false],
    ['(Tài liệu lưu hành nội bộ)', false],
    ['TÀI LIỆU LƯU HÀNH NỘI BỘ', false],
    ['LƯU HÀNH NỘI BỘ - KHÔNG SAO CHỤP', false],
    ['Tài liệu hội nghị, thu hồi sau hội nghị', false],
    ['Thu hồi sau hội nghị', false],
    ['Tai lieu luu hanh noi bo', false],
    ['DỰ THẢO', true],
    ['(Dự thảo)', true],
    ['Dự thảo lần 2', true],
    ['DỰ THẢO LẦN THỨ BA', true],
    ['Dự thảo ngày 12/3/2026', true],
    ['DU THAO', true],
  ])('%s is one', (line, draft) => {
    expect(secrecyOf(withLine(3, line)).restricted).toMatchObject({ draft })
    expect(secrecyOf(content(BODY.map(paragraph), [line])).restricted).toMatchObject({ draft })
  })

  it.each([
    'Tổ chức lấy ý kiến vào dự thảo báo cáo chính trị.',
    'Dự thảo Báo cáo chính trị gồm bốn phần.',
    'Đóng góp ý kiến vào dự thảo văn kiện Đại hội',
    'Nghiêm cấm phát tán tài liệu lưu hành nội bộ lên mạng xã hội.',
    'Góp ý dự thảo Nghị quyết',
    'Các dự thảo luật trình Quốc hội',
    'Đoàn kết nội bộ',
    '- Dự thảo kế hoạch;',
  ])('%s is a mention', (line) => {
    expect(secrecyOf(withLine(12, line)).restricted).toBeNull()
  })
})
