/** What a comparison says of pairs of texts: each row one way in which a regulation becomes another one. All texts are fictional. */
import { expect, it } from 'vitest'
import { compareTexts } from '../../../src/answer/compare/compare-texts.ts'
import type { Comparison, PiecePair } from '../../../src/answer/compare/comparison.ts'
import { documentFromText } from '../../../src/documents/create-document.ts'

const compare = (older: string, newer: string): Comparison => {
  const of = (text: string) => documentFromText({ id: 'x', title: 'Văn bản mẫu', text })
  return compareTexts(of(older), of(newer))
}

const words = ({ runs }: PiecePair): string =>
  runs
    .map((run) =>
      run.kind === 'same' ? run.new.text : run.kind === 'gone' ? `[-${run.old.text}-]` : `{+${run.new.text}+}`,
    )
    .join(' ')

/** Each part in a line, what changed in it below: `Điều 1 → Điều 2 changed`, `  khoản …`. */
const told = ({ parts }: Comparison): string[] =>
  parts.flatMap(({ old, new: now, kind, others, pieces }) => {
    const side = (part: typeof old): string => part?.label ?? part?.name ?? '–'
    const head = `${side(old)} → ${side(now)} ${kind}${others.length > 0 ? ` (${others.join(', ')})` : ''}`
    const changed = kind === 'changed' ? pieces.filter((piece) => piece.kind !== 'same') : []
    return [
      head,
      ...changed.map((piece) =>
        `  ${piece.kind} ${piece.old?.section ?? '–'} → ${piece.new?.section ?? '–'} ${words(piece)}`.trimEnd(),
      ),
    ]
  })

const MEETING = `Điều 1. Thời gian sinh hoạt
1. Chi bộ sinh hoạt định kỳ mỗi tháng một lần.
2. Thời lượng mỗi kỳ sinh hoạt không dưới 60 phút.`
const REPORT = (n: number) => `Điều ${n}. Chế độ báo cáo
1. Chi bộ gửi biên bản về đảng ủy cơ sở trong 10 ngày sau kỳ họp.
2. Đảng ủy cơ sở báo cáo Đảng ủy cấp trên sáu tháng một lần.`
const FEES = (n: number) => `Điều ${n}. Thu nộp đảng phí
1. Đảng viên nộp đảng phí hằng tháng cho chi ủy.
2. Chi ủy ghi sổ và nộp lên cấp trên trước ngày 05.`

