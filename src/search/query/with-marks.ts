/** Words typed without marks, as the texts of a level write them. */
import type { LexicalIndex } from '../lexical/lexical-index.ts'
import { understandQuery } from './understand-query.ts'
import { understoodText } from './understood-text.ts'

/** null where not every syllable is known well enough. */
export const withMarks = (words: string, lexical: LexicalIndex): string | null => {
  const { query } = understandQuery(words, lexical)
  return query.syllables.every(({ accented }) => accented !== null) ? understoodText(query) : null
}
