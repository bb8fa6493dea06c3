/** What stands at the head of a list item or of a clause: `Điều 5.`, `II.`, `3.`, `5.2.8.`, `a)`, `(ii)`, `-`. */

export interface Marker {
  /** Lower is higher: Phần 0, Chương 1, Mục 1.5, roman 1.7, Điều 2, `1.` 3, `1.1` 3.4, `a)` 4, `(i)` 4.5, dash 5, plus 5.5 (answering-study §1). */
  readonly rank: number
  /** Characters up to the item's own words. */
  readonly length: number
  /** A named part of a document (Phần, Chương, Mục, Điều …) or a roman numeral: it has a heading even when that is short of a stop. */
  readonly structural: boolean
}

const NUMBERED: Record<string, number> = {
  phần: 0,
  chương: 1,
  mục: 1.5,
  điều: 2,
  câu: 2,
  bước: 2,
  khoản: 3,
}
const LABEL =
  /^(phần|chương|mục|điều|câu|bước|khoản)\s+(?:thứ\s+\p{L}+|\d{1,3}[a-zđ]?|[ivxlc]{1,7})(?:\s*[.:)/-]\s*|\s+(?=[\p{Lu}“"(])|$)/iu
const ROMAN = /^[IVXLC]{1,6}(?:\.\s*|\s*[-–—)]\s*|\s*\/\s*)(?=\S)/u
const DECIMAL = /^\d{1,3}((?:\.\d{1,3})+)\.?(?=\s)\s*/u
const NUMBER = /^(?:\d{1,3}[.)]|\(\d{1,3}\)|\d{1,2}\/)(?=\s|\p{Lu})\s*/u
const LETTER = /^(?:[a-zđ]\)|\([a-zđ]\)|[a-zđ]\.(?=\s))\s*/u
const SMALL_ROMAN = /^(?:\((?:[ivx]{1,5})\)|[ivx]{2,5}\))\s*/u
const DASH = /^[-–—•*·▪●](?=\s|[\p{L}“"])\s*/u
const PLUS = /^\+(?=\s|\p{L})\s*/u

/** The marker that heads a line, or null. */
export const markerOf = (line: string): Marker | null => {
  const label = LABEL.exec(line)
  if (label) return { rank: NUMBERED[label[1]!.toLowerCase()]!, length: label[0].length, structural: true }
  for (const [pattern, rank, structural] of SHAPES) {
    const found = pattern.exec(line)
    if (found) return { rank, length: found[0].length, structural }
  }
  const decimal = DECIMAL.exec(line)
  if (!decimal) return null
  const depth = decimal[1]!.split('.').length - 1
  return { rank: 3.4 + 0.05 * (depth - 1), length: decimal[0].length, structural: false }
}

const SHAPES: readonly (readonly [RegExp, number, boolean])[] = [
  [ROMAN, 1.7, true],
  [SMALL_ROMAN, 4.5, false],
  [NUMBER, 3, false],
  [LETTER, 4, false],
  [DASH, 5, false],
  [PLUS, 5.5, false],
]
