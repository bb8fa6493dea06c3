import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitsOf } from '../../src/text/units/sentences.ts'

const words = (text: string): string[] => unitsOf(text).map((unit) => text.slice(unit.start, unit.end))

describe('sentences end where a reader would say so', () => {
  const kept: readonly (readonly [string, string])[] = [
    ['an abbreviation', 'Đoàn công tác TP. Hồ Chí Minh đã về thăm chi bộ.'],
    ['an academic title', 'Báo cáo do PGS. TS. Lê Thị Mười trình bày tại hội nghị.'],
    ['initials', 'Sách của V. I. Lê-nin được đọc tại buổi sinh hoạt.'],
    ['the label of an article', 'Điều 12. Tổ chức sinh hoạt định kỳ'],
    ['a leading number', '3. Chi bộ họp mỗi tháng một lần.'],
    ['thousands', 'Tổng số là 1.234 đảng viên và 5.600 hội viên.'],
    ['a date', 'Hội nghị họp ngày 02.9.2021 tại Hội trường lớn.'],
    ['an ellipsis before lower case', 'Các ngành hải quan, thuế... theo hướng cắt giảm thủ tục.'],
    ['an address', 'Xem tại https://vidu.example.vn/Tin.Moi hoặc hỏi văn phòng.'],
    ['a decimal comma', 'Tỷ lệ đạt 99,5 % so với kế hoạch.'],
  ]
  test.each(kept)('%s does not end one', (_name, text) => expect(words(text)).toEqual([text]))

  const cut: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a reference',
      'Thực hiện theo khoản 2 Điều 6. Chi ủy báo cáo.',
      ['Thực hiện theo khoản 2 Điều 6.', 'Chi ủy báo cáo.'],
    ],
    ['a class letter', 'Xếp vào loại A. Tập thể được khen.', ['Xếp vào loại A.', 'Tập thể được khen.']],
    [
      'an ellipsis before a capital',
      'Học Chỉ thị số 05... Qua đó nắm chắc.',
      ['Học Chỉ thị số 05...', 'Qua đó nắm chắc.'],
    ],
    ['a closing quotation mark', 'Nêu rõ: “Làm tốt.” Sau đó tổng kết.', ['Nêu rõ: “Làm tốt.”', 'Sau đó tổng kết.']],
    ['a lost blank', 'Công nhận tốt nghiệp.Sinh viên nhận bằng.', ['Công nhận tốt nghiệp.', 'Sinh viên nhận bằng.']],
    ['a number that opens the next', 'Đã họp xong. 15 đồng chí dự.', ['Đã họp xong.', '15 đồng chí dự.']],
    ['a lettered item in the line', 'Gồm: a) đơn xin vào; b) lý lịch.', ['Gồm:', 'a) đơn xin vào;', 'b) lý lịch.']],
    ['a numbered item in the line', 'Hồ sơ: (1) đơn; (2) lý lịch.', ['Hồ sơ:', '(1) đơn;', '(2) lý lịch.']],
    ['cells of a table', 'Chi bộ 1 | 25 đảng viên | Tốt', ['Chi bộ 1', '| 25 đảng viên', '| Tốt']],
  ]
  test.each(cut)('%s ends one', (_name, text, expected) => expect(words(text)).toEqual(expected))
})

describe('lines', () => {
  test('a hard-wrapped paragraph is one run of sentences, a list in it stays a list', () => {
    const text = [
      'Ban Thường vụ Đảng ủy phường Hương Sen họp phiên thường kỳ để nghe báo cáo về',
      'công tác phát triển đảng viên trong sáu tháng đầu năm và bàn phương hướng cho cả',
      'Khối trường học trong sáu tháng cuối năm, trên cơ sở ý kiến của các chi bộ trực',
      'thuộc. Kết luận phiên họp, đồng chí Bí thư yêu cầu các chi bộ làm tốt mấy việc sau',
      '- Rà soát nguồn quần chúng ưu tú',
      '- Mở lớp bồi dưỡng trong quý III',
      'Văn phòng theo dõi.',
    ].join('\n')
    expect(words(text)).toEqual([
      text.slice(0, text.indexOf('thuộc.') + 6),
      text.slice(text.indexOf('Kết luận'), text.indexOf('\n- Rà')),
      '- Rà soát nguồn quần chúng ưu tú',
      '- Mở lớp bồi dưỡng trong quý III',
      'Văn phòng theo dõi.',
    ])
  })

  test('a blank line always separates', () => {
    expect(words('Ảnh: đại biểu dự hội nghị tại\n\nhội trường')).toEqual([
      'Ảnh: đại biểu dự hội nghị tại',
      'hội trường',
    ])
  })
})

