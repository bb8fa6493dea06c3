/** Which documents a document says it replaces. */
import { numberKey, numbersIn } from '../../text/numbers/document-numbers.ts'
import { aligned } from '../../text/aligned.ts'

const REPLACES =
  /(?:thay\s+thế(?:\s+cho)?|bãi\s+bỏ)\s+(?:toàn\s+bộ\s+)?(?:các\s+)?(?<what>nghị quyết|chỉ thị|kết luận|quy định|qui định|quyết định|quy chế|hướng dẫn|kế hoạch|thông tri|thông báo|chương trình|nghị định|thông tư|luật)/giu
const OWN_VOICE = /(?:này|có hiệu lực)[^.;]{0,120}$|^\s*$|^[^.;]{0,20}$/iu
const SENTENCE_END = /\.(?:\s|$)|\n\s*\n|;\s*\n/u
const STILL_OPEN = /\.\/|;\s*$/u
const PARTLY = /(?:điều|khoản|điểm|mục|một phần|cụm từ)\s+[^,;]{0,40}$/iu
const REACH = 900

/** Numbers as printed, in order; not those that are replaced only in part, nor what others replaced. */
export const replacedNumbers = (text: string, own: string | null): string[] => {
  const even = aligned(text)
  const found = new Map<string, string>()
  for (const match of even.matchAll(REPLACES)) {
    const before = even.slice(Math.max(0, match.index - 160), match.index)
    const sentence = before.slice(before.search(/[^.;\n]*$/u))
    if (!OWN_VOICE.test(sentence) || /được\s*$|đã\s*$|bị\s*$/iu.test(before)) continue
    const after = even.slice(match.index + match[0].length - match.groups!['what']!.length, match.index + REACH)
    const end = SENTENCE_END.exec(after)?.index ?? after.length
    const clause = after.slice(0, STILL_OPEN.test(after.slice(end, end + 3)) ? after.length : end)
    for (const number of numbersIn(clause)) {
      if (PARTLY.test(clause.slice(0, number.start)) || amends(clause, number.start)) continue
      if (own === null || numberKey(number.number) !== numberKey(own))
        found.set(numberKey(number.number), number.number)
    }
  }
  return [...found.values()]
}

/** `Quyết định A sửa đổi Quy định B`: A is replaced, B is only named. */
const amends = (clause: string, at: number): boolean =>
  /(?:về việc\s+)?(?:sửa đổi|thực hiện|thi hành|hướng dẫn thực hiện|căn cứ|theo)\s[^,;]{0,60}$/iu.test(
    clause.slice(0, at),
  )
