/** The library of the leak matrix: the samples for everybody, and papers for members and for staff that bear canaries in every place. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mayRead, type Level } from '../../src/access.ts'
import { root } from '../support/run.ts'

export interface Paper {
  readonly level: Level
  readonly file: string
  /** What nobody below the level may ever see a byte of. */
  readonly canaries: readonly string[]
  readonly text: string
}

export const paper = (
  level: Paper['level'],
  n: number,
  given: {
    readonly type: string
    readonly sign: string
    readonly about: string
    readonly lines: readonly string[]
    /** A number that another paper has too; it is no canary. */
    readonly number?: string
  },
): Paper => {
  const mark = `${{ public: 'zvp', member: 'zvm', staff: 'zvs' }[level]}${n}`
  const number = given.number ?? `${{ public: 61, member: 71, staff: 81 }[level]}${n}-${given.sign}`
  const canaries = ['ten', 'muc', 'than', 'coquan', 'tep'].map((place) => `${mark}${place}`)
  const [ten, muc, than, coquan, tep] = canaries
  return {
    level,
    file: `${tep}-tai-lieu.md`,
    canaries: given.number === undefined ? [...canaries, number] : canaries,
    text: [
      '---',
      `title: "${given.about} ${ten}"`,
      `issuer: "Đảng ủy ${coquan}"`,
      `number: "${number}"`,
      `kind: ${given.type}`,
      'date: 2025-09-0' + n,
      `level: ${level}`,
      '---',
      '',
      'TÀI LIỆU MẪU – HƯ CẤU',
      '',
      `# Điều 1. ${given.lines[0]} ${muc}`,
      '',
      ...given.lines.map((line) => `${line} ${than} theo thông báo của văn phòng tỉnh Lam Giang.\n`),
      `# Điều 2. Tổ chức thực hiện ${muc}`,
      '',
      `Chi ủy phân công một đồng chí theo dõi việc này và báo cáo ${than} trước ngày 25 hằng tháng.`,
    ].join('\n'),
  }
}

export const papers: readonly Paper[] = [
  // a topic that only this paper has
  paper('member', 1, {
    type: 'regulation',
    sign: 'QĐ/ĐUK',
    about: 'Quy định về quản lý tủ sách lưu động',
    lines: [
      'Tủ sách lưu động mở cửa vào chiều thứ sáu hằng tuần',
      'Đảng viên được mượn tối đa ba cuốn trong ba mươi ngày',
    ],
  }),
  // a topic that public papers have too, and one that says it replaces a public paper
  paper('member', 2, {
    type: 'guidance',
    sign: 'HD/BTCĐUK',
    about: 'Hướng dẫn về sinh hoạt chi bộ định kỳ',
    lines: [
      'Chi bộ sinh hoạt định kỳ vào ngày 17 hằng tháng',
      'Hướng dẫn này thay thế Quy định số 27-QĐ/ĐUK',
      'Thời lượng mỗi kỳ sinh hoạt là chín mươi phút',
    ],
  }),
  paper('staff', 1, {
    type: 'plan',
    sign: 'KH/ĐUK',
    about: 'Kế hoạch bồi dưỡng nguồn quy hoạch cán bộ',
    lines: ['Lớp bồi dưỡng nguồn quy hoạch gồm 9 đồng chí', 'Lớp khai giảng vào tháng 9 tại trường chính trị tỉnh'],
  }),
  paper('staff', 2, {
    type: 'conclusion',
    sign: 'KL/ĐUK',
    about: 'Kết luận về sinh hoạt chi bộ và nghị quyết đại hội',
    lines: [
      'Chi bộ sinh hoạt chuyên đề vào ngày 28 của tháng cuối quý',
      'Mục tiêu của nghị quyết được rà soát hằng năm',
    ],
  }),
  // two of which one replaces the other, to be compared; with targets, to be digested
  paper('member', 3, {
    type: 'regulation',
    sign: 'QĐ/ĐUK',
    about: 'Quy định về nhà truyền thống',
    lines: ['Nhà truyền thống mở cửa vào sáng thứ ba', 'Đến năm 2026, 80 % đảng viên tham quan nhà truyền thống'],
  }),
  paper('member', 4, {
    type: 'regulation',
    sign: 'QĐ/ĐUK',
    about: 'Quy định về nhà truyền thống',
    lines: [
      'Nhà truyền thống mở cửa vào sáng thứ ba và chiều thứ năm',
      'Đến năm 2027, 95 % đảng viên tham quan nhà truyền thống',
      'Quy định này thay thế Quy định số 713-QĐ/ĐUK',
    ],
  }),
  // one that has the number of a public paper, and one that replaces one and changes another
  paper('staff', 3, {
    type: 'regulation',
    sign: 'QĐ/ĐUK',
    number: '12-QĐ/ĐUK',
    about: 'Quy định về chế độ làm việc của tổ giúp việc',
    lines: ['Tổ giúp việc họp vào sáng thứ hai', 'Tổ trưởng phân công nhiệm vụ cho từng thành viên'],
  }),
  paper('staff', 4, {
    type: 'regulation',
    sign: 'QĐ/ĐUK',
    about: 'Quy định về chế độ sinh hoạt chi bộ',
    lines: [
      'Chi bộ sinh hoạt chuyên đề vào ngày 29 của tháng đầu quý',
      'Đến năm 2030, 98 % chi bộ sinh hoạt chuyên đề đúng hạn',
      'Quy định này thay thế Quy định số 27-QĐ/ĐUK và sửa đổi, bổ sung Kế hoạch số 31-KH/ĐUK',
    ],
  }),
]

