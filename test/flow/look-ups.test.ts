/** Look-ups that need no model, asked of the whole program: each question with marks, without, and in Telex keystrokes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { turnOf, type Answer, type Turn } from '../../src/answer/answer.ts'
import { createApp, type App } from '../../src/app.ts'
import { createConfig } from '../../src/config.ts'
import { findFiles } from '../../src/ingest/find-files.ts'
import { typedAs, type Way } from '../attacks/ways-of-typing.ts'
import { lookUpFiles } from '../support/look-up-documents.ts'
import { root } from '../support/run.ts'

const scratch = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
let app: App

beforeAll(async () => {
  mkdirSync(join(scratch, 'more'))
  for (const [name, content] of await lookUpFiles()) writeFileSync(join(scratch, 'more', name), content)
  app = createApp(createConfig({ DATA_DIR: join(scratch, 'data'), LOG_LEVEL: 'error' }, '/'))
  const found = findFiles(['data/documents', join(scratch, 'more')], root)
  const report = await app.ingest({ found, level: null, dryRun: false, prune: false })
  expect(report.counts.refused).toBe(0)
})
afterAll(() => {
  app.close()
  rmSync(scratch, { recursive: true, force: true })
})

const ask = (question: string, turns: readonly Turn[] = []): Promise<Answer> =>
  app.ask(question, { level: 'public', turns })

/** Number of the document, then for each quote its place, how it begins and how it ends. */
type Expected = readonly [
  number: string,
  ...places: readonly (readonly [section: string | null, start: string, end: string])[],
]

const check = (answer: Answer, [number, ...places]: Expected): void => {
  expect(answer.status, answer.text).toBe('answered')
  expect(answer.citations.map(({ section }) => section)).toEqual(places.map(([section]) => section))
  answer.citations.forEach((citation, i) => {
    expect(citation.number).toBe(number)
    expect(app.library('public')!.content(citation.documentId)!.text).toContain(citation.quote)
    expect(citation.quote.startsWith(places[i]![1]), citation.quote).toBe(true)
    expect(citation.quote.endsWith(places[i]![2]), citation.quote).toBe(true)
    expect(answer.text).toContain(`[${citation.n}]`)
  })
}

const RULES = '08-QC/ĐUP'
const PLAN = '44-KH/ĐUP'
const WORD = '61-QĐ/ĐUP'
const A3_1 = ['Điều 3 khoản 1', '1. Tổ công tác có từ 3 đến 7 người', 'c) các tổ viên.'] as const
const A3_2 = ['Điều 3 khoản 2', '2. Chi bộ giới thiệu', 'tổ trưởng.'] as const
const A3_3 = ['Điều 3 khoản 3', '3. Đảng ủy phường', 'thành lập tổ.'] as const
const A3 = ['Điều 3', 'Điều 3. Thành lập tổ công tác', 'thành lập tổ.'] as const
const A4 = ['Điều 4', 'Điều 4. Sinh hoạt của tổ', 'trong 4 ngày.'] as const
const A5 = ['Điều 5', 'Điều 5. Nhiệm vụ của tổ trưởng các tổ', 'không để thất lạc.'] as const
const A6 = ['Điều 6', 'Điều 6. Khen thưởng, khiển trách', 'bị khiển trách.'] as const
const A7 = ['Điều 7', 'Điều 7. Hiệu lực', '01 tháng 3 năm 2025.'] as const
const P22 = ['Phần II mục 2.2', '2.2. Mỗi tháng tưới 8 lần', 'c) mùa mưa tưới một lần.'] as const

