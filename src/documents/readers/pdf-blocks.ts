import type { Block } from '../document.ts'
import type { PdfLine } from './pdf-lines.ts'
import { paragraphsOf, type PdfMeasures } from './pdf-paragraphs.ts'
import { tidy } from './tidy.ts'

const SMALL = 0.88
const FOOTNOTE = /^\s*[([]?(?:\d{1,2}|\*{1,3})[)\]]?[\s.:]*\p{L}/u

/** Lines without furniture → blocks with their pages; footnotes follow the paragraph in which their page ends. */
export const pdfBlocks = (lines: readonly PdfLine[], measures: PdfMeasures): Block[] => {
  const notes = footnotesOf(lines, measures)
  const body = paragraphsOf(
    lines.filter((line) => !notes.has(line)),
    measures,
  )
  const waiting = [...notes]
  const blocks: Block[] = []
  const emit = (text: string, page: number): void => {
    const tidied = tidy(text)
    if (tidied !== '') blocks.push({ kind: 'paragraph', text: tidied, page })
  }
  for (const paragraph of body) {
    const due = waiting.filter((note) => note.page < paragraph.page)
    for (const note of paragraphsOf(due, measures)) emit(note.text, note.page)
    waiting.splice(0, due.length)
    emit(paragraph.text, paragraph.page)
  }
  for (const note of paragraphsOf(waiting, measures)) emit(note.text, note.page)
  return blocks
}

/** The small lines at the foot of a page from the first that bears a note's mark. */
const footnotesOf = (lines: readonly PdfLine[], { size }: PdfMeasures): Set<PdfLine> => {
  const notes = new Set<PdfLine>()
  const pages = Map.groupBy(lines, (line) => line.page)
  for (const page of pages.values()) {
    const sorted = [...page].sort((a, b) => a.y - b.y)
    let from = sorted.length
    while (from > 0 && sorted[from - 1]!.size < size * SMALL) from--
    const first = sorted.findIndex((line, at) => at >= from && FOOTNOTE.test(line.text))
    if (first > 0) for (const line of sorted.slice(first)) notes.add(line)
  }
  return notes
}
