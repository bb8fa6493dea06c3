import { describe, expect, it } from 'vitest'
import { inlineText } from '../../src/documents/readers/markdown-inline.ts'
import { content, read, texts } from '../support/read.ts'
import { to1258 } from '../support/to-1258.ts'

const WORDS = 'Đảng bộ xã An Mẫu đã kết nạp 12 đảng viên mới; “đạt” 100% kế hoạch.'
const LINES = [WORDS, 'Các chi bộ thực hiện nghiêm chế độ sinh hoạt, học tập Nghị quyết.']
const TEXT = LINES.join('\n')

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

const TCVN3 =
  '§¶ng bé x· An MÉu ®· kÕt n¹p 12 ®¶ng viªn míi; ®¹t 100% kÕ ho¹ch.\nC¸c chi bé thùc hiÖn nghiªm chÕ ®é sinh ho¹t, häc tËp NghÞ quyÕt.'
const VNI =
  'Ñaûng boä xaõ An Maãu ñaõ keát naïp 12 ñaûng vieân môùi; ñaït 100% keá hoaïch.\nCaùc chi boä thöïc hieän nghieâm cheá ñoä sinh hoaït, hoïc taäp Nghò quyeát.'
const PLAIN = LINES.map((line) => line.replaceAll(/[“”]/g, ''))

describe('plain text', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), LINES],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF' + TEXT), LINES],
    ['UTF-16 little-endian with a mark', Buffer.from('\uFEFF' + TEXT, 'utf16le'), LINES],
    ['UTF-16 big-endian with a mark', utf16be('\uFEFF' + TEXT), LINES],
    ['UTF-16 little-endian without a mark', Buffer.from(TEXT, 'utf16le'), LINES],
    ['UTF-16 big-endian without a mark', utf16be(TEXT), LINES],
    ['decomposed Unicode', Buffer.from(TEXT.normalize('NFD')), LINES],
    ['Windows line ends', Buffer.from(TEXT.replaceAll('\n', '\r\n')), LINES],
    ['old Macintosh line ends', Buffer.from(TEXT.replaceAll('\n', '\r')), LINES],
    ['windows-1258', to1258(TEXT), LINES],
    ['TCVN3', Buffer.from(TCVN3, 'latin1'), PLAIN],
    ['VNI', Buffer.from(VNI, 'latin1'), PLAIN],
  ])('reads %s as the same words', async (_name, bytes, lines) => {
    expect(texts(await content(bytes, 'a.txt'))).toEqual(lines)
  })

  it('says that a legacy encoding was converted', async () => {
    expect((await content(Buffer.from(TCVN3, 'latin1'))).warnings).toEqual([expect.stringContaining('TCVN3')])
    expect((await content(TEXT)).warnings).toEqual([])
  })

  it('keeps a line that reads like a question mark list item as it is typed', async () => {
    expect(texts(await content('* Đồng chí nghĩ gì?\n\nTôi nghĩ rằng tốt.\n', 'b.txt'))).toEqual([
      '* Đồng chí nghĩ gì?',
      'Tôi nghĩ rằng tốt.',
    ])
  })

  it('joins the lines of a hard-wrapped text, but not a marked line or the one after a sentence that ends short', async () => {
    const wrapped = [
      'Điều 1. Chi bộ họp thường kỳ mỗi tháng một lần vào ngày mười',
      'lăm, do bí thư chi bộ triệu tập và chủ trì theo quy định của',
      'Điều lệ Đảng.',
      'Điều 2. Đảng viên phải dự họp đầy đủ, trường hợp vắng mặt phải',
      'báo cáo trước với chi ủy và được đồng ý theo quy định tại',
      'Điều 1 nêu trên. Việc điểm danh do phó bí thư chi bộ chịu trách',
      'nhiệm ghi vào sổ.',
    ]
    expect(texts(await content(wrapped.join('\n'), 'c.txt'))).toEqual([
      wrapped.slice(0, 3).join(' '),
      wrapped.slice(3).join(' '),
    ])
  })

  it.each([
    ['0 bytes', Buffer.alloc(0)],
    ['blanks only', Buffer.from(' \n\t\r\n')],
    ['a byte order mark only', Buffer.from('\uFEFF')],
  ])('refuses %s as empty', async (_name, bytes) => {
    expect(await read(bytes, 'a.txt')).toMatchObject({ ok: false, reason: 'empty' })
  })

  it('refuses a text over its own limit by its size', async () => {
    const result = await read('Đảng bộ. '.repeat(1000), 'a.txt', { maxTextBytes: 5_000 })
    expect(result).toMatchObject({ ok: false, reason: 'too_large' })
  })
})