const PLACES: readonly (readonly [question: string, expected: Expected])[] = [
  [
    'Điều 5 Quy định 27-QĐ/ĐUK nói gì?',
    ['27-QĐ/ĐUK', ['Điều 5', 'Điều 5. Trách nhiệm của đảng viên', 'cấp ủy cấp trên.']],
  ],
  ['quy định 27 điều 7', ['27-QĐ/ĐUK', ['Điều 7', 'Điều 7. Hiệu lực thi hành', 'theo dõi việc thực hiện.']]],
  ['khoản 2 Điều 2 quy định 12', ['12-QĐ/ĐUK', ['Điều 2 khoản 2', '2. Thời lượng', '60 phút.']]],
  ['điểm b khoản 1 Điều 4 quy định 27', ['27-QĐ/ĐUK', ['Điều 4 khoản 1 điểm b', 'b) điều hành', '40 điểm;']]],
  ['phần II nghị quyết 05', ['05-NQ/ĐUK', ['Phần II', 'II. Mục tiêu và chỉ tiêu', 'mỗi năm.']]],
  ['mục III.3 nghị quyết 05', ['05-NQ/ĐUK', ['Phần III mục 3', '3. Khuyến khích', 'đồng ý.']]],
  ['mục II.2.b nghị quyết 05', ['05-NQ/ĐUK', ['Phần II mục 2 điểm b', 'b) mỗi quý', 'trở lên;']]],
  ['phần IV mục 3 nghị quyết 05', ['05-NQ/ĐUK', ['Phần IV mục 3', '3. Kinh phí', 'hằng năm.']]],
  ['phần III hướng dẫn 03', ['03-HD/BTCĐUK', ['Phần III', 'III. Thẻ đảng viên', '']]],
  ['kế hoạch 31 phần II nói gì', ['31-KH/ĐUK', ['Phần II', 'II. Nội dung và thời gian', '']]],
  ['Điều 3 quy chế 08', [RULES, A3]],
  ['Điều 5 của Quy chế 08-QC/ĐUP', [RULES, A5]],
  ['Cho tôi xem toàn bộ Điều 5 quy chế 08', [RULES, A5]],
  ['Điều 7 quy chế 08 ghi thế nào?', [RULES, A7]],
  ['Điều 3 khoản 1 quy chế 08', [RULES, A3_1]],
  ['khoản 3, Điều 3, quy chế 08', [RULES, A3_3]],
  ['khoản 2 và khoản 3 Điều 3 quy chế 08', [RULES, A3_2, A3_3]],
  ['khoản 1, 2 Điều 3 quy chế 08', [RULES, A3_1, A3_2]],
  ['từ khoản 1 đến khoản 3 Điều 3 quy chế 08', [RULES, A3_1, A3_2, A3_3]],
  ['Điều 3 đến Điều 5 quy chế 08', [RULES, A3, A4, A5]],
  ['từ điều 5 tới điều 7 quy chế 08', [RULES, A5, A6, A7]],
  ['Điều 3, 4 và 7 quy chế 08', [RULES, A3, A4, A7]],
  ['Điều 6, Điều 7 quy chế 08', [RULES, A6, A7]],
  [
    'điểm a, b khoản 1 Điều 3 quy chế 08',
    [RULES, ['Điều 3 khoản 1 điểm a', 'a) tổ trưởng', 'đảng viên;'], ['Điều 3 khoản 1 điểm b', 'b) tổ phó', 'bầu;']],
  ],
  [
    'điểm a đến điểm c khoản 1 Điều 3 quy chế 08',
    [
      RULES,
      ['Điều 3 khoản 1 điểm a', 'a)', 'đảng viên;'],
      ['Điều 3 khoản 1 điểm b', 'b)', 'bầu;'],
      ['Điều 3 khoản 1 điểm c', 'c)', 'tổ viên.'],
    ],
  ],
  [
    'khoản 1 Điều 4 và khoản 2 Điều 6 quy chế 08',
    [RULES, ['Điều 4 khoản 1', '1. Tổ họp', 'hai lần.'], ['Điều 6 khoản 2', '2. Tổ trưởng bỏ họp', 'khiển trách.']],
  ],
  ['Chương III quy chế 08', [RULES, ['Chương III', 'Chương III', '01 tháng 3 năm 2025.']]],
  ['chương 2 của quy chế 08 nói gì', [RULES, ['Chương II', 'Chương II', 'không để thất lạc.']]],
  ['mục 2.2 kế hoạch 44', [PLAN, P22]],
  [
    'mục 1.1 và 1.2 kế hoạch 44',
    [PLAN, ['Phần II mục 1.1', '1.1. Trồng 350 cây', 'dọc kênh.'], ['Phần II mục 1.2', '1.2. Mỗi hộ', '2 cây.']],
  ],
  ['điểm c mục 2.2 kế hoạch 44', [PLAN, ['Phần II mục 2.2 điểm c', 'c) mùa mưa', 'một lần.']]],
  ['phần II mục 2 kế hoạch 44', [PLAN, ['Phần II mục 2', '2. Về đường hoa', 'c) mùa mưa tưới một lần.']]],
  [
    'mục I đến mục II kế hoạch 44',
    [PLAN, ['Phần I', 'I. Mục đích', 'tham gia.'], ['Phần II', 'II. Chỉ tiêu', 'một lần.']],
  ],
  ['phần thứ ba kế hoạch 44', [PLAN, ['Phần III', 'III. Tổ chức thực hiện', 'tháng 12.']]],
  ['Điều 2 quy định 61', [WORD, ['Điều 2', 'Điều 2. Giữ gìn tài sản', 'phải đền.']]],
  ['điểm b khoản 2 Điều 1 quy định 61', [WORD, ['Điều 1 khoản 2 điểm b', 'b) ngày mất điện', '.']]],
  [
    'Điều 1 khoản 1 đến khoản 2 quy định 61',
    [WORD, ['Điều 1 khoản 1', '1. Nhà văn hóa', '21 giờ.'], ['Điều 1 khoản 2', '2. Ngày lễ', 'mất điện.']],
  ],
  ['phạm vi điều chỉnh của quy chế 08', [RULES, ['Điều 1', 'Điều 1. Phạm vi điều chỉnh', 'khu phố.']]],
  ['đối tượng áp dụng của quy chế 08 là gì?', [RULES, ['Điều 2', 'Điều 2. Đối tượng áp dụng', 'tổ công tác.']]],
  ['quy chế 08 áp dụng cho ai?', [RULES, ['Điều 2', 'Điều 2. Đối tượng áp dụng', 'tổ công tác.']]],
  ['khiển trách quy định ở điều nào của quy chế 08', [RULES, A6]],
  ['nơi nhận của quy chế 08', [RULES, [null, 'Nơi nhận:', '- Lưu Văn phòng.']]],
  ['quy chế 08 gửi cho những đơn vị nào', [RULES, [null, 'Nơi nhận:', '- Lưu Văn phòng.']]],
  ['nơi nhận quy định 27', ['27-QĐ/ĐUK', [null, 'Nơi nhận:', '- Lưu Văn phòng Đảng ủy Khối.']]],
  ['quy chế 08 căn cứ vào văn bản nào?', [RULES, [null, 'Căn cứ Quy định số 27-QĐ/ĐUK', 'Văn phòng Đảng ủy phường,']]],
  ['quy định 27 ban hành căn cứ vào đâu', ['27-QĐ/ĐUK', [null, '- Căn cứ Điều lệ Đảng', 'Ban Tổ chức Đảng ủy Khối,']]],
]

