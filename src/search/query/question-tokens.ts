/** The words of a question as they were meant to be typed: keystrokes decoded, what ran together parted, what fell apart joined. */
import { readingsOf } from '../../text/typing/abbreviations.ts'
import { decodeStrokes, decodeTelex } from '../../text/typing/telex.ts'
import { decodeVni, decodeVniStrokes, isNumbered } from '../../text/typing/vni.ts'
import { syllableForms, syllables } from '../../text/terms.ts'
import { hasMarks } from '../../text/vietnamese.ts'
import type { LexicalIndex } from '../lexical/lexical-index.ts'
import { passagesWith } from './how-often.ts'
import { joinParts } from './join-parts.ts'
import { partGlued } from './part-glued.ts'
import type { Form } from './typed-as.ts'

export interface Token {
  readonly start: number
  readonly end: number
  readonly raw: string
  folded: string
  /** Key of what was typed; null in a question without marks until they are restored. */
  accented: string | null
  forms: readonly Form[]
}

const UNDECODED_FACTOR = 0.5

/** `marked`: whether the question says which marks its words have. */
export const questionTokens = (text: string, index: LexicalIndex): { tokens: Token[]; marked: boolean } => {
  const typedMarks = hasMarks(text)
  const typed = syllables(text).map((syllable) => tokenAt(text, syllable.start, syllable.end, typedMarks))
  const marked = undoStrokes(typed, index) || typedMarks
  const parted = typed.flatMap((token) =>
    partGlued(token, index, marked).map(([start, end]) =>
      start === token.start && end === token.end ? token : tokenAt(text, start, end, marked),
    ),
  )
  const tokens = joinParts(parted, text, index).map(({ first, last, raw }) =>
    first === last ? first : createToken(first.start, last.end, raw, marked),
  )
  return { tokens, marked }
}

const tokenAt = (text: string, start: number, end: number, marked: boolean): Token =>
  createToken(start, end, text.slice(start, end), marked)

const createToken = (start: number, end: number, raw: string, marked: boolean): Token => {
  const { accented, folded } = syllableForms(raw)
  return { start, end, raw, folded, accented: marked ? accented : null, forms: [{ folded, factor: 1 }] }
}

/** Decodes keystrokes of Telex or VNI in place; true if the question as a whole was typed that way. retrieval-study §7, step 1. */
const undoStrokes = (tokens: readonly Token[], index: LexicalIndex): boolean => {
  if (tokens.some(({ raw }) => hasMarks(raw))) return false
  // tw is trung ương rather than tư
  const decode = ({ folded, raw }: Token): string | null =>
    readingsOf(folded).length > 0 ? null : (decodeTelex(raw) ?? decodeVni(raw))
  const decoded = tokens.map(decode)
  const isRare = (token: Token): boolean => passagesWith(index, token.folded) < 2
  const sure = tokens.filter((token, i) => decoded[i] !== null && isRare(token) && !isNumbered(token.raw)).length
  const whole = sure >= 2 || (sure > 0 && sure >= 0.3 * tokens.length)
  for (const [i, token] of tokens.entries()) {
    const word = decoded[i] ?? null
    // a digit behind a word is a number as often as a stroke (khoan2): one alone does not tell
    if (word !== null && (whole || (isRare(token) && !/\d/.test(token.raw)))) {
      const kept = isRare(token) ? [] : [{ folded: token.folded, factor: UNDECODED_FACTOR }]
      Object.assign(token, { raw: word, ...syllableForms(word) })
      token.forms = [{ folded: token.folded, factor: 1 }, ...kept]
    } else if (whole) {
      const raw = decodeVniStrokes(decodeStrokes(token.raw))
      Object.assign(token, { raw, ...syllableForms(raw) })
      token.forms = [{ folded: token.folded, factor: 1 }]
    }
  }
  return whole
}
