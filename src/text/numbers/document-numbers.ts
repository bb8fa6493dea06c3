/** Numbers of Party and State documents: where they stand in a text, how they are written, and when two are the same. */
import { aligned } from '../aligned.ts'
import { fold } from '../vietnamese.ts'

const B = '(?<![\\p{L}\\p{M}\\p{N}])'
const E = '(?![\\p{L}\\p{M}\\p{N}])'
const TYPES =
  'QĐNS|QĐi|QĐI|QyĐ|QYĐ|CTr|CTR|TTr|TTR|NQLT|NQ|QĐ|CTPH|CT|KL|QC|TTLT|TT|HD|TBKL|TB|TC|BC|KH|QH|ĐA|PA|DA|CV|BB|BS|LKG|GM|CL|NĐ|QD'

// vietnamese.md §2.5, widened to every dash, blanks and one line break inside, UBND/HĐND numbers with the year in the middle
const PARTY = new RegExp(
  `${B}(?<num>\\d{1,5})\\s*-\\s*(?<type>${TYPES})\\s*/\\s*(?<org>[A-ZĐ]{2,12}(?:-[A-ZĐ]{1,8})?)${E}`,
  'gu',
)
const STATE_NORM = new RegExp(
  `${B}(?<num>\\d{1,4})\\s*/\\s*(?<year>(?:19|20)\\d{2})\\s*/\\s*(?<sym>QH\\d{1,2}|UBTVQH\\d{1,2}|PL\\s*-\\s*UBTVQH\\d*|L\\s*-\\s*CTN|(?:NĐ|NQ|QĐ|TT|TTLT|CT|NQLT|SL)(?:\\s*-\\s*[A-ZĐ]{2,12}\\d{0,2}){1,3})${E}`,
  'gu',
)
const STATE = new RegExp(
  `(?<!\\d\\s*/\\s*)${B}(?<num>\\d{1,5})\\s*/\\s*(?<sym>(?:[A-ZĐ][A-Za-zĐđ]{0,5})(?:-[A-ZĐ][A-Za-zĐđ]{1,10}\\d{0,2}){1,3})${E}`,
  'gu',
)

interface FoundNumber {
  /** Offsets in the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** As printed, without blanks, with plain hyphens and Đ: `16-HD/BTCTW`. */
  readonly number: string
}

/** Every full number in `text` (stored form), in order; a number that is broken over a line or spaced apart is one. */
export const numbersIn = (text: string): FoundNumber[] => {
  const even = aligned(text)
  const found: FoundNumber[] = []
  for (const pattern of [STATE_NORM, PARTY, STATE]) {
    for (const match of even.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (/\n\s*\n/.test(match[0]) || found.some((other) => match.index < other.end && other.start < end)) continue
      found.push({ start: match.index, end, number: match[0].replace(/\s+/g, '') })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Equal for all spellings of one number: `24-QĐ/TW`, `24 QĐ/TW`, `24-qd/tw` → `24-qd-tw`; `05-NQ/ĐUK` → `5-nq-duk`. */
export const numberKey = (number: string): string =>
  (
    fold(number)
      .toLowerCase()
      .match(/\d+|[a-z]+\d*/g) ?? []
  )
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('-')

export interface NumberParts {
  /** Without leading zeros: `18`. */
  readonly number: string
  readonly year: string | null
  /** Symbol of the type, folded: `nq`, `qd`, `ctr`; null for numbers such as `91/2025/QH15`. */
  readonly symbol: string | null
  /** Symbol of the issuer, folded: `tw`, `duk`, `ubnd`, `qh15`. */
  readonly issuer: string | null
}

/** The parts of a number in any spelling; null if it does not begin with digits. */
export const numberParts = (number: string): NumberParts | null => {
  const [first, ...rest] = numberKey(number).split('-')
  if (!first || !/^\d+$/.test(first)) return null
  const year = rest[0] && /^(?:19|20)\d\d$/.test(rest[0]) ? rest.shift()! : null
  const symbol = rest[0] && /^[a-z]+$/.test(rest[0]) && rest.length > 1 ? rest.shift()! : null
  return { number: first, year, symbol, issuer: rest.length ? rest.join('-') : null }
}
