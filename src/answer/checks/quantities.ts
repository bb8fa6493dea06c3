/** Everything in a text that counts, dates or numbers, with what it counts or labels: `7 ngày`, `Điều 5`, `16/9/2024`, `27-QĐ/ĐUK`. */
import { aligned } from '../../text/aligned.ts'
import { datesIn } from '../../text/numbers/dates.ts'
import { numberKey, numbersIn as documentNumbersIn } from '../../text/numbers/document-numbers.ts'
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { arabic } from '../../text/numbers/numerals.ts'
import { syllables } from '../../text/terms.ts'
import type { Syllable } from '../../text/terms.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { key } from '../../text/vietnamese.ts'
import { MULTIPLIERS, spelledNumbers } from './spelled-numbers.ts'

export interface Quantity {
  readonly start: number
  readonly end: number
  readonly kind: 'document' | 'date' | 'number'
  /** `90`, `2/3`, `2024-09-16`, `9/2024`, `27-qd-duk`, or the number alone of a document named by it: `05`. */
  readonly value: string
  /** What it is the number of: `điều`, `tháng`. */
  readonly label: string | null
  /** The word behind it: `ngày`, or `ngày làm việc`; `%`. Empty for none. */
  readonly unit: string
  /** Whether only a connector (`đến`, `-`, `và`, a comma) stands between it and the next, and whether that makes a range. */
  readonly link: 'list' | 'range' | null
  /** "một", which may be no more than an article. */
  readonly isArticle: boolean
}

const LABELS = new Set(
  'điều khoản điểm mục chương phần tiết bước câu quý khóa kỳ lần tháng ngày năm bậc cấp loại nhóm hạng lớp trang đợt thứ mẫu lục tổ'
    .split(' ')
    .map(key),
)
const ROMAN_LABELS = new Set('khóa chương phần mục quý thứ hội loại kỳ cấp nhóm hạng điểm'.split(' ').map(key))
// units of two syllables whose first alone is another one
const LONG_UNITS = new Map(
  ['ngày làm việc', 'năm học', 'năm tuổi', 'học kỳ', 'đồng chí', 'đồng nghiệp', 'điểm phần trăm', 'phần trăm'].map(
    (unit) => [key(unit), unit === 'phần trăm' ? '%' : key(unit)],
  ),
)
const DIGITS = /(?<![\p{L}\p{M}\d])\d+(?:[.,]\d+)*(?!\d)/gu
const CODE = /(?<![\p{L}\p{M}\d])\p{L}{1,8}\d[\p{L}\d]*/gu
const SLASHED = /(?<![\p{L}\d/])(\d{1,2})\s*\/\s*((?:19|20)\d{2}|\d{1,2})(?![\p{L}\d/])/gu
const MONTH_YEAR = /tháng\s+(\d{1,2})\s*(?:,?\s*năm\s+|[/.-])\s*((?:19|20)\d{2})(?!\d)/giu
const DAY_MONTH = /(?:ngày\s+)(\d{1,2})\s+tháng\s+(\d{1,2})(?!\d)/giu
const ROMAN = /(?<![\p{L}\p{M}\d])[IVX]{1,6}(?![\p{L}\p{M}\d])/gu
const POINT = /(?<=(?:điểm|tiết)\s+(?:[a-zđ]\s*,\s*)*(?:[a-zđ]\s+(?:và|hoặc)\s+)?)[a-zđ](?![\p{L}\p{M}\d])/giu
const LIST = /^[\s(]*(?:,|;|và|hoặc|hay|,\s*và)[\s]*$/iu
const RANGE = /^\s*(?:[-–]|đến|tới|đến dưới|đến hết|đến ngày|đến năm|đến tháng|đến hết ngày|đến hết năm)\s*$/iu

type Found = {
  start: number
  end: number
  kind: Quantity['kind']
  value: string
  label?: string
  isSpelled?: boolean
  isArticle?: boolean
}

/** In order, none overlapping. Months and years of whole dates are not given apart; see `parts`. */
export const quantitiesIn = (text: string): readonly Quantity[] => {
  const even = aligned(text)
  const words = syllables(even)
  const found: Found[] = []
  const add = (one: Found): void => {
    if (!found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one)
  }
  const each = (pattern: RegExp, value: (match: RegExpExecArray) => string | null, kind: Quantity['kind']): void => {
    for (const match of even.matchAll(pattern)) {
      const said = value(match)
      if (said !== null) add({ start: match.index, end: match.index + match[0].length, kind, value: said })
    }
  }
  for (const { start, end, number } of documentNumbersIn(even))
    add({ start, end, kind: 'document', value: numberKey(number) })
  for (const { start, end, iso } of datesIn(even)) add({ start, end, kind: 'date', value: iso })
  for (const mention of mentionsIn(even))
    if (mention.number !== null)
      add({ ...mention, kind: 'document', value: mention.key ?? `${mention.number}`, label: mention.kinds.join(' ') })
  each(MONTH_YEAR, (match) => `${Number(match[1])}/${match[2]}`, 'date')
  each(DAY_MONTH, (match) => `${Number(match[1])}/${Number(match[2])}`, 'date')
  each(SLASHED, (match) => `${Number(match[1])}/${Number(match[2])}`, 'number')
  each(DIGITS, ([digits]) => numberValue(digits), 'number')
  each(CODE, ([code]) => key(code), 'number')
  each(ROMAN, (match) => romanValue(even, match), 'number')
  each(POINT, ([letter]) => letter.toLowerCase(), 'number')
  const gap = (i: number): string => even.slice(words[i]!.end, words[i + 1]?.start ?? words[i]!.end)
  for (const { from, to, value } of spelledNumbers(even, words, (i) => i + 1 < words.length && /^\s+$/.test(gap(i))))
    add({
      start: words[from]!.start,
      end: words[to - 1]!.end,
      kind: 'number',
      value,
      isSpelled: true,
      isArticle: to === from + 1 && words[from]!.accented === 'một',
    })
  found.sort((a, b) => a.start - b.start)
  return withSurroundings(even, words, found)
}

/** `03` = 3, `1.000` = 1000, `99,5` = 99.5; `5.2.8` stays. */
const numberValue = (digits: string): string => {
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits) ? digits.replaceAll('.', '') : digits
  return /^\d+(?:[.,]\d+)?$/.test(plain) ? `${Number.parseFloat(plain.replace(',', '.'))}` : plain
}

