/** How much of a question stands in texts: beside the same neighbours, and in titles. */
import type { Query } from '../../search/retrieval.ts'
import { ASKING_WEIGHT } from '../../text/typing/question-words.ts'
import type { Word } from '../question/tokenize.ts'
import { createBehindReader } from './neighbours.ts'

const contentOf = ({ syllables }: Query): readonly number[] =>
  syllables.map(({ weight, idf }) => (weight > ASKING_WEIGHT ? idf * Math.min(1, weight) : 0))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * The best share, over the texts, of the question's content (by idf) that stands there beside the same neighbour as in the
 * question. Where the asker typed marks they must be the same: `quán` is not `quản`.
 */
export const supportedShare = (query: Query, texts: readonly (readonly (readonly Word[])[])[]): number => {
  const content = contentOf(query)
  const total = sum(content)
  if (total === 0) return 0
  const behindIn = createBehindReader(query)
  const shares = texts.map((parts) => {
    const behind = behindIn(parts)
    return sum(content.map((idf, i) => (behind[i] || behind[i + 1] ? idf : 0))) / total
  })
  return Math.max(0, ...shares)
}

/** The best share, over the titles, of the question's content (by idf) that the title holds: a document named so treats it. */
export const titledShare = (query: Query, titles: readonly (readonly Word[])[]): number => {
  const content = contentOf(query)
  const total = sum(content)
  if (total === 0) return 0
  const shares = titles.map((title) => {
    const spelled = new Set(title.map(({ accented }) => accented))
    const folded = new Set(title.map((token) => token.folded))
    const isHeld = ({ accented, forms, folded: own }: Query['syllables'][number]): boolean =>
      query.marked && accented !== null && accented !== own
        ? spelled.has(accented) || forms.slice(1).some((form) => folded.has(form.folded))
        : forms.some((form) => folded.has(form.folded))
    return sum(query.syllables.map((syllable, i) => (content[i]! > 0 && isHeld(syllable) ? content[i]! : 0))) / total
  })
  return Math.max(0, ...shares)
}
