/** Vietnamese typed in VNI with the input method switched off: `chuye6n3 sinh hoat5 d9ang3`. */
import { wordOfStrokes } from './telex.ts'

const TONES: Readonly<Record<string, string>> = { 1: 's', 2: 'f', 3: 'r', 4: 'x', 5: 'j' }

/**
 * The word that VNI keystrokes stand for, as an accented key, or null. A digit acts on the letters before it, at once or at the
 * end of the word (`d9a3ng`, `dang93`). The whole question must tell: `khoan2` may be none.
 */
export const decodeVni = (typed: string): string | null => {
  const letters = typed.toLowerCase()
  return /^(?=.*[1-9])[a-z][a-z1-9]{1,9}$/.test(letters) ? wordOfStrokes(asTelex(letters)) : null
}

/** `khoan2`: keystrokes of VNI or a word and its number. */
export const isNumbered = (typed: string): boolean =>
  /^(?:khoan|muc|diem|phan|doan|bai|cau|lop|khoa|quy|nam|thang|ngay|tap|to)\d$/i.test(typed)

/** `d9v` → `đv`: the letter đ in an abbreviation typed as VNI. Only for questions that are known to be VNI. */
export const decodeVniStrokes = (typed: string): string => typed.toLowerCase().replace(/d9/g, 'đ')

/** The strokes of Telex that do the same. */
const asTelex = (letters: string): string => {
  let strokes = ''
  for (const letter of letters) {
    if (letter === '6') strokes += /[aeo](?=[^aeo]*$)/.exec(strokes)?.[0] ?? letter
    else if (letter === '7' || letter === '8') strokes += 'w'
    else if (letter === '9') strokes += 'd'
    else strokes += TONES[letter] ?? letter
  }
  return strokes
}
