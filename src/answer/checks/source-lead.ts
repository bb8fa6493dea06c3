/** What a statement says of its source before it says anything of the matter: "Theo Quy định số 27-QĐ/ĐUK, …", "Điều 4 quy định: …". */
import { key } from '../../text/vietnamese.ts'
import type { Evidence } from './reading/evidence.ts'
import { isWord, read } from './reading/read.ts'
import { placesAbove, isKnownAbove } from './places-above.ts'

const ACCORDING = /^(?:theo|căn cứ(?:\s+vào|\s+theo)?|chiếu theo|dựa (?:theo|vào|trên)|tại|trong)\s/iu
const LINK =
  /^(?:theo đó|cụ thể(?: là)?|ngoài ra|bên cạnh đó|đồng thời|tuy nhiên|như vậy|do đó|vì vậy|do vậy|tóm lại|trước hết|trong đó|riêng|mặt khác|cùng với đó|hơn nữa|về nguyên tắc|nhìn chung),\s+/iu
const DOCUMENT =
  /^(?:tại\s+)?(?:các\s+)?(?:điểm|khoản|điều|mục|phần|chương|tiểu mục|nghị quyết|chỉ thị|kết luận|quy định|quyết định|quy chế|hướng dẫn|kế hoạch|đề án|chương trình|thông tri|thông báo|báo cáo|công văn|tờ trình|nghị định|thông tư|luật|bộ luật|hiến pháp|điều lệ|văn bản|tài liệu|bài (?:báo|viết|phỏng vấn)|sổ tay)(?![\p{L}\p{M}])/iu
const SAYS =
  /(?<![\p{L}\p{M}])(?:có\s+|cũng\s+)?(?:quy định|nêu|ghi|cho biết|xác định|chỉ rõ|chỉ ra|khẳng định|hướng dẫn|đề ra|viết|giải thích|cho hay|thông tin)(?:\s+(?:rõ|cụ thể|rằng|là|như sau))*\s*[:,]?\s+(?=\S)/giu
// said of any source
const GENERIC = new Set(
  'văn bản tài liệu quy định bài báo viết phỏng vấn điều khoản điểm mục phần chương trang số ngày tháng năm đăng ban hành nội dung hướng dẫn sổ tay cung cấp trích nêu trên này đã trong của tại và về theo căn cứ ký nguồn thông tin kèm'
    .split(' ')
    .map(key),
)

/** The statement without such a beginning, where all that it says of the source stands in the source line or the headings. */
export const withoutLead = (statement: string, evidence: Evidence): string => {
  const link = LINK.exec(statement)
  const text = link ? statement.slice(link[0].length) : statement
  const end = leadEnd(text, evidence)
  return end === 0 ? text : text.slice(end)
}

const leadEnd = (text: string, evidence: Evidence): number => {
  if (DOCUMENT.test(text))
    for (const says of text.matchAll(SAYS))
      if (isOfSource(text.slice(0, says.index), evidence)) return says.index + says[0].length
  if (!ACCORDING.test(text)) return 0
  let end = 0
  for (const comma of text.matchAll(/,\s+|:\s+|\s+thì\s+/gu)) {
    const part = text.slice(end, comma.index)
    // the first part that is all of the source; after it only what gives more numbers: "…, ngày 16/9/2024, …"
    if (end > 0 && read(part).quantities.length === 0) break
    if (!isOfSource(text.slice(0, comma.index), evidence)) {
      if (end > 0) break
      continue
    }
    end = comma.index + comma[0].length
  }
  return end
}

/** Whether every word, number and date of it stands above the cited units. */
const isOfSource = (lead: string, evidence: Evidence): boolean => {
  const { items, quantities } = read(lead)
  // "về những điều đảng viên không được làm" is a title, if it is
  const above = evidence.cited.flatMap((cited) => cited.above.map((one) => ` ${one.words.join(' ')} `))
  for (const { mark, start } of items) {
    const around = mark === 'not' || mark === 'need_not' ? /^\p{L}+\s+\p{L}+/u.exec(lead.slice(start)) : null
    if (around && !above.some((text) => text.includes(` ${key(around[0])} `))) return false
  }
  const known = placesAbove(evidence)
  const words = new Set(
    evidence.cited.flatMap(({ above }) => above.flatMap((one) => one.items.map((item) => item.key))),
  )
  return (
    quantities.every((one) => isKnownAbove(one, known)) &&
    items.every((item) => item.kind !== 'content' || words.has(item.key) || GENERIC.has(item.key) || item.isLight) &&
    items.some(isWord)
  )
}
