/** Where a text names bodies, offices and persons, and which of them a word stands beside. */
import { key } from '../../text/vietnamese.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Mark } from './reading/marks.ts'
import { isWord } from './reading/read.ts'
import type { Item } from './reading/read.ts'

const ROLES =
  'chi bộ|đảng bộ|đảng ủy|chi ủy|cấp ủy|ban thường vụ|ban chấp hành|bí thư|phó bí thư|ban bí thư|bộ chính trị|trung ương|tỉnh ủy|thành ủy|huyện ủy|ủy ban kiểm tra|ban tổ chức|ban tuyên giáo|ban dân vận|văn phòng|đảng viên|quần chúng|cán bộ|công chức|viên chức|người lao động|người sử dụng lao động|sinh viên|học sinh|giảng viên|giáo viên|hiệu trưởng|phó hiệu trưởng|trưởng khoa|chủ nhiệm|hội đồng|chủ tịch|phó chủ tịch|ủy viên|thư ký|tòa án|viện kiểm sát|thẩm phán|đương sự|nguyên đơn|bị đơn|nhà nước|chính phủ|quốc hội|bộ trưởng|thủ tướng|ủy ban nhân dân|hội đồng nhân dân|công đoàn|đại hội|đoàn chủ tịch|người giới thiệu|doanh nghiệp|tổ chức đảng|chủ tịch nước|người khởi kiện|người bị kiện|bên vay|bên cho vay|bên mua|bên bán|hội đồng trọng tài|hội đồng xét xử|cán bộ coi thi|phụ huynh|nhà trường|trưởng phòng|đoàn thanh niên|mặt trận|cơ quan|cá nhân|pháp nhân|người giám hộ|người giám sát'
    .split('|')
    .map(key)
const AT_BASE = ['chi bộ', 'đảng bộ', 'đảng ủy', 'cấp ủy', 'chi ủy'].flatMap((body) => [
  key(`${body} cơ sở`),
  key(`${body} bộ phận`),
])
// a document may do something to another: "Quy định này thay thế Quy định số 12-QĐ/TU"
const THIS_DOCUMENT = [
  'quy định này',
  'quy chế này',
  'luật này',
  'nghị định này',
  'nghị quyết này',
  'hướng dẫn này',
].map(key)
const LONGEST = 5
// content words between a word and the role that it stands beside (answering-study §5: 4)
const REACH = 4
// stand between roles that go together: "chi bộ và đảng ủy", "cấp ủy cấp trên của tổ chức đảng"
const LISTS = new Set('và hoặc hay của cùng các những này đó ở tại'.split(' ').map(key))
const LEVELS = new Set<Mark>(['higher', 'lower', 'not'])

export interface Place {
  readonly role: string
  readonly from: number
  readonly to: number
  readonly isDocument: boolean
  /** "đảng ủy cơ sở": its last words say which, and belong to it alone. */
  readonly isAttributed: boolean
}

/** All that may be named: the roles above and the capitalised names within sentences of the evidence. */
export const rolesIn = ({ cited }: Evidence): ReadonlySet<string> =>
  new Set([
    ...ROLES,
    ...AT_BASE,
    ...THIS_DOCUMENT,
    ...cited.flatMap(({ unit, above }) =>
      [unit, ...above].flatMap(({ text }) =>
        [...text.matchAll(NAME)].map(([run]) => key(run)).filter((name) => !NO_NAMES.has(name.split(' ')[0]!)),
      ),
    ),
  ])

const NAME = /(?<=[\p{L},;/] ?)(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)*/gu
const NO_NAMES = new Set(
  'đảng luật bộ nghị quy quyết thông hướng điều khoản điểm mục chương phần việt'.split(' ').map(key),
)

/** "đảng ủy" may be "đảng ủy cơ sở", and "Quy định 12" a document of that number. */
export const isSameRole = (one: string, other: string): boolean =>
  one === other || [' ', '-'].some((joint) => one.startsWith(other + joint) || other.startsWith(one + joint))

export const placesIn = (items: readonly Item[], roles: ReadonlySet<string>): readonly Place[] => {
  const places: Place[] = []
  for (let at = 0; at < items.length; at++)
    for (let length = Math.min(LONGEST, items.length - at); length > 0; length--) {
      const role = items
        .slice(at, at + length)
        .map((item) => item.key)
        .join(' ')
      const isNumbered = length === 1 && items[at]!.quantity?.kind === 'document'
      if (!isNumbered && !roles.has(role)) continue
      if (items[at + length - 1]!.clause !== items[at]!.clause) continue
      places.push({
        role,
        from: at,
        to: at + length,
        isDocument: isNumbered || THIS_DOCUMENT.includes(role),
        isAttributed: AT_BASE.includes(role),
      })
      at += length - 1
      break
    }
  return places
}

/** The role nearest to a word on one side, with those it is listed with; empty for none within reach. */
export const nearest = (
  items: readonly Item[],
  places: readonly Place[],
  at: number,
  step: 1 | -1,
): readonly Place[] => {
  let words = 0
  for (let i = at + step; words < REACH && items[i] && !isApart(items[i]!, items[at]!); i += step) {
    const index = places.findIndex(({ from, to }) => from <= i && i < to)
    if (index >= 0) return listedWith(items, places, index, step)
    if (isWord(items[i]!) && !items[i]!.isLight) words++
  }
  return []
}

/** In another sentence, unless that introduces this one. */
const isApart = (one: Item, other: Item): boolean =>
  one.sentence !== other.sentence && (one.isAbove === other.isAbove || Math.abs(one.sentence - other.sentence) > 1)

const listedWith = (
  items: readonly Item[],
  places: readonly Place[],
  index: number,
  step: 1 | -1,
): readonly Place[] => {
  const listed = [places[index]!]
  for (let k = index + step; places[k]; k += step) {
    const [a, b] = step > 0 ? [places[k - step]!, places[k]!] : [places[k]!, places[k - step]!]
    const joins = ({ kind, key: word, mark }: Item): boolean =>
      (kind === 'function' && LISTS.has(word)) || (mark !== null && LEVELS.has(mark))
    if (!items.slice(a.to, b.from).every(joins)) break
    listed.push(places[k]!)
  }
  return step > 0 ? listed : [...listed, ...inApposition(items, places, places[index]!)]
}

/** "Trần Văn Lựu, Bí thư Đảng ủy phường, chủ trì": who is described between two commas does it. */
const inApposition = (items: readonly Item[], places: readonly Place[], { from }: Place): readonly Place[] => {
  const start = items.findIndex(({ clause }) => clause === items[from]!.clause)
  return places.some((one) => one.from === start) ? places.filter(({ to }) => to === start) : []
}
