/** Numbers as they stand in a text, in digits or in words, with their value where it is plain. */

interface FoundNumber {
  readonly start: number
  readonly end: number
  readonly value: number
}

const WORDS: Record<string, number> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
}
const NUMBER =
  /(?<![\p{L}\p{M}\d])(?:(\d+(?:[.,]\d+)*)|(một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)(?![\p{L}\p{M}]))/giu
// "năm" is a year far more often than a five: it counts only before a word that is counted, and not after "mỗi", "trong" …
const FIVE =
  /^năm\s+(?:đồng chí|nhiệm vụ|chỉ tiêu|nội dung|điểm|điều|khoản|người|ngày|tháng|lần|bước|nhóm|giải pháp|đơn vị|chi bộ|đảng viên|vị|cấp|loại|hình thức|nguyên tắc|bài|đợt|phần|mục)(?![\p{L}\p{M}])/iu
const NOT_FIVE = /(?:hằng|hàng|mỗi|trong|từng|các|nhiều|cả|đầu|cuối|giữa|\d|một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\s+$/iu

/** Every number of the text in order: `106`, `1.000` (one thousand), `chín`. A number in words counts only as far as ten. */
export const numbersIn = (text: string): readonly FoundNumber[] => {
  const found: FoundNumber[] = []
  for (const match of text.matchAll(NUMBER)) {
    const [all, digits, word] = match
    if (word && /^năm$/i.test(word) && !isFive(text, match.index)) continue
    const value = digits ? numberValue(digits) : WORDS[word!.toLowerCase()]!
    found.push({ start: match.index, end: match.index + all.length, value })
  }
  return found
}

const isFive = (text: string, at: number): boolean =>
  FIVE.test(text.slice(at, at + 30)) && !NOT_FIVE.test(text.slice(Math.max(0, at - 8), at))

/** `03` = 3, `1.000` = 1000, `99,5` = 99.5. */
const numberValue = (digits: string): number => {
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits) ? digits.replaceAll('.', '') : digits
  return Number.parseFloat(plain.replace(',', '.'))
}