const WAYS: readonly Way[] = ['marks', 'nodia', 'telex']

describe.each(WAYS)('typed as %s', (way) => {
  it.each(PLACES)('%s', async (question, expected) => check(await ask(typedAs(way, question)), expected))

  it.each([
    ['quy chế 08 gồm mấy chương, mấy điều?', 'Quy chế 08-QC/ĐUP có 3 chương, 7 điều.'],
    ['quy chế 08 có bao nhiêu điều', 'Quy chế 08-QC/ĐUP có 7 điều.'],
    ['Điều 3 quy chế 08 có mấy khoản', 'Điều 3 Quy chế 08-QC/ĐUP có 3 khoản.'],
    ['kế hoạch 44 có mấy phần', 'có 3 phần'],
    ['quy định 61 gồm mấy chương mấy điều', 'Quy định 61-QĐ/ĐUP có 2 điều, không chia thành chương.'],
    ['ai ban hành quy chế 08', 'Quy chế 08-QC/ĐUP do Đảng ủy phường An Hòa ban hành.'],
    ['quy chế 08 ban hành ngày nào', 'Quy chế 08-QC/ĐUP ban hành ngày 10/02/2025.'],
    ['ai ký quy chế 08', 'Người ký Quy chế 08-QC/ĐUP: Ngô Thị Hạnh.'],
    ['nghị quyết 05 của đảng ủy khối', 'Nghị quyết 05-NQ/ĐUK ngày 12/03/2024 về nâng cao chất lượng'],
    ['kế hoạch 44', 'Kế hoạch 44-KH/ĐUP ngày 05/06/2025 trồng cây'],
    ['NQ TW 4 khóa XL', '04-NQ/TW'],
    ['nghị quyết hội nghị lần thứ tư ban chấp hành trung ương khóa XL', '04-NQ/TW'],
  ])('%s', async (question, said) => {
    const answer = await ask(typedAs(way, question))
    expect(answer.status, answer.text).toBe('answered')
    // titles that do not begin with "về" are quoted
    expect(answer.text.replace(/: “Kế hoạch trồng/u, ' trồng')).toContain(said)
  })

  it.each([
    ['Điều 99 của quy định 27', 'Tôi không thấy Điều 99 trong Quy định 27-QĐ/ĐUK, chỉ có 7 điều.'],
    ['khoản 9 Điều 3 quy chế 08', 'Tôi không thấy khoản 9 trong Điều 3 Quy chế 08-QC/ĐUP, chỉ có 3 khoản.'],
    ['Chương V quy chế 08', 'Tôi không thấy Chương V trong Quy chế 08-QC/ĐUP, chỉ có 3 chương.'],
    ['Điều 2 kế hoạch 44', 'Kế hoạch 44-KH/ĐUP không chia thành điều; gồm các phần: I. Mục đích; II. Chỉ tiêu'],
    ['Chương II quy định 61', 'Quy định 61-QĐ/ĐUP không chia thành chương; có 2 điều.'],
    ['nơi nhận kế hoạch 44', 'Kế hoạch 44-KH/ĐUP không ghi nơi nhận.'],
    ['kế hoạch 44 căn cứ vào văn bản nào', 'Kế hoạch 44-KH/ĐUP không ghi phần căn cứ.'],
    ['NQ TW 4 khóa XII', 'Thư viện không có văn bản'],
    ['nghị quyết trung ương 4 khóa XII', 'Thư viện không có văn bản'],
    ['Điều 5 nói gì?', 'ở văn bản nào?'],
    ['mục 1 kế hoạch 44', 'Kế hoạch 44-KH/ĐUP có nhiều chỗ mang mục 1 (Phần I mục 1; Phần II mục 1; Phần III mục 1)'],
  ])('%s', async (question, said) => {
    const answer = await ask(typedAs(way, question))
    expect(answer.status, answer.text).toBe('refused')
    expect(answer.text).toContain(said)
  })
})

