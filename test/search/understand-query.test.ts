import { describe, expect, test } from 'vitest'
import { understandQuery } from '../../src/search/query/understand-query.ts'
import { smallLibrary } from '../support/small-library.ts'

const { lexical } = smallLibrary([
  {
    id: 'a',
    title: 'Sinh hoạt chi bộ',
    text: 'Đảng viên dự sinh hoạt chi bộ. Đảng viên chuyển sinh hoạt đảng. Chi bộ đang họp. Nghị quyết đại hội đảng bộ đề ra chỉ tiêu.',
  },
  {
    id: 'b',
    title: 'Chỉ thị về học tập',
    text: 'Đảng viên học tập chỉ thị. Trung ương ban hành nghị quyết. Chương trình hành động.',
  },
  {
    id: 'd',
    title: 'Chi bộ cơ quan',
    text: 'Bí thư chi bộ họp. Cán bộ luân chuyển ba năm. Luân chuyển cán bộ. Hội đồng kỹ thuật số (HĐKTS) họp. Ở đầu phố, ở đầu làng.',
  },
  { id: 'c', title: 'Đảng viên', text: 'Đảng viên chuyển sinh hoạt đảng phải báo cáo chi bộ. Chi ủy họp hằng tháng.' },
])
const read = (question: string) => understandQuery(question, lexical)
const words = (question: string) => read(question).query.syllables.map(({ folded }) => folded)
const accents = (question: string) => read(question).query.syllables.map(({ accented }) => accented)
const formsOf = (question: string, folded: string) =>
  read(question)
    .query.syllables.find((s) => s.folded === folded)
    ?.forms.map((form) => form.folded)

describe('marks', () => {
  test('are restored from the library where none were typed', () => {
    expect(accents('dang vien chuyen sinh hoat dang')).toEqual(['đảng', 'viên', 'chuyển', 'sinh', 'hoạt', 'đảng'])
    expect(read('dang vien').query.marked).toBe(false)
  })
  test('are kept as typed where some were', () => {
    expect(accents('đang viên')).toEqual(['đang', 'viên'])
    expect(read('đang viên').query.marked).toBe(true)
  })
  test('of a word that the library does not know stay open', () => {
    expect(accents('karaoke')).toEqual([null])
  })
})

describe('raw Telex', () => {
  test('is decoded, and counts as typed with marks', () => {
    expect(accents('ddangr vieen chuyeenr sinh hoatj')).toEqual(['đảng', 'viên', 'chuyển', 'sinh', 'hoạt'])
    expect(read('ddangr vieen').query.marked).toBe(true)
  })
  test('offsets stay those of the text as typed', () => {
    const { query } = read('ddangr vieen')
    expect(query.syllables.map(({ start, end }) => query.text.slice(start, end))).toEqual(['ddangr', 'vieen'])
  })
  test('tw stays trung ương', () => {
    expect(words('nghij quyeets tw')).toContain('trung')
  })
  test('nothing is decoded in a question that has marks', () => {
    expect(words('họp ở toor')).toContain('toor')
  })
})

describe('raw VNI', () => {
  test('is decoded, and counts as typed with marks', () => {
    expect(accents('d9a3ng vie6n chuye6n3 sinh hoat5')).toEqual(['đảng', 'viên', 'chuyển', 'sinh', 'hoạt'])
    expect(read('d9a3ng vie6n').query.marked).toBe(true)
  })
  test('one word with a digit behind it is a word and a number', () => {
    expect(words('hop chi bo nghi quyet khoan2 nam nay')).toEqual(expect.arrayContaining(['khoan', '2']))
  })
})

