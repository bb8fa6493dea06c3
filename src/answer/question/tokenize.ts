/** Syllables of short texts, folded, remembering the texts and the forms of those already met: one answer reads the same words many times. */
import { eachRun, syllableForms } from '../../text/terms.ts'

/** A syllable in the two forms in which it is compared. */
export interface Word {
  readonly folded: string
  readonly accented: string
}

export interface Token extends Word {
  readonly start: number
  readonly end: number
}

export type Tokenize = (text: string) => readonly Token[]

/** Keep one for the length of an answer: each text found is read for several reasons, and once. */
export const createTokenizer = (): Tokenize => {
  const read = new Map<string, readonly Token[]>()
  const known = new Map<string, Word>()
  return (text) => {
    const before = read.get(text)
    if (before) return before
    const tokens: Token[] = []
    eachRun(text, (start, end) => {
      const raw = text.slice(start, end)
      let forms = known.get(raw)
      if (!forms) known.set(raw, (forms = syllableForms(raw)))
      // not by spreading, which takes several times as long
      tokens.push({ start, end, folded: forms.folded, accented: forms.accented })
    })
    read.set(text, tokens)
    return tokens
  }
}
