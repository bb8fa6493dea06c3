import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { maskPersonalData } from '../../src/text/personal-data.ts'
import { fold } from '../../src/text/vietnamese.ts'
import { seeded } from '../support/random.ts'

describe('personal data in a question', () => {
  it.each([
    ['CCCD của tôi là 079203012345, xin hỏi thủ tục', 'CCCD của tôi là [số định danh], xin hỏi thủ tục'],
    ['số căn cước 079.203.012.345', 'số căn cước [số định danh]'],
    ['CMND: 012 345 678', 'CMND: [số định danh]'],
    ['012345678 là số CMND của tôi', '[số định danh] là số CMND của tôi'],
    ['Gọi cho tôi 0912.345.678 nhé', 'Gọi cho tôi [số điện thoại] nhé'],
    ['Tôi tên Lan (0912345678) hỏi', 'Tôi tên Lan ([số điện thoại]) hỏi'],
    ['máy (+84) 912-345-678', 'máy [số điện thoại]'],
    ['(024) 3825 1234', '[số điện thoại]'],
    ['thư về nguyen.van.a@tinhuy.dongnai.gov.vn.', 'thư về [thư điện tử].'],
    ['STK 1903 6789 0120 15 Techcombank', 'STK [số tài khoản] Techcombank'],
    ['thẻ 4111 1111 1111 1111', 'thẻ [số tài khoản]'],
    ['số thẻ đảng viên 52.012345', 'số thẻ đảng viên [số thẻ đảng]'],
    ['số lý lịch đảng viên 123456', 'số lý lịch đảng viên [số lý lịch đảng viên]'],
    ['mã số thuế 0101234567-001', 'mã số thuế [mã số thuế]'],
    ['mã số BHXH 7912345678', 'mã số BHXH [số bảo hiểm]'],
    ['thẻ BHYT GD 4 79 79 123 45678', 'thẻ BHYT [số bảo hiểm]'],
    ['hộ chiếu B1234567', 'hộ chiếu [số hộ chiếu]'],
    ['0987654321 0912345678', '[số điện thoại] [số điện thoại]'],
  ])('is taken out of “%s”', (asked, masked) => expect(maskPersonalData(asked).text).toBe(masked))

  it('is named in the order in which it stood', () => {
    expect(maskPersonalData('a@b.vn, sđt 0912345678, CCCD 079203012345').found).toEqual([
      'thư điện tử',
      'số điện thoại',
      'số định danh',
    ])
    expect(maskPersonalData('Chi bộ họp mấy lần một tháng?')).toEqual({
      text: 'Chi bộ họp mấy lần một tháng?',
      found: [],
    })
  })

  it('is found through hidden signs, full-width signs, other digits and taken-apart letters', () => {
    for (const asked of [
      '09\u200B12\u206034\u00AD5678',
      '0912\u{E0041}345678',
      '\u202E0912345678\u202C',
      '０９１２３４５６７８',
      '0912\u00A0345\u202F678',
      '٠٩١٢٣٤٥٦٧٨',
      '\u{1D7CE}\u{1D7D7}12345678',
      '0912\uFE0F345678',
    ])
      expect(maskPersonalData(asked).text).toBe('[số điện thoại]')
    expect(maskPersonalData('số thẻ đảng 52012345'.normalize('NFD')).text).toBe('số thẻ đảng [số thẻ đảng]')
    expect(maskPersonalData('ａ＠ｂ．ｖｎ').text).toBe('[thư điện tử]')
  })
})

