/**
 * Whether the sentences that a statement cites bear it out. The checks read words in their order; three turns of phrase that change
 * the order and not the meaning are turned back where the cited sentence shows their other side word for word, and the statement is
 * held to the checks in that form.
 */
import { checkStatement } from '../checks/check-statement.ts'
import type { CitedUnit } from '../checks/fault.ts'
import { key, oneLine } from '../../text/vietnamese.ts'

export const isBorneOut = (statement: string, cited: readonly CitedUnit[]): boolean => {
  if (checkStatement(statement, cited).ok) return true
  const plain = oneLine(statement)
  const sources = cited.map(({ text }) => ` ${even(text)} `)
  const forms = sources.flatMap((source) => {
    const orders = [plain, ...withTimeFirst(plain, source), ...active(plain, source)]
    return [...orders, ...orders.flatMap((form) => withoutObject(form, source))].filter((form) => form !== plain)
  })
  return [...new Set(forms)].some((form) => checkStatement(form, cited).ok)
}

/** Words alone, as they are compared. */
const even = (text: string): string =>
  key(text)
    .replace(/[^\p{L}\p{M}\p{N}%/-]+/gu, ' ')
    .trim()

const TIME =
  /,? (?:trong |vào )?((?:năm|nhiệm kỳ|giai đoạn) \d{4}(?:\s*[-–]\s*\d{4})?|quý [IVX]{1,3} năm \d{4}|tháng \d{1,2} năm \d{4})(?=[\s,.;]|$)/giu

/** "… kết nạp 5 đảng viên trong năm 2024" as "Năm 2024, …", where the sentence begins with that time. */
const withTimeFirst = (statement: string, source: string): readonly string[] =>
  [...statement.matchAll(TIME)]
    .filter(({ 1: time, index }) => index > 0 && new RegExp(`^ (?:\\S+ ){0,2}${even(time!)} `, 'u').test(source))
    .map(({ 0: all, 1: time, index }) =>
      capital(`${time}, ${statement.slice(0, index)}${statement.slice(index + all.length)}`),
    )

/** Syllables of who does it and what is done, in a passive. */
const LONGEST_AGENT = 10

/** "Báo cáo được chi bộ gửi theo …" as "chi bộ gửi báo cáo theo …", where the sentence has "chi bộ gửi báo cáo". */
const active = (statement: string, source: string): readonly string[] => {
  const [object, after, more] = statement.split(/ được /u)
  // twice in one sentence it may mean "may"
  if (object === undefined || after === undefined || more !== undefined) return []
  const words = after.split(' ')
  const lower = object.charAt(0).toLowerCase() + object.slice(1)
  for (let end = 2; end <= Math.min(LONGEST_AGENT, words.length); end++) {
    const doing = words.slice(0, end).join(' ')
    if (!source.includes(` ${even(`${doing} ${lower}`)} `)) continue
    return [capital(`${doing} ${lower} ${words.slice(end).join(' ')}`.trim())]
  }
  return []
}

const OBJECT = /^(?!.*[\d%.,;:\p{Lu}])\S+(?: \S+){1,3}$/u
/** Where one of these stands, what is shared is not only the object. */
const DENIES = / (?:không|chưa|chẳng|đừng|cấm|trừ|thay|có quyền|được) /u
/** What says more than a thing: who, whether, how far. */
const NO_THING =
  /(?<!\p{L})(?:không|chưa|có|quyền|được|phải|cần|nên|thể|là|và|hoặc|của|cho|về|chi bộ|chi ủy|đảng bộ|đảng ủy|đảng viên|cấp ủy|bí thư|cán bộ)(?!\p{L})/u
/** What may stand behind an object, and behind a verb that has none of its own. */
const LINKS = 'về|cho|đến|tới|vào|lên|trước|sau|trong|theo|tại|từ|hằng|hàng|mỗi'

/**
 * "phải nộp đảng phí về …" as "phải nộp về …", where the sentence says "thu đảng phí trước … và phải nộp về …": both verbs share an
 * object. Only where nothing is denied before "và", and the second verb has no object of its own.
 */
const withoutObject = (statement: string, source: string): readonly string[] => {
  const at = source.lastIndexOf(' và ')
  if (at < 0) return []
  const [first, second] = [`${source.slice(0, at)} `, ` ${source.slice(at + 4)}`]
  if (DENIES.test(first)) return []
  const words = statement.split(' ')
  const forms: string[] = []
  for (let i = 1; i < words.length; i++)
    for (let size = 2; size <= 4 && i + size < words.length; size++) {
      const object = words.slice(i, i + size).join(' ')
      if (!OBJECT.test(object) || NO_THING.test(object)) continue
      if (!new RegExp(` ${even(object)} (?:${LINKS}) `, 'u').test(first)) continue
      const [verb, link] = [even(words[i - 1]!), even(words[i + size]!)]
      if (!new RegExp(`^(?:${LINKS})$`, 'u').test(link)) continue
      if (!new RegExp(`^ (?:\\S+ ){0,2}${verb} ${link} `, 'u').test(second)) continue
      forms.push([...words.slice(0, i), ...words.slice(i + size)].join(' '))
    }
  return forms
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
