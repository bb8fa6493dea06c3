/** The places and numbers that stand above cited units: articles and clauses by headings and markers, documents by their source line. */
import { arabic } from '../../text/numbers/numerals.ts'
import { key } from '../../text/vietnamese.ts'
import type { Evidence } from './reading/evidence.ts'
import { markerIn } from './reading/evidence.ts'
import type { Quantity } from './reading/quantity.ts'
import { isSameDocument, withParts } from './reading/quantity-parts.ts'

const NUMBERED = ['khoản', 'mục', 'điểm', 'phần', 'bước'].map(key)
const ROMAN = ['mục', 'phần', 'chương'].map(key)
const PLACES = new Set(['điều', 'khoản', 'điểm', 'mục', 'chương', 'phần', 'trang'].map(key))

/** Whether a quantity says where something stands, not how much of it there is. */
export const isPlace = ({ kind, label }: Quantity): boolean =>
  kind === 'document' || (kind === 'number' && label !== null && PLACES.has(label))

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
    return said.kind === 'date' ? one.kind === 'date' : said.label === one.label
  })
