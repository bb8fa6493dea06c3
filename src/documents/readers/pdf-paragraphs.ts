/** Lines of a PDF → paragraphs: by markers, indents, gaps and the fullness of the line before. */
import { beginsLower, beginsParagraph, endsSentence, joinPieces } from './line-starts.ts'
import type { PdfLine } from './pdf-lines.ts'

export interface PdfParagraph {
  readonly text: string
  /** Page on which it begins. */
  readonly page: number
  /** Its lines, for what is decided by their places. */
  readonly lines: readonly PdfLine[]
}

/** Measures of the text block, in points. */
export interface PdfMeasures {
  readonly left: number
  readonly right: number
  /** Usual distance of baselines within a paragraph. */
  readonly leading: number
  readonly size: number
}

// how far a full line of unjustified text may end from the edge, as a part of the width
const RAGGED = 0.12
const WIDE_GAP = 1.45
const WIDEST_GAP = 2.2

export const measuresOf = (lines: readonly PdfLine[]): PdfMeasures => {
  const long = lines.filter((line) => line.text.length >= 40)
  const some = long.length > 0 ? long : lines
  const size = commonest(some.map((line) => Math.round(line.size * 2) / 2))
  const left = commonest(some.map((line) => Math.round(line.x0)))
  const right = quantile(
    some.map((line) => line.x1),
    0.9,
  )
  const gaps = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    const gap = next !== undefined && next.page === line.page ? next.y - line.y : 0
    return gap > size * 0.8 && gap < size * 2.5 ? [gap] : []
  })
  return { left, right, size, leading: gaps.length === 0 ? size * 1.3 : quantile(gaps, 0.3) }
}

export const paragraphsOf = (lines: readonly PdfLine[], measures: PdfMeasures): PdfParagraph[] => {
  const paragraphs: { text: string; page: number; lines: PdfLine[] }[] = []
  for (const line of withBulletsAhead(lines)) {
    const open = paragraphs.at(-1)
    const last = open?.lines.at(-1)
    if (open !== undefined && last !== undefined && continues(last, line, measures, open.lines)) {
      open.text = joinPieces(open.text, line.text.trim())
      open.lines.push(line)
    } else paragraphs.push({ text: line.text.trim(), page: line.page, lines: [line] })
  }
  return paragraphs
}

const continues = (before: PdfLine, line: PdfLine, measures: PdfMeasures, paragraph: readonly PdfLine[]): boolean => {
  const text = line.text.trim()
  // rules drawn with dashes or asterisks belong to no sentence
  if (!/[\p{L}\d]/u.test(text) || !/[\p{L}\d]/u.test(before.text)) return false
  const ended = endsSentence(before.text)
  const full = isFull(before, line, measures)
  if (beginsParagraph(text, full && !isTitle(before.text) ? before.text : null)) return false
  const runsOn = beginsLower(text) && !ended
  const indented = line.x0 > measures.left + measures.size * 0.7
  const openBracket = brackets(paragraph) > 0
  if (line.page !== before.page) return runsOn || (full && !indented && !isTitle(before.text))
  const gap = line.y - before.y
  // backwards or beside: another column or cell
  if (gap < measures.leading * 0.3 || Math.abs(line.size - before.size) > 2) return false
  if (isTitle(before.text)) return isTitle(text) && full && gap <= measures.leading * WIDE_GAP
  // a sentence hardly ever goes on with a whole line of capitals: that is a name or a title below it
  if (isTitle(text) && text.split(/\s+/).length >= 4) return false
  if (runsOn) return gap <= measures.leading * WIDEST_GAP
  if (gap > measures.leading * WIDE_GAP) return false
  if (openBracket) return true
  if (!full) return false
  const hanging = paragraph.length > 1 && Math.abs(line.x0 - paragraph.at(-1)!.x0) < 2
  return !indented || hanging || !ended
}

/** A bullet that was typed at the end of a line belongs before the next. */
const withBulletsAhead = (lines: readonly PdfLine[]): PdfLine[] => {
  let carried = ''
  return lines.map((line) => {
    const [, rest, bullet] = /^(.*[.;:!?…])\s+([-–+•])$/u.exec(line.text.trimEnd()) ?? []
    const text = carried === '' ? (rest ?? line.text) : `${carried} ${(rest ?? line.text).trimStart()}`
    carried = bullet ?? ''
    return { ...line, text }
  })
}

/** Brackets that are still open. */
const brackets = (paragraph: readonly PdfLine[]): number => {
  const text = paragraph.map((line) => line.text).join(' ')
  return text.split('(').length - text.split(')').length - (/^\s*[\da-zđ]{1,2}\)/u.test(text) ? -1 : 0)
}

/** Whether the next line's first word had no room left on this one: then the break is the layout's, not the author's. */
const isFull = (before: PdfLine, line: PdfLine, { left, right }: PdfMeasures): boolean => {
  const text = line.text.trim()
  const word = /^\S+/.exec(text)?.[0].length ?? 0
  const perLetter = (line.x1 - line.x0) / Math.max(1, text.length)
  return (
    before.x1 + (word + 0.8) * perLetter > right - 2 ||
    (beginsLower(text) && before.x1 > right - (right - left) * RAGGED)
  )
}

/** A line in capitals: a title goes on only in capitals, and only from a full line. */
const isTitle = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text)

const commonest = (values: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
