/** What weight a document's word has beside another's: its body's place in the Party, and whether it holds. */
import type { DocumentMeta } from '../documents/document.ts'
import { numberParts } from '../text/numbers/document-numbers.ts'
import { fold } from '../text/vietnamese.ts'

const IN_FORCE = 0.2
/** Of a body that is not known. */
const BELOW = 0.5

/** 0 where nothing is known of a document, above for a higher body and for what is in force, below for press. */
export const standingOf = (meta: Pick<DocumentMeta, 'kind' | 'number' | 'issuer' | 'validity'>): number =>
  (1 - IN_FORCE) * (authorityOf(meta) - BELOW) + (meta.validity === 'in_force' ? IN_FORCE : 0)

/** Điều lệ > congress > Ban Chấp hành Trung ương > Bộ Chính trị > Ban Bí thư > bodies of the centre > province > below; press last. */
const authorityOf = ({ kind, number, issuer }: Pick<DocumentMeta, 'kind' | 'number' | 'issuer'>): number => {
  if (kind === 'charter') return 1
  if (kind === 'article') return 0
  if (kind === 'staff_answer') return 0.1
  const body = fold(issuer ?? '').toLowerCase()
  if (/^dai hoi dai bieu toan quoc/u.test(body)) return 0.95
  const symbol = (number && numberParts(number)?.issuer) ?? ''
  const isCentral = symbol === 'tw' || /trung uong/u.test(body)
  if (/bo chinh tri/u.test(body)) return 0.85
  if (/ban bi thu/u.test(body)) return 0.8
  if (isCentral && /ban chap hanh/u.test(body)) return 0.9
  if (symbol === 'tw') return 0.8
  if (isCentral || /tw$/u.test(symbol)) return 0.7
  if (/^(?:qh|ubtvqh|cp|ttg)|-cp$|-ttg$/u.test(symbol)) return 0.7
  if (/(?:tinh|thanh) uy/u.test(body) || symbol === 'tu') return 0.6
  return BELOW
}