describe('blanks that are missing or too many', () => {
  test.each(['chuyển sinhhoạt đảngviên', 'chuyen sinhhoat dangvien', 'CHUYỂN SINHHOẠT ĐẢNGVIÊN'])('%s', (question) => {
    expect(words(question)).toEqual(['chuyen', 'sinh', 'hoat', 'dang', 'vien'])
    expect(accents(question)).toEqual(['chuyển', 'sinh', 'hoạt', 'đảng', 'viên'])
  })
  test('the parts stand where they were typed', () => {
    const { query } = read('sinhhoạt đảngviên')
    expect(query.syllables.map(({ start, end }) => query.text.slice(start, end))).toEqual([
      'sinh',
      'hoạt',
      'đảng',
      'viên',
    ])
  })
  test('words that the library has not are parted by their marks, foreign ones stay whole', () => {
    expect(words('thuốctrường')).toEqual(['thuoc', 'truong'])
    expect(words('samsung honda toyota')).toEqual(['samsung', 'honda', 'toyota'])
  })
  test('a syllable in pieces is joined where the library bears it out', () => {
    expect(words('chuyể n sinh hoạ t chi bộ')).toEqual(['chuyen', 'sinh', 'hoat', 'chi', 'bo'])
    expect(words('đảng vi ên')).toEqual(['dang', 'vien'])
  })
  test('words that are well stay apart', () => {
    expect(words('chi ủy họp ở đâu')).toEqual(['chi', 'uy', 'hop', 'o', 'dau'])
  })
  test('a number stuck to its word comes off', () => {
    expect(words('chỉ thị điều5')).toEqual(['chi', 'thi', 'dieu', '5'])
  })
})

describe('abbreviations among words', () => {
  const weightOf = (question: string, accented: string) =>
    Math.max(
      ...read(question)
        .query.syllables.filter((s) => s.accented === accented)
        .map(({ weight }) => weight),
    )
  test('are chosen by their neighbours', () => {
    expect(weightOf('bí thư CB', 'chi')).toBeGreaterThan(weightOf('bí thư CB', 'cán'))
    expect(weightOf('luân chuyển CB', 'cán')).toBeGreaterThan(weightOf('luân chuyển CB', 'chi'))
  })
  test('đc is được or đồng chí', () => {
    expect(words('đc chuyển sinh hoạt')).toEqual(expect.arrayContaining(['duoc', 'dong', 'chi']))
  })
  test('an office and whose it is come together: UBKTTU', () => {
    expect(accents('UBKTTU họp')).toEqual(expect.arrayContaining(['ủy', 'ban', 'kiểm', 'tra', 'tỉnh', 'thành']))
  })
  test('with a stroke or a point are one: đ/c, T.Ư', () => {
    expect(words('đ/c bí thư')).toEqual(expect.arrayContaining(['dong', 'chi']))
    expect(words('nghị quyết T.Ư')).toEqual(expect.arrayContaining(['trung', 'uong']))
  })
  test('are spelled out as the library does', () => {
    expect(accents('HĐKTS họp')).toEqual(expect.arrayContaining(['hội', 'đồng', 'kĩ', 'thuật', 'số']))
    expect(words('HĐKTX họp')).toEqual(['hdktx', 'hop'])
  })
  test('are read in every way they may be meant', () => {
    expect(words('ct học tập')).toEqual(expect.arrayContaining(['chi', 'thi', 'chuong', 'trinh']))
  })
  test('stand where they were typed', () => {
    const { query } = read('sinh hoạt cb')
    const reading = query.syllables.filter(({ start }) => start === 10)
    expect(reading.every(({ end }) => end === 12)).toBe(true)
    expect(reading.map(({ folded }) => folded)).toEqual(expect.arrayContaining(['chi', 'bo']))
  })
  test('weigh less than words, and less the more readings there are', () => {
    const weight = (question: string, folded: string) =>
      read(question).query.syllables.find((s) => s.folded === folded)!.weight
    expect(weight('nq', 'nghi')).toBeLessThan(1)
    expect(weight('ct', 'chuong')).toBeLessThan(weight('nq', 'nghi'))
  })
  test('that ask weigh as asking words do', () => {
    const ko = read('họp ko').query.syllables.find(({ folded }) => folded === 'khong')
    expect(ko!.weight).toBeLessThanOrEqual(0.25)
  })
  test('are not seen in words that have the shape of one', () => {
    // tu, du, cu are abbreviations of offices only in capitals
    expect(words('tu học tập')).toEqual(['tu', 'hoc', 'tap'])
    expect(words('TU học tập')).toEqual(expect.arrayContaining(['tinh', 'uy']))
  })
  test('do not shout: in a question all in capitals they are words', () => {
    expect(words('TU HỌC TẬP')).toEqual(['tu', 'hoc', 'tap'])
  })
})

