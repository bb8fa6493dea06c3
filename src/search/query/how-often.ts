/** In how many passages of the index a folded syllable stands, and two of them side by side. */
import { foldedId, pairTerm, type LexicalIndex } from '../lexical/lexical-index.ts'
import { frequency } from '../lexical/postings.ts'

export const passagesWith = (index: LexicalIndex, folded: string): number =>
  frequency(index.byPassage, foldedId(index, folded))

export const passagesWithPair = (index: LexicalIndex, left: string, right: string): number =>
  frequency(index.byPassage, pairTerm(index, foldedId(index, left), foldedId(index, right)))
