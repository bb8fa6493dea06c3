/** Positioned pieces of a PDF page → lines with their place on the page. */

/** A line, or the part of a line that stands apart from the rest of it (a column, a cell). Measures in points, y downwards. */
export interface PdfLine {
  readonly text: string
  readonly page: number
  readonly x0: number
  readonly x1: number
  /** Baseline. */
  readonly y: number
  readonly size: number
}

export interface PdfItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

export interface PdfPageFrame {
  readonly page: number
  readonly width: number
  readonly height: number
  /** From the page's own space to the one it is shown in. */
  readonly transform: readonly number[]
}

// in sizes of the font: a gap that is a blank; one that parts columns; one that does so where a letterhead's right half begins
const BLANK = 0.2
const COLUMN = 4
const LETTERHEAD_COLUMN = 1.2
const RIGHT_HALF = /^(?:ĐẢNG CỘNG SẢN|CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐOÀN TNCS|[\p{L} ]{2,25}, ngày\s)/u

/** Lines in the order in which the file draws them; text that runs askew (watermarks) apart. */
export const linesOf = (items: readonly PdfItem[], frame: PdfPageFrame): { lines: PdfLine[]; askew: string[] } => {
  const lines: PdfLine[] = []
  const askew: string[] = []
  let open: Open | null = null
  const close = (): void => {
    if (open !== null && open.text.trim() !== '') lines.push(finished(open, frame.page))
    open = null
  }
  for (const item of items) {
    if (item.str === '') continue
    const place = placed(item, frame)
    if (place === null) {
      if (item.str.trim() !== '') askew.push(item.str.trim())
      continue
    }
    if (open !== null && isReference(item, place, open)) continue
    if (open === null || parts(open, place, item.str)) {
      close()
      if (item.str.trim() === '') continue
      open = { text: item.str, x0: place.x, x1: place.x + place.width, y: place.y, size: place.size }
      continue
    }
    const gap = place.x - open.x1
    const blank = gap > BLANK * open.size && !/\s$/.test(open.text) && !/^\s/.test(item.str)
    open.text += (blank ? ' ' : '') + item.str
    // trailing blanks do not make a line long
    if (item.str.trim() !== '') {
      open.x1 = Math.max(open.x1, place.x + place.width)
      open.size = Math.max(open.size, place.size)
    }
  }
  close()
  return { lines, askew }
}

interface Open {
  text: string
  x0: number
  x1: number
  y: number
  size: number
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

const placed = (
  item: PdfItem,
  { transform: [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] }: PdfPageFrame,
): Place | null => {
  const [ta = 1, tb = 0, tc = 0, td = 1, tx = 0, ty = 0] = item.transform
  const across = a * ta + c * tb
  const down = b * ta + d * tb
  if (Math.abs(down) > Math.abs(across) * 0.1) return null
  return {
    x: a * tx + c * ty + e,
    y: b * tx + d * ty + f,
    width: item.width,
    size: item.height > 0 ? item.height : Math.hypot(tc, td),
  }
}

/** A raised small number: the mark of a footnote, no part of the sentence. */
const isReference = (item: PdfItem, place: Place, open: Open): boolean =>
  /^\s*\(?\d{1,2}\)?\s*$/.test(item.str) &&
  place.size < open.size * 0.8 &&
  open.y - place.y > open.size * 0.2 &&
  open.y - place.y < open.size

const parts = (open: Open, place: Place, text: string): boolean => {
  const raised = Math.abs(place.y - open.y)
  if (raised > Math.max(open.size, place.size) * 0.45) return true
  const gap = place.x - open.x1
  if (gap < -open.size) return true
  if (text.trim() === '') return false
  return gap > COLUMN * open.size || (gap > LETTERHEAD_COLUMN * open.size && RIGHT_HALF.test(text))
}

const finished = ({ text, x0, x1, y, size }: Open, page: number): PdfLine => ({
  text: text.trimEnd(),
  x0,
  x1,
  y,
  size,
  page,
})
