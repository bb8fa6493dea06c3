/** Who has to do what: the items under "Tổ chức thực hiện", each by its first sentence. */
import { unitsOf } from '../../text/units/sentences.ts'
import { key } from '../../text/vietnamese.ts'
import { ordersMachine } from '../../text/orders-machine.ts'
import type { Content } from './find-targets.ts'

const CARRYING_OUT = /(?:tổ chức|điều khoản|trách nhiệm) (?:thực hiện|thi hành)|phân công (?:thực hiện|nhiệm vụ)/u
// a body, or a person by their office, at the head of an item; then what it has to do
const BODY =
  /^(?:[\s\d.()a-zđ*+–-]{0,8})(?:giao |đề nghị |yêu cầu )?(?:các |những )?(?:ban|đảng ủy|đảng bộ|chi bộ|chi ủy|cấp ủy|tỉnh ủy|thành ủy|ủy ban|văn phòng|đảng đoàn|bộ|sở|hội đồng|mặt trận|đoàn|hội|liên đoàn|công đoàn|bí thư|trung tâm|thường trực|thường vụ|ban thường vụ|tổ chức|cơ quan|đơn vị|địa phương|chủ tịch|thủ trưởng|người đứng đầu|trưởng|đảng viên)(?!\p{L})/u
const LONGEST = 400
// those of a table stand in one row with the signature
const RECIPIENTS = /nơi nhận|lưu văn phòng| \|/u

interface Place {
  readonly start: number
  readonly end: number
}

/** Offsets in the text, end exclusive; at most `most`, in the order of the text. */
export const dutiesIn = (content: Content, most: number): readonly Place[] => {
  const parts = content.headings.flatMap((heading, at) => (CARRYING_OUT.test(key(heading.title)) ? [at] : []))
  for (const at of parts.toReversed()) {
    const found = dutiesUnder(content, at).slice(0, most)
    if (found.length > 0) return found
  }
  return []
}

const dutiesUnder = ({ text, headings }: Content, at: number): readonly Place[] => {
  const heading = headings[at]!
  const end = headings.slice(at + 1).find(({ rank }) => rank <= heading.rank)?.start ?? text.length
  const from = text.indexOf('\n', heading.start)
  if (from < 0 || from >= end) return []
  const part = text.slice(from, end)
  const units = unitsOf(part)
  const recipients = units.findIndex((unit) => RECIPIENTS.test(key(part.slice(unit.start, unit.end))))
  return units.slice(0, recipients < 0 ? units.length : recipients).flatMap((unit) => {
    const words = part.slice(unit.start, unit.end)
    const isDuty = unit.kind === 'item' && words.length <= LONGEST && !words.endsWith(':') && BODY.test(key(words))
    return isDuty && !ordersMachine(words) ? [{ start: from + unit.start, end: from + unit.end }] : []
  })
}
