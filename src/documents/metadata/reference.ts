/** A document as another one names it, and whether a document is the one that is meant: a number alone is no identity. */
import { datesIn } from '../../text/numbers/dates.ts'
import { numberKey, numberParts, numbersIn } from '../../text/numbers/document-numbers.ts'
import { syllables } from '../../text/terms.ts'
import type { DocumentKind, DocumentMeta, DocumentReference } from '../document.ts'
import { kindOfTypeName } from './type-heading.ts'

const KIND_BEFORE = /(\p{L}+\s+\p{L}+)\s+(?:số\s*:?\s*)?$/iu
const DATE_FAR = 24
// its issuer may stand between number and date: "24-QĐ/TW của Ban Bí thư ngày 3/2/2021"
const ISSUER_BEHIND =
  /^\s*[,(]?\s*(?:ngày\s.{4,32}?\d{4}\)?\s*,?\s*)?(?:của|do)\s+(?<issuer>\p{Lu}[^.;:,()\n“”]*?)(?=\s*(?:[.;:,()\n“”]|$|\s(?:về|quy định|và|ban hành|kể từ|từ ngày|ngày|hết hiệu lực|có hiệu lực|như sau|đã|được|là)(?!\p{L})))/u

/** The reference whose number stands at `[start, end)` of a sentence (with plain dashes and spaces). */
export const referenceAt = (even: string, start: number, end: number, number: string): DocumentReference => {
  const behind = even.slice(end, end + 200)
  const issuer = ISSUER_BEHIND.exec(behind)?.groups?.['issuer']?.trim() ?? null
  const reach = DATE_FAR + (issuer ? issuer.length + 6 : 0)
  const date = datesIn(behind).find((found) => found.start <= reach && !/\d-\p{Lu}/u.test(behind.slice(0, found.start)))
  const kind = KIND_BEFORE.exec(even.slice(Math.max(0, start - 40), start))?.[1]
  return { kind: (kind && kindOfTypeName(kind)) || null, number, date: date?.iso ?? null, issuer }
}

/** What a person wrote down: `24-QĐ/TW`, or `Quy định số 24-QĐ/TW ngày 03/02/2021 của Ban Bí thư`. */
export const referenceOf = (written: string): DocumentReference => {
  const found = numbersIn(written)[0]
  if (!found) return { kind: null, number: written, date: null, issuer: null }
  return referenceAt(written, found.start, found.end, found.number)
}

/** Whether a document is the one that `by` means: number, and whatever else is said or stands to reason. */
export const isMeant = (
  reference: DocumentReference,
  meta: Pick<DocumentMeta, 'kind' | 'number' | 'date' | 'issuer'>,
  by: Pick<DocumentMeta, 'issuer'>,
): boolean => {
  if (meta.number === null || numberKey(meta.number) !== numberKey(reference.number)) return false
  if (reference.date && meta.date && reference.date !== meta.date) return false
  if (!sameKind(reference.kind, meta.kind)) return false
  if (!meta.issuer) return true
  if (reference.issuer) return sameIssuer(reference.issuer, meta.issuer)
  // every commune has its 02-QĐ/ĐU: who replaces without naming the body speaks of its own paper
  return !by.issuer || isCentral(meta.number) || sameIssuer(by.issuer, meta.issuer)
}

/** QĐ stands for quyết định and quy định: two kinds that are both known must be one. */
const sameKind = (named: DocumentKind | null, kind: DocumentKind): boolean =>
  named === null || named === kind || !TWINS.has(named) || !TWINS.has(kind)
const TWINS: ReadonlySet<DocumentKind> = new Set(['regulation', 'decision'])

const isCentral = (number: string): boolean => /(?:^|-)tw|tw$/.test(numberParts(number)?.issuer ?? '')

/** One body may be written shorter or by the part of it that signs: `Tỉnh ủy Lam Giang`, `Ban Thường vụ Tỉnh ủy Lam Giang`. */
export const sameIssuer = (one: string, other: string): boolean => {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  return short.size === 0 || [...short].filter((word) => long.has(word)).length >= ENOUGH * short.size
}
/** A word of a long name may be misread or left out; the name of a place may not be another. */
const ENOUGH = 0.8

const wordsOf = (issuer: string): ReadonlySet<string> =>
  new Set(
    syllables(issuer)
      .map(({ folded }) => folded)
      .filter((word) => !ANY_BODY.has(word)),
  )
// what every body of the Party has, and what goes before the name of a place
const ANY_BODY = new Set('ban thuong vu chap hanh dang bo tinh uy xa phuong cac va cua huyen thanh pho khoa'.split(' '))
