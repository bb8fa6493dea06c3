/** Names and abbreviations of a question that are no Vietnamese words: a passage that holds them does not hold them by chance. */
import { understoodText } from '../../search/query/understood-text.ts'
import type { Query } from '../../search/retrieval.ts'
import { readingsOf } from '../../text/typing/abbreviations.ts'
import { ASKING_WEIGHT } from '../../text/typing/question-words.ts'
import { isFoldedSyllable } from '../../text/typing/rhymes.ts'
import { personAsked } from '../question/person-asked.ts'
import type { Word } from '../question/tokenize.ts'

/**
 * The share of them that stands in a text; 0 where the question has none. Nothing is read from them where a person is asked for in a
 * relation: that the name is there does not tell who its secretary or its wife is.
 */
export const foreignShare = (query: Query, parts: readonly (readonly Word[])[]): number => {
  const foreign = query.syllables.filter(({ weight, folded }) => weight > ASKING_WEIGHT && isForeign(folded))
  if (foreign.length === 0 || personAsked(understoodText(query))) return 0
  const said = new Set(parts.flatMap((words) => words.map(({ folded }) => folded)))
  return foreign.filter(({ forms }) => forms.some(({ folded }) => said.has(folded))).length / foreign.length
}

/** Letters that make no Vietnamese syllable. What everybody shortens is a common word, and a Roman numeral is a number. */
const isForeign = (folded: string): boolean =>
  /^\p{L}{2,}$/u.test(folded) &&
  !isFoldedSyllable(folded) &&
  !/^[ivxlc]+$/.test(folded) &&
  readingsOf(folded).length === 0
