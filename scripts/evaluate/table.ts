/** Measures as tables that fit a terminal of 80 columns. */
import type { Estimate, Row } from './estimates.ts'
import { isShare, type Measure } from './measures.ts'

export type Cells = readonly string[]

/** First column to the left, the others to the right; a first cell that is too long is shortened. */
export const aligned = (rows: readonly Cells[], widest = 20): string => {
  const cut = rows.map((row) => [shortened(row[0]!, widest), ...row.slice(1)])
  const widths = cut[0]!.map((_, column) => Math.max(...cut.map((row) => width(row[column]!))))
  return cut
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell + blank(widths[i]! - width(cell)) : blank(widths[i]! - width(cell)) + cell))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('')
}

const width = (text: string): number => [...text.normalize('NFC')].length
const blank = (count: number): string => ' '.repeat(Math.max(0, count))
const shortened = (text: string, most: number): string =>
  width(text) <= most ? text : `${[...text].slice(0, most - 1).join('')}…`

/** Shares in percent, lengths in characters, with a comma as the decimal sign. */
export const shown = (measure: Measure, value: number): string =>
  isShare(measure) ? decimal(100 * value, 1) : decimal(value, 0)

export const decimal = (value: number, digits: number): string => value.toFixed(digits).replace('.', ',')

const COLUMNS: readonly { readonly head: Cells; readonly measure: Measure; readonly isWide?: true }[] = [
  { head: ['đúng đầu', '(R@1)'], measure: 'recall@1', isWide: true },
  { head: ['trong 5', '(R@5)'], measure: 'recall@5' },
  { head: ['xếp hạng', '(nDCG)'], measure: 'ndcg@10' },
  { head: ['có đáp án', ''], measure: 'answerHit', isWide: true },
  { head: ['chữ', ''], measure: 'answerLength' },
  { head: ['từ chối', 'đúng'], measure: 'refusedRight' },
  { head: ['từ chối', 'nhầm'], measure: 'refusedWrong' },
]

/** One line a row; columns that say nothing in any row are left out. */
export const rowsTable = (title: string, rows: readonly Row[]): string => {
  const columns = COLUMNS.filter(({ measure }) => rows.some(({ estimates }) => estimates[measure]))
  return aligned(
    [
      [title, 'câu', ...columns.map(({ head }) => head[0]!)],
      ['', '', ...columns.map(({ head }) => head[1]!)],
      ...rows.map(({ label, questions, estimates }) => [
        label,
        String(questions),
        ...columns.map(({ measure, isWide }) => cell(measure, estimates[measure], isWide ?? false)),
      ]),
    ],
    17,
  )
}

const cell = (measure: Measure, estimate: Estimate | undefined, isWide: boolean): string => {
  if (!estimate) return '–'
  const value = shown(measure, estimate.value)
  // the longer side: of 5 right ones of 5 the truth can only lie below
  const [low, high] = estimate.interval
  return isWide ? `${value} ±${shown(measure, Math.max(high - estimate.value, estimate.value - low))}` : value
}
