/** Forms of a text in which every character keeps its place, so that what is found there has offsets in the text itself. */
import { fold } from './vietnamese.ts'

const ETH = /[\u00D0\u0189]/g
const ETH_SMALL = /[\u00F0\u0256]/g
const WIDE_SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
const OTHER_DASHES = /[\u2010-\u2015\u2212]/g
const MARKED = /[\u00C0-\u1EF9]/

/** Ð as Đ, every kind of space as a space, every dash as a hyphen; same length as `text` (which is in stored form). */
export const aligned = (text: string): string =>
  text.replace(ETH, 'Đ').replace(ETH_SMALL, 'đ').replace(WIDE_SPACES, ' ').replace(OTHER_DASHES, '-')

/** `aligned`, lower case, without diacritics; same length as `text`. A mark that stands alone stays. */
export const foldAligned = (text: string): string => {
  const bytes = Buffer.from(text, 'utf16le')
  const codes = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length)
  for (let i = 0; i < codes.length; i++) if (codes[i]! < FLAT.length) codes[i] = FLAT[codes[i]!]!
  return bytes.toString('utf16le')
}

const flatOf = (char: string): string => {
  const even = aligned(char)
  const folded = MARKED.test(even) ? fold(even).toLowerCase() : even
  const flat = folded.length === 1 ? folded : even
  return /[A-Z]/.test(flat) ? flat.toLowerCase() : flat
}

/** Every character that has another form here; a question is looked at a dozen times, and a look-up is quicker than four expressions. */
const FLAT = Uint16Array.from({ length: 0x3001 }, (_, code) => flatOf(String.fromCharCode(code)).charCodeAt(0))
