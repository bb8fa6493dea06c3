/** The type of a document and its title: `NGHỊ QUYẾT` over "về …", `HƯỚNG DẪN` over lines in capitals, `V/v …` of a letter. */
import { datesIn } from '../../text/numbers/dates.ts'
import { numbersIn } from '../../text/numbers/document-numbers.ts'
import { key, oneLine } from '../../text/vietnamese.ts'
import type { DocumentKind } from '../document.ts'
import { labelsOf } from '../structure/heading-labels.ts'
import { organPrefix } from './organ-names.ts'

/** Longer names first. */
const TYPES: readonly (readonly [string, DocumentKind])[] = [
  ['NGHỊ QUYẾT LIÊN TỊCH', 'resolution'],
  ['NGHỊ QUYẾT', 'resolution'],
  ['QUY ĐỊNH', 'regulation'],
  ['QUI ĐỊNH', 'regulation'],
  ['QUYẾT ĐỊNH', 'decision'],
  ['CHỈ THỊ', 'directive'],
  ['KẾT LUẬN', 'conclusion'],
  ['QUY CHẾ', 'rules'],
  ['QUI CHẾ', 'rules'],
  ['HƯỚNG DẪN', 'guidance'],
  ['KẾ HOẠCH', 'plan'],
  ['CHƯƠNG TRÌNH HÀNH ĐỘNG', 'programme'],
  ['CHƯƠNG TRÌNH', 'programme'],
  ['ĐỀ ÁN', 'scheme'],
  ['THÔNG BÁO KẾT LUẬN', 'notice'],
  ['THÔNG BÁO', 'notice'],
  ['THÔNG TRI', 'notice'],
  ['BÁO CÁO', 'report'],
  ['TỜ TRÌNH', 'letter'],
  ['CÔNG VĂN', 'letter'],
  ['ĐIỀU LỆ', 'charter'],
  ['BỘ LUẬT', 'law'],
  ['HIẾN PHÁP', 'law'],
  ['LUẬT', 'law'],
  ['PHÁP LỆNH', 'law'],
  ['NGHỊ ĐỊNH', 'law'],
  ['THÔNG TƯ LIÊN TỊCH', 'law'],
  ['THÔNG TƯ', 'law'],
]
const NAMES = TYPES.map(([name]) => name).join('|')
const HEADING = new RegExp(
  `^(?:DỰ THẢO\\s+)?(?<type>${NAMES})(?:\\s+(?:SỐ|Số|số)\\s*:?\\s*\\S+)?(?<rest>\\s+[^\\p{Ll}]+)?$`,
  'u',
)
const SUBJECT = /^(?:V\/v|Về việc|V\/V)\s*:?\s+\S/u
const SENTENCE = new RegExp(`^(?<type>${NAMES})\\s+(?:số\\s*:?\\s*)?(?<number>\\d.*)`, 'iu')
const ENDS_TITLE = /^[-_*=.\s]*$|^-{2,}|^(?:-\s*)?(?:Căn cứ|Xét|Kính gửi|Trên cơ sở|Theo đề nghị)|^\(|^Điều\s+\d|^Số/u
/** Begins a title as well as the first sentence of the body. */
const OPENS_BASIS = /^(?:Thực hiện|Theo|Để|Thi hành|Ngày|Nhằm|Triển khai)\s/u
const LONGEST_TITLE = 500

export interface TypeHeading {
  /** Lines [start, end) of the heading with its title. */
  readonly start: number
  readonly end: number
  readonly kind: DocumentKind
  readonly title: string
  readonly number: string | null
  readonly date: string | null
  readonly issuer: string | null
}

/** The first line that is the type of a document, with the title below it; or the subject of a letter; null if there is neither. */
export const typeHeadingAt = (lines: readonly string[]): TypeHeading | null => {
  const start = lines.findIndex((line) => HEADING.test(unspaced(line)))
  const subject = lines.findIndex((line) => SUBJECT.test(line))
  if (subject >= 0 && (start < 0 || subject < start)) return letterAt(lines, subject)
  if (start < 0) return null
  const line = unspaced(lines[start]!)
  const groups = HEADING.exec(line)!.groups!
  const below = titleLines(lines, start + 1, groups['rest']?.trim() ?? '')
  return {
    start,
    end: start + 1 + below.length,
    kind: kindOf(groups['type']!),
    title: [shownType(line, groups['type']!, groups['rest'] ?? below[0] ?? ''), ...below]
      .join(' ')
      .slice(0, LONGEST_TITLE),
    number: numbersIn(line)[0]?.number ?? null,
    date: null,
    issuer: null,
  }
}

/** A line or title that names a document as one does in a sentence: `Quy định số 294-QĐ/TW ngày 26/5/2025 của Ban … về …`. */
export const typeSentence = (line: string): Omit<TypeHeading, 'start' | 'end'> | null => {
  const words = oneLine(line)
  const type = SENTENCE.exec(words)?.groups?.['type']
  const number = numbersIn(words)[0]
  if (
    type === undefined ||
    !number ||
    number.start > type.length + 8 ||
    words.length > LONGEST_TITLE ||
    /\?\s*$/.test(words)
  )
    return null
  const date = datesIn(words).find((found) => found.start >= number.end && found.start - number.end < 15)
  const rest = words.slice(number.end)
  const by =
    /(?:^|\s)của\s+(?<organ>\p{Lu}.*?)(?=\s+(?:về|ban hành|quy định|hướng dẫn|thực hiện|khóa|khoá)(?!\p{L})|[,;(“"]|$)/u.exec(
      rest,
    )
  const issuer = organPrefix(by?.groups?.['organ'] ?? '') || null
  // "Kết luận 75-TB/TW của …: mở rộng …" is how the press speaks of a document, not what one is called
  if (rest.includes(':') || (!date && !issuer && rest.trim() !== '')) return null
  return {
    kind: kindOf(type.toUpperCase()),
    title: words,
    number: number.number,
    date: date?.iso ?? null,
    issuer,
  }
}

const kindOf = (type: string): DocumentKind => TYPES.find(([name]) => name === type)?.[1] ?? 'other'

/** `N G H Ị  Q U Y Ế T` as `NGHỊ QUYẾT`. */
const unspaced = (line: string): string =>
  /^(?:\p{Lu} ){3,}\s*/u.test(line)
    ? line
        .split(/\s{2,}/)
        .map((word) => word.replaceAll(' ', ''))
        .join(' ')
        .replace(/^(NGHỊ|QUYẾT|QUY|CHỈ|KẾT|HƯỚNG|KẾ|THÔNG|BÁO|ĐỀ)(?=\p{Lu})/u, '$1 ')
    : line.replace(/[:.]$/, '')

/** The lines below the type that carry on its title: lines in capitals, or one sentence without a stop. */
const titleLines = (lines: readonly string[], from: number, rest: string): string[] => {
  const title: string[] = []
  for (const line of lines.slice(from, from + 6)) {
    const open = /[,;]$/.test(title.at(-1) ?? '')
    if (ENDS_TITLE.test(line) && !(open && line.startsWith('('))) break
    if (OPENS_BASIS.test(line) && (title.length > 0 || /[.;:,]$/.test(line))) break
    if (labelsOf(line).some((label) => label.kind !== 'point')) break
    const before = title.at(-1) ?? rest
    const capitals = !/\p{Ll}/u.test(line)
    const goesOn =
      before === '' ||
      (!/\p{Ll}/u.test(before) && capitals) ||
      (/\p{Ll}/u.test(before) && (/^[\p{Ll}(,]/u.test(line) || open))
    if (!goesOn || (/[.:]$/.test(line) && line.length > 150)) break
    title.push(line.replace(/[\s-]*-{3,}$/, ''))
    if (title.join(' ').length > LONGEST_TITLE) break
  }
  return title
}

/** The type as it looks well before its title: in capitals before capitals, else like the beginning of a sentence. */
const shownType = (line: string, type: string, next: string): string => {
  const shown = line.replace(/^DỰ THẢO\s+/u, '')
  if (next !== '' && !/\p{Ll}/u.test(next)) return shown
  return type[0]! + type.slice(1).toLowerCase() + shown.slice(type.length)
}

const letterAt = (lines: readonly string[], at: number): TypeHeading => {
  const below = titleLines(lines, at + 1, lines[at]!).filter((line) => /^\p{Ll}/u.test(line))
  return {
    start: at,
    end: at + 1 + below.length,
    kind: 'letter',
    title: ['Công văn', lines[at]!.replace(/^V\/[vV]\s*:?\s*/u, 'về việc '), ...below].join(' ').replace(/\s+/g, ' '),
    number: null,
    date: null,
    issuer: null,
  }
}

/** `nghị quyết` → resolution, in any letters; null if it is no type's name. */
export const kindOfTypeName = (name: string): DocumentKind | null =>
  TYPES.find(([type]) => key(type) === key(oneLine(name)))?.[1] ?? null