const romanValue = (text: string, match: RegExpExecArray): string | null => {
  const before = key(/(\p{L}+)\s*$/u.exec(text.slice(0, match.index))?.[1] ?? '')
  if (match[0].length === 1 && !ROMAN_LABELS.has(before)) return null
  const value = arabic(match[0])
  return value === null ? null : `${value}`
}

/** Labels run from left to right through a list ("các khoản 1, 2 và 3"), units from right to left ("từ 3 đến 5 ngày"). */
const withSurroundings = (text: string, words: readonly Syllable[], found: readonly Found[]): readonly Quantity[] => {
  const scaled = found.map((one) => {
    const next = words.find(({ start }) => start >= one.end)
    const factor =
      next && /^\d+(?:\.\d+)?$/.test(one.value) && /^\s*$/.test(text.slice(one.end, next.start))
        ? MULTIPLIERS[next.accented]
        : undefined
    if (!factor || one.kind !== 'number') return one
    return { ...one, end: next!.end, value: `${Number((Number(one.value) * factor).toPrecision(12))}` }
  })
  const links = scaled.map((one, i): Quantity['link'] => {
    const next = scaled[i + 1]
    if (!next) return null
    const between = text.slice(one.end, next.start).replace(/\s*%\s*/, ' ')
    return RANGE.test(between) ? 'range' : LIST.test(between) || isRepeated(between, one, next) ? 'list' : null
  })
  const behind = scaled.map((one, i) => unitBehind(text, words, one.end, scaled[i + 1]?.start))
  const labels: (string | null)[] = []
  scaled.forEach((one, i) => {
    const own = one.label ?? (one.isSpelled && behind[i] ? null : labelBefore(text, words, one.start))
    labels.push(own ?? (i > 0 && links[i - 1] && !behind[i] ? labels[i - 1]! : null))
  })
  const units: string[] = []
  for (let i = scaled.length - 1; i >= 0; i--)
    units[i] = behind[i] || (links[i] && labels[i + 1] === labels[i] ? units[i + 1]! : '')
  return scaled.map((one, i) => ({
    start: one.start,
    end: one.end,
    kind: one.kind,
    value: one.value,
    label: labels[i]!,
    unit: one.kind === 'number' ? units[i]! : '',
    link: links[i]!,
    isArticle: one.isArticle ?? false,
  }))
}

/** `03 (ba)` says one number twice. */
const isRepeated = (between: string, one: Found, next: Found): boolean =>
  /^\s*\(\s*$/.test(between) && one.value === next.value

const labelBefore = (text: string, words: readonly Syllable[], at: number): string | null => {
  let i = words.findLastIndex(({ end }) => end <= at)
  if (i < 0 || !/^[\s:]*$/.test(text.slice(words[i]!.end, at))) return null
  if (words[i]!.accented === 'số' && i > 0) i -= 1
  const word = words[i]!.accented
  return LABELS.has(word) ? (word === 'lần' ? 'thứ' : word) : null
}

const unitBehind = (text: string, words: readonly Syllable[], at: number, next = Infinity): string => {
  if (/^\s*%/.test(text.slice(at))) return '%'
  const attached = /^\p{L}+/u.exec(text.slice(at))
  if (attached) return key(attached[0])
  const i = words.findIndex(({ start }) => start >= at)
  if (i < 0 || !/^\s*\)?\s*$/.test(text.slice(at, words[i]!.start))) return ''
  const { accented, folded, end } = words[i]!
  // "3 Điều 4", "5 đến 7": a label of what follows, or no noun at all
  if (LABELS.has(accented) && next < Infinity && /^[\s:]*$/.test(text.slice(end, next))) return ''
  if (isFunctionWord(folded, accented) && accented !== 'năm') return ''
  const three = [0, 1, 2].map((k) => words[i + k]?.accented ?? '')
  return LONG_UNITS.get(three.join(' ')) ?? LONG_UNITS.get(three.slice(0, 2).join(' ')) ?? accented
}
