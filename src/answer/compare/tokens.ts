/** A text as the words that are compared: spellings of one word are equal, a date or a number is one, an address is one. */
import { aligned } from '../../text/aligned.ts'
import { key } from '../../text/vietnamese.ts'

export interface Token {
  readonly start: number
  readonly end: number
  /** Equal for what is the same word: tone placement, i/y, letter case, leading zeros, blanks within a date do not count. */
  readonly key: string
}

const TOKEN = new RegExp(
  [
    // whatever Telegram or a browser could take for an address stays in one piece
    String.raw`(?<address>[^\s“”"()]*(?::\/\/|@|www\.)[^\s“”"()]*)`,
    String.raw`(?<mark>(?<!\S)[/#@][\p{L}\p{M}\p{N}_]+)`,
    String.raw`(?<date>ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})`,
    // 27-QĐ/ĐUK, 30/2020/NĐ-CP, 2020-2025, 102,5 %
    String.raw`(?<code>\d+\s?[-/]\s?(?:\d+\s?[-/]\s?)?[A-ZĐ][\p{L}]*(?:[/-][A-ZĐ][\p{L}\d]*)*)`,
    String.raw`(?<number>\d+(?:[.,]\d+)*(?:\s?%)?)`,
    String.raw`(?<word>(?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{N}]{2,}(?:\/\S*)?|[\p{L}\p{M}\p{N}]+)`,
    String.raw`(?<sign>[^\s])`,
  ].join('|'),
  'giu',
)
const QUOTES = /^["'“”‘’«»„‟]$/u
const BULLET = /^[-–—•*·▪●+]$/u

/** Quotation marks are left out: they are typography. */
export const tokensOf = (text: string, keyOf: (word: string) => string = key): Token[] => {
  const even = aligned(text)
  const tokens: Token[] = []
  for (const match of even.matchAll(TOKEN)) {
    const [found] = match
    const { date, code, number, sign } = match.groups!
    if (sign && QUOTES.test(sign)) continue
    tokens.push({
      start: match.index,
      end: match.index + found.length,
      key: date ? dateKey(date) : code || number ? plainNumber(found) : sign && BULLET.test(sign) ? '-' : keyOf(found),
    })
  }
  return tokens
}

/** `ngày 01 tháng 5 năm 2021`, `1/5/2021` and `01-05-2021` are one date. */
const dateKey = (date: string): string => (date.match(/\d+/g) ?? []).map(withoutZeros).join('/')

const plainNumber = (text: string): string => key(text.replace(/\s+/g, '')).replace(/^0+(?=\d)/, '')

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '')

const STOPS = /^[.;,:!?…/]$/u

/** Without what ends a line: a semicolon that became a full stop is no change. */
export const withoutEnd = (tokens: readonly Token[]): readonly Token[] => {
  let end = tokens.length
  while (end > 0 && STOPS.test(tokens[end - 1]!.key)) end--
  return end === tokens.length ? tokens : tokens.slice(0, end)
}
