/** Numbers, dates and document numbers of a statement: each must stand in one cited unit, with the same label or the same thing counted. */
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { fold, key } from '../../text/vietnamese.ts'
import type { Cited, Evidence } from './reading/evidence.ts'
import { faulty } from './fault.ts'
import type { Checked } from './fault.ts'
import type { Quantity } from './reading/quantities.ts'
import { read } from './reading/read.ts'
import type { Reading } from './reading/read.ts'

/** Whole dates also stand for their parts: `16/9/2024` bears out "ngày 16", "tháng 9/2024" and "năm 2024". */
export const withParts = (quantities: readonly Quantity[]): readonly Quantity[] =>
  quantities.flatMap((one) => {
    if (one.kind !== 'date') return [one]
    const [year, month, day] = one.value.includes('-')
      ? one.value.split('-').map(Number)
      : one.value.split('/').map(Number).reverse()
    if (!one.value.includes('-') && year! < 1900) {
      return [one, part(one, `${year}`, 'tháng'), part(one, `${month}`, 'ngày'), part(one, one.value, null)]
    }
    return [
      one,
      part(one, `${year}`, 'năm'),
      part(one, `${month}`, 'tháng'),
      { ...one, value: `${month}/${year}` },
      ...(day === undefined
        ? []
        : [part(one, `${day}`, 'ngày'), part(one, `${day}/${month}`, null), { ...one, value: `${day}/${month}` }]),
    ]
  })

const part = (date: Quantity, value: string, label: string | null): Quantity => ({
  ...date,
  kind: 'number',
  value,
  label: label && key(label),
})

export const checkQuantities = (statement: Reading, evidence: Evidence): Checked | null => {
  const known = evidence.cited.map((cited) => ({ cited, quantities: withParts(cited.unit.quantities) }))
  for (const [i, said] of statement.quantities.entries()) {
    const within = known.filter(({ cited, quantities }) => quantities.some((one) => bears(one, said, cited)))
    if (said.isArticle && within.length === 0 && !isContradicted(said, known)) continue
    if (within.length === 0) return faulty(FAULTS[said.kind], statement.text.slice(said.start, said.end + 12))
    const next = statement.quantities[i + 1]
    if (
      said.link === 'range' &&
      next &&
      !within.some(({ cited, quantities }) => holdsRange(quantities, said, next, cited))
    )
      return faulty('number', statement.text.slice(said.start, next.end))
  }
  return null
}

const FAULTS = { document: 'document_number', date: 'date', number: 'number' } as const

type Known = readonly { readonly cited: Cited; readonly quantities: readonly Quantity[] }[]

/** "một" is an article unless the evidence counts the same thing otherwise, or what it counts is a measure. */
const isContradicted = (said: Quantity, known: Known): boolean =>
  MEASURES.has(said.unit) ||
  known.some(
    ({ quantities }) => said.unit !== '' && quantities.some((one) => one.unit === said.unit && one.value !== '1'),
  )

/** Whether `one`, which stands in the unit, says what the statement says. */
const bears = (one: Quantity, said: Quantity, cited: Cited): boolean => {
  if (said.kind === 'document') return one.kind === 'document' && isSameDocument(one, said)
  if (one.value !== said.value || (said.kind === 'date' && one.kind !== 'date')) return false
  if (said.kind === 'date' || isYear(said)) return true
  // "từ điểm 5 trở lên", "từ 5 điểm trở lên"
  if ((said.label ?? said.unit) === POINTS && (one.label ?? one.unit) === POINTS) return true
  if (said.label) return one.label === said.label || (one.label === null && one.unit === '')
  if (said.unit === '') return true
  if (one.unit === said.unit) return true
  if (one.label !== null && one.unit === '') return false
  return countsToo(one, said, cited)
}

const isYear = ({ value, unit }: Quantity): boolean => /^(?:19|20)\d\d$/.test(value) && !MEASURES.has(unit)

export const isSameDocument = (one: Quantity, said: Quantity): boolean => {
  if (said.value.includes('-')) return one.value === said.value
  const kinds = one.label?.split(' ') ?? []
  return one.value.split('-')[0] === said.value && (said.label ?? '').split(' ').some((kind) => kinds.includes(kind))
}

// what is measured in these is not told by another noun: 90 điểm are no 90 %, 7 ngày no 7 tháng
export const MEASURES = new Set(
  'ngày|ngày làm việc|tháng|năm|năm học|tuần|giờ|phút|giây|quý|kỳ|học kỳ|lần|điểm|%|đồng|tuổi|buổi|tiết|tín|khóa|triệu|tỷ|mét|m|m2|ha|km|kg|cấp|bậc|usd|phiếu|trang|thập|thế|đợt'
    .split('|')
    .map(key),
)
const POINTS = key('điểm')
const PEOPLE = new Set(['người', 'đồng chí', 'thành', 'vị', 'cá'].map(key))

/** The same thing counted with other words between: "9 nội dung chỉ tiêu"; "số thành viên là 3 người" → "3 thành viên". */
const countsToo = (one: Quantity, said: Quantity, { unit }: Cited): boolean => {
  if (MEASURES.has(said.unit) && MEASURES.has(one.unit)) return false
  const behind = wordsBehind(unit.text.slice(one.end, one.end + 60))
  if (behind.slice(0, 4).includes(said.unit)) return true
  if (MEASURES.has(said.unit) || MEASURES.has(one.unit)) return false
  if (PEOPLE.has(one.unit) && PEOPLE.has(said.unit)) return true
  const before = wordsBehind(unit.text.slice(Math.max(0, one.start - 60), one.start))
  return (one.unit === '' || PEOPLE.has(one.unit)) && before.slice(-8).includes(said.unit)
}

const wordsBehind = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{M}]+|[;.:]/gu) ?? []).map(key).filter((word) => !isFunctionWord(fold(word), word))

/** Both ends of a range stand together in the unit, in the same order. */
const holdsRange = (quantities: readonly Quantity[], from: Quantity, to: Quantity, cited: Cited): boolean =>
  quantities.some((a, i) => {
    if (!bears(a, from, cited)) return false
    return quantities
      .slice(i + 1)
      .some((b) => b.start >= a.start && b.start - a.end < 40 && bears(b, to, cited) && b !== a)
  })
void read
