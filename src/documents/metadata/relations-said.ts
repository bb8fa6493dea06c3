/** Which other documents a document says, in its own voice, it replaces, abolishes or amends. */
import { numberKey, numbersIn } from '../../text/numbers/document-numbers.ts'
import type { DocumentReference, ValiditySaid } from '../document.ts'
import { referenceAt } from './reference.ts'

export interface RelationSaid {
  readonly of: Extract<ValiditySaid['of'], 'replaces' | 'abolishes' | 'amends'>
  readonly target: DocumentReference
  /** Offsets of the words that say it, and of the number that they mean. */
  readonly verb: number
  readonly number: number
}

const KINDS =
  'nghị quyết|chỉ thị|kết luận|quy định|qui định|quyết định|quy chế|hướng dẫn|kế hoạch|thông tri|thông báo|chương trình|đề án|nghị định|thông tư|luật'
const REPLACES = new RegExp(
  `(?<verb>thay\\s+thế(?:\\s+cho)?|bãi\\s+bỏ|hủy\\s+bỏ|huỷ\\s+bỏ)\\s+(?:toàn\\s+bộ\\s+)?(?:các\\s+)?(?<what>${KINDS}|văn bản)(?!\\p{L})`,
  'giu',
)
// "Quy định số 24-QĐ/TW … hết hiệu lực kể từ ngày Quy định này có hiệu lực", "… được thay thế bằng Quy định này"
const ENDED = new RegExp(
  `(?:(?<over>hết\\s+hiệu\\s+lực)(?:\\s+thi\\s+hành)?|(?:được|bị)\\s+(?:thay\\s+thế|bãi\\s+bỏ)\\s+(?:bằng|bởi)\\s+(?:${KINDS})\\s+này)(?!\\p{L})`,
  'giu',
)
// of another document only a part is changed: its articles, some words of it
const PART =
  'một số\\s+(?:điều|nội dung|điểm|khoản|quy định)|(?:các\\s+)?(?:điều|khoản|điểm|mục|phần|chương|tiết|phụ lục|cụm từ|đoạn|nội dung)(?!\\p{L})'
const AMENDS = new RegExp(
  `(?<verb>sửa\\s+đổi(?:\\s*(?:,|và)?\\s*bổ\\s+sung)?|bổ\\s+sung|thay\\s+thế|bãi\\s+bỏ|hủy\\s+bỏ|huỷ\\s+bỏ)\\s+(?:(?:toàn bộ\\s+)?(?:${PART})|(?=(?:${KINDS})\\s+(?:số\\s*:?\\s*)?\\d))`,
  'giu',
)
const OWN_VOICE = /(?:này|có hiệu lực)[^.;]{0,120}$|^\s*$|^[^.;]{0,20}$/iu
const PASSIVE = /(?:được|đã|bị|cần|phải|đề nghị|xem xét|việc|đang|nếu|hoặc)\s*$/iu
const SENTENCE_END = /\.(?:\s|$)|\n\s*\n|;\s*\n/u
const LIST_BEHIND = /^[^.;\n]{0,120}:\s*\n/u
const LIST_END = /\.(?:\s|$)|\n\s*(?:\d+\.|điều\s)/iu
const STILL_OPEN = /\.\/|;\s*$/u
const PARTLY = /(?:điều|khoản|điểm|mục|một phần|cụm từ)\s+[^,;]{0,40}$/iu
/** `Quyết định A sửa đổi Quy định B`: A is replaced, B is only named. */
const ONLY_NAMED = /(?:về việc\s+)?(?:sửa đổi|thực hiện|thi hành|hướng dẫn thực hiện|căn cứ|theo)\s[^,;]{0,60}$/iu
const REACH = 900
const NEAR = 220