/** What is published while people follow it. */
export const news: readonly Paper[] = [
  paper('public', 8, {
    type: 'notice',
    sign: 'TB/ĐUK',
    about: 'Thông báo về sinh hoạt chi bộ dịp cuối năm',
    lines: ['Chi bộ sinh hoạt định kỳ sớm hơn ba ngày trong tháng cuối năm', 'Chi ủy gửi lịch sinh hoạt trước ngày 5'],
  }),
  paper('member', 8, {
    type: 'plan',
    sign: 'KH/ĐUK',
    about: 'Kế hoạch về sinh hoạt chi bộ tại nhà truyền thống',
    lines: ['Mỗi chi bộ sinh hoạt tại nhà truyền thống một lần', 'Kế hoạch này thay thế Kế hoạch số 31-KH/ĐUK'],
  }),
  paper('staff', 8, {
    type: 'plan',
    sign: 'KH/ĐUK',
    about: 'Kế hoạch về sinh hoạt chi bộ của tổ giúp việc',
    lines: ['Tổ giúp việc sinh hoạt chi bộ vào ngày 19', 'Kế hoạch này thay thế Nghị quyết số 05-NQ/ĐUK'],
  }),
]

/** Canaries of what a reader of this level may not read. */
export const forbiddenTo = (level: Level): readonly string[] =>
  [...papers, ...news].filter((one) => !mayRead(level, one.level)).flatMap(({ canaries }) => canaries)

/** Questions whose subject a restricted paper has; none bears a canary, so that none is echoed. */
export const TOPICS: readonly string[] = [
  'Tủ sách lưu động mở cửa khi nào?',
  'dang vien duoc muon may cuon sach',
  'Chi bộ sinh hoạt định kỳ ngày nào?',
  'Quy định 27-QĐ/ĐUK còn hiệu lực không?',
  'Văn bản nào thay thế Quy định số 27-QĐ/ĐUK?',
  'Lớp bồi dưỡng nguồn quy hoạch gồm bao nhiêu đồng chí?',
  'Mục tiêu của nghị quyết là gì?',
  'Sinh hoạt chuyên đề vào ngày nào?',
  'Có bao nhiêu văn bản về sinh hoạt chi bộ?',
]

/** Questions of further kinds: of validity, of what changed, of a document in short, of places, of a number that several bear, of slips. */
export const KINDS: Readonly<Record<string, readonly string[]>> = {
  'questions of validity': [
    'Quy định 27-QĐ/ĐUK có hiệu lực từ ngày nào?',
    'Kế hoạch 31-KH/ĐUK được sửa đổi bởi văn bản nào?',
    'Trước đây chi bộ sinh hoạt chuyên đề thế nào?',
    'Nghị quyết 05-NQ/ĐUK đã hết hiệu lực chưa?',
  ],
  'questions of what changed': [
    'Quy định 27-QĐ/ĐUK khác gì so với quy định cũ?',
    'So sánh quy định về nhà truyền thống với quy định trước',
    'Quy định về chế độ sinh hoạt chi bộ có gì mới?',
  ],
  'questions for a document in short': [
    'Tóm tắt Quy định 27-QĐ/ĐUK',
    'tóm tắt quy định về nhà truyền thống',
    'Các chỉ tiêu của nghị quyết là gì?',
    'Chỉ tiêu tham quan nhà truyền thống là bao nhiêu?',
  ],
  'look-ups of places': [
    'Điều 1 Quy định 27-QĐ/ĐUK',
    'Điều 1 đến Điều 2 Quy định 27',
    'quy dinh 27 dieu 2',
    'Điều 2 quy định về nhà truyền thống',
    'Quy định 27-QĐ/ĐUK có bao nhiêu điều?',
    'Ai ban hành quy định về tủ sách lưu động?',
  ],
  'numbers that several bear': ['Quy định 12 nói gì?', 'Quy định số 12-QĐ/ĐUK còn hiệu lực không?', 'Điều 1 Quy định 12', '/sosanh 12 27'],
  'choices of what is near': [
    'Quy định 28-QĐ/ĐUK nói gì?',
    'kế hoạch gần nhất',
    'quy dinh gan nhat ve sinh hoat chi bo',
    'Nghị quyết 06-NQ/ĐUK',
  ],
} // prettier-ignore

/** The samples. */
export const writeSamples = (folder: string): void => {
  const samples = join(root, 'data', 'documents')
  mkdirSync(folder, { recursive: true })
  // without PDF, which needs a program that is not everywhere
  for (const name of readdirSync(samples)) if (!name.endsWith('.pdf')) cpSync(join(samples, name), join(folder, name))
}

const writeThose = (folder: string, all: readonly Paper[], level: Level): void => {
  for (const one of all) if (mayRead(level, one.level)) writeFileSync(join(folder, one.file), one.text)
}

/** Of the papers those that a reader of this level may read. */
export const writePapers = (folder: string, level: Level): void => writeThose(folder, papers, level)
export const writeNews = (folder: string, level: Level): void => writeThose(folder, news, level)
