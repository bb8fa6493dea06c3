/** Numbers in words, as far as documents write them out: `mười hai`, `hai mươi lăm`, `một trăm linh năm`, `hai phần ba`. */
import { numbersIn } from '../../../text/numbers/number-words.ts'
import type { Syllable } from '../../../text/terms.ts'

const ONES: Readonly<Record<string, number>> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
}
/** Keys (vietnamese.ts) of what multiplies the number before it. */
export const MULTIPLIERS: Readonly<Record<string, number>> = {
  trăm: 100,
  nghìn: 1000,
  ngàn: 1000,
  triệu: 1e6,
  tỉ: 1e9,
}
// "tư cách", "lăm le": these are digits only within a number
const NOT_FIRST = new Set(['tư', 'mốt', 'lăm', 'nhăm'])
// "một số", "một vài", "một phần", "một bộ phận", "một cách", "một khi", "một mặt": some, or nothing at all
const NOT_ONE = new Set(['số', 'vài', 'phần', 'bộ', 'cách', 'khi', 'mặt'])
// after "thứ" every digit is an ordinal: "thứ nhất", "lần thứ tư", "thứ năm"
const ORDINALS: Readonly<Record<string, number>> = { ...ONES, nhất: 1, nhì: 2, mười: 10 }

export interface SpelledNumber {
  /** Indices of the first syllable and of the one behind the last. */
  readonly from: number
  readonly to: number
  /** `12`, or `2/3` for a fraction. */
  readonly value: string
}

/** Every number in words. `joined(i)` says that only white space stands between syllable i and the next. */
export const spelledNumbers = (
  text: string,
  words: readonly Syllable[],
  joined: (i: number) => boolean,
): readonly SpelledNumber[] => {
  const fives = new Set(numbersIn(text).map(({ start }) => start))
  const found: SpelledNumber[] = []
  const isFirst = (i: number): boolean => {
    const word = words[i]!.accented
    if (word === 'mười') return true
    if (!(word in ONES) || NOT_FIRST.has(word)) return false
    if (word === 'một' && NOT_ONE.has(words[i + 1]?.accented ?? '')) return false
    return word !== 'năm' || fives.has(words[i]!.start) || (joined(i) && isCountedByFive(words, i))
  }
  for (let i = 0; i < words.length; i++) {
    const ordinal = words[i]!.accented === 'thứ' && joined(i) ? ORDINALS[words[i + 1]?.accented ?? ''] : undefined
    if (ordinal !== undefined && !isScale(words[i + 2]?.accented) && words[i + 1]!.accented !== 'mười') {
      found.push({ from: i + 1, to: i + 2, value: `${ordinal}` })
      i += 1
    } else if (words[i]!.accented === 'nửa') {
      found.push({ from: i, to: i + 1, value: '1/2' })
    } else if (words[i]!.accented === 'một' && words[i + 1]?.accented === 'nửa' && joined(i)) {
      found.push({ from: i, to: i + 2, value: '1/2' })
      i += 1
    } else if (isFirst(i)) {
      const whole = numberAt(words, i, joined)
      const over = words[whole.to]?.accented === 'phần' && joined(whole.to - 1) && joined(whole.to) ? whole.to + 1 : 0
      const under = over && words[over] && isFirst(over) ? numberAt(words, over, joined) : null
      const number = under ? { from: i, to: under.to, value: `${whole.value}/${under.value}` } : whole
      found.push({ ...number, value: `${number.value}` })
      i = number.to - 1
    }
  }
  return found
}

/** "năm mươi", "năm tuần", "trong năm năm": here it is a five and no year; number-words.ts knows the nouns. */
const isCountedByFive = (words: readonly Syllable[], i: number): boolean => {
  const next = words[i + 1]?.accented
  if (isScale(next)) return true
  if (next === 'năm') return !/^\d/.test(words[i + 2]?.accented ?? '') && words[i - 1]?.accented !== 'tháng'
  return next !== undefined && (TIMES.has(next) || COUNTING.has(words[i - 1]?.accented ?? ''))
}
const COUNTING = new Set(['gồm', 'đủ', 'thành'])
const TIMES = new Set(['tuần', 'giờ', 'phút', 'tiết', 'buổi'])

const isScale = (word: string | undefined): boolean => word === 'mươi' || (word !== undefined && word in MULTIPLIERS)

/** The number that begins at syllable `from`. */
const numberAt = (words: readonly Syllable[], from: number, joined: (i: number) => boolean) => {
  let total = 0
  let group = 0
  let last = 0
  let afterZero = false
  let at = from
  for (; at < words.length && (at === from || joined(at - 1)); at++) {
    const word = words[at]!.accented
    if (word === 'mười' && last === 0) last = 10
    else if (word === 'mươi' && last > 0 && last < 10) {
      group += last * 10
      last = 0
    } else if (word === 'trăm' && last > 0) {
      group += last * 100
      last = 0
    } else if (word in MULTIPLIERS && word !== 'trăm' && group + last > 0) {
      total += (group + last) * MULTIPLIERS[word]!
      group = 0
      last = 0
    } else if ((word === 'linh' || word === 'lẻ') && group > 0 && (words[at + 1]?.accented ?? '') in ONES) {
      afterZero = true
      continue
    }
    // "hai năm", "hai mươi năm": years; "mười lăm" is fifteen
    else if (word in ONES && word !== 'năm' && last === 10) last += ONES[word]!
    else if (word in ONES && last === 0 && (at === from || ((word !== 'năm' || afterZero) && group + total > 0)))
      last = ONES[word]!
    else break
    afterZero = false
  }
  return { from, to: at, value: total + group + last }
}
