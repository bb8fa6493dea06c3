/** Three fictional regulations that replace one another, among papers that are easily taken for them: asked about now, then, and validity itself. */
import { describe, expect, test } from 'vitest'
import type { Answer, Turn } from '../../src/answer/answer.ts'
import { turnOf } from '../../src/answer/answer.ts'
import { fold } from '../../src/text/vietnamese.ts'
import { askerOf, libraryOf } from './library.ts'
import { CHAIN } from '../support/validity-chain.ts'
import { chain, chainLibrary, readText } from './validity-library.ts'

const ask = askerOf(chainLibrary)
const OVER = new Set(['quy-dinh-09', 'quy-dinh-15', 'xa-binh-an-02', 'ke-hoach-50'])
const cited = (answer: Answer): readonly string[] => answer.citations.map(({ documentId }) => documentId)
const plain = (question: string): string => fold(question).toLowerCase().replace(/[?]/g, '')

/** As typed, and without diacritics. */
const both = <T extends readonly [string, ...unknown[]]>(rows: readonly T[]): readonly T[] =>
  rows.flatMap((row) => [row, [plain(row[0]), ...row.slice(1)] as unknown as T])

test('asked of before, an answer that only what holds now can give says so', async () => {
  const more =
    '\n\nĐiều 6. Xe đưa đón\n\nVăn phòng bố trí xe đưa đón đảng viên cao tuổi đi khám sức khỏe mỗi năm một lần.'
  const papers = Object.entries(CHAIN).map(([id, text]) => readText(id, id === 'quy-dinh-33' ? text + more : text))
  const answer = await askerOf(papers)('Trước đây ai bố trí xe đưa đón đảng viên cao tuổi đi khám sức khỏe?')
  expect(cited(answer)).toEqual(['quy-dinh-33'])
  expect(answer.notices.join()).toContain('trên đây là theo văn bản hiện có')
})

describe('what holds now is answered from what holds now', () => {
  test.each(
    both([
      ['Mức quà tặng đảng viên cao tuổi là bao nhiêu?', '800.000', 'quy-dinh-33'],
      ['Đảng viên từ đủ bao nhiêu tuổi thì được thăm hỏi, tặng quà?', '65 tuổi', 'quy-dinh-33'],
      ['Mỗi năm thăm hỏi đảng viên cao tuổi mấy lần?', 'ba lần', 'quy-dinh-33'],
      ['Chi bộ gửi danh sách đảng viên cao tuổi trước ngày thăm hỏi bao nhiêu ngày?', '10 ngày', 'quy-dinh-33'],
      ['Trước đây đã tặng quà, nay mức quà tặng đảng viên cao tuổi là bao nhiêu?', '800.000', 'quy-dinh-33'],
      ['Thường trực Tỉnh ủy tiếp công dân vào ngày nào hằng tháng?', 'ngày 15', 'quy-che-08'],
    ] as const),
  )('%s', async (question, words, id) => {
    const answer = await ask(question)
    expect(answer.text).toContain(words)
    expect(cited(answer)[0]).toBe(id)
    expect(cited(answer).filter((one) => OVER.has(one))).toEqual([])
  })

  test('a target year is no question about the past', async () => {
    for (const question of [
      'Đến năm 2020 kết nạp bao nhiêu đảng viên mới?',
      'den nam 2020 ket nap bao nhieu dang vien moi',
    ])
      expect(cited(await ask(question))).toEqual(['nghi-quyet-06'])
  })

  test.each([
    ['Mỗi trụ sở trồng bao nhiêu cây xanh?', 'ke-hoach-50', 'hết hiệu lực'],
    ['Cụ nào được tặng áo ấm?', 'quy-dinh-09', 'đã được thay thế'],
  ])('what only a paper that is over speaks of is not passed off as holding: %s', async (question, id, words) => {
    const answer = await ask(question)
    expect(answer).toMatchObject({ status: 'refused', reason: 'not_found' })
    expect(answer.text).toContain(words)
    expect(answer.status === 'refused' && answer.choices[0]?.documentId).toBe(id)
  })

  test('what is about to be replaced says by what, and from when', async () => {
    const answer = await ask('Thường trực Tỉnh ủy tiếp công dân vào ngày nào?')
    expect(answer.notices).toContain('Quy chế 08-QC/TU sẽ được thay thế bởi Quy chế 12-QC/TU ngày 20/10/2026 từ ngày 01/01/2027.') // prettier-ignore
  })

  test('what was changed in part says by what', async () => {
    const answer = await ask('Mức quà tặng đảng viên cao tuổi là bao nhiêu?')
    expect(answer.notices.join()).toContain('sửa đổi, bổ sung bởi Quy định 41-QĐ/TU ngày 10/04/2026')
  })
})