/** What must stay: numbers of documents, dates, terms, sums, counts, places in documents. */
const PLAIN = [
  '91/2025/QH15',
  '294-QĐ/TW',
  'Quyết định số 1234567/QĐ',
  'Quyết định số 0912345678/QĐ-UBND',
  'Công văn số 123456789012 ngày 01/01/2025',
  'ngày 30/07/2020',
  'từ 30.07.2020 - 31.08.2021',
  'từ 03.05.2020 - 03.04.2021',
  'số 05-NQ/ĐUK ngày 30-07-2020',
  'Nghị định 137/2015/NĐ-CP',
  'Nghị quyết 202/2025/QH15 27 2026',
  'kinh phí 1.200.000.000 đồng',
  '123456789012 đồng',
  '84.912.345.678 đồng',
  '2.000.000.000 đồng vay ngân hàng',
  'chuyển khoản 1.200.000 đồng',
  'kinh phí 200000000000',
  'tăng 12,5%',
  'giai đoạn 2020-2025',
  'nhiệm kỳ 2020 - 2025',
  'Điều 12 khoản 3 điểm a',
  'Điều 3, 4, 5, 6, 7, 8, 9',
  'dân số 98.765.432 người',
  '5.412.345 đảng viên',
  'CMND 9 số, CCCD 12 số',
  'thẻ đảng 30, 40, 50 năm tuổi đảng',
  'thẻ đảng theo Quy định 294-QĐ/TW',
  'số thẻ đảng cấp ngày 03.02.2020',
  'thẻ đảng viên giai đoạn 2020-2025',
  'tài khoản 131, 331',
  'tổng đài 1900 1234',
  'baochinhphu.vn/bai-viet-102230712345.htm',
  'các năm 2011 2012 2013',
  'mức 1.490.000',
  'hệ số 0,35',
  'lúc 08:30 ngày 07-12-2024',
  '@hoidap_bot 2025',
  'Kế hoạch 2012345-KH/TU',
  'bảo hiểm xã hội 2014',
  '52.012 tổ chức đảng',
]

