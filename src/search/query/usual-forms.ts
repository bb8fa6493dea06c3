/** The accented forms of a folded syllable that are tried when its marks are in doubt. */
import { foldedId, type LexicalIndex } from '../lexical/lexical-index.ts'

// retrieval-study §7, step 4
const TRIED = 8

/** Accented ids, the most frequent first; none where the library does not have it. */
export const usualForms = (index: LexicalIndex, folded: string): Uint32Array => {
  const id = foldedId(index, folded)
  const { forms, formsFrom } = index.lookup
  return id < 0 ? NONE : forms.subarray(formsFrom[id], Math.min(formsFrom[id]! + TRIED, formsFrom[id + 1]!))
}
const NONE = new Uint32Array(0)
