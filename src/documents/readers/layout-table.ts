/** Tables that only place things on the page: the letterhead, the signature block, a frame around text. */

const PLACED =
  /ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|Độc lập\s*[-–]\s*Tự do|ĐOÀN TNCS HỒ CHÍ MINH|(?:^|\n)\s*Số\s*:?.{0,40}[-/–]\s*\p{Lu}|ngày[\s\d.…]+tháng[\s\d.…]+năm|Nơi nhận|(?:^|\n)\s*(?:T\/M|TM\.|KT\.|TL\.|TUQ\.)|(?:^|\n)\s*(?:PHÓ )?(?:BÍ THƯ|CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|GIÁM ĐỐC|HIỆU TRƯỞNG)/u

/** Rows of cells of paragraphs. One column only, or a few rows that hold a letterhead or a signature. */
export const isLayoutTable = (rows: readonly (readonly (readonly string[])[])[]): boolean => {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  if (columns <= 1) return true
  if (columns > 3 || rows.length > 6) return false
  return PLACED.test(rows.flat(2).join('\n'))
}

/** Its paragraphs column by column: the left half of a letterhead (issuer, number), then the right (motto, place and date). */
export const inColumnOrder = <T>(rows: readonly (readonly (readonly T[])[])[]): T[] => {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: columns }, (_, column) => rows.flatMap((row) => row[column] ?? [])).flat()
}

/** A data table as one text: rows as lines, cells joined by ` | `; empty rows left out. */
export const tableLines = (rows: readonly (readonly (readonly string[])[])[]): string =>
  rows
    .map((row) => row.map((cell) => cell.join(' ')))
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => row.join(' | ').trim())
    .join('\n')
