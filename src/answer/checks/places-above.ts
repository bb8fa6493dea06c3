/** The places and numbers that stand above cited units: articles and clauses by their headings and markers, documents by their source line. */
import { key } from '../../text/vietnamese.ts'
import { arabic } from '../../text/numbers/numerals.ts'
import { isSameDocument, withParts } from './check-quantities.ts'
import type { Evidence } from './reading/evidence.ts'
import { markerIn } from './reading/evidence.ts'
import type { Quantity } from './reading/quantities.ts'

const NUMBERED = ['khoản', 'mục', 'điểm', 'phần', 'tiểu', 'ý', 'bước'].map(key)
const ROMAN = ['mục', 'phần', 'chương'].map(key)

export const placesAbove = ({ cited }: Evidence): readonly Quantity[] =>
  cited.flatMap(({ above, marker }) => [
    ...above.flatMap(({ text, quantities }) => [...withParts(quantities), ...placesOf(markerIn(text))]),
    ...placesOf(marker),
  ])

/** `4.` is khoản 4, mục 4 or điểm 4; `II.` mục, phần or chương 2; `a)` điểm a. */
const placesOf = (marker: string): readonly Quantity[] => {
  const said = /[\p{L}\d.]*[\p{L}\d]/u.exec(marker)?.[0]
  if (said === undefined) return []
  if (/^\d/.test(said)) return NUMBERED.map((label) => place(said.replace(/^0+(?=\d)/, ''), label))
  const roman = /^[IVX]+$/.test(said) ? arabic(said) : null
  return roman === null ? [place(said.toLowerCase(), key('điểm'))] : ROMAN.map((label) => place(`${roman}`, label))
}

const place = (value: string, label: string): Quantity => ({
  start: 0,
  end: 0,
  kind: 'number',
  value,
  label,
  unit: '',
  link: null,
  isArticle: false,
})

export const isKnownAbove = (said: Quantity, known: readonly Quantity[]): boolean =>
  known.some((one) => {
    if (said.kind === 'document') return one.kind === 'document' && isSameDocument(one, said)
    if (said.value !== one.value) return false
    if (said.kind === 'date') return one.kind === 'date'
    return said.label === one.label || (said.label === null && one.label === null)
  })