/** In the order of the text; `text` with plain dashes and spaces (text/aligned.ts). `own`: its number, which it does not replace. */
export const relationsSaid = (even: string, own: string | null): readonly RelationSaid[] => {
  const found = new Map<string, RelationSaid>()
  const add = (said: RelationSaid): void => {
    const key = numberKey(said.target.number)
    if (own !== null && key === numberKey(own)) return
    const id = `${said.of === 'amends'} ${key}`
    // a title names the number alone, its first article date and body too
    if (!found.get(id)?.target.date && (!found.has(id) || said.target.date)) found.set(id, said)
  }
  for (const match of even.matchAll(REPLACES)) {
    if (!isOwnVoice(even, match.index)) continue
    const of = /^thay/iu.test(match.groups!['verb']!) ? 'replaces' : 'abolishes'
    const from = match.index + match[0].length - match.groups!['what']!.length
    const clause = clauseFrom(even, from)
    for (const { start, end, number } of numbersIn(clause)) {
      const before = clause.slice(0, start)
      if (PARTLY.test(before) || ONLY_NAMED.test(before)) continue
      const target = referenceAt(even, from + start, from + end, number)
      add({ of, target, verb: match.index, number: from + start })
    }
  }
  for (const match of even.matchAll(ENDED)) {
    const from = sentenceStart(even, match.index)
    const before = even.slice(from, match.index)
    const named = numbersIn(before).at(-1)
    // "Quy định này … hết hiệu lực" speaks of itself; "Điều 5 Quy định … hết hiệu lực" of a part
    if (!named || /này|đã\s*$|(?<!\p{L})khi\s/iu.test(before.slice(named.end))) continue
    const of = PARTLY.test(before.slice(0, named.start)) ? 'amends' : match.groups!['over'] ? 'abolishes' : 'replaces'
    const target = referenceAt(even, from + named.start, from + named.end, named.number)
    add({ of, target, verb: from + named.start, number: from + named.start })
  }
  for (const match of even.matchAll(AMENDS)) {
    if (PASSIVE.test(even.slice(Math.max(0, match.index - 40), match.index)) || !isActive(even, match.index)) continue
    const whole = /^(?:thay|bãi|h[uủ])/iu.test(match.groups!['verb']!) && !new RegExp(PART, 'iu').test(match[0])
    if (whole) continue
    const from = match.index + match[0].length
    const clause = clauseFrom(even, from).slice(0, NEAR)
    const named = numbersIn(clause)[0]
    if (!named || /(?:theo|căn cứ|tại|đã được)\s[^,;]{0,60}$|“/iu.test(clause.slice(0, named.start))) continue
    const target = referenceAt(even, from + named.start, from + named.end, named.number)
    add({ of: 'amends', target, verb: match.index, number: from + named.start })
  }
  return [...found.values()].sort((a, b) => a.verb - b.verb || a.number - b.number)
}

const sentenceStart = (even: string, at: number): number => {
  const before = even.slice(Math.max(0, at - 300), at)
  return at - before.length + before.search(/(?:[^.;\n]|\.(?=\S)|;(?=\S)|\n(?!\s*\n))*$/u)
}

const isOwnVoice = (even: string, at: number): boolean => {
  const before = even.slice(Math.max(0, at - 160), at)
  return OWN_VOICE.test(before.slice(before.search(/[^.;\n]*$/u))) && !/(?:được|đã|bị)\s*$/iu.test(before)
}

/** An amendment heads its sentence ("Điều 1. Sửa đổi, bổ sung …"), or is this document's ("Quy định này sửa đổi …", "ban hành … sửa đổi"). */
const isActive = (even: string, at: number): boolean => {
  const before = even.slice(Math.max(0, at - 160), at)
  const sentence = before.slice(before.search(/[^.;:\n]*$/u))
  return (
    /^[\s\d\p{L}.)]{0,14}$/u.test(sentence) ||
    /(?:này|ban hành|quyết định|về việc|có hiệu lực)[^.;]{0,80}$/iu.test(sentence)
  )
}

/** What follows a verb, to the end of its sentence; a list of papers goes on over its items. */
const clauseFrom = (even: string, from: number): string => {
  const after = even.slice(from, from + REACH)
  const isList = LIST_BEHIND.test(after)
  const end = (isList ? LIST_END : SENTENCE_END).exec(after)?.index ?? after.length
  return after.slice(0, STILL_OPEN.test(after.slice(end, end + 3)) ? after.length : end)
}
