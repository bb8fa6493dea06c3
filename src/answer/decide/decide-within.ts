/** Whether documents that a question names speak of what it asks of them. */
import type { Query } from '../../search/retrieval.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { ASKING_WEIGHT } from '../../text/typing/question-words.ts'
import type { Strength } from './decide.ts'
import { createBehindReader } from './neighbours.ts'
import type { Tokenize } from '../question/tokenize.ts'

/**
 * Least share of what is asked (by idf) that must stand in the document: a verb of the asker's own may be missing, not the
 * thing asked for. The bar of the whole library says nothing here: words that are common there may be what one document is about.
 */
const HELD = 0.6

// what one says of any document
const OF_ANY = new Set(
  'noi quy dinh neu ghi viet de cap gom ve gi dung chinh tom tat van ban tai lieu bai giup toi minh voi cho biet trinh bay chu yeu doc xem so sanh khac nhau giong va voi the'.split(
    ' ',
  ),
)

/** `nothing`: the question says no more than the document's name. `texts`: of each document its title and its text. */
export const strengthWithin = (query: Query, texts: readonly string[], tokenize: Tokenize): Strength | 'nothing' => {
  const { syllables, marked } = query
  const asked = syllables.filter(
    ({ weight, folded, accented }) =>
      weight > ASKING_WEIGHT && !OF_ANY.has(folded) && !isFunctionWord(folded, marked ? accented : null),
  )
  if (asked.length === 0) return 'nothing'
  const read = texts.map(tokenize)
  const words = new Set(read.flatMap((tokens) => tokens.map(({ folded }) => folded)))
  const isHeld = (syllable: (typeof asked)[number]): boolean => syllable.forms.some(({ folded }) => words.has(folded))
  const mass = asked.reduce((sum, { idf }) => sum + idf, 0)
  const missing = asked.filter((syllable) => !isHeld(syllable))
  if (missing.reduce((sum, { idf }) => sum + idf, 0) > (1 - HELD) * mass) return 'none'
  // two words of the question that stand apart everywhere are other words: "giá vàng" in "đánh giá … huy chương vàng"
  const neighbours = syllables.flatMap((syllable, i) =>
    i > 0 && asked.includes(syllable) && asked.includes(syllables[i - 1]!) ? [i] : [],
  )
  if (neighbours.length > 0) {
    const behind = createBehindReader(query)(read)
    if (!neighbours.some((i) => behind[i])) return 'none'
  }
  return missing.length > 0 ? 'weak' : 'enough'
}
