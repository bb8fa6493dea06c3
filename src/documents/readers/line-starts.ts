/** Beginnings of a line that begin a paragraph, whatever stands before: the numbering of Party and State documents. */

const NAMED = 'Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục|TIỂU MỤC|Khoản|Phụ lục|PHỤ LỤC|Bước|Câu'
const NUMBER = '(?:thứ\\s+)?(?:\\d+[a-zđ]?|[IVXLC]+|[A-ZĐ]|nhất|hai|ba|tư|năm|NHẤT|HAI|BA|TƯ|NĂM)'
// with its stop: `Điều 5.`, `Chương II:`, `PHẦN THỨ NHẤT` alone
const HEADED = new RegExp(`^(?:${NAMED})\\s+${NUMBER}(?:\\s*[.:–-]|$)`, 'u')
const BULLET = /^(?:[-–—+•●○▪■◦*\uF0B7\uF02D]\s*\p{L}|[-–—+•●○▪■◦]\s)/u
const NUMBERED =
  /^(?:[IVXLC]+\s?[.\-–/)]\s*\p{L}|\d{1,2}(?:\.\d{1,2}){0,4}\s?(?:[.)/]|-(?=\s|\p{Lu}\p{Ll}))\s*["“(]?\p{Lu}|\(?\d{1,2}\)\s|[a-zđ]{1,2}[.)]\s|[A-HĐ][.)]\s)/u
// the same words and numbers run through sentences as well: `theo Điều 3 Điều lệ Đảng`, `điểm 3.7 Hướng dẫn`
const DOUBTFUL = new RegExp(
  `^(?:(?:${NAMED})\\s+${NUMBER}(?=[\\s,;])|\\d{1,2}(?:\\.\\d{1,2}){1,4}\\s+["“(]?\\p{Lu})`,
  'u',
)
// openings that stand on a line of their own in these documents
const OPENINGS =
  /^(?:Căn cứ\s|Xét\s|Theo đề nghị|Nơi nhận|Kính gửi|T\/M|TM\.|KT\.|TL\.|Số:?\s*\d|QUYẾT (?:NGHỊ|ĐỊNH):?$)/u

// words that a number follows, or anything at all: the line after them goes on
const AWAITING =
  /(?:^|\s)(?:điểm|khoản|điều|mục|chương|phần|số|và|với|tại|theo|của|ngày|tháng|năm|các|những|từ|đến|hoặc|là|về|cho|trong|trên|để|ở|do|bằng)$|,$/iu

/** Whether a line begins a paragraph. `before` is the line that it may belong to, if that is full: then a doubtful number continues it. */
export const beginsParagraph = (line: string, before: string | null = null): boolean => {
  if (BULLET.test(line)) return true
  const goesOn = before !== null && !endsSentence(before)
  if (goesOn && AWAITING.test(before.trimEnd())) return false
  if (HEADED.test(line) || NUMBERED.test(line) || OPENINGS.test(line)) return true
  return DOUBTFUL.test(line) && !goesOn
}

/** Whether a line can be the end of a sentence or of a list's entry. */
export const endsSentence = (line: string): boolean => /[.;:!?…][)"”’»\]]*$|\.\/\.?$/u.test(line.trimEnd())

export const beginsLower = (line: string): boolean => /^["“‘(]?\p{Ll}/u.test(line)

/** Two pieces of one paragraph. A word is only closed up at a slash or between the digits of a number's own hyphen; all else gets a space. */
export const joinPieces = (before: string, after: string): string =>
  /(?:\p{L}|\d)[/]$/u.test(before) || (/(?<=[\d\p{L}])-$/u.test(before) && /^(?:\d|\p{Lu}{2})/u.test(after))
    ? before + after
    : `${before} ${after}`
