/** Whether a unit holds the kind of thing that a question asks for: a name for "ai", a date for "khi nào" (answering-study §2). */
import { numbersIn } from '../../text/numbers/number-words.ts'
import { fold } from '../../text/vietnamese.ts'
import type { QuestionType } from '../question/question-type.ts'

export interface Evidence {
  /** 0…1; .5 for half a list. */
  readonly value: number
  /** Offsets in the unit where it stands. */
  readonly at: readonly number[]
}

/** `asked` are the folded syllables of the question: what the question itself says is no evidence. */
export const evidenceOf = (type: QuestionType, unit: string, asked: ReadonlySet<string>): Evidence => {
  const finder = FINDERS[type]
  if (!finder) return { value: 0, at: [] }
  const at = finder(unit, asked)
  if (type !== 'list') return { value: at.length > 0 ? 1 : 0, at }
  const members = (unit.match(/[,;]/g) ?? []).length >= 2
  return { value: (at.length > 0 ? 0.5 : 0) + (members ? 0.5 : 0), at }
}

/** Whether a unit counts the very thing asked for: "bao nhiêu đảng viên" ↔ "2.318 đảng viên". */
export const countsAsked = (question: string, unit: string): boolean => askedCounts(question, unit).length > 0

/** The numbers with which a unit counts the very thing asked for. */
export const askedCounts = (question: string, unit: string): readonly number[] => {
  const asked = HOW_MANY.exec(fold(question))?.[1]?.toLowerCase().split(/\s+/)
  if (!asked) return []
  const counting = numbersIn(unit).filter(({ end }) => {
    const behind = fold(unit.slice(end, end + 40))
      .toLowerCase()
      .match(/^\s+(\p{L}+)(?:\s+(\p{L}+))?/u)
    return behind !== null && asked.every((word, index) => behind[index + 1] === word)
  })
  return counting.map(({ value }) => value)
}
const HOW_MANY = /(?<!\p{L})(?:bao nhieu|may) (\p{L}+(?: \p{L}+)?)/iu

type Finder = (unit: string, asked: ReadonlySet<string>) => readonly number[]

const words = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`, 'giu')
const places =
  (pattern: RegExp): Finder =>
  (unit) =>
    [...unit.matchAll(pattern)].map((match) => match.index)

const NAME = /(?<![\p{L}\p{M}\d])\p{Lu}[\p{L}\p{M}]*(?:[ -]\p{Lu}[\p{L}\p{M}]*)*/gu
const TIME =
  /\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|(?:năm|tháng|ngày|thế kỷ|thập niên|quý|tuần|giờ|mùng)\s+(?:\d+|[IVX]+)(?![\p{L}])|(?<!\d)(?:1\d|20)\d{2}(?!\d)|(?:trước|sau|trong) (?:khi )?\d+|(?<!\p{L})(?:hằng|hàng|mỗi|đầu|cuối|giữa) (?:năm|tháng|tuần|quý|học kỳ)|(?<!\p{L})(?:tuần|trước khi|sau khi)(?!\p{L})/giu
const SPAN =
  /(?:\d+(?:[.,]\d+)?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa|vài|nhiều)\s*(?:\(\d+\)\s*)?(?:ngày|tháng|năm|tuần|giờ|phút|giây|học kỳ|thập kỷ|thế kỷ|quý|tiếng|buổi)(?!\p{L})/giu
const PLACE =
  /(?<![\p{L}\p{M}])(?:tại|ở|thuộc|tỉnh|thành phố|huyện|xã|phường|quận|nước|vùng|khu|đường|phố)\s+(\p{L}[\p{L}\p{M}]*)/giu
const ARTICLE =
  /(?<!\p{L})(?:điều|khoản|điểm|mục|chương|số)\s+(?:\d+|[IVX]+)|\d+(?:\/\d{4})?[/-][\p{Lu}]{2,}[\p{Lu}\d/-]*/giu
const LIST_SIGN = /(?<![\p{L}])(?:gồm|sau đây|như sau|dưới đây|cụ thể)(?!\p{L})|:/giu
const YES_NO = words('không được|không|được|phải|có thể|cấm|bắt buộc|cần|chưa|có quyền|chỉ')
const REASON = words('vì|do|bởi|nhằm|để|nguyên nhân|lý do|lí do|nên')

const names: Finder = (unit, asked) =>
  [...unit.matchAll(NAME)]
    .filter((match) => {
      const syllables = match[0].split(/[ -]/)
      if (match.index === 0 && syllables.length === 1) return false
      return syllables.some((syllable) => !asked.has(fold(syllable).toLowerCase()))
    })
    .map((match) => match.index)

const MARKER = /^[\s(]*\d+(?:\.\d+)*[.)](?=\s|$)/

const FINDERS: Partial<Record<QuestionType, Finder>> = {
  who: names,
  when: (unit, asked) => [...unit.matchAll(TIME)].filter((match) => isNew(match[0], asked)).map((match) => match.index),
  howmany: (unit, asked) => {
    const from = MARKER.exec(unit)?.[0].length ?? 0
    return numbersIn(unit)
      .filter(({ start, end }) => start >= from && isNew(unit.slice(start, end), asked))
      .map(({ start }) => start)
  },
  howlong: (unit, asked) =>
    [...unit.matchAll(SPAN)].filter((match) => isNew(match[0], asked)).map((match) => match.index),
  where: (unit, asked) => [
    ...[...unit.matchAll(PLACE)]
      .filter((match) => !asked.has(fold(match[1]!).toLowerCase()))
      .map((match) => match.index),
    ...names(unit, asked),
  ],
  yesno: places(YES_NO),
  list: places(LIST_SIGN),
  why: places(REASON),
  article: (unit, asked) =>
    [...unit.matchAll(ARTICLE)].filter((match) => isNew(match[0], asked)).map((match) => match.index),
}

/** Whether some number of it (or, without numbers, some word) does not stand in the question. */
const isNew = (found: string, asked: ReadonlySet<string>): boolean => {
  const parts =
    fold(found)
      .toLowerCase()
      .match(/\d+|\p{L}+/gu) ?? []
  const numbers = parts.filter((part) => /^\d/.test(part))
  return (numbers.length > 0 ? numbers : parts).some((part) => !asked.has(part))
}
