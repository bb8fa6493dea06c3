/** A question in the words it was meant in: what a person reads back, and what is given to a model. */
import { key } from '../../text/vietnamese.ts'
import type { Query } from '../retrieval.ts'

/** The question's text with each syllable that is known with its marks written so; what was typed with them stays as it was typed. */
export const understoodText = ({ text, syllables }: Query): string => {
  let at = 0
  let out = ''
  for (const { start, end, accented } of syllables) {
    if (start < at) continue // a further reading of an abbreviation
    const typed = text.slice(start, end)
    out += text.slice(at, start) + (accented !== null && accented !== key(typed) ? accented : typed)
    at = end
  }
  return out + text.slice(at)
}
