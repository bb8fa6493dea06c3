/** The library of the leak matrix: the samples for everybody, and papers for members and for staff that bear canaries in every place. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LEVELS, mayRead, type Level } from '../../src/access.ts'
import { root } from '../support/run.ts'

interface Paper {
  readonly level: 'member' | 'staff'
  readonly file: string
  /** What nobody below the level may ever see a byte of. */
  readonly canaries: readonly string[]
  readonly text: string
}

const paper = (
  level: Paper['level'],
  n: number,
  given: { readonly type: string; readonly sign: string; readonly about: string; readonly lines: readonly string[] },
): Paper => {
  const mark = `${level === 'member' ? 'zvm' : 'zvs'}${n}`
  const number = `${level === 'member' ? 71 : 81}${n}-${given.sign}`
  const canaries = ['ten', 'muc', 'than', 'coquan', 'tep'].map((place) => `${mark}${place}`)
  const [ten, muc, than, coquan, tep] = canaries
  return {
    level,
    file: `${tep}-tai-lieu.md`,
    canaries: [...canaries, number],
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
]

/** Canaries of what a reader of this level may not read. */
export const forbiddenTo = (level: Level): readonly string[] =>
  papers.filter((one) => !mayRead(level, one.level)).flatMap(({ canaries }) => canaries)

export const allCanaries = LEVELS.flatMap((level) => papers.filter((one) => one.level === level)).flatMap(({ canaries }) => canaries) // prettier-ignore

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

/** The samples, and of the papers those that a reader of this level may read. */
export const writeLibrary = (folder: string, level: Level): void => {
  const samples = join(root, 'data', 'documents')
  mkdirSync(folder, { recursive: true })
  // without PDF, which needs a program that is not everywhere
  for (const name of readdirSync(samples)) if (!name.endsWith('.pdf')) cpSync(join(samples, name), join(folder, name))
  for (const one of papers) if (mayRead(level, one.level)) writeFileSync(join(folder, one.file), one.text)
}
