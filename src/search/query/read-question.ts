/** What a question says and what each of its words is worth, for one index. */
import type { LexicalIndex } from '../lexical/lexical-index.ts'
import { queryTerms, type QueryTerms } from './query-terms.ts'
import { questionWorth } from './question-worth.ts'
import { understandQuery, type Understood } from './understand-query.ts'

export interface ReadQuestion {
  readonly question: string
  readonly understood: Understood
  readonly terms: QueryTerms
  readonly worth: ReturnType<typeof questionWorth>
}

/** The last question of each index is remembered: one answer may search twice, in all documents and in some. */
export const readQuestion = (question: string, index: LexicalIndex): ReadQuestion => {
  const known = last.get(index)
  if (known?.question === question) return known
  const understood = understandQuery(question, index)
  const read = { question, understood, terms: queryTerms(understood, index), worth: questionWorth(understood, index) }
  last.set(index, read)
  return read
}
const last = new WeakMap<LexicalIndex, ReadQuestion>()
