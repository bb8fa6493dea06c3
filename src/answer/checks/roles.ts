/** Roles: who does what to whom. Checked where a statement names two or more bodies or persons (answering-study §5, test 7). */
import { key } from '../../text/vietnamese.ts'
import type { Evidence } from './evidence.ts'
import { faulty } from './fault.ts'
import type { Checked } from './fault.ts'
import type { Item, Reading } from './reading.ts'

const ROLES = new Set(
  'chi bộ|đảng bộ|đảng ủy|chi ủy|cấp ủy|ban thường vụ|ban chấp hành|bí thư|phó bí thư|ban bí thư|bộ chính trị|trung ương|tỉnh ủy|thành ủy|huyện ủy|ủy ban kiểm tra|ban tổ chức|ban tuyên giáo|ban dân vận|văn phòng|đảng viên|quần chúng|cán bộ|công chức|viên chức|người lao động|sinh viên|học sinh|giảng viên|giáo viên|hiệu trưởng|trưởng khoa|chủ nhiệm|hội đồng|chủ tịch|ủy viên|thư ký|tòa án|viện kiểm sát|thẩm phán|đương sự|nhà nước|chính phủ|quốc hội|bộ trưởng|thủ tướng|ủy ban nhân dân|công đoàn|đại hội|đoàn chủ tịch|người giới thiệu|doanh nghiệp|tổ chức đảng|chủ tịch nước|người khởi kiện|người bị kiện|bên vay|bên cho vay|các khoa|ban điều hành|hội đồng trọng tài'
    .split('|')
    .map(key),
)
const LONGEST = 4
const REACH = 4

interface Place {
  readonly role: string
  readonly before: readonly string[]
  readonly behind: readonly string[]
}

const placesIn = (items: readonly Item[]): readonly Place[] => {
  const content = items.filter(({ kind }) => kind === 'content')
  const places: Place[] = []
  for (let i = 0; i < content.length; i++) {
    for (let length = LONGEST; length > 1; length--) {
      const role = content
        .slice(i, i + length)
        .map(({ key: word }) => word)
        .join(' ')
      if (!ROLES.has(role)) continue
      const same = (item: Item | undefined): boolean => item !== undefined && item.sentence === content[i]!.sentence
      places.push({
        role,
        before: content
          .slice(Math.max(0, i - REACH), i)
          .filter(same)
          .map(({ key: word }) => word)
          .reverse(),
        behind: content
          .slice(i + length, i + length + REACH)
          .filter(same)
          .map(({ key: word }) => word),
      })
      i += length - 1
      break
    }
  }
  return places
}

export const checkRoles = (statement: Reading, evidence: Evidence): Checked | null => {
  const said = placesIn(statement.items)
  if (new Set(said.map(({ role }) => role)).size < 2) return null
  const known = placesIn(evidence.items)
  for (const { role, before, behind } of said) {
    const fits = known.some(
      (one) =>
        one.role === role &&
        (before[0] === undefined || one.before.includes(before[0])) &&
        (behind[0] === undefined || one.behind.includes(behind[0])),
    )
    if (!fits) return faulty('roles', role)
  }
  return null
}
