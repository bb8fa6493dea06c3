/** Vietnamese typed with the input method switched off: `chuyeenr sinh hoatj ddangr`. */
import { isAccentedSyllable, isFoldedSyllable } from './rhymes.ts'
import { key } from '../vietnamese.ts'

const TONE_OF: Readonly<Record<string, string>> = { f: '\u0300', s: '\u0301', x: '\u0303', r: '\u0309', j: '\u0323' }
const ROOF: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' }
const HORN: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' }
const VOWELS = 'aeiouyăâêôơư'

/**
 * The word that Telex keystrokes stand for, as an accented key, or null: not keystrokes, or not a syllable when decoded.
 * Keys may come where typists put them: `tieengs`, `tiengse`, `tieesng`, `dduwowngf`, `dduongwf`.
 * A string that already has the shape of a syllable is left alone (`coi`, `hoan`): properly typed text never changes.
 */
export const decodeTelex = (typed: string): string | null => {
  const letters = typed.toLowerCase()
  return /^[a-z]{2,10}$/.test(letters) && !isFoldedSyllable(letters) ? wordOfStrokes(letters) : null
}

/** The accented key of the syllable that a row of keystrokes makes, or null: it makes none. */
export const wordOfStrokes = (strokes: string): string | null => {
  const word = composed(strokes)
  return word !== null && isAccentedSyllable(word) ? key(word) : null
}

/** `ddtx` → `đtx`: the letter đ in an abbreviation typed as Telex. Only for questions that are known to be Telex. */
export const decodeStrokes = (typed: string): string => typed.toLowerCase().replace(/dd/g, 'đ')

const composed = (letters: string): string | null => {
  let tone = ''
  let word: string[] = []
  for (const letter of letters) {
    const hasVowel = word.some((l) => VOWELS.includes(l))
    if (hasVowel && letter in TONE_OF) tone = TONE_OF[letter]!
    else if (hasVowel && letter === 'z') tone = ''
    else word = withLetter(word, letter)
  }
  const text = word.join('')
  if (/[wzfj]/.test(text)) return null
  // ươ needs something behind it: `thuowr` is thuở
  return withTone(text.replace(/ươ$/, 'uơ'), tone)
}

const withLetter = (word: string[], letter: string): string[] => {
  if (letter === 'w') return withHorn(word)
  if (letter === 'd' && word[0] === 'd') return ['đ', ...word.slice(1)]
  const roofed = ROOF[letter]
  const at = roofed ? word.lastIndexOf(letter) : -1
  // the same vowel again is a roof, also after the final consonant: `tieen`, `tiene`
  if (roofed && at >= 0) return word.with(at, roofed)
  return [...word, letter]
}

const withHorn = (word: string[]): string[] => {
  const text = word.join('')
  const pair = /u[oơ]/.exec(text)
  if (pair && text[0] !== 'q') return word.with(pair.index, 'ư').with(pair.index + 1, 'ơ')
  const ua = text.indexOf('ua')
  if (ua > 0 && text[0] !== 'q' && ua === text.length - 2) return word.with(ua, 'ư')
  for (let i = word.length - 1; i >= 0; i--) {
    const horned = HORN[word[i]!]
    if (horned && !(word[i] === 'u' && i === 1 && word[0] === 'q')) return word.with(i, horned)
  }
  return word.some((l) => VOWELS.includes(l)) ? [...word, 'w'] : [...word, 'ư']
}

/** Puts the tone on its vowel; where old and new style differ (`hòa`, `hoà`) the key makes them one. */
const withTone = (text: string, tone: string): string => {
  if (!tone) return text
  const skip = /^(?:qu|gi(?=[aăâeêioôơuưy]))/.exec(text)?.[0].length ?? 0
  const nucleus = /[aeiouyăâêôơư]+/.exec(text.slice(skip))
  if (!nucleus) return text
  const start = skip + nucleus.index
  const vowels = nucleus[0]
  const marked = Math.max(vowels.lastIndexOf('ơ'), ...['ă', 'â', 'ê', 'ô'].map((v) => vowels.indexOf(v)))
  const hornedU = vowels.indexOf('ư')
  const closed = start + vowels.length < text.length
  let place = 0
  if (marked >= 0) place = marked
  else if (hornedU >= 0) place = hornedU
  else if (vowels.length === 3 || (vowels.length === 2 && closed)) place = 1
  const at = start + place
  return (text.slice(0, at + 1) + tone + text.slice(at + 1)).normalize('NFC')
}
