/**
 * Text typed in the fonts of before Unicode: TCVN3 (.VnTime, one byte a letter) and VNI (base letter and mark).
 * Tables: vietnamese §1.4. The text decides whether it is decoded, because many files carry a .Vn font name over Unicode text;
 * a font only settles capitals and breaks ties.
 */
import { looksLikeSyllable } from './syllable-shape.ts'
import { VNI_PAIRS, VNI_SINGLES, TCVN3 } from './legacy-tables.ts'

export type LegacyEncoding = 'tcvn3' | 'vni'

export interface LegacyContext {
  /** Name of the font of this text. */
  readonly font?: string
  /** What the surrounding text (same font, same file) was found to be: decides for texts too short to judge. */
  readonly around?: LegacyEncoding | null
}

// letters, and the signs that are letters in TCVN3; not the degree sign, superscripts and the like
const LETTER_RUNS = /[A-Za-z\u00A1-\u00AE\u00B5-\u00B9\u00BB-\u00BE\u00C0-\u00FF\u03BC]+/g
const MAYBE_LEGACY = /[\u00A1-\u00FF\u03BC]/
// letters that only Unicode has: one or two in a hundred and the text is Unicode already
const UNICODE_ONLY = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/g
const VNI = new RegExp([...VNI_PAIRS.keys(), ...VNI_SINGLES.keys()].join('|'), 'g')
const MOSTLY = 0.8
const MARGIN = 0.2

/** The encoding that the text is written in, `null` for Unicode, for other languages, and for texts too short to tell. */
export const detectLegacy = (text: string): LegacyEncoding | null => {
  if (!MAYBE_LEGACY.test(text) || isUnicode(text)) return null
  const judged = (['tcvn3', 'vni'] as const).map((encoding) => ({ encoding, ...judge(text, encoding) }))
  const best = judged[0]!.after >= judged[1]!.after ? judged[0]! : judged[1]!
  return best.converted >= 2 && best.after >= MOSTLY && best.plain >= MOSTLY / 2 && best.after >= best.before + MARGIN
    ? best.encoding
    : null
}

/** The text in Unicode (NFC) if it is legacy, else unchanged. Give it the raw text: the soft hyphen is a letter of TCVN3 (ư). */
export const decodeLegacy = (text: string, { font, around }: LegacyContext = {}): string => {
  const own = detectLegacy(text)
  const tie = around ?? encodingOfFont(font)
  if (own !== null) return decode(text, own, font)
  if (tie === null || isUnicode(text)) return text
  if (!MAYBE_LEGACY.test(text)) return around === 'tcvn3' && isCapitalFont(font) ? text.toUpperCase() : text
  const { after, before } = judge(text, tie)
  const believed = around === undefined || around === null ? after >= MOSTLY && after > before : after >= before
  return believed ? decode(text, tie, font) : text
}

/** What a font's name promises: `.VnTime`, `.VnArialH` → tcvn3; `VNI-Times` → vni. */
export const encodingOfFont = (font: string | undefined): LegacyEncoding | null => {
  if (font === undefined) return null
  if (/^\.?Vn[A-Z]/.test(font)) return 'tcvn3'
  return /^VNI[- ]/i.test(font) ? 'vni' : null
}

/** In TCVN3 capitals exist only through fonts whose names end in H: the bytes are lower case. */
const isCapitalFont = (font: string | undefined): boolean => font !== undefined && /^\.?Vn[A-Z].*H$/.test(font)

const decode = (text: string, encoding: LegacyEncoding, font?: string): string => {
  if (encoding === 'vni') return decodeVni(text)
  const decoded = decodeTcvn3(text)
  return isCapitalFont(font) ? decoded.toUpperCase() : decoded
}

const decodeTcvn3 = (text: string): string =>
  text.replace(/[\u00A1-\u00FF\u03BC]/g, (letter) => TCVN3.get(letter) ?? letter)

const decodeVni = (text: string): string =>
  text.replace(VNI, (typed) => VNI_PAIRS.get(typed) ?? VNI_SINGLES.get(typed) ?? typed)

const isUnicode = (text: string): boolean => {
  const only = text.match(UNICODE_ONLY)?.length ?? 0
  return only > 0 && only / (text.match(/\p{L}/gu)?.length ?? 1) > 0.02
}

/**
 * Shares of Vietnamese syllables: among the words with high characters as they stand (`before`) and decoded (`after`),
 * and among the plain words (`plain`), so that French or English with a few accents is not taken for Vietnamese.
 */
const judge = (text: string, encoding: LegacyEncoding) => {
  const words = text.match(LETTER_RUNS) ?? []
  const high = words.filter((word) => MAYBE_LEGACY.test(word))
  const plain = words.filter((word) => !MAYBE_LEGACY.test(word) && word.length > 1 && word !== word.toUpperCase())
  const decoded = high.map((word) => decode(word, encoding))
  const share = (list: readonly string[]) =>
    list.length === 0 ? 1 : list.filter(looksLikeSyllable).length / list.length
  return {
    before: high.length === 0 ? 0 : share(high),
    after: high.length === 0 ? 0 : share(decoded),
    plain: share(plain),
    converted: new Set(high.filter((word, at) => word.length > 1 && decoded[at] !== word)).size,
  }
}
