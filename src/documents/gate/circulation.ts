/** Marks that limit who should read a document: "Lưu hành nội bộ", "Thu hồi sau hội nghị", "Dự thảo". */
import { foldAligned } from '../../text/aligned.ts'

const EDGE = '[\\s\\p{P}\\p{S}]*'
const INTERNAL = new RegExp(
  `^${EDGE}(?:(?:tai lieu|van ban|ban)\\s+)?(?:chi\\s+)?(?:luu hanh noi bo|noi bo|khong pho bien|dung trong noi bo|pho bien noi bo|thu hoi sau (?:khi )?(?:hop|hoi nghi|su dung)|(?:xem|doc) xong tra lai)` +
    `(?:${EDGE}(?:khong sao chup|khong pho bien|thu hoi sau hoi nghi|cam sao chup|luu hanh noi bo|phuc vu .{0,40}|trong dang|cua .{0,50}))*${EDGE}$`,
  'u',
)
const MEETING = /^[\s\p{P}]*tai lieu (?:phuc vu )?(?:hop|hoi nghi)[\s,(-]+thu hoi/u
const DRAFT = new RegExp(
  `^${EDGE}(?:ban\\s+)?du thao(?:\\s*(?:lan|lan thu|so|v)\\s*(?:thu\\s*)?[\\w.]+|\\s*(?:ngay\\s*)?[\\d/.\\s-]{4,12}|\\s*ngay .{4,40}|\\s*(?:xin|lay) y kien.{0,40}|\\s*lan (?:dau|cuoi))*${EDGE}$`,
  'u',
)
const LONGEST = 110

/** The mark that this line is, if it is one. In the head of a document a title in capitals may begin with DỰ THẢO. */
export const circulationMark = (
  line: string,
  head: boolean,
): { readonly mark: string; readonly draft: boolean } | null => {
  const words = line.trim()
  if (words.length === 0 || words.length > LONGEST) return null
  for (const part of [words, ...words.split(/\t|\s{3,}|\|/)]) {
    const flat = foldAligned(part.trim())
    if (DRAFT.test(flat) && startsLikeMark(part)) return { mark: 'Dự thảo', draft: true }
    if ((INTERNAL.test(flat) && startsLikeMark(part)) || MEETING.test(flat))
      return {
        mark: flat.includes('thu hoi')
          ? 'Thu hồi sau hội nghị'
          : flat.includes('xong tra')
            ? 'Đọc xong trả lại'
            : 'Lưu hành nội bộ',
        draft: false,
      }
    const title =
      head && flat.startsWith('du thao ') && !/\p{Ll}/u.test(part) && !part.includes(':') && part.length <= 60
    if (title) return { mark: 'Dự thảo', draft: true }
  }
  return null
}

/** A mark begins with a capital or in brackets and is no item of a list. */
const startsLikeMark = (part: string): boolean => /^\s*[\p{Pi}"'([*_<«]*\p{Lu}/u.test(part) && !/;\s*$/.test(part)
