/** What a quantity numbers or counts: the label before it, the unit behind it, its neighbours in a list or range. */
import type { Syllable } from '../../../text/terms.ts'
import { isFunctionWord } from '../../../text/typing/function-words.ts'
import { key } from '../../../text/vietnamese.ts'
import type { FoundQuantity, Quantity } from './quantity.ts'
import { MEASURES } from './quantity.ts'
import { MULTIPLIERS } from './spelled-numbers.ts'

const LABELS = new Set(
  'điều khoản điểm mục chương phần tiết bước câu quý khóa kỳ lần tháng ngày năm bậc cấp loại nhóm hạng lớp trang đợt thứ mẫu lục tổ'
    .split(' ')
    .map(key),
)
const NO_PARTS = new Set(['học', 'thành', 'cổ', 'một'])
// units of several syllables whose first alone is another one
const LONG_UNITS = new Map(
  ['ngày làm việc', 'năm học', 'năm tuổi', 'học kỳ', 'đồng chí', 'điểm phần trăm', 'phần trăm'].map((unit) => [
    key(unit),
    unit === 'phần trăm' ? '%' : key(unit),
  ]),
)
const LIST = /^[\s(]*(?:,|;|,?\s*và|hoặc|hay|,?\s*(?:khoản|điểm|điều)|và\s+(?:khoản|điểm|điều))\s*$/iu
const RANGE = /^\s*(?:[-–]|(?:cho\s+)?(?:đến|tới)(?:\s+(?:dưới|hết|trước))?(?:\s+(?:ngày|tháng|năm|khoản|điều))?)\s*$/iu

/** Labels run from left to right through a list ("các khoản 1, 2 và 3"), units from right to left ("từ 3 đến 5 ngày"). */
export const withSurroundings = (
  text: string,
  words: readonly Syllable[],
  given: readonly FoundQuantity[],
): readonly Quantity[] => {
  const found = given.map((one) => multiplied(text, words, one))
  const links = found.map((one, i) => linkBetween(text, one, found[i + 1]))
  const behind = found.map((one, i) => unitBehind(text, words, one, found[i + 1]))
  const labels: (string | null)[] = []
  found.forEach((one, i) => {
    // "mỗi tháng một lần", "tháng 1 lần": the month has no number
    const isCount = behind[i] !== '' && (one.isSpelled || MEASURES.has(behind[i]!))
    const own = one.label ?? (isCount ? null : labelBefore(text, words, one.start))
    labels.push(own ?? (i > 0 && links[i - 1] && !behind[i] ? labels[i - 1]! : null))
  })
  const units: string[] = []
  for (let i = found.length - 1; i >= 0; i--)
    units[i] = behind[i] || (links[i] && labels[i + 1] === labels[i] ? units[i + 1]! : '')
  return found.flatMap(({ start, end, kind, value, isArticle }, i) => {
    if (i > 0 && isRepeated(text, found[i - 1]!, found[i]!)) return []
    const next = found[i + 1]
    if (next && isRepeated(text, found[i]!, next)) end = next.end
    const unit = kind === 'number' ? units[i]! : ''
    const link = next && end === next.end ? links[i + 1]! : links[i]!
    return [{ start, end, kind, value, label: labels[i]!, unit, link, isArticle: isArticle ?? false }]
  })
}

/** `40 triệu` is 40000000. */
const multiplied = (text: string, words: readonly Syllable[], one: FoundQuantity): FoundQuantity => {
  const next = words.find(({ start }) => start >= one.end)
  const factor = next && /^\s*$/.test(text.slice(one.end, next.start)) ? MULTIPLIERS[next.accented] : undefined
  if (!factor || one.kind !== 'number' || !/^\d+(?:\.\d+)?$/.test(one.value)) return one
  return { ...one, end: next!.end, value: `${Number((Number(one.value) * factor).toPrecision(12))}` }
}

const linkBetween = (text: string, one: FoundQuantity, next: FoundQuantity | undefined): Quantity['link'] => {
  if (!next) return null
  const between = text.slice(one.end, next.start).replace(/^\s*%/, '')
  // "từ 30 triệu đồng đến 50 triệu đồng": the unit may stand twice
  const bare = between.replace(/^\s*(?:đồng|ngày|tháng|năm|điểm|tuổi|giờ|người|tuần|lần)(?=\s+(?:đến|tới)\s)/iu, '')
  if (RANGE.test(bare)) return 'range'
  return LIST.test(between) || isRepeated(text, one, next) ? 'list' : null
}

/** `03 (ba)` says one number twice. */
const isRepeated = (text: string, one: FoundQuantity, next: FoundQuantity): boolean =>
  one.value === next.value && /^\s*\(\s*$/.test(text.slice(one.end, next.start))

const labelBefore = (text: string, words: readonly Syllable[], at: number): string | null => {
  let i = words.findLastIndex(({ end }) => end <= at)
  if (i < 0 || !/^[\s:]*$/.test(text.slice(words[i]!.end, at))) return null
  if (words[i]!.accented === 'số' && i > 0) i -= 1
  const word = words[i]!.accented
  // "học phần 5" numbers no part
  if (!LABELS.has(word) || (word === 'phần' && NO_PARTS.has(words[i - 1]?.accented ?? ''))) return null
  return word === 'lần' ? 'thứ' : word
}

const unitBehind = (
  text: string,
  words: readonly Syllable[],
  { end: at, isSpelled }: FoundQuantity,
  next: FoundQuantity | undefined,
): string => {
  if (/^\s*%/.test(text.slice(at))) return '%'
  const attached = /^\p{L}+/u.exec(text.slice(at))
  if (attached) return key(attached[0])
  const i = words.findIndex(({ start }) => start >= at)
  if (i < 0 || !/^\s*\)?\s*$/.test(text.slice(at, words[i]!.start))) return ''
  const { accented, folded, end } = words[i]!
  // "3 Điều 4", "5 đến 7": a label of what follows, or no noun at all
  const isLabel = LABELS.has(accented) && !isSpelled && next && !next.isSpelled
  if (isLabel && /^[\s:]*$/.test(text.slice(end, next.start))) return ''
  if (isFunctionWord(folded, accented) && accented !== 'năm') return ''
  const three = [0, 1, 2].map((k) => words[i + k]?.accented ?? '')
  return LONG_UNITS.get(three.join(' ')) ?? LONG_UNITS.get(three.slice(0, 2).join(' ')) ?? accented
}
