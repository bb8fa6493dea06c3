/** A passage that was found, read when it is looked at: an answer looks at every other one that a search finds. */
import type { Passage } from '../documents/document.ts'
import type { LexicalIndex } from './lexical/lexical-index.ts'
import type { ScoredPassage } from './retrieval.ts'
import type { Library } from './search-index.ts'

/** `passage` is its number in the lexical index over the library. */
export const foundPassage = (
  passage: number,
  score: number,
  { library, lexical }: { readonly library: Library; readonly lexical: LexicalIndex },
): ScoredPassage => {
  const document = lexical.passageDocument[passage]!
  const card = library.cards[document]!
  const ordinal = passage - lexical.firstPassage[document]!
  let place: Passage | undefined
  let words: string | undefined
  return {
    id: `${card.id}#${ordinal}`,
    card,
    score,
    get passage() {
      const content = library.content(card.id)!
      return (place ??= content.passage?.(ordinal) ?? content.passages[ordinal]!)
    },
    get text() {
      const { start, end } = this.passage
      const content = library.content(card.id)!
      return (words ??= content.slice?.(start, end) ?? content.text.slice(start, end))
    },
  }
}
