import { describe, expect, it } from 'vitest'
import { maskPersonalData } from '../../src/text/personal-data.ts'
import { withoutPersonalData } from '../../src/text/without-personal-data.ts'

const ID = 'số định danh'
const PHONE = 'số điện thoại'
const MAIL = 'thư điện tử'

const asked = (typed: string): string => withoutPersonalData(maskPersonalData(typed).text).text

describe('a question with personal data', () => {
  it.each([
    ['Tôi số CCCD 001085012345, muốn chuyển sinh hoạt đảng thì hồ sơ gồm gì?', 'muốn chuyển sinh hoạt đảng thì hồ sơ gồm gì?'],
    ['toi so cccd 001085012345 muon chuyen sinh hoat dang thi ho so gom gi', 'muon chuyen sinh hoat dang thi ho so gom gi'],
    ['Số điện thoại của tôi là 0912345678. Đảng phí đóng thế nào?', 'Đảng phí đóng thế nào?'],
    ['sđt 0912 345 678, đảng phí đóng thế nào?', 'đảng phí đóng thế nào?'],
    ['Đảng phí đóng thế nào? SĐT: 0912.345.678', 'Đảng phí đóng thế nào?'],
    ['Đảng phí đóng thế nào? Xin gọi lại cho tôi số 0912345678', 'Đảng phí đóng thế nào?'],
    ['Email lan@vidu.vn, chi bộ họp mấy lần một tháng?', 'chi bộ họp mấy lần một tháng?'],
    ['Chi bộ họp mấy lần một tháng? Trả lời tôi qua email lan@vidu.vn nhé', 'Chi bộ họp mấy lần một tháng? nhé'],
    ['Thẻ đảng viên số 12345678 bị mất thì báo cho ai?', 'Thẻ đảng viên bị mất thì báo cho ai?'],
    ['Tôi bị mất thẻ đảng viên số 12345678, làm lại ở đâu?', 'Tôi bị mất thẻ đảng viên, làm lại ở đâu?'],
    ['Số thẻ đảng viên 12345678 chuyển sinh hoạt thế nào?', 'chuyển sinh hoạt thế nào?'],
    ['Hồ sơ của CCCD 001085012345 thế nào?', 'Hồ sơ của thế nào?'],
    ['Chuyển đảng phí vào stk 0011004123456 của chi bộ được không?', 'Chuyển đảng phí vào của chi bộ được không?'],
    ['001085012345 là đảng viên dự bị, khi nào chuyển chính thức?', 'là đảng viên dự bị, khi nào chuyển chính thức?'],
    ['Chuyển sinh hoạt đảng, thẻ đảng viên số 12345678, hồ sơ gồm gì?', 'Chuyển sinh hoạt đảng, hồ sơ gồm gì?'],
    ['Đảng viên có số CCCD 001085012345 bị khiển trách thì có được bầu không?', 'Đảng viên bị khiển trách thì có được bầu không?'],
    ['001085012345 là số CCCD của tôi, hồ sơ gồm gì?', 'hồ sơ gồm gì?'],
    ['Tôi (CCCD 001085012345) hỏi hồ sơ gồm gì', 'Tôi hỏi hồ sơ gồm gì'],
    ['CCCD 001085012345, sđt 0912345678: hồ sơ gồm gì?', 'hồ sơ gồm gì?'],
    ['Tôi số 0912345678 muốn hỏi khoản 2 Điều 2 Quy định 27-QĐ/ĐUK nói gì?', 'muốn hỏi khoản 2 Điều 2 Quy định 27-QĐ/ĐUK nói gì?'],
    ['Nộp đảng phí qua tài khoản 0011004123456 được không?', 'Nộp đảng phí qua tài khoản được không?'],
  ])('%s', (typed, left) => {
    expect(asked(typed)).toBe(left)
  }) // prettier-ignore

  it.each([
    'Số CCCD của tôi là 001085012345',
    '0912345678',
    'Dạ em xin chào, sđt em là 0912345678 ạ',
    'CCCD 001085012345, số điện thoại 0912345678.',
    'lan@vidu.vn',
    'Số điện thoại bác là 0912345678 cháu gọi lại cho bác nhé',
  ])('is none where nothing else is said: %s', (typed) => {
    expect(asked(typed)).toBe('')
  })

  it('is left as it is where it asks about the data, or has none', () => {
    expect(asked('0912345678 là số của ai?')).toBe('[số điện thoại] là số của ai?')
    for (const plain of ['Số điện thoại văn phòng là gì?', 'Số CCCD có cần trong hồ sơ không?', 'Điều 5\nnói gì?'])
      expect(withoutPersonalData(plain)).toEqual({ text: plain, found: [] })
  })

  it('names what was masked, each once', () => {
    const typed = 'CCCD 001085012345, sđt 0912345678 hoặc 0987654321, email a@b.vn: hồ sơ gồm gì?'
    expect(withoutPersonalData(maskPersonalData(typed).text).found).toEqual([ID, PHONE, MAIL])
  })
})
