/** Syllables of short texts, remembering the texts already read: those found are looked at for several reasons in one answer. */
import { wordsOf, type Word } from '../../text/terms.ts'

export type { Word } from '../../text/terms.ts'

export type Tokenize = (text: string) => readonly Word[]

/** Keep one for the length of an answer. */
export const createTokenizer = (): Tokenize => {
  const read = new Map<string, readonly Word[]>()
  return (text) => {
    let tokens = read.get(text)
    if (!tokens) read.set(text, (tokens = wordsOf(text)))
    return tokens
  }
}
