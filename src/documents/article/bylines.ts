/** Who wrote, who took the pictures, and who answered: the signatures of press articles. */
import { aligned } from '../../text/aligned.ts'
import { oneLine } from '../../text/vietnamese.ts'

const NAME = "\\p{Lu}[\\p{L}.'’]*(?:\\s+\\p{Lu}[\\p{L}.'’]*){0,5}"
const NAMES = `${NAME}(?:\\s*(?:[-,&/]|và)\\s*${NAME}){0,4}`
const DONE =
  '\\(\\s*(?:thực hiện|tổng hợp|ghi|lược ghi|biên tập|biên soạn|theo .{2,60}|t/h|th|tổng hợp và biên tập)\\s*\\)'
const SIGNED = new RegExp(`^(?<name>${NAMES})\\s*${DONE}$`, 'u')
const LABELLED = new RegExp(
  `^(?:Tác giả|Bài và ảnh|Bài, ảnh|Bài - ảnh|Tin, ảnh|Tin và ảnh|Tin ảnh|Tin, bài|Bài|Tin|Người viết|Thực hiện|Phóng viên|PV|Bởi|By|Ghi chép của|TIN, ẢNH|BÀI, ẢNH|Tin, bài, ảnh|Nguồn tin)\\s*:\\s*(?<name>\\S.{1,80})$`,
  'u',
)
const SOURCE = /^(?:\(?\s*)(?:Theo|Nguồn)\s*:?\s+(?<name>(?:\p{Lu}|[a-z]+\.)[^.;]{1,50}?)\)?$/u
const BARE = new RegExp(`^(?<name>${NAMES})$`, 'u')
const CREDIT = /^\(?(?:Ảnh|ẢNH|Ảnh minh họa|Đồ họa|Video|Clip)\s*(?::|\s)\s*\S.{0,60}\)?$/u
const THANKS =
  /^(?:-\s*)?(?:(?:Xin\s+)?(?:trân trọng\s+)?(?:xin\s+)?cảm ơn|(?:Xin\s+)?(?:chân thành\s+)?cảm ơn)\s.{2,60}[!.]$/iu
const INTERVIEW = new RegExp(
  `(?:phỏng vấn|trao đổi|trò chuyện|đối thoại)\\s+(?:với\\s+|cùng\\s+)?(?<who>(?:đồng chí|ông|bà|anh|chị|PGS|GS|TS|ThS|Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng|Đại tá|Thượng tá|nhà báo|luật sư)[\\s.,]*[^.;:]{3,220}?)(?=\\s+(?:để|về|xung quanh|nhằm|liên quan|nhân dịp|quanh|xoay quanh)\\s|[.;:]|$)`,
  'u',
)

export interface Byline {
  readonly name: string
  /** The line itself says that it is a signature. */
  readonly sure: boolean
  /** It names another paper, not a person. */
  readonly source: boolean
}

/** The name that signs, and whether the line says so itself; a bare line of names is a signature only by its place. */
export const bylineOf = (line: string): Byline | null => {
  const words = aligned(oneLine(line))
  if (words.length > 110) return null
  const sure = SIGNED.exec(words) ?? LABELLED.exec(words)
  if (sure) return { name: sure.groups!['name']!.trim(), sure: true, source: false }
  const source = SOURCE.exec(words)
  if (source) return { name: source.groups!['name']!.trim(), sure: false, source: true }
  const bare = BARE.exec(words)
  const syllables = words.split(/[\s,&/-]+/).length
  return bare && words.length <= 60 && syllables >= 2 && syllables <= 16
    ? { name: bare.groups!['name']!, sure: false, source: false }
    : null
}

/** The photographer named in a line of its own, or null. */
export const creditOf = (line: string): string | null => {
  const words = oneLine(line)
  return CREDIT.test(words) ? words.replace(/^\(?[^:]*:?\s*/u, '').replace(/\)$/, '') : null
}

export const isThanks = (line: string): boolean => THANKS.test(oneLine(line))

/** Who is interviewed, with their offices, as the first paragraphs introduce them. */
export const interviewee = (paragraphs: readonly string[]): string | null => {
  for (const paragraph of paragraphs) {
    const who = INTERVIEW.exec(aligned(paragraph))?.groups?.['who']
    if (who !== undefined && /\p{Lu}\p{L}+\s+\p{Lu}/u.test(who)) return who.trim().replace(/,$/, '')
  }
  return null
}
