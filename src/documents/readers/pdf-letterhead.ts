import type { PdfLine } from './pdf-lines.ts'

const MOTTO = /^(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐOÀN TNCS HỒ CHÍ MINH)/u
const SEARCHED = 14

/**
 * The lines of a first page with its letterhead column by column: issuer and number, then motto, place and date.
 * Files draw the two columns in any order, some of them row by row, which tears the issuer's lines apart.
 */
export const withLetterhead = (lines: readonly PdfLine[], pageWidth: number): PdfLine[] => {
  const motto = lines.slice(0, SEARCHED).find((line) => MOTTO.test(line.text.trim()))
  if (motto === undefined || centre(motto) < pageWidth * 0.55) return [...lines]
  const head: PdfLine[] = []
  const above: PdfLine[] = []
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const middling = Math.abs(centre(line) - pageWidth / 2) < pageWidth * 0.1
    // a stamp or a note across the page may stand above the columns; what lies across it below them is the document's type
    if (middling || line.x1 - line.x0 > pageWidth * 0.6) {
      if (line.y < motto.y && head.length === 0) above.push(line)
      else break
    } else head.push(line)
  }
  if (!head.includes(motto)) return [...lines]
  const left = head.filter((line) => centre(line) < motto.x0)
  const right = head.filter((line) => !left.includes(line))
  return [...above, ...left, ...right, ...lines.filter((line) => !head.includes(line) && !above.includes(line))]
}

const centre = (line: PdfLine): number => (line.x0 + line.x1) / 2
