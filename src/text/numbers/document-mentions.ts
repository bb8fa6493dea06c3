/** How people name a document by its number, in questions and in the press: `nq 18`, `Chỉ thị số 05`, `quy dinh 294`, `NQ TW 4 khóa XII`. */
import { aligned, foldAligned } from '../aligned.ts'
import { numberKey, numberParts, numbersIn } from './document-numbers.ts'
import { kindsOfSymbol, NAMES, SHORT } from './document-types.ts'
import type { NumberedKind } from './document-types.ts'
import { arabic } from './numerals.ts'
import { hasMarks, key } from '../vietnamese.ts'

export interface DocumentMention {
  /** Offsets in the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** What the words allow, likeliest first (`qđ` is two); empty if only a number was given. */
  readonly kinds: readonly NumberedKind[]
  /** Without leading zeros. Null for a plenary nickname. */
  readonly number: string | null
  readonly year: string | null
  /** Folded symbols as far as they were typed: `nq`, `tw`. */
  readonly symbol: string | null
  readonly issuer: string | null
  /** `numberKey` where the number was typed in full, else null. */
  readonly key: string | null
  /** The plenary session (hội nghị Trung ương) of `NQ TW 4`. */
  readonly plenary: number | null
  /** The congress term of `khóa XII`, where it stands right behind. */
  readonly congress: number | null
}

const B = '(?<![\\p{L}\\p{M}\\p{N}])'
const E = '(?![\\p{L}\\p{M}\\p{N}])'
const folded = (words: string): string => foldAligned(words).replaceAll(' ', '\\s+').replace('quy', 'qu[yi]')
const BARE = new RegExp(
  `${B}(?:(?<name>${NAMES.map(([name]) => folded(name)).join('|')})\\s*|(?<short>${SHORT.map(([s]) => foldAligned(s)).join('|')})[\\s.-]*)` +
    `(?<so>so\\s*:?\\s*)?(?<num>\\d{1,5})(?:\\s*/\\s*(?<year>(?:19|20)\\d\\d))?${E}(?!\\s*%|[.,]\\d)`,
  'gu',
)
// "kế hoạch 5 năm", "báo cáo 6 tháng", "thông báo 2 lần" count something; they are no numbers of documents
const COUNTED =
  /^\s*(?:(?:năm|nam)(?!\s+(?:19|20)\d\d)|tháng|(?:ngày|ngay)(?!\s+\d{1,2}\s*[/.-])|tuần|lần|giờ|quý|đợt|người|đồng chí|đảng viên|(?:điểm|điều)(?!\s+\d)|bước|nội dung|nhiệm vụ|chỉ tiêu|nhóm|trường hợp|triệu|tỷ|tỉ|thang|tuan|lan|nguoi|buoc|noi dung|nhiem vu|chi tieu)(?![\p{L}\p{M}])/u
