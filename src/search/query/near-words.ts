/** The syllables of a library that lie near a typed one: what it was meant to be if it is a slip. */
import { isFoldedFunctionWord } from '../../text/typing/function-words.ts'
import { spellingsNear } from '../../text/typing/spelling.ts'
import { foldedId, type LexicalIndex } from '../lexical/lexical-index.ts'
import { frequency } from '../lexical/postings.ts'

export interface NearWord {
  readonly folded: string
  readonly id: number
  /** Soft edit cost, see spelling.ts. */
  readonly cost: number
  /** Whether it may stand beside anything. */
  readonly isCommon: boolean
}

/** Vietnamese has some thousand syllables; foreign words come without end. */
const KEPT = 4096

/** Worked out once for each spelling: of some hundreds that are near a library has a few dozen. */
export const nearWords = (index: LexicalIndex, folded: string): readonly NearWord[] => {
  let known = kept.get(index)
  if (!known || known.size >= KEPT) kept.set(index, (known = new Map()))
  let near = known.get(folded)
  if (!near) {
    const found: NearWord[] = []
    for (const spelling of spellingsNear(folded)) {
      const id = foldedId(index, spelling.folded)
      if (frequency(index.byPassage, id) > 0)
        found.push({ ...spelling, id, isCommon: isFoldedFunctionWord(spelling.folded) })
    }
    known.set(folded, (near = found))
  }
  return near
}
const kept = new WeakMap<LexicalIndex, Map<string, readonly NearWord[]>>()
