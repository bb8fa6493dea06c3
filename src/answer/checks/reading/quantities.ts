/** Everything in a text that counts, dates or numbers, with what it counts or labels: `7 ngày`, `Điều 5`, `16/9/2024`, `27-QĐ/ĐUK`. */
import { aligned } from '../../../text/aligned.ts'
import { datesIn } from '../../../text/numbers/dates.ts'
import { mentionsIn } from '../../../text/numbers/document-mentions.ts'
import { arabic } from '../../../text/numbers/numerals.ts'
import { syllables } from '../../../text/terms.ts'
import { key } from '../../../text/vietnamese.ts'
import type { FoundQuantity, Quantity } from './quantity.ts'
import { withSurroundings } from './quantity-surroundings.ts'
import { spelledNumbers } from './spelled-numbers.ts'

const ROMAN_LABELS = new Set('khóa chương phần mục quý thứ hội loại kỳ cấp nhóm hạng điểm'.split(' ').map(key))
const DIGITS = /(?<![\p{L}\p{M}\d])\d+(?:[.,]\d+)*(?!\d)/gu
const CODE = /(?<![\p{L}\p{M}\d])\p{L}{1,8}\d[\p{L}\d]*/gu
const SLASHED = /(?<![\p{L}\d/])(\d{1,2})\s*\/\s*((?:19|20)\d{2}|\d{1,2})(?![\p{L}\d/])/gu
const MONTH_YEAR = /tháng\s+(\d{1,2})\s*(?:,?\s*năm\s+|[/.-])\s*((?:19|20)\d{2})(?!\d)/giu
const DAY_MONTH = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?!\d)/giu
const ROMAN = /(?<![\p{L}\p{M}\d])[IVX]{1,6}(?![\p{L}\p{M}\d])/gu
// "mỗi tháng", "hằng tháng": one in each
const EACH =
  /(?<![\p{L}\p{M}])(?:mỗi|hằng|hàng|từng)(?=\s+(?:ngày|tuần|tháng|quý|năm|học kỳ|kỳ|nhiệm kỳ)(?![\p{L}\p{M}]))/giu
const POINT =
  /(?<=(?:điểm|tiết)\s+(?:[a-zđ]\s*,\s*)*(?:[a-zđ]\s+(?:và|hoặc)\s+)?(?:điểm\s+)?)[a-zđ](?![\p{L}\p{M}\d])/giu

/** In order, none overlapping. A whole date is one quantity (its parts: check-quantities.ts). */
export const quantitiesIn = (text: string): readonly Quantity[] => {
  const even = aligned(text)
  const words = syllables(even)
  const found: FoundQuantity[] = []
  const add = (one: FoundQuantity): void => {
    if (!found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one)
  }
  const each = (kind: Quantity['kind'], pattern: RegExp, value: (match: RegExpExecArray) => string | null): void => {
    for (const match of even.matchAll(pattern)) {
      const said = value(match)
      if (said !== null) add({ start: match.index, end: match.index + match[0].length, kind, value: said })
    }
  }
  const mentions = mentionsIn(even)
  for (const { start, end, kinds, key: full } of mentions)
    if (full !== null) add({ start, end, kind: 'document', value: full, label: kinds.join(' ') })
  for (const { start, end, iso } of datesIn(even)) {
    const day = /ngày\s+$/iu.exec(even.slice(0, start))?.[0].length ?? 0
    add({ start: start - day, end, kind: 'date', value: iso })
  }
  for (const { start, end, kinds, number, key: full } of mentions)
    // "tối đa 40" is no đề án 40
    if (number !== null && !/tối\s+$/iu.test(even.slice(0, start)))
      add({ start, end, kind: 'document', value: full ?? number, label: kinds.join(' ') })
  each('date', MONTH_YEAR, (match) => `${Number(match[1])}/${match[2]}`)
  each('number', DAY_MONTH, (match) => `${Number(match[1])}/${Number(match[2])}`)
  each('number', SLASHED, (match) => `${Number(match[1])}/${Number(match[2])}`)
  each('number', DIGITS, ([digits]) => numberValue(digits))
  each('number', CODE, ([code]) => key(code))
  each('number', ROMAN, (match) => romanValue(even, match))
  each('number', POINT, ([letter]) => letter.toLowerCase())
  for (const { index, 0: word } of even.matchAll(EACH))
    add({ start: index, end: index + word.length, kind: 'number', value: '1', isSpelled: true })
  const joined = (i: number): boolean =>
    i + 1 < words.length && /^\s+$/.test(even.slice(words[i]!.end, words[i + 1]!.start))
  for (const { from, to, value } of spelledNumbers(even, words, joined)) {
    const isArticle = to === from + 1 && words[from]!.accented === 'một'
    add({ start: words[from]!.start, end: words[to - 1]!.end, kind: 'number', value, isSpelled: true, isArticle })
  }
  found.sort((a, b) => a.start - b.start)
  return withSurroundings(even, words, found)
}

/** `03` = 3, `1.000` = 1000, `99,5` = 99.5; `5.2.8` stays. */
const numberValue = (digits: string): string => {
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits) ? digits.replaceAll('.', '') : digits
  return /^\d+(?:[.,]\d+)?$/.test(plain) ? `${Number.parseFloat(plain.replace(',', '.'))}` : plain
}

/** A single letter is a numeral only behind a word that is numbered so: "quý I", not "vitamin C" or "loại A". */
const romanValue = (text: string, match: RegExpExecArray): string | null => {
  const before = key(/(\p{L}+)\s*$/u.exec(text.slice(0, match.index))?.[1] ?? '')
  if (match[0].length === 1 && !ROMAN_LABELS.has(before)) return null
  const value = arabic(match[0])
  return value === null ? null : `${value}`
}