// a number as typed: the type after the digits, then the issuer behind a stroke, or a well-known one behind a blank
const TYPED = new RegExp(
  `${B}(?<num>\\d{1,5})\\s*[-./ ]?\\s*(?<type>qdns|qdi|qyd|ctr|ttr|nqlt|nq|qd|ct|kl|qc|ttlt|tt|hd|tbkl|tb|bc|kh|da|cv|nd)` +
    `(?:\\s*[/-]\\s*(?<org>[a-z]{2,12}(?:-[a-z]{1,8}\\d{0,2})?)|\\s+(?<known>tw|tu|duk|du|hu|btctw|vptw|ubkttw|btgtw|bdvtw|btctu|ubnd|ttg|cp|hdnd))${E}`,
  'gu',
)
const TYPED_NORM = new RegExp(
  `${B}(?<num>\\d{1,4})\\s*/\\s*(?<year>(?:19|20)\\d\\d)\\s*/\\s*(?<sym>qh\\d{1,2}|ubtvqh\\d{1,2}|(?:nd|nq|qd|tt|ttlt|ct)(?:\\s*-\\s*[a-z]{2,12}\\d{0,2}){1,3})${E}`,
  'gu',
)
const PLENARY = new RegExp(
  `${B}(?:nghi\\s+quyet|nq)\\s*(?:so\\s+)?(?:hoi\\s+nghi\\s+)?(?:lan\\s+thu\\s+)?(?:trung\\s+uong|tw|t\\.?u\\.?)\\s*(?<n>\\d{1,2})${E}`,
  'gu',
)
const NAME_BEFORE = new RegExp(`(${NAMES.map(([name]) => folded(name)).join('|')})\\s+(?:so\\s*:?\\s*)?$`, 'u')
const CONGRESS = /^[\s,(]*(?:khoa|k)\s*(?<n>[ivxlc]{1,6}|\d{1,2})(?![\p{L}\p{N}])/u

/** Whether a document of this number and kind is one that the mention may mean; what the mention leaves open fits all. */
export const fitsMention = (mention: DocumentMention, number: string | null, kind: string): boolean => {
  if (number === null || mention.number === null) return false
  if (mention.key !== null) return numberKey(number) === mention.key
  const parts = numberParts(number)
  if (parts?.number !== mention.number || (mention.year !== null && parts.year !== mention.year)) return false
  return !mention.kinds.length || mention.kinds.some((possible) => possible === kind)
}

/** Every mention of a document by number in `text` (stored form), in order, none overlapping; full numbers included. */
export const mentionsIn = (text: string): DocumentMention[] => {
  // every form has digits
  if (!/\d/.test(text)) return []
  const even = aligned(text)
  const flat = foldAligned(text)
  const found: DocumentMention[] = []
  const add = (start: number, end: number, known: Partial<DocumentMention>): void => {
    if (found.some((other) => start < other.end && other.start < end)) return
    found.push({ ...NOTHING, congress: congressBehind(flat, end), ...known, start, end })
  }
  const addFull = (start: number, end: number, number: string): void => {
    const before = NAME_BEFORE.exec(flat.slice(Math.max(0, start - 40), start))
    const known = fullMention(number)
    const named = NAMES.find(([name]) => before && foldAligned(key(name)) === foldAligned(key(before[1]!)))?.[1]
    // "Quyết định số 130-QĐ/TW" says which of the two that QĐ stands for
    add(start, end, {
      ...known,
      kinds: named?.some((kind) => known.kinds?.includes(kind)) ? named : (known.kinds ?? []),
    })
  }
  for (const { start, end, number } of numbersIn(text)) addFull(start, end, number)
  for (const match of [...flat.matchAll(TYPED_NORM), ...flat.matchAll(TYPED)])
    addFull(match.index, match.index + match[0].length, match[0])
  for (const match of flat.matchAll(PLENARY))
    add(match.index, match.index + match[0].length, { kinds: ['resolution'], plenary: Number(match.groups!['n']) })
  for (const match of flat.matchAll(BARE)) {
    const { name, short, so, num, year } = match.groups!
    const end = match.index + match[0].length
    const kinds = kindsAsTyped(even.slice(match.index, match.index + (name ?? short)!.length), name !== undefined)
    if (!kinds || (!so && COUNTED.test(even.slice(end).toLowerCase()))) continue
    if (kinds[0] === 'law' && !year && name === 'luat') continue // "luật 2013" names a year
    add(match.index, end, { kinds, number: num!.replace(/^0+(?=\d)/, ''), year: year ?? null })
  }
  return found.sort((a, b) => a.start - b.start)
}

const NOTHING = {
  kinds: [],
  number: null,
  year: null,
  symbol: null,
  issuer: null,
  key: null,
  plenary: null,
  congress: null,
} satisfies Omit<DocumentMention, 'start' | 'end'>

const fullMention = (number: string): Partial<DocumentMention> => {
  const parts = numberParts(number)
  if (!parts) return {}
  const norm = parts.year && parts.symbol !== 'nq' && parts.symbol !== 'qd' && parts.symbol !== 'ct'
  const kinds: readonly NumberedKind[] = norm ? ['law'] : kindsOfSymbol(parts.symbol ?? '')
  return { ...parts, key: numberKey(number), kinds }
}

/** Marks that were typed must be the right ones: "để ăn 2" is not "đề án 2". */
const kindsAsTyped = (typed: string, isName: boolean): readonly NumberedKind[] | null => {
  const spelled = key(typed.replace(/\s+/g, ' '))
  const marked = hasMarks(typed)
  const entry = isName
    ? NAMES.find(([name]) => (marked ? key(name) : foldAligned(key(name))) === spelled)
    : SHORT.find(([short]) => short === spelled)
  return entry?.[1] ?? null
}

const congressBehind = (flat: string, end: number): number | null => {
  const n = CONGRESS.exec(flat.slice(end, end + 20))?.groups?.['n']
  return n === undefined ? null : arabic(n)
}