describe('the past is answered from what held then, and says what replaced it', () => {
  test.each(
    both([
      ['Trước đây mức quà tặng đảng viên cao tuổi là bao nhiêu?', '500.000', 'quy-dinh-15'],
      ['Quy định cũ về mức quà tặng đảng viên cao tuổi là bao nhiêu?', '500.000', 'quy-dinh-15'],
      ['Mức quà tặng đảng viên cao tuổi trước đây là bao nhiêu?', '500.000', 'quy-dinh-15'],
      ['Năm 2015 thì mức quà tặng đảng viên cao tuổi là bao nhiêu?', '300.000', 'quy-dinh-09'],
      ['Năm 2020 mức quà tặng đảng viên cao tuổi là bao nhiêu?', '500.000', 'quy-dinh-15'],
      ['Trước năm 2018 mức quà tặng đảng viên cao tuổi là bao nhiêu?', '300.000', 'quy-dinh-09'],
      ['Tháng 5/2019 mức quà tặng đảng viên cao tuổi là bao nhiêu?', '500.000', 'quy-dinh-15'],
      ['Theo Quy định 15-QĐ/TU thì mức quà tặng đảng viên cao tuổi là bao nhiêu?', '500.000', 'quy-dinh-15'],
      ['Theo Quy định 09 thì mỗi năm thăm hỏi đảng viên cao tuổi mấy lần?', 'một lần', 'quy-dinh-09'],
    ] as const),
  )('%s', async (question, words, id) => {
    const answer = await ask(question)
    expect(answer.text).toContain(words)
    expect(new Set(cited(answer))).toEqual(new Set([id]))
    expect(answer.notices.join(' ')).toContain('33-QĐ/TU ngày 05/09/2024')
  })

  test('a time from which nothing is here is answered from what came later, and that is said', async () => {
    const answer = await ask('Năm 2010 mức quà tặng đảng viên cao tuổi là bao nhiêu?')
    expect(cited(answer)[0]).toBe('quy-dinh-33')
    expect(answer.notices.join()).toContain('Quy định 33-QĐ/TU chỉ có hiệu lực từ ngày 01/10/2024')
  })

  test('a year after the last replacement is answered from what holds', async () => {
    expect(cited(await ask('Năm 2025 mức quà tặng đảng viên cao tuổi là bao nhiêu?'))[0]).toBe('quy-dinh-33')
  })
})

