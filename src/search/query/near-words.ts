/** The syllables of a library that lie near a typed one: what it was meant to be if it is a slip. */
import { isFoldedFunctionWord } from '../../text/typing/function-words.ts'
import { spellingsNear } from '../../text/typing/spelling.ts'
import { foldedId } from '../lexical/lexical-index.ts'
import { frequency } from '../lexical/postings.ts'
import { remembered } from './remembered.ts'

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
export const nearWords = remembered(KEPT, (index, folded): readonly NearWord[] =>
  spellingsNear(folded).flatMap((spelling) => {
    const id = foldedId(index, spelling.folded)
    return frequency(index.byPassage, id) > 0
      ? [{ ...spelling, id, isCommon: isFoldedFunctionWord(spelling.folded) }]
      : []
  }),
)
