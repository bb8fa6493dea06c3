/** Numbers, dates and document numbers: each must stand in one cited unit, with the same label or the same thing counted. */
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { fold, key } from '../../text/vietnamese.ts'
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import { isKnownAbove, isPlace, placesAbove } from './places-above.ts'
import type { Cited, Evidence } from './reading/evidence.ts'
import type { Quantity } from './reading/quantity.ts'
import { MEASURES } from './reading/quantity.ts'
import { isSameDocument, isYear, withParts } from './reading/quantity-parts.ts'
import type { Reading } from './reading/read.ts'

const FAULTS = { document: 'document_number', date: 'date', number: 'number' } as const
// characters from one end of a range to the other
const RANGE = 40

interface Known {
  readonly cited: Cited
  readonly quantities: readonly Quantity[]
}

export const checkNumbers = ({ text, quantities }: Reading, evidence: Evidence): Checked | null => {
  const known = evidence.cited.map((cited) => ({ cited, quantities: withParts(cited.unit.quantities) }))
  for (const [i, said] of quantities.entries()) {
    const within = known.filter((one) => one.quantities.some((there) => bears(there, said, one.cited)))
    if (within.length === 0) {
      if (said.isArticle && !isContradicted(said, known)) continue
      if (isOfSource(text, quantities, i, known, evidence)) continue
      return faulty(FAULTS[said.kind], text.slice(said.start, said.end + said.unit.length + 1))
    }
    const next = said.link === 'range' ? quantities[i + 1] : undefined
    if (next && !within.some((one) => holdsRange(one, said, next)))
      return faulty('number', text.slice(said.start, next.end))
  }
  return null
}

/** "một" is an article unless the evidence counts the same thing otherwise, or what it counts is a measure. */
const isContradicted = ({ unit }: Quantity, known: readonly Known[]): boolean =>
  MEASURES.has(unit) ||
  (unit !== '' &&
    known.some(({ quantities }) => quantities.some((there) => there.unit === unit && there.value !== '1')))

/**
 * A document, its date or an article may be the one that the units stand in, where they name none themselves:
 * "Quy định số 27-QĐ/ĐUK ngày 16/9/2024 chia chi bộ làm bốn loại", "… (Điều 4)".
 */
const isOfSource = (
  text: string,
  quantities: readonly Quantity[],
  i: number,
  known: readonly Known[],
  evidence: Evidence,
): boolean => {
  const said = quantities[i]!
  const before = quantities[i - 1]
  const isDateOf =
    said.kind === 'date' && before?.kind === 'document' && /^[\s,]*$/.test(text.slice(before.end, said.start))
  const sort = isDateOf ? before : said
  if (!isDateOf && !isPlace(said)) return false
  const isNamed = known.some(({ quantities: all }) =>
    all.some((there) => there.kind === sort.kind && (sort.kind === 'document' || there.label === sort.label)),
  )
  return !isNamed && isKnownAbove(said, placesAbove(evidence))
}

/** Whether `one`, which stands in a unit, says what the statement says. */
const bears = (one: Quantity, said: Quantity, cited: Cited): boolean => {
  if (said.kind === 'document') return one.kind === 'document' && isSameDocument(one, said)
  if (one.value !== said.value || (said.kind === 'date' && one.kind !== 'date')) return false
  if (said.kind === 'date' || isYear(said)) return true
  // "từ điểm 5 trở lên", "từ 5 điểm trở lên"
  if ((said.label ?? said.unit) === POINTS && (one.label ?? one.unit) === POINTS) return true
  if (said.label) return one.label === said.label || (one.label === null && one.unit === '')
  if (said.unit === '' || one.unit === said.unit) return true
  return (one.label === null || one.unit !== '') && countsToo(one, said, cited)
}
const POINTS = key('điểm')
const PEOPLE = new Set(['người', 'đồng chí', 'thành', 'vị', 'cá'].map(key))

/** The same thing counted with other words between: "9 nội dung, chỉ tiêu"; "số thành viên là 3 người" → "3 thành viên". */
const countsToo = (one: Quantity, said: Quantity, { unit }: Cited): boolean => {
  if (MEASURES.has(said.unit) && MEASURES.has(one.unit)) return false
  if (
    wordsIn(unit.text.slice(one.end, one.end + 60))
      .slice(0, 4)
      .includes(said.unit)
  )
    return true
  if (MEASURES.has(said.unit) || MEASURES.has(one.unit)) return false
  if (PEOPLE.has(one.unit) && PEOPLE.has(said.unit)) return true
  const before = wordsIn(unit.text.slice(Math.max(0, one.start - 60), one.start))
  return (one.unit === '' || PEOPLE.has(one.unit)) && before.slice(-8).includes(said.unit)
}

const wordsIn = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{M}]+|[;.:]/gu) ?? []).map(key).filter((word) => !isFunctionWord(fold(word), word))

/** Both ends of a range stand close together in the unit, in the same order. */
const holdsRange = ({ cited, quantities }: Known, from: Quantity, to: Quantity): boolean =>
  quantities.some(
    (a) =>
      bears(a, from, cited) &&
      quantities.some((b) => b.start >= a.start && b !== a && b.start - a.end < RANGE && bears(b, to, cited)),
  )