describe('questions about validity quote the sentence that decides', () => {
  const REPLACES_15 = 'thay thế Quy định số 15-QĐ/TU ngày 20 tháng 6 năm 2018'
  test.each(
    both([
      ['Quy định 09 còn hiệu lực không?', 'đã được thay thế bởi Quy định 15-QĐ/TU', 'thay thế Quy định số 09-QĐ/TU'],
      ['Quy định 09-QĐ/TU hết hiệu lực chưa?', '33-QĐ/TU ngày 05/09/2024', REPLACES_15],
      ['Văn bản nào thay thế Quy định 09-QĐ/TU?', 'bởi Quy định 15-QĐ/TU ngày 20/06/2018', '12/3/2012'],
      ['Quy định 09 bị thay thế bởi văn bản nào?', 'bởi Quy định 15-QĐ/TU', '12/3/2012'],
      ['Quy định 33 còn hiệu lực không?', 'có hiệu lực từ ngày 01/10/2024', 'từ ngày 01 tháng 10 năm 2024'],
      ['QĐ 33 còn áp dụng ko?', 'thư viện không có văn bản nào thay thế', '01 tháng 10 năm 2024'],
      ['Quy định 33 thay thế văn bản nào?', 'thay thế Quy định 15-QĐ/TU', REPLACES_15],
      ['Quy định 33 thay cho quy định nào?', 'thay thế Quy định 15-QĐ/TU', REPLACES_15],
      ['Quy định 33 có hiệu lực từ ngày nào?', 'từ ngày 01/10/2024', '01 tháng 10 năm 2024'],
      ['Khi nào Quy định 33 có hiệu lực?', 'từ ngày 01/10/2024', '01 tháng 10 năm 2024'],
      ['Quy định 33 đã được sửa đổi chưa, bởi văn bản nào?', 'bởi Quy định 41-QĐ/TU', 'Sửa đổi, bổ sung một số điều'],
      ['Văn bản nào sửa đổi Quy định 33?', 'bởi Quy định 41-QĐ/TU ngày 10/04/2026', '05/9/2024'],
      ['Quy định 41 sửa đổi văn bản nào?', 'Quy định 33-QĐ/TU', '05/9/2024'],
      ['Hướng dẫn 07 còn hiệu lực không?', 'sửa đổi, bổ sung bởi Hướng dẫn 19-HD/BTCTU', 'thay thế mục 2'],
      ['Kế hoạch 50 còn hiệu lực không?', 'đã hết hiệu lực', 'đến hết ngày 31/12/2023'],
      ['Quy chế 12 có hiệu lực chưa?', 'chưa có hiệu lực', '01 tháng 01 năm 2027'],
      ['Chỉ thị 04-CT/TU còn hiệu lực không?', 'Chỉ thị 21-CT/TU ngày 18/05/2023', 'thay thế Chỉ thị số 04-CT/TU'],
      ['Quy định 02 của Đảng ủy xã Bình An còn hiệu lực không?', 'Quy định 11-QĐ/ĐU', '02-QĐ/ĐU ngày 03/02/2021'],
    ] as const),
  )('%s', async (question, told, quoted) => {
    const answer = await ask(question)
    expect(answer.status, answer.text).toBe('answered')
    expect(answer.text).toContain(told)
    expect(answer.citations.map(({ quote }) => quote).join('\n')).toContain(quoted)
  })

  test('the same number, day and kind of another body is another paper', async () => {
    const answer = await ask('Quy định 02 của xã Hòa Lộc còn hiệu lực không?')
    expect(answer.text).toContain('không có văn bản nào thay thế')
    expect(cited(answer)).toEqual(['xa-hoa-loc-02'])
  })

  test('asked on, of the paper that was spoken of', async () => {
    const turns: Turn[] = []
    const next = async (question: string): Promise<Answer> => {
      const answer = await ask(question, turns)
      turns.push(turnOf(question, answer))
      return answer
    }
    expect(cited(await next('Theo Quy định 15-QĐ/TU mức quà là bao nhiêu?'))[0]).toBe('quy-dinh-15')
    expect((await next('còn hiệu lực không?')).text).toContain(
      'Quy định 15-QĐ/TU đã được thay thế bởi Quy định 33-QĐ/TU',
    )
    expect((await next('hieu luc tu ngay nao')).text).toContain('Quy định 15-QĐ/TU có hiệu lực từ ngày 01/07/2018')
    expect((await next('văn bản đó thay thế văn bản nào?')).text).toContain('thay thế Quy định 09-QĐ/TU')
    expect((await next('vb nao thay the')).text).toContain('bởi Quy định 33-QĐ/TU')
  })
})

