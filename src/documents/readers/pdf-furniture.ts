/** What stands on every page and belongs to none: running heads and feet, page numbers. */
import { beginsParagraph } from './line-starts.ts'
import type { PdfLine } from './pdf-lines.ts'

const EDGE_LINES = 3
const REPEATED = 0.4
const PAGE_NUMBER = /^[-–—\s]*(?:trang\s*)?(\d{1,4})(?:\s*[/|]\s*\d{1,4})?[-–—\s.]*$/i

/** The lines of each page without its furniture, and the furniture (each text once; page numbers are not worth keeping). */
export const withoutFurniture = (
  pages: readonly (readonly PdfLine[])[],
): { pages: PdfLine[][]; furniture: string[] } => {
  const edges = pages.map(edgeLines)
  const offset = numberOffset(edges)
  const patternOf = (line: PdfLine): string =>
    line.text
      .replace(/\d+/g, (digits) => (Number(digits) === line.page + (offset ?? 0) ? '#' : digits))
      .replace(/\s+/g, ' ')
      .trim()
  const counts = new Map<string, number>()
  for (const edge of edges) {
    for (const pattern of new Set([...edge].map(patternOf))) counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  }
  const enough = Math.max(3, pages.length * REPEATED)
  const furniture = new Set<string>()
  const isFurniture = (line: PdfLine): boolean => {
    if (offset !== null && numberOf(line) === line.page + offset) return true
    // `Điều 5:` may well be the first line of many pages
    if (beginsParagraph(line.text.trim()) || (counts.get(patternOf(line)) ?? 0) < enough) return false
    furniture.add(line.text.trim())
    return true
  }
  const left = pages.map((lines, at) => lines.filter((line) => !edges[at]!.has(line) || !isFurniture(line)))
  return { pages: left, furniture: [...furniture] }
}

/** The highest and the lowest lines of a page, wherever the file draws them. */
const edgeLines = (lines: readonly PdfLine[]): Set<PdfLine> => {
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  return new Set([...sorted.slice(0, EDGE_LINES), ...sorted.slice(-EDGE_LINES)])
}

const numberOf = (line: PdfLine): number | null => {
  const found = PAGE_NUMBER.exec(line.text.trim())?.[1]
  return found === undefined ? null : Number(found)
}

/** Printed number minus position, where most pages agree on it: a lone number that does not follow is text. */
const numberOffset = (edges: readonly ReadonlySet<PdfLine>[]): number | null => {
  const votes = new Map<number, number>()
  edges.forEach((edge) => {
    const offsets = [...edge].flatMap((line) => {
      const number = numberOf(line)
      return number === null ? [] : [number - line.page]
    })
    for (const offset of new Set(offsets)) votes.set(offset, (votes.get(offset) ?? 0) + 1)
  })
  const [best] = [...votes].sort((a, b) => b[1] - a[1])
  return best !== undefined && best[1] >= Math.max(1, (edges.length - 1) * 0.5) ? best[0] : null
}
