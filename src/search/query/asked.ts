/** All that a search asks of a question before it looks at a document. */
import type { LexicalIndex } from '../lexical/lexical-index.ts'
import { queryTerms } from './query-terms.ts'
import { questionMarks } from './question-marks.ts'
import { questionWorth } from './question-worth.ts'
import { strangeShare } from './strange-share.ts'
import { understandQuery } from './understand-query.ts'

const workOut = (question: string, index: LexicalIndex) => {
  const understood = understandQuery(question, index)
  return {
    question,
    query: understood.query,
    terms: queryTerms(understood, index),
    worth: questionWorth(understood, index),
    marks: questionMarks(understood, index),
    strange: strangeShare(understood, index),
  }
}

/** One question is often searched for twice: among what holds, then among all, or within one document. The last one is kept. */
export const askedOf = (question: string, index: LexicalIndex): ReturnType<typeof workOut> => {
  let last = lasts.get(index)
  if (last?.question !== question) lasts.set(index, (last = workOut(question, index)))
  return last
}
const lasts = new WeakMap<LexicalIndex, ReturnType<typeof workOut>>()
