/** The gate: finds marks of State secrecy and of limited circulation, wherever they stand, without taking a mention for a mark. */
import { foldAligned } from '../../text/aligned.ts'
import { clean } from '../../text/vietnamese.ts'
import type { Block, FileContent } from '../document.ts'
import { circulationMark } from './circulation.ts'

export type SecrecyMark = 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT'

export interface Secrecy {
  /** The mark of a secret document and where it stands, in Vietnamese words; null if it bears none. */
  readonly secret: { readonly mark: SecrecyMark; readonly where: string } | null
  /** A mark such as "Lưu hành nội bộ" or "Dự thảo"; null if it bears none. */
  readonly restricted: { readonly mark: string; readonly draft: boolean; readonly where: string } | null
}

/** Lines from the start in which a mark may also be in small letters, or read wrongly by OCR. */
const HEAD_LINES = 15
const MARKS: Readonly<Record<string, SecrecyMark>> = { mat: 'MẬT', toimat: 'TỐI MẬT', tuyetmat: 'TUYỆT MẬT' }
const LONGEST_LINE = 160
const LONGEST_MARK = 70

// what may stand in one line with a stamp: the number, the letterhead beside it, copies, urgency, what one may not do
const BESIDE =
  /so\s*:?\s*\d*[.…\s]*-?\s*[a-z]{2,5}\s*\/\s*[a-z]{2,10}(?:-[a-z]{1,8})?|dang cong san viet nam|cong hoa xa hoi chu nghia viet nam|doc lap\s*-\s*tu do\s*-\s*hanh phuc|ban\s*so\s*:?\s*\d*|so\s*ban\s*:?\s*\d*|thuong khan|hoa toc(?:\s*hen gio)?|khan|khong (?:duoc )?(?:sao chup|pho bien)|cam sao chup|thu hoi sau (?:khi )?(?:hop|hoi nghi)|chi nguoi co ten moi duoc boc bi|page \d+|trang \d+/g