it.each<[name: string, older: string, newer: string, told: string[]]>([
  [
    'a figure changes, and only the figure is marked',
    `${MEETING}\n\n${REPORT(2)}`,
    `${MEETING.replace('60 phút', '90 phút')}\n\n${REPORT(2)}`,
    [
      'Điều 1 → Điều 1 changed',
      '  changed Điều 1 khoản 2 → Điều 1 khoản 2 Thời lượng mỗi kỳ sinh hoạt không dưới [-60-] {+90+} phút.',
      'Điều 2 → Điều 2 same',
    ],
  ],
  [
    'a date is one word, however long it is',
    'Điều 1. Hiệu lực\nQuy định này có hiệu lực từ ngày 01 tháng 5 năm 2021.',
    'Điều 1. Hiệu lực\nQuy định này có hiệu lực từ ngày 01 tháng 10 năm 2024.',
    [
      'Điều 1 → Điều 1 changed',
      '  changed Điều 1 → Điều 1 Quy định này có hiệu lực từ [-ngày 01 tháng 5 năm 2021.-] {+ngày 01 tháng 10 năm 2024.+}',
    ],
  ],
  [
    'an article comes in between: those behind it are only renumbered',
    `${MEETING}\n\n${REPORT(2)}`,
    `${MEETING}\n\n${FEES(2)}\n\n${REPORT(3)}`,
    ['Điều 1 → Điều 1 same', '– → Điều 2 new', 'Điều 2 → Điều 3 same'],
  ],
  [
    'an article goes, and stands where it stood',
    `${MEETING}\n\n${FEES(2)}\n\n${REPORT(3)}`,
    `${MEETING}\n\n${REPORT(2)}`,
    ['Điều 1 → Điều 1 same', 'Điều 2 → – gone', 'Điều 3 → Điều 2 same'],
  ],
  [
    'an article is split: the clauses that left it are found in the new one',
    `Điều 1. Họp chi bộ và báo cáo
1. Chi bộ sinh hoạt định kỳ mỗi tháng một lần vào tuần đầu.
2. Thời lượng mỗi kỳ sinh hoạt không dưới 60 phút và có ghi biên bản.
3. Chi bộ gửi biên bản về đảng ủy cơ sở trong 10 ngày sau kỳ họp.
4. Đảng ủy cơ sở báo cáo Đảng ủy cấp trên sáu tháng một lần.`,
    `Điều 1. Họp chi bộ
1. Chi bộ sinh hoạt định kỳ mỗi tháng một lần vào tuần đầu.
2. Thời lượng mỗi kỳ sinh hoạt không dưới 60 phút và có ghi biên bản.

Điều 2. Báo cáo
1. Chi bộ gửi biên bản về đảng ủy cơ sở trong 10 ngày sau kỳ họp.
2. Đảng ủy cơ sở báo cáo Đảng ủy cấp trên sáu tháng một lần.`,
    [
      'Điều 1 → Điều 1 changed (Điều 2)',
      '  changed Điều 1 → Điều 1 Họp chi bộ [-và báo cáo-]',
      '  away Điều 1 khoản 3 → Điều 2 khoản 1',
      '  away Điều 1 khoản 4 → Điều 2 khoản 2',
      '– → Điều 2 split (Điều 1)',
    ],
  ],
  [
    'two articles are merged',
    `${MEETING}\n\n${FEES(2)}\n\n${REPORT(3)}`,
    `${MEETING}\n\n${FEES(2)}\n3. Chi bộ gửi biên bản về đảng ủy cơ sở trong 10 ngày sau kỳ họp.\n4. Đảng ủy cơ sở báo cáo Đảng ủy cấp trên sáu tháng một lần.`,
    [
      'Điều 1 → Điều 1 same',
      'Điều 2 → Điều 2 changed (Điều 3)',
      '  here Điều 3 khoản 1 → Điều 2 khoản 3',
      '  here Điều 3 khoản 2 → Điều 2 khoản 4',
      'Điều 3 → – merged (Điều 2)',
    ],
  ],
  [
    'a clause moves to another article and changes on the way',
    `${MEETING}\n3. Chi bộ gửi biên bản về đảng ủy cơ sở trong 10 ngày sau kỳ họp.\n\n${FEES(2)}`,
    `${MEETING}\n\n${FEES(2)}\n3. Chi bộ gửi biên bản về đảng ủy cơ sở trong 5 ngày sau kỳ họp.`,
    [
      'Điều 1 → Điều 1 changed (Điều 2)',
      '  away Điều 1 khoản 3 → Điều 2 khoản 3',
      'Điều 2 → Điều 2 changed (Điều 1)',
      '  here Điều 1 khoản 3 → Điều 2 khoản 3 Chi bộ gửi biên bản về đảng ủy cơ sở trong [-10-] {+5+} ngày sau kỳ họp.',
    ],
  ],
  [
    'clauses change their order within an article: nothing is new, nothing is gone',
    FEES(1),
    `Điều 1. Thu nộp đảng phí
1. Chi ủy ghi sổ và nộp lên cấp trên trước ngày 05.
2. Đảng viên nộp đảng phí hằng tháng cho chi ủy.`,
    ['Điều 1 → Điều 1 same'],
  ],
  [
    'only typography: tones placed elsewhere, i for y, quotation marks, dashes, spacing, bullets, a leading zero, the stop at the end',
    'Điều 1. Hòa giải\n1. Đảng ủy “kiểm tra” kỷ luật - mỗi quý một lần, trước ngày 05/01/2024;\n- hồ sơ gồm 07 bản;',
    'Điều 1. Hoà giải\n1.  Đảng uỷ "kiểm tra" kỉ luật – mỗi quí một lần, trước ngày 5/1/2024.\n+ hồ sơ gồm 7 bản.',
    ['Điều 1 → Điều 1 same'],
  ],
  [
    'a letter with its mark is not parted from it',
    'Điều 1. Tên gọi\nBan do đảng ủy lập ra để theo dõi.',
    'Điều 1. Tên gọi\nBan đo đảng ủy lập ra để theo dõi.',
    ['Điều 1 → Điều 1 changed', '  changed Điều 1 → Điều 1 Ban [-do-] {+đo+} đảng ủy lập ra để theo dõi.'],
  ],
  [
    'a clause that was rewritten under its number is one change',
    `${FEES(1)}\n3. Trường hợp đặc biệt do cấp ủy cơ sở quyết định miễn giảm.`,
    `${FEES(1)}\n3. Người đang nghỉ ốm dài ngày nộp sau khi trở lại làm việc.`,
    [
      'Điều 1 → Điều 1 changed',
      '  changed Điều 1 khoản 3 → Điều 1 khoản 3 [-Trường hợp đặc biệt do cấp ủy cơ sở quyết định miễn giảm.-] {+Người đang nghỉ ốm dài ngày nộp sau khi trở lại làm việc.+}',
    ],
  ],
  [
    'a clause is split within its article: what it lost is not new',
    FEES(1).replace('cho chi ủy.', 'cho chi ủy. Người nghỉ ốm nộp sau khi đi làm.'),
    `Điều 1. Thu nộp đảng phí
1. Đảng viên nộp đảng phí hằng tháng cho chi ủy.
2. Người nghỉ ốm nộp sau khi đi làm.
3. Chi ủy ghi sổ và nộp lên cấp trên trước ngày 05.`,
    [
      'Điều 1 → Điều 1 changed',
      '  changed Điều 1 khoản 1 → Điều 1 khoản 1 Đảng viên nộp đảng phí hằng tháng cho chi ủy. [-. Người nghỉ ốm nộp sau khi đi làm.-]',
      '  here Điều 1 khoản 1 → Điều 1 khoản 2',
    ],
  ],
  [
    'two clauses are joined within their article: neither is gone',
    `${FEES(1)}
3. Người đang nghỉ ốm dài ngày nộp sau khi trở lại làm việc.`,
    FEES(1).replace('cho chi ủy.', 'cho chi ủy. Người đang nghỉ ốm dài ngày nộp sau khi trở lại làm việc.'),
    [
      'Điều 1 → Điều 1 changed',
      '  changed Điều 1 khoản 1 → Điều 1 khoản 1 Đảng viên nộp đảng phí hằng tháng cho chi ủy {+. Người đang nghỉ ốm dài ngày nộp sau khi trở lại làm việc.+}',
      '  away Điều 1 khoản 3 → Điều 1 khoản 1',
    ],
  ],
  [
    'Party style: compared by its headings',
    `I. MỤC TIÊU
1. Chỉ tiêu phát triển
Kết nạp 70 đảng viên mới mỗi năm trong toàn đảng bộ.
2. Chỉ tiêu sinh hoạt
Tất cả chi bộ sinh hoạt định kỳ đúng kế hoạch đề ra.
II. TỔ CHỨC THỰC HIỆN
Ban Tổ chức theo dõi và báo cáo kết quả cho Ban Thường vụ.`,
    `I. MỤC TIÊU
1. Chỉ tiêu phát triển
Kết nạp 90 đảng viên mới mỗi năm trong toàn đảng bộ.
2. Chỉ tiêu sinh hoạt
Tất cả chi bộ sinh hoạt định kỳ đúng kế hoạch đề ra.
II. TỔ CHỨC THỰC HIỆN
Ban Tổ chức theo dõi và báo cáo kết quả cho Ban Thường vụ.`,
    [
      'Phần I → Phần I same',
      'Phần I mục 1 → Phần I mục 1 changed',
      '  changed Phần I mục 1 → Phần I mục 1 Kết nạp [-70-] {+90+} đảng viên mới mỗi năm trong toàn đảng bộ.',
      'Phần I mục 2 → Phần I mục 2 same',
      'Phần II → Phần II same',
    ],
  ],
])('%s', (_name, older, newer, expected) => {
  expect(told(compare(older, newer))).toEqual(expected)
})