describe('one number, several papers', () => {
  test.each([
    ['Quy định 15 nói gì?', ['khoi-15', 'quy-dinh-15']],
    ['QĐ 15 quy định những gì?', ['khoi-15', 'quyet-dinh-15', 'quy-dinh-15']],
    ['quy dinh 02 noi gi', ['xa-binh-an-02', 'xa-hoa-loc-02']],
    ['Quy định 02 còn hiệu lực không?', ['xa-binh-an-02', 'xa-hoa-loc-02']],
  ])('is asked back: %s', async (question, ids) => {
    const answer = await ask(question)
    expect(answer).toMatchObject({ status: 'refused', reason: 'ambiguous' })
    expect(answer.status === 'refused' && answer.choices.map(({ documentId }) => documentId).sort()).toEqual(
      [...ids].sort(),
    )
  })

  test('each choice says kind, number, date and body, and what tells it from the others stands first on a button', async () => {
    const answer = await ask('Quy định 15 nói gì?')
    expect(answer.status === 'refused' && answer.choices[1]).toEqual({
      documentId: 'quy-dinh-15',
      label: 'Quy định 15-QĐ/TU ngày 20/06/2018 của Tỉnh ủy Lam Giang',
      short: '15-QĐ/TU 20/06/2018, Tỉnh ủy Lam Giang',
    })
  })

  test('where the days are the same, the place does', async () => {
    const answer = await ask('Quy định 02 nói gì?')
    expect(answer.status === 'refused' && answer.choices.map(({ short }) => short)).toEqual([
      '02-QĐ/ĐU, Bình An, 03/02/2021',
      '02-QĐ/ĐU, Hòa Lộc, 03/02/2021',
    ])
  })

  test.each(
    both([
      ['Quy định 15 của Đảng ủy Khối nói gì?', 'khoi-15'],
      ['Quyết định 15 nói gì?', 'quyet-dinh-15'],
      ['QĐ 15 năm 2018', 'quy-dinh-15'],
      ['Quy định 15 ngày 09/02/2022 nói gì?', 'khoi-15'],
      ['Quy định 15 nói gì về xe ô tô?', 'khoi-15'],
      ['Quy định 02 của xã Hòa Lộc nói gì?', 'xa-hoa-loc-02'],
    ] as const),
  )('is not asked back where the question tells them apart: %s', async (question, id) => {
    const answer = await ask(question)
    expect(answer.status, answer.text).toBe('answered')
    expect(new Set(cited(answer))).toEqual(new Set([id]))
  })
})

describe('press', () => {
  test('gives way to the regulation that it reports on', async () => {
    expect(cited(await ask('Mức quà tặng đảng viên cao tuổi là bao nhiêu?'))).not.toContain('bao-quy-dinh-33')
  })
  test('alone says that it is press', async () => {
    const answer = await ask('Thư viện tỉnh phục vụ bao nhiêu lượt bạn đọc?')
    expect(answer.text).toMatch(/^Theo bài báo/)
    expect(answer.notices).toContain(
      'Nguồn là bài báo, không phải văn bản của Đảng. Tôi chưa thấy nội dung này trong văn bản nào của thư viện.',
    )
  })
})

test('who may not read what replaces a paper is not told of it, and is answered as if it were not there', async () => {
  const hidden = chain.map((document) =>
    document.id === 'quy-dinh-33' ? { ...document, level: 'staff' as const } : document,
  )
  const absent = chain.filter(({ id }) => id !== 'quy-dinh-33')
  for (const question of [
    'Mức quà tặng đảng viên cao tuổi là bao nhiêu?',
    'Quy định 15-QĐ/TU còn hiệu lực không?',
    'văn bản nào thay thế quy định 15-QĐ/TU',
  ]) {
    const [one, other] = [await askerOf(hidden, 'public')(question), await askerOf(absent, 'public')(question)]
    expect({ ...one, timings: null }).toEqual({ ...other, timings: null })
    expect(JSON.stringify(one)).not.toContain('33-QĐ/TU')
  }
  expect((await askerOf(hidden, 'staff')('Quy định 15-QĐ/TU còn hiệu lực không?')).text).toContain('33-QĐ/TU')
})

test("a person's word wins, and is told as one", async () => {
  const stated = chainLibrary.map((document) =>
    document.id === 'khoi-15'
      ? readText('khoi-15', document.text, { validity: 'expired', validTo: '2025-12-31' })
      : document,
  )
  expect((await askerOf(stated)('Quy định 15-QĐ/ĐUK còn hiệu lực không?')).text).toContain(
    'đã hết hiệu lực (theo ghi nhận của cán bộ',
  )
  const successor = chainLibrary.map((document) =>
    document.id === 'khoi-15' ? readText('khoi-15', document.text, { replacedBy: ['77-QĐ/ĐUK'] }) : document,
  )
  expect(libraryOf(successor).library.card('khoi-15')?.meta.validity).toBe('replaced')
  expect((await askerOf(successor)('Văn bản nào thay thế Quy định 15-QĐ/ĐUK?')).text).toContain(
    'bởi 77-QĐ/ĐUK (theo ghi nhận',
  )
})
