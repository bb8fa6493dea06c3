import { expect, it } from 'vitest'
import { isBorneOut } from '../../../src/answer/written/borne-out.ts'

const cited = (text: string) => [{ text, above: ['Quy định số 61-QĐ/ĐUK ngày 12/03/2024'] }]
const FEES = 'Chi bộ Văn thư thu đảng phí trước ngày 5 hằng tháng và phải nộp về Đảng ủy Khối trong 3 ngày làm việc.'
const REPORT = 'Chi bộ Văn thư gửi báo cáo số liệu đảng viên theo Công văn số 101-CV/ĐUK.'
const TARGET = 'Năm 2024, Chi bộ Văn thư được giao kết nạp từ 4 đảng viên trở lên, trong đó ít nhất 20% là nữ.'

it.each([
  [FEES, 'Chi bộ Văn thư phải nộp đảng phí về Đảng ủy Khối trong 3 ngày làm việc.'],
  [REPORT, 'Báo cáo số liệu đảng viên được Chi bộ Văn thư gửi theo Công văn số 101-CV/ĐUK.'],
  [TARGET, 'Chi bộ Văn thư được giao kết nạp từ 4 đảng viên trở lên trong năm 2024, ít nhất 20% là nữ.'],
])('%s ⊢ %s', (source, statement) => {
  expect(isBorneOut(statement, cited(source))).toBe(true)
})

it.each([
  [FEES, 'Chi bộ Văn thư phải nộp đảng phí về Đảng ủy Khối trong 4 ngày làm việc.'],
  [FEES, 'Chi bộ Văn thư phải nộp đảng phí về Đảng ủy Phường Mây trong 3 ngày làm việc.'],
  [FEES, 'Đảng ủy Khối phải nộp đảng phí về Chi bộ Văn thư trong 3 ngày làm việc.'],
  [REPORT, 'Chi bộ Văn thư được báo cáo số liệu đảng viên gửi theo Công văn số 101-CV/ĐUK.'],
  [REPORT, 'Báo cáo số liệu đảng viên được Chi bộ Lưu trữ gửi theo Công văn số 101-CV/ĐUK.'],
  [TARGET, 'Chi bộ Văn thư được giao kết nạp từ 4 đảng viên trở lên trong năm 2025, ít nhất 20% là nữ.'],
  [
    'Đảng viên dự bị không có quyền biểu quyết và phải tham gia sinh hoạt chi bộ.',
    'Đảng viên dự bị phải tham gia biểu quyết sinh hoạt chi bộ.',
  ],
  [
    'Đảng viên dự bị không có quyền biểu quyết và phải tham gia sinh hoạt chi bộ.',
    'Đảng viên dự bị phải tham gia có quyền biểu quyết sinh hoạt chi bộ.',
  ],
  [
    'Chi bộ không được nhận tiền mặt và phải nộp về Đảng ủy cơ sở trước ngày 10 hằng tháng.',
    'Chi bộ phải nộp tiền mặt về Đảng ủy cơ sở trước ngày 10 hằng tháng.',
  ],
  [
    'Chi ủy không giữ hồ sơ mật và phải gửi về cơ quan lưu trữ mọi báo cáo hằng năm.',
    'Chi ủy phải gửi hồ sơ mật về cơ quan lưu trữ mọi báo cáo hằng năm.',
  ],
])('%s ⊬ %s', (source, statement) => {
  expect(isBorneOut(statement, cited(source))).toBe(false)
})