describe('P4: masking counted', () => {
  const random = seeded(4)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const grouped = (number: string, sizes: readonly number[], sign: string): string => {
    let at = 0
    return sizes.map((size) => number.slice(at, (at += size))).join(sign)
  }

  const citizen = (): string =>
    `0${String(1 + Math.floor(random() * 96)).padStart(2, '0')}${Math.floor(random() * 4)}${digits(8)}`
  const mobile = (): string => `0${pick(['3', '5', '7', '8', '9'])}${digits(8)}`
  const name = (): string => pick(['nguyen.van.an', 'lan_tran', 'hoang-minh', 'binh1985', 'chi.bo.2'])

  /** Ways to write something of a kind within a question; what stands in ⟦ ⟧ must go, the rest must stay. */
  const MADE: Readonly<Record<string, () => string>> = {
    id: () => {
      const number = citizen()
      const shown = pick([
        number,
        grouped(number, [3, 3, 3, 3], pick([' ', '.', '-'])),
        grouped(number, [4, 4, 4], ' '),
        grouped(number, [3, 3, 6], ' '),
      ])
      return pick([
        `CCCD ⟦${shown}⟧ của tôi có dùng được không?`,
        `Tôi có số định danh ⟦${shown}⟧, hỏi về hồ sơ kết nạp`,
        `số căn cước công dân là ⟦${shown}⟧.`,
        `⟦${shown}⟧`,
      ])
    },
    oldId: () => {
      const number = digits(9)
      const shown = pick([number, grouped(number, [3, 3, 3], pick([' ', '.']))])
      return pick([
        `CMND ⟦${shown}⟧ cấp năm 2009`,
        `số chứng minh nhân dân: ⟦${shown}⟧`,
        `⟦${shown}⟧ là số CMND của tôi`,
      ])
    },
    mobile: () => {
      const number = mobile()
      const shown = pick([
        number,
        grouped(number, [4, 3, 3], pick([' ', '.', '-'])),
        grouped(number, [3, 3, 4], pick([' ', '.'])),
        grouped(number, [3, 4, 3], ' '),
        grouped(number, [2, 2, 2, 2, 2], '.'),
        `+84${number.slice(1)}`,
        `+84 ${grouped(number.slice(1), [3, 3, 3], ' ')}`,
        `84${number.slice(1)}`,
      ])
      return pick([
        `Liên hệ ⟦${shown}⟧ để biết thêm`,
        `sđt ⟦${shown}⟧`,
        `số máy của đồng chí Hoa: ⟦${shown}⟧`,
        `Tôi là Minh - ⟦${shown}⟧ - xin hỏi`,
      ])
    },
    fixed: () => {
      const number = `02${digits(9)}`
      return `Điện thoại cơ quan ⟦${pick([number, grouped(number, [3, 4, 4], pick([' ', '.'])), `(${number.slice(0, 3)}) ${grouped(number.slice(3), [4, 4], ' ')}`])}⟧ nhé`
    },
    mail: () => pick([`gửi về ⟦${name()}@gmail.com⟧ giúp tôi`, `Thư: ⟦${name()}@dongnai.gov.vn⟧, xin cảm ơn`]),
    account: () => {
      const number = digits(pick([9, 10, 12, 13, 14]))
      return pick([
        `STK ⟦${number}⟧`,
        `số tài khoản ⟦${grouped(number, [4, 4, number.length - 8], ' ')}⟧ ngân hàng Agribank`,
        `chuyển đảng phí vào tài khoản ⟦${number}⟧ được không`,
      ])
    },
    card: () => {
      const number = digits(pick([7, 8]))
      return pick([
        `Số thẻ đảng viên ⟦${number}⟧ bị mất thì làm lại ở đâu?`,
        `thẻ đảng số ⟦${grouped(number, [2, number.length - 2], '.')}⟧ của tôi`,
        `⟦${number}⟧ là số thẻ đảng của tôi`,
      ])
    },
    tax: () => `mã số thuế ⟦${digits(10)}⟧ của tôi`,
    insurance: () => pick([`mã số bảo hiểm xã hội ⟦${digits(10)}⟧`, `thẻ bảo hiểm y tế ⟦DN4${digits(12)}⟧`]),
  }
  /** As people type: with and without marks, letters taken apart, something hidden between the digits. */
  const TYPED: readonly ((text: string) => string)[] = [
    (text) => text,
    fold,
    (text) => text.normalize('NFD'),
    (text) => text.replace(/(?<=\d)(?=\d\d\d)/g, '\u200B'),
    (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ]

  it('takes out at least 98 % of what it should, and at least 95 % of what it takes out should go', () => {
    const makers = Object.values(MADE)
    let wanted = 0
    let right = 0
    let wrong = 0
    const missed: string[] = []
    for (let i = 0; i < 600; i++) {
      const parts = makers[i % makers.length]!().split(/[⟦⟧]/)
      const around = pick(['', ' Theo Quy định 294-QĐ/TW', ', nhiệm kỳ 2020-2025', '. Ngày 30/07/2020 tôi đã hỏi'])
      const type = pick(TYPED)
      const [before, secret, after] = [type(parts[0]!), type(parts[1]!), type(parts[2]! + around)]
      const { text, found } = maskPersonalData(before + secret + after)
      const rest = maskPersonalData(`${before}¤${after}`).text.split('¤')
      wanted++
      const isRight = found.length > 0 && text === rest.join(`[${found[0]}]`)
      if (isRight) right++
      else missed.push(`${before}${secret}${after} → ${text}`)
      wrong += found.length - (isRight ? 1 : 0)
    }
    for (const plain of PLAIN)
      for (const type of TYPED) wrong += maskPersonalData(type(`Đồng chí cho hỏi ${plain} quy định gì?`)).found.length
    expect({ recall: right / wanted >= 0.98, missed: missed.slice(0, 15) }).toMatchObject({ recall: true })
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95)
  })

  it('leaves every number of documents, dates, terms and sums as it is', () => {
    const touched = PLAIN.filter((plain) => maskPersonalData(`Hỏi: ${plain}?`).text !== `Hỏi: ${plain}?`)
    expect(touched).toEqual([])
  })

  it('leaves the questions as they are that the house is measured with', () => {
    const lines = readFileSync(join(import.meta.dirname, '../../data/eval/questions.jsonl'), 'utf8')
      .trim()
      .split('\n')
    const questions = lines.map((line) => (JSON.parse(line) as { question: string }).question)
    expect(questions.length).toBeGreaterThan(20)
    expect(questions.filter((question) => maskPersonalData(question).found.length > 0)).toEqual([])
  })
})

describe('masking of anything', () => {
  it('masks nothing more the second time', () => {
    const part = fc.constantFrom(
      '0912345678',
      '079203012345',
      ' ',
      '.',
      '-',
      '(',
      'CMND ',
      'stk ',
      'a@b.vn',
      '+84',
      '1',
      '012',
      'số thẻ đảng ',
      '/QĐ',
      '2020',
      '@',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const once = maskPersonalData(parts.join('')).text
        expect(maskPersonalData(once)).toEqual({ text: once, found: [] })
      }),
      { seed: 4, numRuns: 2000 },
    )
  })

  // with steps that grow as the square, two hundred thousand characters would take minutes
  it.each([
    '1',
    '1 ',
    '0912 ',
    '(',
    '1.',
    '1(',
    '@',
    'a@',
    'a.',
    'a@a.',
    'GD 4 ',
    '12-',
    '12.12.',
    'cmnd ',
    'stk 123 ',
    'A1234567 ',
    '１',
    '+',
    '20 - ',
  ])('takes steps in proportion to the length of “%s…”', (part) => {
    const { text } = maskPersonalData(part.repeat(200_000 / part.length))
    expect(typeof text).toBe('string')
  })
})