describe('accented forms', () => {
  const shares = (question: string, i: number) => read(question).accents[i]!
  test('what was typed with its mark is what is looked for', () => {
    expect(shares('đảng viên', 0)[0]).toMatchObject({ accented: 'đảng' })
    expect(shares('đảng viên', 0)[0]!.share).toBeGreaterThan(0.9)
  })
  test('a word typed without marks among others that have some is looked for as the library has it', () => {
    expect(shares('dang viên chuyển sinh hoạt', 0).map(({ accented }) => accented)).toContain('đảng')
  })
  test('never sum to more than 1', () => {
    for (const forms of read('dang vien du sinh hoat chi bo o dau').accents)
      expect(forms.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.000001)
  })
})

describe('slips', () => {
  test('an unknown syllable may stand for a near one of the library', () => {
    expect(formsOf('chuyển sihn hoạt', 'sihn')).toContain('sinh')
    expect(formsOf('chuyển xinh hoạt đảng', 'xinh')).toContain('sinh')
  })
  test('a known syllable among known neighbours is left alone', () => {
    expect(formsOf('sinh hoạt chi bộ', 'hoat')).toEqual(['hoat'])
  })
  test('numbers are no slips', () => {
    expect(formsOf('quy định 2945', '2945')).toEqual(['2945'])
  })
})

describe('asking words', () => {
  const weights = (question: string) => read(question).query.syllables.map(({ weight }) => weight)
  test('weigh a quarter', () => {
    expect(weights('chi bộ là gì')).toEqual([1, 1, 0.25, 0.25])
  })
  test('are told by their marks: đang is not đảng, máy is not mấy, đầu is not đâu', () => {
    expect(weights('máy')).toEqual([1])
    expect(weights('mấy')).toEqual([0.25])
    expect(weights('đầu')).toEqual([1])
  })
  test('in a phrase are told by their letters where no marks were typed, whatever the library holds', () => {
    expect(weights('hop o dau')).toEqual([1, 0.25, 0.25])
    expect(accents('hop o dau')).toEqual(['họp', 'ở', 'đâu'])
  })
  test('are not mended', () => {
    expect(formsOf('karaoke là gì', 'gi')).toEqual(['gi'])
  })
  test('are known without marks too where they are clear', () => {
    expect(weights('chi bo la gi')).toEqual([1, 1, 0.25, 0.25])
    expect(weights('hop nhu the nao')).toEqual([1, 0.25, 0.25, 0.25])
  })
  test('"may" asks without marks where something is counted, but not in "bo may"', () => {
    expect(weights('chi bo hop may lan')).toEqual([1, 1, 1, 0.25, 1])
    expect(accents('hop may lan')[1]).toBe('mấy')
    expect(weights('chi bo may nguoi')).toEqual([1, 1, 0.25, 1])
    expect(weights('sap xep bo may nam 2025')).toEqual([1, 1, 1, 1, 1, 1])
    expect(weights('may lanh')).toEqual([1, 1])
  })
  test('được and the có of “có … không” ask only where something else does', () => {
    expect(weights('họp được quy định thế nào')).toEqual([1, 0.25, 1, 1, 0.25, 0.25])
    expect(weights('đảng viên được họp')).toEqual([1, 1, 1, 1])
    expect(weights('người có công có báo cáo không?')).toEqual([1, 1, 1, 0.25, 1, 1, 0.25])
    expect(weights('không có chi ủy')).toEqual([0.25, 1, 1, 1])
  })
})

describe('a question put as a path', () => {
  const weights = (question: string) => read(question).query.syllables.map(({ weight }) => weight)
  test('asks for its last part: those above it say where, and less the farther they stand', () => {
    expect(weights('Sinh hoạt đảng - Báo cáo')).toEqual([0.5, 0.5, 0.5, 1, 1])
    expect(weights('Chi bộ – Sinh hoạt – Báo cáo')).toEqual([0.3, 0.3, 0.5, 0.5, 1, 1])
    expect(weights('Chi bộ – Sinh hoạt – Báo cáo là gì')).toEqual([1, 1, 1, 1, 1, 1, 0.25, 0.25])
  })
  test('is not seen in spans of figures, in document numbers or in words joined by a stroke', () => {
    expect(Math.max(...weights('nhiệm kỳ 2020 - 2025 của chi bộ'))).toBe(1)
    expect(Math.max(...weights('từ trang 20  -  25 chi bộ'))).toBe(1)
    expect(Math.max(...weights('Nghị quyết 18-NQ/TW'))).toBe(1)
  })
})
