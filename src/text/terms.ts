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
  // the loop of `eachRun`, with the hash worked out on the way
  const found: Word[] = []
  let start = -1
  let hash = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : BLANK
    if (code < TABLE_SIZE ? IN_RUN[code] === 1 : isRunCharacter(code)) {
      if (start < 0) start = i
      hash = hashed(hash, code)
    } else if (start >= 0) {
      found.push(formsAt(text, start, i, hash))
      start = -1
      hash = 0
    }
  }
  return found
}

/** The two forms of one syllable as it stands in a text. */
export const syllableForms = (raw: string): Word => formsAt(raw, 0, raw.length, hashOf(raw))

interface Forms extends Word {
  readonly raw: string
}

/** Looked up letter by letter where it stands: cutting a syllable out to ask a map for it takes longer than all else. */
const formsAt = (text: string, start: number, end: number, hash: number): Forms => {
  const slot = (hash ^ (hash >>> 15)) & (FORMS_KEPT - 1)
  const known = forms[slot]
  if (known && isAt(known.raw, text, start, end)) return known
  const raw = text.slice(start, end)
  const accented = key(raw)
  const made = { raw, accented, folded: fold(accented) }
  // a long run would hold on to the text that it was cut from
  if (raw.length <= LONGEST_KEPT) forms[slot] = made
  return made
}

const hashed = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0
const hashOf = (raw: string): number => {
  let hash = 0
  for (let i = 0; i < raw.length; i++) hash = hashed(hash, raw.charCodeAt(i))
  return hash
}

const isAt = (raw: string, text: string, start: number, end: number): boolean => {
  if (raw.length !== end - start) return false
  for (let i = 0; i < raw.length; i++) if (raw.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

/**
 * Normalising is slow, spellings are few: a question and the passages found for it have the same ones again and again. A library of
 * 100,000 passages has 20,000 of them; where two fall on one place the later one takes it. A power of two.
 */
const FORMS_KEPT = 65_536
/** Syllables have at most 7 letters; of up to 12 a cut string is a copy. */
const LONGEST_KEPT = 12
const forms: (Forms | undefined)[] = new Array<Forms | undefined>(FORMS_KEPT).fill(undefined)

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
// Vietnamese lies below U+2000; a table is several times faster than a regular expression with the u flag
const TABLE_SIZE = 0x2000
const BLANK = 32
const IN_RUN = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => Number(isRunCharacter(code)))
