/** The words of a follow, in the normal forms of the search: read from what was typed, and found near each other in a text. */
import { readingsOf } from '../text/typing/abbreviations.ts'
import { isFunctionWord } from '../text/typing/function-words.ts'
import { isFoldedSyllable } from '../text/typing/rhymes.ts'
import { decodeTelex } from '../text/typing/telex.ts'
import { syllables, type Syllable } from '../text/terms.ts'
import { fold, hasMarks } from '../text/vietnamese.ts'

export type Form = Pick<Syllable, 'accented' | 'folded'>

export interface Wanted {
  readonly terms: readonly Form[]
  /** Typed with marks: then the marks must be the same. */
  readonly marked: boolean
}

/** Short forms and telex spelled out: `shcb` → `sinh hoạt chi bộ`, `sinh hoatj` → `sinh hoạt`. */
export const spelledOut = (typed: string): string =>
  typed.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const folded = fold(word).toLowerCase()
    const [reading] = isFoldedSyllable(folded) ? [] : readingsOf(folded)
    if (reading !== undefined) return reading
    return hasMarks(word) || isFoldedSyllable(folded) ? word : (decodeTelex(word) ?? word)
  })

/** What carries the meaning of the words: all of it must be found. */
export const wantedIn = (words: string): Wanted => {
  const marked = hasMarks(words)
  return {
    marked,
    terms: syllables(words).filter(({ folded, accented }) => !isFunctionWord(folded, marked ? accented : null)),
  }
}

/** The same, with every word: for the name of a body. */
export const wantedWhole = (words: string): Wanted => ({ marked: hasMarks(words), terms: syllables(words) })

/** Where the terms stand in order with at most `gap` other syllables between them, all in all: the first place, or -1. */
export const findNear = (text: readonly Form[], { terms, marked }: Wanted, gap: number): number => {
  const same = marked
    ? (one: Form, other: Form): boolean => one.accented === other.accented
    : (one: Form, other: Form): boolean => one.folded === other.folded
  const [first, ...rest] = terms
  if (!first) return -1
  for (let start = 0; start + rest.length < text.length; start++) {
    if (!same(text[start]!, first)) continue
    let at = start
    let left = gap
    const isThere = rest.every((term) => {
      at++
      while (at < text.length && left > 0 && !same(text[at]!, term)) {
        at++
        left--
      }
      return at < text.length && same(text[at]!, term)
    })
    if (isThere) return start
  }
  return -1
}