const OPENING = /^[\s*_-]*[[(](?<mark>[^\])]{3,20})[\])]/u
const FIELD =
  /(?:^|[|;,\t]|\s{2,}|\()\s*(?:muc\s*)?(?:do|cap)\s*(?:do\s*)?(?:bao\s*)?mat\s*[:|]\s*["'“]?(?<mark>tuyet\s*mat|toi\s*mat|mat)(?![\p{L}\p{N}])(?<rest>.*)/u
const LEAD = /^(?<mark>(?:TUYỆT |TỐI )?MẬT|(?:TUYET |TOI )?MAT)\s*[:–—-]\s*\p{Lu}/u

/** What marks a file bears: body, tables, captions, page headers and footers, text boxes. */
export const secrecyOf = (content: Pick<FileContent, 'blocks' | 'margins' | 'ocr' | 'hints'>): Secrecy => {
  let secret: Secrecy['secret'] = null
  let restricted: Secrecy['restricted'] = null
  const look = (text: string, place: Place): void => {
    const lines = clean(text).split('\n')
    const upright = lines.every((line) => line.trim().length <= 1) ? [lines.join('')] : lines
    for (const line of upright) {
      const mark = secret ? null : secretMark(line, place)
      if (mark) secret = { mark, where: place.where }
      const limited = restricted ? null : circulationMark(line, place.head)
      if (limited) restricted = { ...limited, where: place.where }
      if (line.trim()) place.lines++
      if (place.lines > HEAD_LINES && !place.margin) place.head = false
    }
  }
  const margins = [...content.margins, content.hints.title ?? '', content.hints.description ?? '']
  for (const margin of margins)
    look(margin, {
      where: 'ở đầu trang, chân trang hoặc khung chữ',
      head: true,
      margin: true,
      lines: 0,
      doubtful: true,
    })
  const place: Place = { where: '', head: true, margin: false, lines: 0, doubtful: content.ocr }
  let letters: string[] = []
  content.blocks.forEach((block, index) => {
    place.where = block.page === undefined ? `ở đoạn ${index + 1}` : `ở trang ${block.page}`
    // a stamp may come out letter by letter, each a paragraph
    letters = block.text.trim().length === 1 ? [...letters, block.text.trim()] : []
    if (letters.length > 2) look(letters.join(''), { ...place })
    if (block.kind !== 'table' || !listsMarks(block)) look(block.text, place)
    else place.lines += block.text.split('\n').length
  })
  return { secret, restricted }
}

interface Place {
  where: string
  /** Near the start, or outside the body. */
  head: boolean
  readonly margin: boolean
  lines: number
  /** Letters may have been read wrongly. */
  readonly doubtful: boolean
}

const secretMark = (line: string, place: Place): SecrecyMark | null => {
  if (!/m[\s\p{P}\p{S}]*\p{L}[\s\p{P}\p{S}]*t/iu.test(line)) return null
  if (line.length <= LONGEST_LINE) {
    for (const part of [line, ...line.split(/\t|\s{3,}|\|/)]) {
      const mark = loneMark(part, place)
      if (mark) return mark
    }
    const opening = OPENING.exec(line)?.groups?.['mark']
    if (opening && isCapital(opening) && markOf(opening)) return markOf(opening)
    const lead = place.head ? LEAD.exec(line)?.groups?.['mark'] : undefined
    if (lead) return markOf(lead)
  }
  const field = FIELD.exec(foldAligned(line.replace(/\s{3,}/g, '  ')))?.groups
  // "độ mật: tuyệt mật, tối mật và mật" explains the degrees
  return field && !/mat(?![\p{L}])/u.test(field['rest']!) && !/^\s*(?:,|va |hoac |la )/.test(field['rest']!)
    ? markOf(field['mark']!)
    : null
}

/** The mark, if nothing else stands there but what belongs to a stamp. */
const loneMark = (part: string, place: Place): SecrecyMark | null => {
  const words = part.trim()
  if (words.length > LONGEST_MARK || /;$/.test(words)) return null
  const flat = foldAligned(words).replace(/(?<=[a-z])0(?=[a-z])/g, 'o')
  const named = /^[\s\p{P}]*(?:tai lieu|van ban|cong van)\s+(?=(?:toi |tuyet )?mat[\s\p{P}]*$)/u.exec(flat)
  if (named)
    return isCapital(words) || place.margin || /^\(.*\)$/.test(words) ? markOf(flat.slice(named[0].length)) : null
  const alone = flat.replace(BESIDE, ' ').trim()
  const bare = alone.replace(/[\s\p{P}\p{S}]/gu, '')
  const mark = MARKS[bare]
  // "1. MẬT" is a heading, "mật" in small letters a word; blanks stand between the letters or between the syllables
  if (!mark || (words.length > alone.length && !isCapital(part.replace(/Số|số|Bản|bản/g, '')) && !place.head))
    return null
  if (!isCapital(lettersOfMark(words, flat, alone)) && !place.head) return null
  return place.head || place.doubtful || /m[\s\p{P}]*[ậaâạ][\s\p{P}]*t/iu.test(words.normalize('NFC')) ? mark : null
}

const lettersOfMark = (words: string, flat: string, alone: string): string => {
  const at = flat.indexOf(alone)
  return at < 0 ? words : words.slice(at, at + alone.length)
}

const markOf = (words: string): SecrecyMark | null => MARKS[foldAligned(words).replace(/[\s\p{P}\p{S}]/gu, '')] ?? null

const isCapital = (words: string): boolean => /\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words)

/** A table that lists degrees, or documents with their degree, bears no mark itself. */
const listsMarks = (table: Block): boolean => {
  const rows = clean(table.text).split('\n')
  const cells = rows.flatMap((row) => row.split('|').map((cell) => markOf(cell.trim())))
  const different = new Set(cells.filter((mark) => mark !== null)).size
  return different > 1 || (rows.length > 2 && /(?:do|muc)\s*mat/.test(foldAligned(rows[0]!)))
}
