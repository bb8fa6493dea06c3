/** Roles: who does what to whom, where a statement names bodies or persons (answering-study §5, test 7). */
import { key } from '../../text/vietnamese.ts'
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Alignment } from './reading/alignment.ts'
import type { Evidence } from './reading/evidence.ts'
import type { Mark } from './reading/marks.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'

const ROLES =
  'chi bộ|đảng bộ|đảng ủy|chi ủy|cấp ủy|ban thường vụ|ban chấp hành|bí thư|phó bí thư|ban bí thư|bộ chính trị|trung ương|tỉnh ủy|thành ủy|huyện ủy|ủy ban kiểm tra|ban tổ chức|ban tuyên giáo|ban dân vận|văn phòng|đảng viên|quần chúng|cán bộ|công chức|viên chức|người lao động|người sử dụng lao động|sinh viên|học sinh|giảng viên|giáo viên|hiệu trưởng|phó hiệu trưởng|trưởng khoa|chủ nhiệm|hội đồng|chủ tịch|phó chủ tịch|ủy viên|thư ký|tòa án|viện kiểm sát|thẩm phán|đương sự|nguyên đơn|bị đơn|nhà nước|chính phủ|quốc hội|bộ trưởng|thủ tướng|ủy ban nhân dân|hội đồng nhân dân|công đoàn|đại hội|đoàn chủ tịch|người giới thiệu|doanh nghiệp|tổ chức đảng|chủ tịch nước|người khởi kiện|người bị kiện|bên vay|bên cho vay|bên mua|bên bán|hội đồng trọng tài|hội đồng xét xử|cán bộ coi thi|phụ huynh|nhà trường|trưởng phòng|đoàn thanh niên|mặt trận|cơ quan|cá nhân|pháp nhân|người giám hộ|người giám sát|quy định này|quy chế này|luật này|nghị định này|nghị quyết này|thông tư này|hướng dẫn này|quyết định này'
    .split('|')
    .map(key)
const LONGEST = 5
const REACH = 4

// stand between roles that go together
const LISTS = new Set('và hoặc hay của cùng các những này đó ở tại'.split(' ').map(key))
const LEVELS = new Set<Mark>(['higher', 'lower', 'not'])
// what comes behind them is another clause
const ENDS = new Set<Mark>(['before', 'after', 'except'])

interface Place {
  readonly role: string
  readonly from: number
  readonly to: number
}

export const checkRoles = (statement: Reading, evidence: Evidence, alignment: Alignment): Checked | null => {
  const roles = new Set([...ROLES, ...namesIn(evidence)])
  const said = placesIn(statement.items, roles)
  const known = placesIn(evidence.items, roles)
  for (const { role } of said) if (!known.some((one) => one.role === role)) return faulty('roles', role)
  if (new Set(known.map(({ role }) => role)).size < 2) return null
  for (const place of said) {
    const { role } = place
    // "bí thư chi bộ": what comes behind is the first one's
    const isAttribute = said.some(({ to }) => to === place.from)
    const behind = isAttribute ? null : neighbour(statement.items, said, withAttributes(said, place), 1)
    const before = neighbour(statement.items, said, place, -1)
    if (behind && !mayStandBeside(evidence.items, known, alignment, role, behind, -1))
      return faulty('roles', `${role} ${behind.key}`)
    if (before && !mayStandBeside(evidence.items, known, alignment, role, before, 1))
      return faulty('roles', `${before.key} ${role}`)
  }
  return null
}

const NAME = /(?<=[\p{L},;/] ?)(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)*/gu
const PARTY = key('Đảng')

/** Capitalised runs within sentences of the evidence, as sequences of keys. */
const namesIn = ({ cited }: Evidence): readonly string[] =>
  cited.flatMap(({ unit, above }) =>
    [unit, ...above].flatMap(({ text }) =>
      [...text.matchAll(/(?<=[\p{L},;/] ?)(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)*/gu)].map(
        ([run]) => key(run),
      ),
    ),
  )

const placesIn = (items: readonly Item[], roles: ReadonlySet<string>): readonly Place[] => {
  const places: Place[] = []
  for (let at = 0; at < items.length; at++)
    for (let length = LONGEST; length > 0; length--) {
      const role = items
        .slice(at, at + length)
        .map((item) => item.key)
        .join(' ')
      const isDocument = length === 1 && items[at]!.quantity?.kind === 'document'
      if ((!isDocument && !roles.has(role)) || items[at + length - 1]?.clause !== items[at]!.clause) continue
      places.push({ role, from: at, to: at + length })
      at += length - 1
      break
    }
  return places
}

/** A role as far as the roles go that follow it directly: "Thủ tướng Chính phủ". */
const withAttributes = (places: readonly Place[], place: Place): Place => {
  const next = places.find(({ from }) => from === place.to)
  return next ? withAttributes(places, { ...place, to: next.to }) : place
}

/** The next word in the same clause that belongs to no role. */
const neighbour = (
  items: readonly Item[],
  places: readonly Place[],
  { from, to }: Place,
  step: 1 | -1,
): Item | null => {
  const { clause } = items[from]!
  for (let i = step > 0 ? to : from - 1; i >= 0 && i < items.length && items[i]!.clause === clause; i += step) {
    const item = items[i]!
    if ((item.mark && ENDS.has(item.mark)) || places.some((one) => one.from <= i && i < one.to)) return null
    if (isWord(item)) return item.isLight ? null : item
  }
  return null
}

/** False where the source has this word, in the place that agrees best, beside other roles only. */
const mayStandBeside = (
  items: readonly Item[],
  roles: readonly Place[],
  { said, known, places }: Alignment,
  role: string,
  word: Item,
  step: 1 | -1,
): boolean => {
  const best = places[said.findIndex(({ start }) => start === word.start)]!.map((j) => known[j]!.at)
  const free = best.filter((at) => !roles.some(({ from, to }) => from <= at && at < to))
  return (
    free.length === 0 ||
    free.some((at) => {
      const near = nearest(items, roles, at, step)
      return near.length === 0 || near.includes(role)
    })
  )
}

/** The role nearest to a word on one side, with those it is listed with; empty for none within reach. */
const nearest = (items: readonly Item[], places: readonly Place[], at: number, step: 1 | -1): readonly string[] => {
  let words = 0
  for (let i = at + step; i >= 0 && i < items.length && words < REACH; i += step) {
    const index = places.findIndex((one) => one.from <= i && i < one.to)
    if (index < 0) {
      if (isWord(items[i]!)) words++
      continue
    }
    const listed = [places[index]!.role]
    for (let k = index; ; k += step) {
      const [here, other] = [places[k]!, places[k + step]]
      if (!other) break
      const [a, b] = step > 0 ? [here, other] : [other, here]
      const gap = items.slice(a.to, b.from)
      if (
        !gap.every(
          ({ kind, key: word, mark }) =>
            (kind === 'function' && LISTS.has(word)) || (mark !== null && LEVELS.has(mark)),
        )
      )
        break
      listed.push(other.role)
    }
    return listed
  }
  return []
}
