/** Takes out of a question what could point to a person: numbers of papers, phones and accounts, and e-mail addresses. */
import { classifyRun, wordsAfter, wordsBefore } from './personal/classify-run.ts'
import { numberRuns } from './personal/number-runs.ts'
import { kindAfter, kindBefore, type PersonalKind } from './personal/number-words.ts'
import { clean } from './vietnamese.ts'

export interface Masked {
  /** `clean`, with digits as ASCII, and `[số điện thoại]` and the like in place of what was taken out. */
  readonly text: string
  /** What was taken out, in order: `số điện thoại`, … One entry for each place. */
  readonly found: readonly string[]
}

const SHOWN: Readonly<Record<PersonalKind | 'mail', string>> = {
  id: 'số định danh',
  passport: 'số hộ chiếu',
  phone: 'số điện thoại',
  account: 'số tài khoản',
  card: 'số thẻ đảng',
  file: 'số lý lịch đảng viên',
  tax: 'mã số thuế',
  insurance: 'số bảo hiểm',
  mail: 'thư điện tử',
}

interface Span {
  readonly start: number
  readonly end: number
  readonly kind: keyof typeof SHOWN
}

/** Masking a masked text changes nothing. Linear in the length of the text. */
export const maskPersonalData = (text: string): Masked => {
  const plain = asciiDigits(clean(text))
  const spans = findPersonalData(plain)
  let masked = ''
  let from = 0
  for (const { start, end, kind } of spans) {
    masked += `${plain.slice(from, start)}[${SHOWN[kind]}]`
    from = end
  }
  return { text: masked + plain.slice(from), found: spans.map(({ kind }) => SHOWN[kind]) }
}

/** Full-width signs and the digits of other scripts, as a copied page or a phone's keyboard gives them. */
const asciiDigits = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => {
      const usual = digit.normalize('NFKC')
      return /[0-9]/.test(usual) ? usual : String(digitValue(digit.codePointAt(0)!))
    })

/** Unicode keeps the ten digits of a script together, from zero on. */
const digitValue = (code: number): number => {
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}

const findPersonalData = (text: string): readonly Span[] => {
  const spans: Span[] = [...mails(text), ...papers(text)]
  for (const run of numberRuns(text)) spans.push(...classifyRun(run, text))
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const apart: Span[] = []
  for (const span of spans) {
    const last = apart.at(-1)
    // two that share digits go as one
    if (last && span.start < last.end) apart.splice(-1, 1, { ...last, end: Math.max(last.end, span.end) })
    else apart.push(span)
  }
  return apart
}

// the longest parts of an address (RFC 5321 §4.5.3.1): 64 characters before the sign, 255 after
const LOCAL = /[A-Za-z0-9._%+-]{1,64} ?$/
const DOMAIN = /^ ?[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9-]{1,63}){0,6}\.[A-Za-z]{2,24}(?![A-Za-z-])/

const mails = (text: string): readonly Span[] => {
  const spans: Span[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(0, at - 65), at))
    const domain = local && DOMAIN.exec(text.slice(at + 1, at + 257))
    if (domain) spans.push({ start: at - local[0].length, end: at + 1 + domain[0].length, kind: 'mail' })
  }
  return spans
}

const PAPER = /(?<![A-Za-z0-9])(?:[A-Z]{2}[ -]?\d(?:[ -]?\d){12}|([A-Za-z]) ?\d{7,8})(?![A-Za-z0-9])/g

/** Papers whose number begins with letters: a health insurance card (15 signs), a passport where the text says so. */
const papers = (text: string): readonly Span[] => {
  const spans: Span[] = []
  for (const { 0: found, 1: isShort, index: start } of text.matchAll(PAPER)) {
    const end = start + found.length
    const kind = isShort ? (kindBefore(wordsBefore(text, start)) ?? kindAfter(wordsAfter(text, end))) : 'insurance'
    if (!isShort || kind === 'passport' || kind === 'id')
      spans.push({ start, end, kind: isShort ? 'passport' : 'insurance' })
  }
  return spans
}