it('compares what has no headings paragraph by paragraph', () => {
  const older =
    'Hội nghị bàn về công tác phát triển đảng.\n\nĐại biểu thảo luận sôi nổi trong hai ngày làm việc.\n\nHội nghị bế mạc chiều ngày 12.'
  const newer =
    'Hội nghị bàn về công tác phát triển đảng.\n\nĐại biểu thảo luận sôi nổi trong ba ngày làm việc.\n\nLời kết gửi tới toàn thể đảng viên ở cơ sở.'
  const { by, counts, parts } = compare(older, newer)
  expect(by).toBe('paragraph')
  expect(counts).toMatchObject({ same: 1, changed: 1, added: 1, gone: 1 })
  expect(words(parts[1]!.pieces[0]!)).toBe('Đại biểu thảo luận sôi nổi trong [-hai-] {+ba+} ngày làm việc.')
})

it('finds nothing in a document and itself, and everything new against nothing that it knows', () => {
  const text = `${MEETING}\n\n${FEES(2)}\n\n${REPORT(3)}`
  expect(compare(text, text).counts).toEqual({
    same: 3,
    changed: 0,
    added: 0,
    gone: 0,
    split: 0,
    merged: 0,
    renumbered: 0,
  })
  const other =
    'Điều 1. Kho lưu trữ\nTài liệu giấy xếp theo năm, khóa tủ cuối buổi.\n\nĐiều 2. Chìa khóa\nThủ kho giữ một bộ, văn phòng giữ bộ dự phòng.'
  expect(compare(FEES(1), other).counts).toMatchObject({ same: 0, changed: 0, added: 2, gone: 1 })
})

