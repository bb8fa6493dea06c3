/** Beginnings of a line that begin a paragraph, whatever stands before: the numbering of Party and State documents. */

const STRUCTURE =
  /^(?:(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục|TIỂU MỤC|Khoản|Phụ lục|PHỤ LỤC)\s+(?:thứ\s+)?(?:\d+[a-zđ]?|[IVXLC]+|[A-ZĐ]|nhất|hai|ba|tư|năm|NHẤT|HAI|BA|TƯ|NĂM)(?=$|[\s.:,–-])|[IVXLC]+\s?[.\-–/)]\s*\p{L}|\d{1,2}(?:\.\d{1,2}){0,4}\s?(?:[.)/]|-(?!\d))\s*["“(]?\p{Lu}|\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+["“(]?\p{Lu}|\(?\d{1,2}\)\s|[a-zđ]{1,2}[.)]\s|[A-HĐ][.)]\s|[-–—+•●○▪■◦*\uF0B7\uF02D]\s*\p{L}|[-–—+•●○▪■◦]\s)/u
// openings that stand on a line of their own in these documents
const OPENINGS =
  /^(?:Căn cứ\s|Xét\s|Theo đề nghị|Nơi nhận|Kính gửi|T\/M|TM\.|KT\.|TL\.|Số:?\s*\d|QUYẾT (?:NGHỊ|ĐỊNH):?$)/u

export const beginsParagraph = (line: string): boolean => STRUCTURE.test(line) || OPENINGS.test(line)

/** Whether a line can be the end of a sentence or of a list's entry. */
export const endsSentence = (line: string): boolean => /[.;:!?…][)"”’»\]]*$|\.\/\.?$/u.test(line.trimEnd())

export const beginsLower = (line: string): boolean => /^["“‘(]?\p{Ll}/u.test(line)

/** Two pieces of one paragraph. A word is only closed up at a slash or between the digits of a number's own hyphen; all else gets a space. */
export const joinPieces = (before: string, after: string): string =>
  /(?:\p{L}|\d)[/]$/u.test(before) || (/(?<=[\d\p{L}])-$/u.test(before) && /^(?:\d|\p{Lu}{2})/u.test(after))
    ? before + after
    : `${before} ${after}`
