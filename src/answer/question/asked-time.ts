/** Whether a question asks what holds now or what held before: "trước đây", "quy định cũ", "năm 2021 thì …". */
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { clean, fold, hasMarks, key } from '../../text/vietnamese.ts'

export type AskedTime =
  | { readonly kind: 'now' }
  /** What held before what holds now. */
  | { readonly kind: 'before' }
  /** ISO dates, both included. */
  | { readonly kind: 'then'; readonly from: string; readonly to: string }
  /** One beside the other. */
  | { readonly kind: 'both' }

const word = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${source})(?![\\p{L}\\p{M}\\d])`, 'iu')
const DOCUMENT = 'quy định|qui định|qđ|văn bản|nghị quyết|hướng dẫn|quy chế|điều lệ|chỉ thị|kết luận|bản|mức'
const LONG_AGO = 'trước đây|trước kia|lúc trước|hồi trước|ngày trước|thời trước|hồi đó|thời đó|hồi xưa|ngày xưa'
const OLD = {
  // "quy dinh cu the" is quy định cụ thể
  marked: word(`(?:${key(DOCUMENT)}) (?:cũ|trước đó|đã hết hiệu lực|hết hiệu lực|đã bị thay thế)`),
  folded: word(
    `(?:${fold(DOCUMENT)}) (?:cu(?! (?:the|tri|dan|tru|nhan|nham))|truoc do|da het hieu luc|het hieu luc|da bi thay the)`,
  ),
}
const BEFORE = { marked: word(LONG_AGO), folded: word(fold(LONG_AGO)) }
// of somebody's life, not of the norm: "đảng viên trước đây bị khai trừ", "trước đây tôi sinh hoạt ở …"
const LIFE_BEFORE =
  /(?:nguoi|dang vien|dong chi|can bo|toi|em|chau|ong|ba|bo|me|quan chung|minh|vo|chong|con|ai|chi bo|dang bo|co quan)\s+(?:da\s+)?$/u
const LIFE_BEHIND =
  /^[\s,]*(?:thi\s+)?(?:da|bi|tung|tung bi|toi|em|chau|minh|bo|me|vo|chong|ong|ba|co thoi gian|lam|cong tac|sinh hoat o|sinh hoat tai)(?!\p{L})/u
const NOW = word('nay|hien nay|bay gio|gio|hien tai|hien hanh|bay h|moi nhat')
const COMPARED = word('khac|khac nhau|khac gi|so voi|so sanh|thay doi|diem moi|doi moi gi|co gi moi')

const MONTH = /(?<!\d)(?:tháng|thang)\s+(?<m>0?[1-9]|1[0-2])(?:\s*\/\s*|\s+(?:năm|nam)\s+)(?<y>(?:19|20)\d\d)(?!\d)/iu
const YEAR = /(?<![\p{L}\d])(?:năm|nam)\s+(?<y>(?:19|20)\d\d)(?!\d|\s*[-–/]\s*\d|\s+(?:đến|den|tới|toi)\s)/giu
// what a year that follows is of: a target, a term, a report, somebody's life
const TOPIC_BEFORE = new RegExp(
  `(?<!\\p{L})(?:den|toi|het|cuoi|dau|giua|tu|sau|ke tu|giai doan|nhiem ky|khoa|muc tieu|chi tieu|ke hoach|chuong trinh|tong ket|bao cao|ket qua|phan dau|thang|quy|ngay|tam nhin|dai hoi|sinh|nghi huu|nhap ngu|tot nghiep|de an|nghi quyet|trien khai|tinh|mua|trong ca|quyet toan|du toan|hoan thanh|to chuc)(?:\\s+\\p{L}+)?\\s*$`,
  'iu',
)
// "chỉ tiêu kết nạp đảng viên năm 2020": the year is the topic's own
const TOPIC = word(
  'muc tieu|chi tieu|ke hoach|ket qua|tong ket|bao cao|phan dau|nhiem ky|giai doan|tong so|co bao nhieu|ty le|chuong trinh|dai hoi|hoi nghi',
)
const JOINED_BEFORE = /(?:vao dang|ket nap)\s*$/u
const ASKED_BEHIND = /^[\s,]*(?:la (?:bao nhieu|may|gi)|quy dinh)/u
const FRAME = /^(?:\s|,|xin hoi|cho hoi|cho toi hoi|vay|the|thi|vao|hoi|trong|o|tai|thoi diem|thoi ky)*$/u
const FRAME_BEHIND =
  /^[\s?.!]*$|^[\s,]*(?:thi|quy dinh|ap dung|phai|duoc quy dinh|la bao nhieu|la may|nhu the nao|the nao|ra sao|bao nhieu)(?!\p{L})/u
const FRAME_BEFORE =
  /(?:thoi diem|hoi|vao|quy dinh(?: cua)?|ap dung(?: trong| vao)?|hieu luc(?: trong| vao)?|luc|trong|cua)\s*$/u
const BEFORE_YEAR = /(?:trước|truoc)\s+(?:năm|nam)\s+(?<y>(?:19|20)\d\d)(?!\d)/iu

/** `day`: the ISO date on which it is asked. A question that names a paper by its number asks what that paper says. */
export const askedTime = (question: string, day: string): AskedTime => {
  const text = clean(question)
  const folded = fold(text).toLowerCase()
  const form = hasMarks(text) ? 'marked' : 'folded'
  const said = form === 'marked' ? key(text) : folded
  const isCompared = COMPARED.test(folded)
  const isOld = OLD[form].test(said)
  if (isCompared && (isOld || BEFORE[form].test(said))) return { kind: 'both' }
  if (isOld) return { kind: 'before' }
  if (BEFORE[form].test(said) && !NOW.test(folded) && !isOfLife(folded)) return { kind: 'before' }
  if (mentionsIn(text).length > 0 || NOW.test(folded)) return { kind: 'now' }
  return periodIn(text, folded, day) ?? { kind: 'now' }
}

const isOfLife = (folded: string): boolean => {
  const found = BEFORE.folded.exec(folded)
  if (!found) return false
  return LIFE_BEFORE.test(folded.slice(0, found.index)) || LIFE_BEHIND.test(folded.slice(found.index + found[0].length))
}

const periodIn = (text: string, folded: string, day: string): AskedTime | null => {
  const month = MONTH.exec(text)?.groups
  if (month) return periodOf(`${month['y']}-${month['m']!.padStart(2, '0')}`, day)
  const until = BEFORE_YEAR.exec(text)?.groups?.['y']
  if (until !== undefined) return periodOf(`${Number(until) - 1}`, day)
  for (const match of text.matchAll(YEAR)) {
    const before = folded.slice(0, match.index)
    const behind = folded.slice(match.index + match[0].length)
    const isFramed = FRAME.test(before) || FRAME_BEFORE.test(before) || FRAME_BEHIND.test(behind)
    const isLife = JOINED_BEFORE.test(before) && !ASKED_BEHIND.test(behind)
    if (isFramed && !isLife && !TOPIC_BEFORE.test(before) && !TOPIC.test(before))
      return periodOf(match.groups!['y']!, day)
  }
  return null
}

/** null for what is not past yet. */
const periodOf = (yearOrMonth: string, day: string): AskedTime | null => {
  if (yearOrMonth >= day.slice(0, yearOrMonth.length)) return null
  return yearOrMonth.length === 4
    ? { kind: 'then', from: `${yearOrMonth}-01-01`, to: `${yearOrMonth}-12-31` }
    : { kind: 'then', from: `${yearOrMonth}-01`, to: `${yearOrMonth}-31` }
}
