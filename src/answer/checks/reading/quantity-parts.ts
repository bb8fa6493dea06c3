/** What else a quantity says: the parts of a date, and when two numbers name the same document. */
import { key } from '../../../text/vietnamese.ts'
import { MEASURES } from './quantity.ts'
import type { Quantity } from './quantity.ts'

/** Dates also stand for their parts: `16/9/2024` bears out "ngày 16", "16/9", "tháng 9/2024" and "năm 2024". */
export const withParts = (quantities: readonly Quantity[]): readonly Quantity[] =>
  quantities.flatMap((one) => (one.kind === 'date' ? [one, ...partsOf(one)] : [one]))

const partsOf = (date: Quantity): readonly Quantity[] => {
  const numbers = date.value.includes('-')
    ? date.value.split('-').map(Number)
    : date.value.split('/').map(Number).reverse()
  const [year, month, day] = numbers
  const ofMonth = [
    part(date, `${year}`, 'năm'),
    part(date, `${month}`, 'tháng'),
    { ...date, value: `${month}/${year}` },
  ]
  if (day === undefined) return ofMonth
  return [...ofMonth, part(date, `${day}`, 'ngày'), part(date, `${day}/${month}`, null)]
}

const part = (date: Quantity, value: string, label: string | null): Quantity => ({
  ...date,
  kind: 'number',
  value,
  label: label && key(label),
})

/** "Quy định 27" is any Quy định of that number; a number given in full is that one alone. */
export const isSameDocument = (one: Quantity, said: Quantity): boolean => {
  if (said.value.includes('-')) return one.value === said.value
  const kinds = one.label?.split(' ') ?? []
  return one.value.split('-')[0] === said.value && (said.label ?? '').split(' ').some((kind) => kinds.includes(kind))
}

export const isYear = ({ value, unit }: Quantity): boolean => /^(?:19|20)\d\d$/.test(value) && !MEASURES.has(unit)