describe('typed as people type', () => {
  it.each<readonly [string, Expected]>([
    ['ý đ mục 2 phần II nghị quyết 05', ['05-NQ/ĐUK', ['Phần II mục 2 điểm đ', 'đ) kết nạp', 'mỗi năm.']]],
    // without marks d is d: which of the two was read stands above the quote
    ['y d muc 2 phan II nghi quyet 05', ['05-NQ/ĐUK', ['Phần II mục 2 điểm d', 'd) 100%', 'mỗi năm;']]],
    ['dieu5 qc 08', [RULES, A5]],
    ['đ3 k2 quy chế 08', [RULES, A3_2]],
    ['k.2 đ.3 quy che 08', [RULES, A3_2]],
    ['diue 4 quy che 08', [RULES, A4]],
    ['dièu 4 quy chế 08', [RULES, A4]],
    ['khaon 2 dieu 3 quy che 08', [RULES, A3_2]],
    ['qd 61 dieu 2', [WORD, ['Điều 2', 'Điều 2. Giữ gìn', 'phải đền.']]],
    ['Khoản  2   Điều 3   QUY CHẾ SỐ 08-QC/ĐUP', [RULES, A3_2]],
    ['ĐIỀU 4 QUY CHẾ 08', [RULES, A4]],
    ['điều 3-5 quy chế 08', [RULES, A3, A4, A5]],
    ['nq 05 phan 3 muc 3', ['05-NQ/ĐUK', ['Phần III mục 3', '3. Khuyến khích', 'đồng ý.']]],
    ['kh 44 muc 2.2', [PLAN, P22]],
  ])('%s', async (question, expected) => check(await ask(question), expected))
})

