/** Where one line falls into sentences: after a stop that really ends a sentence, where a blank was lost, before items set in the line. */

const STOP = /(?<![.!?…])[.!?…]+["”’»)\]]*(?=(\s+)(["“‘«([]*)([\p{Lu}\d]|[-–+•]\s|[a-zđ]\)\s))/gu
// "tốt nghiệp.Sinh viên", "nghiệp.2. Sinh viên": the blank after the stop was lost
const LOST_BLANK = /(?<=\p{Ll}{2}[.!?])(?=\p{Lu}\p{Ll}|\d{1,2}\.\s\p{Lu})/gu
const IN_LINE_ITEM =
  /(?<=[;:.,])\s+(?=(?:[a-zđ]\)|\(\d{1,2}\)|\([ivx]{1,4}\))\s)|(?<=[;:])\s+(?=(?:\d{1,2}[.)]|[-–+])\s\p{L})/gu
const CELL = /\s(?=\|\s)/gu
// what must be there for them: most lines have none of it, and looking for the whole is slow
const JOINED_STOP = /[.!?]\S/
const ITEM_SIGN = /[;:.,]\s+(?:[a-zđ]\)|[(\d–+-])/

const ABBREVIATION =
  /(?<![\p{L}\p{M}])(?:TP|Tp|tp|Q|P|TX|Tx|TS|Ts|ThS|Ths|Th\.S|PGS|GS|BS|KS|LS|NXB|Nxb|nxb|T\.Ư|T\.W|đ\/c|Đ\/c|đ\/chí|No|St|Dr|Mr|Mrs|Ms|Prof|Jr|vs|tr|Tr)$/u
const INITIAL = /(?<![\p{L}\p{M}\d])(\p{Lu})$/u
const NOT_AN_INITIAL = /(?<![\p{L}\p{M}])(?:lớp|loại|nhóm|hạng|mẫu|phần|khối|điểm|khu|bảng|đội|tổ|hệ)\s+\p{Lu}$/iu
const HEADING_LABEL =
  /^\s*["“]?(?:điều|chương|mục|phần|khoản|điểm|bước|câu|phụ lục)\s+(?:\d{1,4}[a-zđ]?|[ivxlc]{1,7}|[a-zđ])$/iu
const BARE_NUMBER = /(?:^|[.!?:;]\s+)\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[a-zđ])$/u

/** Offsets in `line` at which a new sentence or in-line item starts, ascending, none at 0 (answering-study §1, rules 3 and 4). */
export const sentenceBreaks = (line: string): readonly number[] => {
  const breaks = new Set<number>()
  let since = 0
  for (const stop of line.matchAll(STOP)) {
    const before = line.slice(Math.max(since, stop.index - 40), stop.index)
    const fromStart = stop.index - 40 <= since
    if (stop[0].startsWith('.') && stop[0].length === 1 && endsNoSentence(before, fromStart)) continue
    since = stop.index + stop[0].length
    breaks.add(since + stop[1]!.length)
  }
  if (JOINED_STOP.test(line))
    for (const lost of line.matchAll(LOST_BLANK)) if (!inAddress(line, lost.index)) breaks.add(lost.index)
  if (ITEM_SIGN.test(line)) for (const item of line.matchAll(IN_LINE_ITEM)) breaks.add(item.index + item[0].length)
  if (line.includes('|')) for (const cell of line.matchAll(CELL)) breaks.add(cell.index + 1)
  return [...breaks].sort((a, b) => a - b)
}

/** Whether a single full stop after `before` belongs to an abbreviation, an initial or a number. */
const endsNoSentence = (before: string, fromStart: boolean): boolean => {
  if (ABBREVIATION.test(before)) return true
  if (INITIAL.test(before) && !NOT_AN_INITIAL.test(before)) return true
  // a label heads its line; the reference "tại khoản 2 Điều 6." does end a sentence
  if (fromStart && HEADING_LABEL.test(before)) return true
  return BARE_NUMBER.test(fromStart ? before.trimStart() : `_${before}`)
}

const inAddress = (line: string, at: number): boolean => {
  const from = line.lastIndexOf(' ', at) + 1
  const to = line.indexOf(' ', at)
  const word = line.slice(from, to < 0 ? line.length : to)
  return /[@\\]|:\/\/|www\.|\.(?:com|vn|net|org|html?|pdf|docx?)(?:[/.?]|$)/i.test(word)
}
