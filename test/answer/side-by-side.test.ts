/** Ways of answering side by side: which of them takes a question, which leaves it alone, and what is still spoken of afterwards. */
import { describe, expect, test } from 'vitest'
import { turnOf, type Answer, type Turn } from '../../src/answer/answer.ts'
import { groupsIn } from '../../src/answer/places/place-groups.ts'
import { asksDigest } from '../../src/answer/digest/asks-digest.ts'
import { aligned, foldAligned } from '../../src/text/aligned.ts'
import { askerOf, documentOf } from './library.ts'

const TU = { issuer: 'Ban Thường vụ Tỉnh ủy Lam Giang' }

const body = (sessions: string, from: string): string =>
  [
    'Điều 1. Phạm vi điều chỉnh',
    'Quy định này quy định về sinh hoạt chi bộ trong Đảng bộ tỉnh Lam Giang.',
    'Điều 2. Thời gian sinh hoạt',
    `1. Chi bộ sinh hoạt định kỳ mỗi tháng một lần, ${sessions}.`,
    '2. Thời lượng mỗi kỳ sinh hoạt không dưới 90 phút.',
    'Điều 3. Hiệu lực thi hành',
    from,
  ].join('\n\n')

const documents = [
  documentOf('quy-dinh-12', `QUY ĐỊNH\n\nvề sinh hoạt chi bộ\n\n${body('vào ngày do chi bộ tự chọn', 'Quy định này có hiệu lực từ ngày 01 tháng 5 năm 2021.')}`, { kind: 'regulation', number: '12-QĐ/TU', title: 'Quy định về sinh hoạt chi bộ', date: '2021-04-20', ...TU }), // prettier-ignore
  documentOf('quy-dinh-27', `QUY ĐỊNH\n\nvề sinh hoạt chi bộ\n\n${body('từ ngày 01 đến ngày 10', 'Quy định này có hiệu lực từ ngày 01 tháng 10 năm 2024 và thay thế Quy định số 12-QĐ/TU ngày 20 tháng 4 năm 2021 của Ban Thường vụ Tỉnh ủy Lam Giang.')}`, { kind: 'regulation', number: '27-QĐ/TU', title: 'Quy định về sinh hoạt chi bộ', date: '2024-09-16', ...TU }), // prettier-ignore
  documentOf('nghi-quyet-05', 'NGHỊ QUYẾT\n\nvề chuyển đổi số trong cơ quan đảng\n\nI. Tình hình\n\n1. Nhiều cơ quan còn dùng sổ giấy.\n\nII. Mục tiêu\n\n1. Đến năm 2027 có 90 % biên bản được lập trên máy.\n\nIII. Tổ chức thực hiện\n\n1. Văn phòng Tỉnh ủy theo dõi việc thực hiện.', { kind: 'resolution', number: '05-NQ/TU', title: 'Nghị quyết về chuyển đổi số trong cơ quan đảng', date: '2024-03-12', ...TU }), // prettier-ignore
  documentOf('dong-ha', 'ĐẢNG ỦY XÃ ĐÔNG HÀ\n\n*\n\nNGHỊ QUYẾT\n\nvề du lịch cộng đồng\n\nI. Mục tiêu\n\n1. Đến năm 2030 có 12 điểm du lịch cộng đồng.\n\n2. Tỷ lệ hộ nghèo còn dưới 2 %.\n\nII. Nhiệm vụ\n\n1. Tập huấn cho các hộ làm du lịch.', { kind: 'resolution', number: '02-NQ/ĐU', title: 'Nghị quyết về du lịch cộng đồng', date: '2025-02-12', issuer: 'Đảng ủy xã Đông Hà' }), // prettier-ignore
  documentOf('tay-son', 'ĐẢNG ỦY XÃ TÂY SƠN\n\n*\n\nNGHỊ QUYẾT\n\nvề vùng cây ăn quả\n\nI. Mục tiêu\n\n1. Đến năm 2030 có 350 ha cây ăn quả.\n\nII. Nhiệm vụ\n\n1. Cấp mã số cho các vùng trồng.', { kind: 'resolution', number: '02-NQ/ĐU', title: 'Nghị quyết về vùng cây ăn quả', date: '2025-03-03', issuer: 'Đảng ủy xã Tây Sơn' }), // prettier-ignore
  documentOf('dieu-le', 'ĐIỀU LỆ LIÊN ĐOÀN BÓNG BÀN\n\nĐiều 1. Hội viên\n\nNgười biết chơi bóng được vào Liên đoàn.\n\nĐiều 2. Hội phí\n\nHội viên đóng hội phí hằng quý.', { kind: 'charter', number: null, title: 'Điều lệ Liên đoàn Bóng bàn', date: '2020-01-01' }), // prettier-ignore
  documentOf('thi-hanh', 'QUY ĐỊNH\n\nthi hành Điều lệ Liên đoàn Bóng bàn\n\nĐiều 1. Việc vào Hội\n\nĐơn xin vào Hội gửi cho chi hội, theo Điều lệ Liên đoàn Bóng bàn.\n\nĐiều 2. Việc đóng hội phí theo Điều lệ Liên đoàn Bóng bàn\n\nChi hội thu hội phí theo Điều lệ Liên đoàn Bóng bàn.', { kind: 'regulation', number: '94-QĐ/LĐCV', title: 'Quy định thi hành Điều lệ Liên đoàn Bóng bàn', date: '2025-05-26' }), // prettier-ignore
  documentOf('bang-gia', 'Căn cứ xác định vị trí đất trong bảng giá là gì?\n\nCăn cứ vào quy chế của xã, việc lập bảng được nêu như sau:\n\n1. Vị trí đất được xác định theo khoảng cách tới đường và chợ.', { kind: 'other', number: null, title: 'Căn cứ xác định vị trí đất trong bảng giá là gì?' }), // prettier-ignore
  documentOf('tai-khoan', 'Tài khoản của quỹ chi bộ\n\nTài khoản 131 của quỹ chi bộ ghi các khoản phải thu.', { kind: 'other', number: null, title: 'Tài khoản của quỹ chi bộ' }), // prettier-ignore
]
const ask = askerOf(documents)

