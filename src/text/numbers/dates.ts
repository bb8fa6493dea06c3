/** Dates and terms as Vietnamese documents write them. */
import { aligned } from '../aligned.ts'
import { arabic } from './numerals.ts'

const MONTH = '\\d{1,2}|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?:\\s+(?:một|hai))?|chạp'
// vietnamese.md §2.5
const LONG = new RegExp(
  `(?:ngày\\s+)?(?<!\\d)(?<d>\\d{1,2})\\s+tháng\\s+(?<m>${MONTH})\\s*,?\\s+năm\\s+(?<y>(?:19|20)\\d{2})(?!\\d)`,
  'giu',
)
const NUMERIC =
  /(?<![\d/.,-])(?<d>0?[1-9]|[12]\d|3[01])\s*(?<sep>[/.-])\s*(?<m>0?[1-9]|1[0-2])\s*\k<sep>\s*(?<y>(?:19|20)\d{2})(?![\d/])/gu
const ISO = /(?<![\d/.-])(?<y>(?:19|20)\d{2})-(?<m>0[1-9]|1[0-2])-(?<d>0[1-9]|[12]\d|3[01])(?!\d)/gu
const EMPTY =
  /ngày(?<d>[\s.…_/]*(?:\d{1,2})?[\s.…_]*)tháng(?<m>[\s.…_]*(?:\d{1,2})?[\s.…_]*)năm(?<y>[\s.…_]*(?:\d{2,4})?)/iu
const TERM =
  /(?:nhiệm\s+k[ỳì]|nk|giai\s+đoạn|khóa|khoá)\s*(?<a>(?:19|20)\d{2})\s*(?:-|đến|\/)\s*(?<b>(?:19|20)\d{2}|\d{2})(?!\d)/iu

export interface FoundDate {
  /** Offsets in the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** `2020-07-30` */
  readonly iso: string
}

/** Every whole date in `text` (stored form), in order: `ngày 30 tháng 7 năm 2020`, `30/7/2020`, `30-7-2020`, `2020-07-30`. */
export const datesIn = (text: string): FoundDate[] => {
  const even = aligned(text)
  const found: FoundDate[] = []
  for (const pattern of [LONG, NUMERIC, ISO]) {
    for (const match of even.matchAll(pattern)) {
      const { d, m, y } = match.groups!
      const iso = isoDate(Number(y), arabic(m!) ?? 0, Number(d))
      if (iso) found.push({ start: match.index, end: match.index + match[0].length, iso })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** `2020-07-30`, or null if there is no such day. */
export const isoDate = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

/** `2024-10-01` → `2024-09-30` */
export const dayBefore = (iso: string): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Whether the text has the form of a date whose day or month was not filled in: `ngày    tháng 11 năm 2025`. */
export const hasEmptyDate = (text: string): boolean => {
  const groups = EMPTY.exec(aligned(text))?.groups
  return groups !== undefined && (!/\d/.test(groups['d']!) || !/\d/.test(groups['m']!))
}

/** The first term or period that the text names: `nhiệm kỳ 2020 – 2025`, `giai đoạn 2021-30`. */
export const termIn = (text: string): { readonly from: number; readonly to: number } | null => {
  const groups = TERM.exec(aligned(text))?.groups
  if (!groups) return null
  const from = Number(groups['a'])
  const to = groups['b']!.length === 2 ? Math.floor(from / 100) * 100 + Number(groups['b']) : Number(groups['b'])
  return to >= from && to - from <= 50 ? { from, to } : null
}
