/** Which part of a run of digits is whose number: by its own shape, or by the word that stands beside it. */
import { fold } from '../vietnamese.ts'
import type { Group, Run } from './number-runs.ts'
import { isAmountBefore, isPlainBefore, kindAfter, kindBefore, type PersonalKind } from './number-words.ts'

export interface PersonalNumber {
  readonly start: number
  readonly end: number
  readonly kind: PersonalKind
}

/** Some groups that stand together. */
interface Piece {
  readonly digits: string
  readonly sizes: readonly number[]
  readonly start: number
  readonly end: number
  /** `1.200.000`: groups of three behind dots or commas, as sums are written. */
  readonly isSum: boolean
  /** Whether the run ends here, so that words may follow. */
  readonly isLast: boolean
}

/** Digits of the longest number looked for: a bank card or account. */
const LONGEST = 19
/** How far a word may stand from its number: `số thẻ đảng viên của đồng chí Nguyễn Thị Minh Nguyệt là`. */
const REACH = 60

/** Folded. What was said before a number that has been taken out was said of that one. */
export const wordsBefore = (text: string, start: number): string =>
  fold(text.slice(Math.max(0, start - REACH), start))
    .toLowerCase()
    .replace(TAKEN_OUT, '')
const TAKEN_OUT = /^.*\[(?:so|ma|thu) [a-z ]+\]/s

export const wordsAfter = (text: string, end: number): string => fold(text.slice(end, end + REACH / 2)).toLowerCase()

/** From left to right; each digit belongs to one number at most. */
export const classifyRun = ({ isPlus, groups }: Run, text: string): readonly PersonalNumber[] => {
  // no letters stand within a run: what is said before it is said of all of it
  const said = wordsBefore(text, groups[0]!.start)
  const isPlain = isPlainBefore(said)
  const kind = isPlain ? null : kindBefore(said)
  const numbers: PersonalNumber[] = []
  for (let i = 0; i < groups.length;) {
    const pieces = piecesFrom(groups, i)
    const byWord = () => byWords(pieces, kind, isPlain, text)
    const byItself = () => byShape(pieces, isPlus && i === 0, isPlain, text)
    // the word is said of the first number; the ones behind it are rather what they look like
    const found = numbers.length === 0 ? (byWord() ?? byItself()) : (byItself() ?? byWord())
    if (found) numbers.push({ start: withOpening(found.start, text), end: found.end, kind: found.kind })
    // of a sum nothing is looked at again: `2.000.000.000` holds no `000.000.000`
    i += found?.sizes.length ?? pieces.findLast(({ isSum }) => isSum)?.sizes.length ?? 1
  }
  return numbers
}

const piecesFrom = (groups: readonly Group[], first: number): readonly Piece[] => {
  const pieces: Piece[] = []
  let digits = ''
  const sizes: number[] = []
  let isSum = groups[first]!.digits.length <= 3 && !groups[first]!.digits.startsWith('0')
  for (let i = first; i < groups.length; i++) {
    const group = groups[i]!
    if (digits.length + group.digits.length > LONGEST) break
    digits += group.digits
    sizes.push(group.digits.length)
    if (i > first) isSum &&= group.digits.length === 3 && (group.gap === '.' || group.gap === ',')
    pieces.push({
      digits,
      sizes: [...sizes],
      start: groups[first]!.start,
      end: group.end,
      isSum: isSum && i > first,
      isLast: i === groups.length - 1,
    })
  }
  return pieces
}

type Found = (Piece & { readonly kind: PersonalKind }) | null

/** How many digits what a word announces may have. */
const SAID: Readonly<Record<PersonalKind, RegExp>> = {
  id: /^(?:\d{9}|\d{11,12})$/,
  passport: /^\d{7,9}$/,
  phone: /^(?:[2-9]\d{8}|0\d{8,10}|(?:00)?84\d{9,10})$/,
  account: /^\d{6,19}$/,
  card: /^\d{6,12}$/,
  file: /^\d{5,8}$/,
  tax: /^\d{10}(?:\d{3})?$/,
  insurance: /^\d{8,15}$/,
}

/** The longest number that may be what the nearest word says. */
const byWords = (pieces: readonly Piece[], said: PersonalKind | null, isPlain: boolean, text: string): Found => {
  for (const piece of pieces.toReversed()) {
    const saidAfter = piece.isLast && !isPlain ? kindAfter(wordsAfter(text, piece.end)) : null
    const kind = [said, saidAfter].find((one) => one && SAID[one].test(piece.digits))
    if (kind && !(piece.isSum && kind !== 'id') && !isAmount(piece, text)) return { ...piece, kind }
  }
  return null
}

/** Province 001-096, century and sex 0-3, year of birth: Nghị định 137/2015/NĐ-CP, Điều 13, and Thông tư 59/2021/TT-BCA. */
const CITIZEN = /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/
/** Mobile numbers of ten digits and the older ones of eleven, and fixed lines (02…); with the country's code or a zero. */
const PHONE = /^0(?:[35789]\d{8}|2\d{9}|1[2689]\d{8})$/
const PHONE_ABROAD = /^(?:00)?840?(?:[35789]\d{8}|2\d{9})$/
const PAGE_NAME = /^\.(?:s?html?|aspx|php|chn|epi|vnp|ldo|tpo)/

/** The shortest number that looks like what needs no word beside it. */
const byShape = (pieces: readonly Piece[], isPlus: boolean, isPlain: boolean, text: string): Found => {
  for (const piece of pieces) {
    const { digits, sizes } = piece
    const kind = shapeOf(piece, isPlus, isPlain)
    if (!kind) continue
    if (!digits.startsWith('0') && (piece.isSum || isAmount(piece, text))) continue
    if (sizes.length === 1 && PAGE_NAME.test(text.slice(piece.end, piece.end + 8))) continue
    return { ...piece, kind }
  }
  return null
}

const shapeOf = ({ digits, sizes }: Piece, isPlus: boolean, isPlain: boolean): PersonalKind | null => {
  const isOne = sizes.length === 1
  // a lone digit within is a point of a list, but for the zero before an area
  const isGrouped = sizes.every((size, i) => size > 1 || (i < 2 && digits[0] !== '1'))
  if (isOne && digits.length === 12 && (CITIZEN.test(digits) || !isPlain)) return 'id'
  if (!isGrouped) return null
  if (CITIZEN.test(digits)) return 'id'
  if (PHONE.test(digits) || PHONE_ABROAD.test(digits)) return 'phone'
  if (isPlus && digits.length >= 10 && digits.length <= 15) return 'phone'
  if (digits.length === 16 && sizes.every((size) => size % 4 === 0) && hasCheckDigit(digits)) return 'account'
  return null
}

/** ISO/IEC 7812-1: every second digit doubled, the sum divisible by ten. */
const hasCheckDigit = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const isAmount = (piece: Piece, text: string): boolean => piece.isLast && isAmountBefore(wordsAfter(text, piece.end))

/** The plus sign and the bracket before a number go with it. */
const withOpening = (start: number, text: string): number => {
  let first = start
  while (first > start - 2 && /[+(]/.test(text[first - 1] ?? '')) first--
  return text.slice(first, start).includes('(') && !text.slice(start, start + 6).includes(')') ? start : first
}
