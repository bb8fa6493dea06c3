/** Text as a sequence of syllables: what is indexed and what a question is made of. */
import { fold, key } from './vietnamese.ts'

/** A syllable in the two forms in which it is compared. */
export interface Word {
  /** Exact key: lower case, tone placement and i/y unified: `đảng`, `hòa`, `kĩ`. */
  readonly accented: string
  /** The key without diacritics: `dang`. */
  readonly folded: string
}

export interface Syllable extends Word {
  /** UTF-16 offsets in the text given, end exclusive. */
  readonly start: number
  readonly end: number
}

/** Every run of letters, digits and combining marks, in order. Numbers split at their separators: `18-NQ/TW` is three syllables. */
export const syllables = (text: string): Syllable[] => {
  const words = wordsOf(text)
  const found: Syllable[] = []
  eachRun(text, (start, end) => {
    const { accented, folded } = words[found.length]!
    found.push({ start, end, accented, folded })
  })
  return found
}

/** The same without their places: no object is made for a spelling that is known, and an answer reads thousands of them. */
export const wordsOf = (text: string): Word[] => {
  // the loop of `eachRun` over numbers, which are looked at faster than the letters of a string, with the hash worked out on the way
  const codes = codesOf(text)
  const found: Word[] = []
  let start = -1
  let hash = 0
  for (let i = 0; i <= text.length; i++) {
    const code = codes[i]!
    if (code < TABLE_SIZE ? IN_RUN[code] === 1 : isRunCharacter(code)) {
      if (start < 0) start = i
      hash = (Math.imul(hash, 31) + code) | 0
    } else if (start >= 0) {
      found.push(formsAt(text, codes, start, i, hash))
      start = -1
      hash = 0
    }
  }
  return found
}

/** Where each of these words starts. */
export const wordStarts = (text: string): number[] => {
  const starts: number[] = []
  eachRun(text, (start) => starts.push(start))
  return starts
}

/** The two forms of one syllable as it stands in a text. */
export const syllableForms = (raw: string): Word => {
  const codes = codesOf(raw)
  let hash = 0
  for (let i = 0; i < raw.length; i++) hash = (Math.imul(hash, 31) + codes[i]!) | 0
  return formsAt(raw, codes, 0, raw.length, hash)
}

/** The text in UTF-16 with a blank behind it, until the next call; only a long one is given a place of its own. */
const codesOf = (text: string): Uint16Array => {
  const { bytes, codes } = text.length < shared.codes.length ? shared : placeFor(text.length + 1)
  bytes.write(text, 'utf16le')
  codes[text.length] = BLANK
  return codes
}
const placeFor = (length: number) => {
  const codes = new Uint16Array(length)
  return { codes, bytes: Buffer.from(codes.buffer) }
}
const shared = placeFor(16_384)

/** Looked up letter by letter where it stands: cutting a syllable out to ask a map for it takes longer than all else. */
const formsAt = (text: string, codes: Uint16Array, start: number, end: number, hash: number): Word => {
  const slot = (hash ^ (hash >>> 15)) & (FORMS_KEPT - 1)
  const known = forms[slot]
  if (known && isSpelledSo(slot, codes, start, end)) return known
  const accented = key(text.slice(start, end))
  const made = { accented, folded: fold(accented) }
  if (end - start > LONGEST_KEPT) return made
  spellings[slot * PLACES] = end - start
  spellings.set(codes.subarray(start, end), slot * PLACES + 1)
  return (forms[slot] = made)
}

const isSpelledSo = (slot: number, codes: Uint16Array, start: number, end: number): boolean => {
  let at = slot * PLACES
  if (spellings[at] !== end - start) return false
  for (let i = start; i < end; i++) if (spellings[++at] !== codes[i]) return false
  return true
}

/**
 * Normalising is slow, spellings are few: a question and the passages found for it have the same ones again and again. A library of
 * 100,000 passages has 20,000 of them; where two fall on one place the later one takes it. A power of two.
 */
const FORMS_KEPT = 65_536
/** Letters; syllables have at most 7. */
const LONGEST_KEPT = 12
const forms = new Array<Word | undefined>(FORMS_KEPT).fill(undefined)
/** Of each place the length of its spelling, then its letters. */
const PLACES = 1 + LONGEST_KEPT
const spellings = new Uint16Array(FORMS_KEPT * PLACES)

/** Calls `visit` with the offsets of each run of letters, digits and marks (characters beyond the BMP separate). */
export const eachRun = (text: string, visit: (start: number, end: number) => void): void => {
  let start = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < TABLE_SIZE ? IN_RUN[code] === 1 : isRunCharacter(code)) {
      if (start < 0) start = i
    } else if (start >= 0) {
      visit(start, i)
      start = -1
    }
  }
  if (start >= 0) visit(start, text.length)
}

const isRunCharacter = (code: number): boolean => /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code))
// Vietnamese and its punctuation lie below U+2400; a table is several times faster than a regular expression with the u flag
const TABLE_SIZE = 0x2400
const BLANK = 32
const IN_RUN = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => Number(isRunCharacter(code)))