describe('structure', () => {
  const outline = (text: string): [string, string, string | null][] => {
    const units = unitsOf(text)
    const short = (index: number): string | null =>
      index < 0 ? null : text.slice(units[index]!.start, units[index]!.end).slice(0, 8).trim()
    return units.map((unit, index) => [unit.kind, short(index)!, short(unit.parent)])
  }

  test('clauses, points and dashes stand under one another', () => {
    const text = [
      'Điều 3. Hồ sơ',
      '1. Hồ sơ gồm:',
      'a) Đơn tự nguyện;',
      'b) Lý lịch, trong đó ghi:',
      '- họ tên;',
      '- quê quán.',
      '2. Hồ sơ nộp tại chi bộ.',
      'Điều 4. Thời hạn',
      'Không quá 30 ngày.',
    ].join('\n')
    expect(outline(text)).toEqual([
      ['heading', 'Điều 3.', null],
      ['item', '1. Hồ sơ', 'Điều 3.'],
      ['item', 'a) Đơn t', '1. Hồ sơ'],
      ['item', 'b) Lý lị', '1. Hồ sơ'],
      ['item', '- họ tên', 'b) Lý lị'],
      ['item', '- quê qu', 'b) Lý lị'],
      ['item', '2. Hồ sơ', 'Điều 3.'],
      ['heading', 'Điều 4.', null],
      ['sentence', 'Không qu', 'Điều 4.'],
    ])
  })

  test('a long sentence of semicolons is an introduction with its items', () => {
    const part = 'củng cố tổ chức đảng ở những nơi còn khó khăn về cơ sở vật chất và cán bộ'
    const text = `Đại hội xác định ba việc, gồm: Nâng cao chất lượng sinh hoạt chi bộ hằng tháng ở tất cả các loại hình; ${part}; ${part} trong cả nhiệm kỳ.`
    const units = unitsOf(text)
    expect(units.map((unit) => [unit.kind, unit.parent])).toEqual([
      ['sentence', -1],
      ['item', 0],
      ['item', 0],
      ['item', 0],
    ])
    expect(text.slice(units[0]!.start, units[0]!.end)).toBe('Đại hội xác định ba việc, gồm:')
  })

  test('a list of references in semicolons is one sentence', () => {
    const text = `Bãi bỏ khoản 1 và khoản 2 của quy định cũ về sinh hoạt chi bộ tại Điều 91, Điều 92 và Điều 93 ban hành kèm theo văn bản trước đây; khoản 2, khoản 3 và khoản 4 Điều 95 của văn bản ấy; Điều 97, Điều 98 và các phụ lục kèm theo văn bản.`
    expect(unitsOf(text)).toHaveLength(1)
  })

  test('items without markers stand under the colon above them, the paragraph after them does not', () => {
    const text =
      'Hồ sơ gồm các giấy tờ sau:\nĐơn tự nguyện;\nLý lịch bản thân.\nChi ủy nhận và xem xét hồ sơ trong tháng.'
    expect(unitsOf(text).map((unit) => unit.parent)).toEqual([-1, 0, 0, -1])
  })

  test('the question of an interview heads its answer', () => {
    const text =
      '* Xin đồng chí cho biết kết quả?\n\nChi bộ hoàn thành tốt nhiệm vụ.\n\n* Còn khó khăn gì?\n\nKinh phí còn ít.'
    expect(unitsOf(text).map((unit) => [unit.kind, unit.parent])).toEqual([
      ['heading', -1],
      ['sentence', 0],
      ['heading', -1],
      ['sentence', 2],
    ])
  })
})

describe('properties', () => {
  const piece = fc.constantFrom(
    ...[
      'Chi bộ',
      'họp',
      'Điều 3.',
      '1.',
      'a)',
      '- ',
      ': ',
      '; ',
      '. ',
      '… ',
      '? ',
      '\n',
      '\n\n',
      ' ',
      '1.234',
      'TP. ',
      '“',
      '”',
      ' | ',
      'gồm',
      '(1) ',
      'V. ',
      '.',
      'Sinh',
    ],
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 80 }).map((all) => all.join('')),
    fc.string({ unit: 'grapheme' }),
  )

  test('units cover everything visible, in order, without overlap, and stand under an earlier unit', () => {
    fc.assert(
      fc.property(text, (sample) => {
        let at = 0
        unitsOf(sample).forEach((unit, index) => {
          expect(sample.slice(at, unit.start)).toMatch(/^\s*$/)
          expect(unit.end).toBeGreaterThan(unit.start)
          expect(sample.slice(unit.start, unit.end).trim()).toBe(sample.slice(unit.start, unit.end))
          expect(sample.slice(unit.start, unit.end)).not.toMatch(/\n\s*\n/)
          expect(unit.parent).toBeLessThan(index)
          at = unit.end
        })
        expect(sample.slice(at)).toMatch(/^\s*$/)
      }),
      { numRuns: 500 },
    )
  })
})

test('a part of a list stands under what introduces it, also where a line is cut at a number within a part', () => {
  const members = 'Thành phần gồm có: Tổ trưởng là Phó Chánh Văn phòng; chuyên viên được giao theo dõi; cán bộ văn thư;'
  const text = `Tổ họp hằng tháng. ${members} 2.1. Tổ giúp việc: Việc bàn giao được quy định như sau: 2.1. Tổ giúp việc: ${members}`
  const units = unitsOf(text)
  units.forEach(({ parent }, index) => expect(parent).toBeLessThan(index))
  expect(units.filter(({ parent }) => parent >= 0).length).toBeGreaterThan(3)
})
