/** Syllables of short texts, folded, remembering the forms of those already met: one answer reads the same words many times. */
import { eachRun, syllableForms } from '../../text/terms.ts'

export interface Token {
  readonly start: number
  readonly end: number
  readonly folded: string
  readonly accented: string
}

export type Tokenize = (text: string) => readonly Token[]

/** Keep one for the length of an answer: normalising a syllable costs more than all that is done with it. */
export const createTokenizer = (): Tokenize => {
  const known = new Map<string, { accented: string; folded: string }>()
  return (text) => {
    const tokens: Token[] = []
    eachRun(text, (start, end) => {
      const raw = text.slice(start, end)
      let forms = known.get(raw)
      if (!forms) known.set(raw, (forms = syllableForms(raw)))
      tokens.push({ start, end, ...forms })
    })
    return tokens
  }
}
