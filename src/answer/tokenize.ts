/** Syllables of short texts, folded, remembering the forms of those already met: one answer reads the same words many times. */
import { eachRun, syllableForms } from '../text/terms.ts'

export interface Token {
  readonly start: number
  readonly folded: string
  readonly accented: string
}

export const createTokenizer = (): ((text: string) => readonly Token[]) => {
  const known = new Map<string, { accented: string; folded: string }>()
  return (text) => {
    const tokens: Token[] = []
    eachRun(text, (start, end) => {
      const raw = text.slice(start, end)
      let forms = known.get(raw)
      if (!forms) known.set(raw, (forms = syllableForms(raw)))
      tokens.push({ start, ...forms })
    })
    return tokens
  }
}