const talk = async (...questions: readonly string[]): Promise<readonly Answer[]> => {
  const answers: Answer[] = []
  let turns: readonly Turn[] = []
  for (const question of questions) {
    const answer = await ask(question, turns)
    answers.push(answer)
    turns = [...turns, turnOf(question, answer)]
  }
  return answers
}
const cited = ({ citations }: Answer): readonly string[] => citations.map(({ documentId }) => documentId)

describe('a document is spoken of until another one is', () => {
  test('through a place that it does not have and a predecessor that it does not have', async () => {
    const [, , place, compared, digest] = await talk(
      'nghị quyết 05 nói gì',
      'còn hiệu lực không',
      'điều 2',
      'khác gì bản cũ',
      'tóm tắt',
    )
    expect(place!.text).toMatch(/^Nghị quyết 05-NQ\/TU không chia thành điều; gồm các phần: I\. Tình hình/u)
    expect(compared!.text).toContain('do Nghị quyết 05-NQ/TU thay thế')
    expect(digest!.text).toMatch(/^Nghị quyết 05-NQ\/TU ngày 12\/03\/2024/u)
  })

  test('through a refusal that named it', async () => {
    const [, article] = await talk('điều 99 quy định 27', 'điều 2')
    expect(article!.text).toMatch(/^Theo Quy định 27-QĐ\/TU ngày 16\/09\/2024, Điều 2:/u)
  })
})

describe('typed in keystrokes', () => {
  test.each([
    ['quy ddinhj 27 conf hieeuj luwcj khoong', /^Quy định 27-QĐ\/TU:? (?:còn|có) hiệu lực/u],
    ['so sanhs quy ddinhj 12 vowis quy ddinhj 27', /^Quy định 27-QĐ\/TU so với Quy định 12-QĐ\/TU:/u],
  ])('%s', async (question, words) => {
    expect((await ask(question)).text).toMatch(words)
  })
})

describe('what belongs to another rule', () => {
  test('"căn cứ xác định …" of a text that is called so asks what it says, not what it rests on', async () => {
    const answer = await ask('Căn cứ xác định vị trí đất trong bảng giá là gì?')
    expect(answer.text).toContain('theo khoảng cách tới đường và chợ')
  })

  test.each([
    ['tài khoản 131 hạch toán thế nào', []],
    ['danh mục 2 gồm những gì', []],
    ['Điều 3 tài khoản 131', ['article']],
    ['tại khoản 2 Điều 3', ['clause', 'article']],
    ['tai khoan 2 dieu 3', ['clause', 'article']],
  ])('the end of another word is no place: %s', (question, kinds) => {
    expect(groupsIn(foldAligned(question), aligned(question).toLowerCase(), question).map(({ kind }) => kind)).toEqual(kinds) // prettier-ignore
  })

  test('an account is no clause of the text that is called so', async () => {
    expect(cited(await ask('Tài khoản 131 của quỹ chi bộ ghi gì?'))).toEqual(['tai-khoan'])
  })

  test('one of several answers to choose from is no summary', () => {
    expect(asksDigest('Điều nào dưới đây là một trong những nội dung chính của báo cáo công tác?')).toBeNull()
    expect(asksDigest('nội dung chính của báo cáo công tác')?.kind).toBe('summary')
  })

  test('a charter is meant before the regulation that carries it out', async () => {
    for (const question of ['điều 2 điều lệ liên đoàn bóng bàn nói gì', 'dieu le lien doan bong ban dieu 2'])
      expect(cited(await ask(question))).toEqual(['dieu-le'])
  })

  test('the body tells targets of one number apart, and the asterisk of a letterhead is no answer', async () => {
    const answer = await ask('nq 02 dang uy xa dong ha chi tieu den 2030 la gi')
    expect(answer.text).toContain('12 điểm du lịch cộng đồng')
    expect(answer.citations.map(({ quote }) => quote)).not.toContain('*')
  })

  test.each([
    ['nghị quyết 05 gồm mấy chương mấy điều', 'I. Tình hình'],
    ['nghị quyết 05 do ai ký', 'Nghị quyết 05-NQ/TU trong thư viện không ghi người ký.'],
  ])('what a paper does not have is said of it: %s', async (question, words) => {
    expect((await ask(question)).text).toContain(words)
  })
})

describe('when it is asked for is not what is asked for', () => {
  test.each(['hiện nay', 'bây giờ'])('%s', async (time) => {
    const answer = await ask(`${time} chi bộ sinh hoạt mấy lần một tháng`)
    expect(cited(answer)[0]).toBe('quy-dinh-27')
  })

  test('a rule of before that is not here is not replaced in silence', async () => {
    const answer = await ask('Trước đây đến năm 2030 có bao nhiêu điểm du lịch cộng đồng?')
    expect(cited(answer)).toEqual(['dong-ha'])
    expect(answer.notices.join()).toContain('chưa tìm thấy văn bản trước đây')
  })
})