describe('Markdown', () => {
  const SOURCE = `---
number: 12-QĐ/ĐU
issuer: "Đảng ủy xã An Mẫu"
date: 2025-03-05
replaces:
  - 01-QĐ/ĐU
  - 02-QĐ/ĐU
level: member
ghi chú: của văn phòng
title: Quy định về họp
---
# QUY ĐỊNH
## Về chế độ **họp** của *chi bộ*  
Chương I
========

**Điều 1.** Chi bộ họp
mỗi tháng *một* lần \\- theo [lịch](https://vidu.vn/a_(1)) của <b>chi ủy</b> &amp; đảng ủy.

- Họp thường kỳ;
- họp __chuyên đề__;
  có ghi biên bản.
2. Họp bất thường

| Đồng chí | Nhiệm vụ |
|---|:--:|
| Lê Văn Mẫu | **Bí thư** |

Nơi nhận:  
Lưu văn phòng
`
  it('keeps the lines of a signature apart', async () => {
    const { blocks } = await content('Điều 1. Chi bộ họp.\n\nT/M CHI ỦY\nBÍ THƯ\n(Đã ký)\nĐỗ Văn Mẫu\n', 'a.md')
    expect(blocks.slice(1).map(({ text }) => text)).toEqual(['T/M CHI ỦY', 'BÍ THƯ', '(Đã ký)', 'Đỗ Văn Mẫu'])
  })

  it('turns marks into structure and leaves only the words', async () => {
    const { blocks, format } = await content(SOURCE, 'a.md')
    expect(format).toBe('markdown')
    expect(blocks).toEqual([
      { kind: 'heading', text: 'QUY ĐỊNH', depth: 1 },
      { kind: 'heading', text: 'Về chế độ họp của chi bộ', depth: 2 },
      { kind: 'heading', text: 'Chương I', depth: 1 },
      { kind: 'paragraph', text: 'Điều 1. Chi bộ họp mỗi tháng một lần - theo lịch của chi ủy & đảng ủy.' },
      { kind: 'item', text: '- Họp thường kỳ;' },
      { kind: 'item', text: '- họp chuyên đề; có ghi biên bản.' },
      { kind: 'item', text: '2. Họp bất thường' },
      { kind: 'table', text: 'Đồng chí | Nhiệm vụ\nLê Văn Mẫu | Bí thư' },
      { kind: 'paragraph', text: 'Nơi nhận:' },
      { kind: 'paragraph', text: 'Lưu văn phòng' },
    ])
  })

  it('takes front matter as hints and as statements of an admin, and ignores its other keys', async () => {
    const { hints, overrides } = await content(SOURCE, 'a.md')
    expect(hints).toEqual({ title: 'Quy định về họp', published: '2025-03-05' })
    expect(overrides).toEqual({
      number: '12-QĐ/ĐU',
      issuer: 'Đảng ủy xã An Mẫu',
      date: '2025-03-05',
      replaces: ['01-QĐ/ĐU', '02-QĐ/ĐU'],
      level: 'member',
      title: 'Quy định về họp',
    })
  })

  it('does not take a rule over ordinary text for front matter, nor snake_case for emphasis', async () => {
    const read = await content('---\nĐảng bộ họp.\n---\n\nGọi read_this_file và 2*3*4.\n', 'a.md')
    expect(texts(read)).toEqual(['Đảng bộ họp.', 'Gọi read_this_file và 2*3*4.'])
    expect(read.overrides).toBeUndefined()
  })
})

it('reads hostile Markdown of nothing but opening marks as the characters that they are', () => {
  for (const mark of ['[', '![']) {
    const line = mark.repeat(50_000).trim()
    expect(inlineText(line)).toBe(line)
  }
})
