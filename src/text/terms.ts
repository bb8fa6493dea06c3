/** Text as a sequence of syllables: what is indexed and what a question is made of. */
import { fold, key } from './vietnamese.ts'

export interface Syllable {
  /** UTF-16 offsets in the text given, end exclusive. */
  readonly start: number
  readonly end: number
  /** Exact key: lower case, tone placement and i/y unified: `đảng`, `hòa`, `kĩ`. */
  readonly accented: string
  /** The key without diacritics: `dang`. */
  readonly folded: string
}

/** Every run of letters, digits and combining marks, in order. Numbers split at their separators: `18-NQ/TW` is three syllables. */
export const syllables = (text: string): Syllable[] => {
  const found: Syllable[] = []
  eachRun(text, (start, end) => {
    const { accented, folded } = syllableForms(text.slice(start, end))
    found.push({ start, end, accented, folded })
  })
  return found
}

/** The two forms of one syllable as it stands in a text. */
export const syllableForms = (raw: string): { readonly accented: string; readonly folded: string } => {
  const known = forms.get(raw)
  if (known) return known
  const accented = key(raw)
  const made = { accented, folded: fold(accented) }
  // names and numbers without end: now and then it begins anew
  if (forms.size === FORMS_KEPT) forms.clear()
  forms.set(raw, made)
  return made
}
/** Normalising is slow, spellings are few: a question and the passages found for it have the same ones again and again. */
const forms = new Map<string, { readonly accented: string; readonly folded: string }>()
/** Vietnamese has some 7,000 syllables; with capitals and numbers a library of 100,000 passages has 20,000 spellings. */
const FORMS_KEPT = 30_000

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
const IN_RUN = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => Number(isRunCharacter(code)))
