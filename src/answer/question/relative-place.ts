/** "khoản sau?", "điều tiếp theo", "điều trước đó": a place by where it stands from the one that was shown. */
import { foldAligned } from '../../text/aligned.ts'
import { clean } from '../../text/vietnamese.ts'

export interface RelativePlace {
  /** `dieu`, `khoan`, … */
  readonly kind: string
  readonly to: 'next' | 'previous' | 'first' | 'last'
}

const WHERE: readonly (readonly [RelativePlace['to'], string])[] = [
  ['next', '(?:ke |lien |ngay )?(?:tiep theo|tiep sau|ke tiep|tiep|sau do|sau nua|sau|ke|nua|duoi)'],
  ['previous', '(?:lien |ngay |phia )?(?:truoc do|truoc day|truoc|tren)'],
  ['first', 'dau tien|dau'],
  ['last', 'cuoi cung|cuoi'],
]
const LEAD =
  '(?:(?:con|the con|vay con|the|vay|roi|va|xem|doc|cho (?:toi |minh |em )?(?:xem|biet)|toi muon xem|muon xem|xin)\\s+)*'
const TAIL =
  '(?:\\s+(?:do|kia|nua|thi sao|thi the nao|la gi|noi gi|noi ve gi|quy dinh gi|ghi gi|the nao|a|nhe|di|ntn|cua (?:van ban|quy dinh|nghi quyet|no)(?: nay| do| ay)?))*'
const PATTERNS = WHERE.map(([to, words]) => ({
  to,
  pattern: new RegExp(`^${LEAD}(?<kind>phan|chuong|muc|dieu|khoan|diem|y)\\s+(?:${words})${TAIL}$`, 'u'),
}))

/** Null for anything else. */
export const relativePlace = (question: string): RelativePlace | null => {
  const flat = foldAligned(
    clean(question)
      .replace(/[?!.,\s]+$/u, '')
      .trim(),
  )
  for (const { to, pattern } of PATTERNS) {
    const kind = pattern.exec(flat)?.groups?.['kind']
    if (kind) return { kind: kind === 'y' ? 'diem' : kind, to }
  }
  return null
}
