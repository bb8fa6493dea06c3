/** Bytes of a text file → text, for the encodings that Vietnamese files come in. */
import { decodeLegacy, detectLegacy, type LegacyEncoding } from '../../text/legacy/legacy.ts'
import { looksLikeSyllable } from '../../text/legacy/syllable-shape.ts'

export interface DecodedText {
  /** Not yet in stored form. */
  readonly text: string
  /** `sent`: the one that was named. */
  readonly encoding: 'sent' | 'utf-8' | 'utf-16le' | 'utf-16be' | LegacyEncoding | 'windows-1258' | 'windows-1252'
}

/**
 * UTF-8 (strict), UTF-16 with or without BOM, TCVN3 and VNI bytes, windows-1258 (its loose tones joined), else windows-1252.
 * `charset`: named by whoever sent the bytes.
 */
export const decodeBytes = (bytes: Uint8Array, charset?: string): DecodedText => {
  const wide = wideEncoding(bytes)
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide }
  const utf8 = strictUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const sent = decodeAsSent(bytes, charset)
  if (sent !== null) return { text: sent, encoding: 'sent' }
  return decodeOneByte(bytes)
}

/** The encoding if it is UTF-16: by its BOM, or by zeros that stand on one side of the pairs only. */
export const wideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 4096)
  if (head.length < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even++
    if (head[at + 1] === 0) odd++
  }
  const pairs = head.length / 2
  if (odd > pairs * 0.3 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.3 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

/** The text under a charset named by the file itself; null if the name is unknown or the bytes do not fit it. */
export const decodeAs = (bytes: Uint8Array, charset: string): string | null => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null // RangeError: unknown charset; TypeError: the bytes are something else
  }
}

/** What servers say of whatever they send: it tells nothing, and the legacy fonts hide behind it. */
const SAYS_NOTHING = /^(?:iso-?8859-1|latin-?1|windows-1252|cp-?1252|(?:us-)?ascii|binary|utf-?8)$/i
/** Of the words with marks, how many are syllables where a text is Vietnamese; and where it may be anything. */
const VIETNAMESE = 0.7
const ANYTHING = 0.5

/**
 * The text under the charset of an HTTP header, if it fits and reads as Vietnamese or as another script; else null: headers are
 * often wrong, and the bytes then tell more.
 */
export const decodeAsSent = (bytes: Uint8Array, charset: string | undefined): string | null => {
  if (charset === undefined || SAYS_NOTHING.test(charset)) return null
  const text = decodeAs(bytes, charset)?.normalize('NFC') ?? null
  if (text === null || vietnameseShare(text) >= VIETNAMESE) return text
  const letters = text.slice(0, 200_000).match(/\p{L}/gu) ?? []
  const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length
  // markup is Latin, whatever the page is written in
  const isOtherScript = foreign > letters.length / 3
  return isOtherScript && vietnameseShare(decodeOneByte(bytes).text) < ANYTHING ? text : null
}

/** How many of the words that bear more than plain letters are syllables of Vietnamese, 0 to 1. */
const vietnameseShare = (text: string): number => {
  const marked = (text.slice(0, 200_000).match(/\p{L}+/gu) ?? []).filter((word) => /[^A-Za-z]/.test(word))
  return marked.length === 0 ? 1 : marked.filter(looksLikeSyllable).length / marked.length
}

const strictUtf8 = (bytes: Uint8Array): string | null => {
  const whole = decodeAs(bytes, 'utf-8')
  if (whole !== null) return whole
  // a few bytes damaged in transport must not turn a long UTF-8 text into mojibake
  const lossy = new TextDecoder('utf-8').decode(bytes)
  const broken = lossy.split('\uFFFD').length - 1
  const wide = lossy.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return broken <= lossy.length / 1000 && wide > broken * 20 ? lossy.replaceAll('\uFFFD', '') : null
}

const decodeOneByte = (bytes: Uint8Array): DecodedText => {
  const latin = new TextDecoder('windows-1252').decode(bytes)
  const around = detectLegacy(latin.slice(0, 200_000))
  if (around !== null) {
    return { text: latin.replace(/[^\r\n]+/g, (line) => decodeLegacy(line, { around })), encoding: around }
  }
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const words = vietnamese.slice(0, 200_000).match(/\p{L}+/gu) ?? []
  const marked = words.filter((word) => /[^A-Za-z]/.test(word))
  const shaped = marked.filter(looksLikeSyllable).length
  return shaped >= marked.length * VIETNAMESE
    ? { text: vietnamese, encoding: 'windows-1258' }
    : { text: latin, encoding: 'windows-1252' }
}