it('follows an article that stands elsewhere, and says so', () => {
  const { parts } = compare(
    `${MEETING}\n\n${FEES(2)}\n\n${REPORT(3)}`,
    `${REPORT(1)}\n\n${MEETING.replace('Điều 1', 'Điều 2')}\n\n${FEES(3)}`,
  )
  expect(parts.map(({ old, new: now, kind, isMoved }) => [old?.label, now?.label, kind, isMoved])).toEqual([
    ['Điều 3', 'Điều 1', 'same', true],
    ['Điều 1', 'Điều 2', 'same', false],
    ['Điều 2', 'Điều 3', 'same', false],
  ])
})

it('counts neither letterhead nor signature, and shows a change of them all the same', () => {
  const paper = (day: string, signer: string) =>
    `ĐẢNG ỦY PHƯỜNG\n\nSố 01-QĐ/ĐU\n\nHương Sen, ngày ${day} tháng 5 năm 2021\n\n${MEETING}\n\n${REPORT(2)}\n\nNơi nhận:\n\n- Các chi bộ,\n\n- Lưu Văn phòng.\n\nT/M ĐẢNG ỦY\n\n${signer}`
  const { counts, parts } = compare(paper('03', 'Lê Thu Thảo'), paper('04', 'Trần Minh Hòa'))
  expect(counts).toMatchObject({ same: 2, changed: 0, added: 0, gone: 0 })
  const frame = parts.filter(({ new: now }) => now!.isFrame)
  expect(frame.map(({ new: now, kind }) => [now!.name, kind])).toEqual([
    ['Phần mở đầu', 'changed'],
    ['Nơi nhận, chữ ký', 'changed'],
  ])
  expect(frame[1]!.pieces.every((piece) => (piece.new ?? piece.old)!.section === null)).toBe(true)
})

it('holds in its parts every word of both texts, whatever they are', () => {
  const hostile =
    '<script>alert(1)</script>\nĐiều 1. &amp; "trích"\n\u202E1. [x](javascript:alert(1)) @admin /xoa https://xau.example/a?b=1\n\uD800 lẻ 𝒳'
  const both = [hostile, `${MEETING}\n\n${REPORT(2)}`, '', 'một'] as const
  for (const older of both)
    for (const newer of both) {
      const of = (text: string) => documentFromText({ id: 'x', title: 't', text })
      const [a, b] = [of(older), of(newer)]
      const { parts } = compareTexts(a, b)
      const letters = (text: string): string => [...text.replace(/\s+/gu, '')].sort().join('')
      const pieces = parts.flatMap((part) => part.pieces)
      const olds = pieces.filter(({ kind }) => kind !== 'here').flatMap(({ old }) => (old ? [old] : []))
      const news = pieces.filter(({ kind }) => kind !== 'away').flatMap(({ new: now }) => (now ? [now] : []))
      expect(letters(olds.map(({ start, end }) => a.text.slice(start, end)).join(''))).toBe(letters(a.text))
      expect(letters(news.map(({ start, end }) => b.text.slice(start, end)).join(''))).toBe(letters(b.text))
    }
})
