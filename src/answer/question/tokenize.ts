/** Syllables of short texts, remembering the texts already read: those found are looked at for several reasons in one answer. */
import { syllables, type Syllable } from '../../text/terms.ts'

export type Token = Syllable

/** A syllable in the two forms in which it is compared. */
export type Word = Pick<Token, 'folded' | 'accented'>

export type Tokenize = (text: string) => readonly Token[]

/** Keep one for the length of an answer. */
export const createTokenizer = (): Tokenize => {
  const read = new Map<string, readonly Token[]>()
  return (text) => {
    let tokens = read.get(text)
    if (!tokens) read.set(text, (tokens = syllables(text)))
    return tokens
  }
}