describe('one place after the other', () => {
  const talk = async (...questions: readonly string[]): Promise<Answer> => {
    let turns: readonly Turn[] = []
    let answer = await ask(questions[0]!)
    for (const [i, question] of questions.slice(1).entries()) {
      turns = [...turns, turnOf(questions[i]!, answer)]
      answer = await ask(question, turns)
    }
    return answer
  }

  it.each<readonly [readonly string[], Expected]>([
    [
      ['quy chế 08', 'Điều 3 khoản 2 nói gì'],
      [RULES, A3_2],
    ],
    [
      ['Điều 5 quy chế 08', 'còn điều 6?'],
      [RULES, A6],
    ],
    [
      ['Điều 5 quy chế 08', 'điều tiếp theo'],
      [RULES, A6],
    ],
    [
      ['dieu 5 quy che 08', 'dieu truoc do'],
      [RULES, A4],
    ],
    [
      ['Điều 3 khoản 1 quy chế 08', 'khoản sau?'],
      [RULES, A3_2],
    ],
    [
      ['Điều 3 khoản 1 quy chế 08', 'còn khoản 3 thì sao'],
      [RULES, A3_3],
    ],
    [
      ['Điều 3 khoản 3 quy chế 08', 'khoản tiếp theo'],
      [RULES, ['Điều 4 khoản 1', '1. Tổ họp', 'hai lần.']],
    ],
    [
      ['Điều 3 khoản 1 quy chế 08', 'điểm b'],
      [RULES, ['Điều 3 khoản 1 điểm b', 'b) tổ phó', 'bầu;']],
    ],
    [
      ['Điều 3 đến Điều 5 quy chế 08', 'điều tiếp theo'],
      [RULES, A6],
    ],
    [
      ['Điều 4 quy chế 08', 'điều tiếp theo', 'điều tiếp theo', 'điều cuối'],
      [RULES, A7],
    ],
    [
      ['Điều 4 quy chế 08', 'nơi nhận?'],
      [RULES, [null, 'Nơi nhận:', 'Lưu Văn phòng.']],
    ],
    [
      ['phần II kế hoạch 44', 'mục 2.2'],
      [PLAN, P22],
    ],
    [
      ['phần II mục 1 kế hoạch 44', 'mục sau'],
      [PLAN, ['Phần II mục 2', '2. Về đường hoa', 'một lần.']],
    ],
    [
      ['phần I kế hoạch 44', 'phần sau'],
      [PLAN, ['Phần II', 'II. Chỉ tiêu', 'một lần.']],
    ],
    [
      ['mục 1 kế hoạch 44', 'phần III'],
      [PLAN, ['Phần III mục 1', '1. Đoàn Thanh niên', 'chủ trì.']],
    ],
    [
      ['quy định 61 điều 1', 'điều 2, khoản 1'],
      [WORD, ['Điều 2 khoản 1', '1. Mượn bàn ghế', 'ghi sổ.']],
    ],
    [
      ['Điều 4 quy chế 08', 'khoản 1 đến khoản 2'],
      [RULES, ['Điều 4 khoản 1', '1. Tổ họp', 'hai lần.'], ['Điều 4 khoản 2', '2. Cuộc họp', '4 ngày.']],
    ],
  ])('%j', async (questions, expected) => check(await talk(...questions), expected))

  it('says that there is none behind the last', async () => {
    const answer = await talk('Điều 7 quy chế 08', 'điều tiếp theo')
    expect(answer.text).toBe('Quy chế 08-QC/ĐUP không có phần nào cùng loại sau Điều 7.')
  })

  it('what is asked of the document needs no name', async () => {
    expect((await talk('Điều 4 quy chế 08', 'ai ký?')).text).toContain('Ngô Thị Hạnh')
    expect((await talk('Điều 4 quy chế 08', 'gồm mấy chương?')).text).toContain('có 3 chương')
  })
})

it('shows the way to a place, and the whole of a long article in the text as in the quote', async () => {
  const answer = await ask('Điều 5 quy chế 08')
  expect(answer.citations[0]!.path).toBe('Chương II. TỔ CHỨC VÀ HOẠT ĐỘNG › Điều 5')
  expect(answer.citations[0]!.quote.length).toBeGreaterThan(3000)
  expect(answer.text).toMatch(
    /^Theo Quy chế 08-QC\/ĐUP ngày 10\/02\/2025, Chương II\. TỔ CHỨC VÀ HOẠT ĐỘNG › Điều 5:\n“Điều 5\./u,
  )
  for (let n = 1; n <= 14; n++) expect(answer.text).toContain(`${n}. Tổ trưởng tổ số ${n} ghi sổ`)
})

it('lists the articles of a chapter, each quoted', async () => {
  const answer = await ask('Chương II quy chế 08 có những điều nào?')
  expect(answer.text).toBe(
    'Chương II Quy chế 08-QC/ĐUP gồm các điều:\n“Điều 3. Thành lập tổ công tác” [1]\n“Điều 4. Sinh hoạt của tổ” [2]\n“Điều 5. Nhiệm vụ của tổ trưởng các tổ” [3]',
  )
})

it('gives of a range what there is and says where the document ends', async () => {
  const answer = await ask('Điều 6 đến Điều 9 quy chế 08')
  check(answer, [RULES, A6, A7])
  expect(answer.notices).toContain('Tôi không thấy Điều 8 trong Quy chế 08-QC/ĐUP, chỉ có 7 điều.')
})

it('says first where something stands', async () => {
  const answer = await ask('sinh hoạt của tổ quy định ở điều mấy trong quy chế 08?')
  expect(answer.text).toMatch(/^Nội dung này ở Điều 4, Quy chế 08-QC\/ĐUP\.\n/u)
})

it('leaves alone what only looks like a place', async () => {
  const answer = await ask('Tổ trưởng bỏ họp 3 lần liên tiếp thì bị xử lý thế nào theo Điều 6 quy chế 08?')
  expect(answer.whole).toBeUndefined()
  expect(answer.citations[0]!.quote).toContain('bỏ họp 3 lần liên tiếp')
})
