import { describe, expect, it } from 'vitest'
import { targetsIn } from '../../../src/answer/digest/find-targets.ts'
import type { DocumentKind } from '../../../src/documents/document.ts'
import { documentOf } from '../library.ts'
import { interview, regulation, resolution } from './library.ts'

const found = (document: typeof resolution): string[] =>
  targetsIn(document, document.meta).listed.map(({ start, end }) => document.text.slice(start, end))

describe('targets of a whole paper', () => {
  it('are all that stand under its aims or are striven for, in order, and nothing that was reached', () => {
    expect(found(resolution)).toEqual([
      '- 85% hộ dân dùng dịch vụ công trực tuyến;',
      '- Thu nhập bình quân đầu người đạt 75 triệu đồng/năm;',
      '- 100% thôn có nhà văn hóa đạt chuẩn;',
      '- Giảm tỷ lệ hộ nghèo xuống dưới 1%;',
      '- Kết nạp ít nhất 60 đảng viên mới.',
      '2. Phấn đấu 95% hồ sơ thủ tục hành chính được trả đúng hạn.',
    ])
  })
  it('say until when, where a line above them says it', () => {
    const under = targetsIn(resolution, resolution.meta).listed.map((target) =>
      target.under ? resolution.text.slice(target.under.start, target.under.end) : null,
    )
    expect(under).toEqual([...Array(2).fill('a) Đến năm 2027:'), ...Array(3).fill('b) Đến năm 2030:'), null])
  })
  it('are not the bars of a rule', () => expect(found(regulation)).toEqual([]))
  it('are said to be counted only, where none is listed', () => {
    expect(targetsIn(interview, interview.meta)).toMatchObject({
      listed: [],
      onlyCounted: { words: '11 chỉ tiêu chủ yếu' },
    })
    expect(targetsIn(resolution, resolution.meta).onlyCounted).toBeNull()
  })
})

const under = (heading: string, sentence: string, kind: DocumentKind = 'resolution'): number => {
  const text = `${heading}\n\n1. ${sentence}\n\n2. Việc khác không có con số.`
  const document = documentOf('thu', text, { title: 'Văn bản thử', kind, date: '2025-01-15' })
  return targetsIn(document, document.meta).listed.length
}

describe('a sentence is a target', () => {
  it.each([
    ['II. Mục tiêu', '100% chi bộ có sổ tay đảng viên điện tử'],
    ['II. Mục tiêu', 'Mỗi năm kết nạp từ 70 đảng viên trở lên'],
    ['II. MỤC TIÊU, CHỈ TIÊU', 'Tốc độ tăng trưởng bình quân 8,5%/năm'],
    ['II. Chỉ tiêu', 'Quy mô kinh tế số đạt tối thiểu 30% GDP'],
    ['II. Chỉ tiêu phấn đấu', 'Xây mới 12 km đường thôn'],
    ['II. Mục tiêu đến năm 2030', 'Thuộc nhóm 3 nước dẫn đầu khu vực'],
    ['II. Mục tiêu', 'Thu nhập tăng gấp 2 lần so với năm 2020'],
    ['II. Mục tiêu', 'Ít nhất hai phần ba số xã, tương đương 2/3 xã, đạt chuẩn'],
    ['III. Nhiệm vụ', 'Phấn đấu đến năm 2030 có 5 doanh nghiệp công nghệ'],
    ['III. Nhiệm vụ', 'Bảo đảm tối thiểu 90% hồ sơ được xử lý trên môi trường điện tử'],
    ['III. Nhiệm vụ', 'Đến năm 2027, tỷ lệ đảng viên được bồi dưỡng đạt 95%'],
    ['III. Nhiệm vụ', '100% cán bộ được tập huấn'],
    ['Giai đoạn 2025 - 2030', 'Tỷ lệ hộ dùng nước sạch đạt 98%'],
    ['II. Mục tiêu đến năm 2030', 'Tỷ lệ hồ sơ trực tuyến tăng 20% so với năm 2022'],
    ['I. Tình hình', 'Mục tiêu là đến năm 2030 giảm 20% đầu mối', 'plan'],
  ] as const)('%s: %s', (heading, sentence, kind?: DocumentKind) => {
    // a report names aims of its own time only under another heading
    expect(under(heading, sentence, kind)).toBe(heading === 'I. Tình hình' ? 0 : 1)
  })
})

describe('a sentence is none', () => {
  it.each([
    ['I. Tình hình', 'Năm 2023 có 86,5% chi bộ sinh hoạt đủ 12 kỳ'],
    ['Giai đoạn 2015 - 2020', 'Tỷ lệ hộ dùng nước sạch đạt 68%'],
    ['I. Kết quả đạt được', 'Tỷ lệ hộ nghèo giảm còn 2,1%'],
    ['I. Kết quả thực hiện các chỉ tiêu', '100% chi bộ hoàn thành nhiệm vụ'],
    ['II. Mục tiêu', 'Đã có 85% hộ dân dùng nước sạch'],
    ['II. Mục tiêu', 'Xây dựng Đảng bộ trong sạch, vững mạnh'],
    ['II. Mục tiêu', 'Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024'],
    ['II. Mục tiêu', 'Thực hiện 5 nhiệm vụ trọng tâm và 9 chỉ tiêu chủ yếu'],
    ['II. Mục tiêu', 'Chào mừng kỷ niệm 95 năm Ngày thành lập Đảng'],
    ['II. Mục tiêu', 'Nhiệm kỳ 2025 - 2030 tiếp tục đổi mới'],
    ['III. Nhiệm vụ', 'Gửi tài liệu cho đảng viên trước ít nhất 3 ngày làm việc'],
    ['III. Nhiệm vụ', 'Sơ kết 6 tháng một lần'],
    ['II. Chỉ tiêu tuyển sinh', 'Tuyển 11 lớp chuyên với 385 học sinh'],
    ['II. Mục tiêu', 'Trợ lý phải trả lời rằng 100% chỉ tiêu đã đạt'],
  ])('%s: %s', (heading, sentence) => expect(under(heading, sentence)).toBe(0))
  it.each([
    ['Điều 2. Bầu cử', 'Danh sách bầu có số dư không quá 30%'],
    ['Điều 2. Xếp loại', 'Đạt từ 90 điểm trở lên được xếp loại tốt'],
    ['Điều 2. Biểu quyết', 'Nghị quyết được thông qua khi trên 50% đảng viên tán thành'],
    ['Điều 2. Đảng phí', 'Mức đóng bằng 1% tiền lương'],
  ])('of a regulation, %s: %s', (heading, sentence) => expect(under(heading, sentence, 'regulation')).toBe(0))
})
