/** Gives the tokens of a question the forms that they may be slips of. */
import { isFunctionWord } from '../../text/typing/function-words.ts'
import type { LexicalIndex } from '../lexical/lexical-index.ts'
import { passagesWith } from './how-often.ts'
import { knownSlips } from './known-slips.ts'
import type { Token } from './question-tokens.ts'
import { repairTyping } from './repair-typing.ts'
import type { Form } from './typed-as.ts'

/** retrieval-study §7, step 3 */
const UNKNOWN_FACTOR = 0.3
/** A text with more slips than that is in another language or no text; each costs some tenths of a millisecond. */
const MOST_REPAIRS = 40

/** In place; `isWell`: whether nothing is to be looked for beside what was typed. */
export const repairTokens = (
  tokens: readonly Token[],
  isWell: (i: number) => boolean,
  marked: boolean,
  index: LexicalIndex,
): void => {
  let repaired = 0
  for (const [i, token] of tokens.entries()) {
    if (repaired === MOST_REPAIRS) return
    // without marks a word that holds a sentence together is told by its letters, also where the library lacks it
    if (isWell(i) || (!marked && isFunctionWord(token.folded, null))) continue
    const isKnown = passagesWith(index, token.folded) > 0
    const repairs = repairsOf(token, tokens[i - 1], tokens[i + 1], isKnown, index)
    if (repairs.length === 0) continue
    repaired++
    token.forms = [{ folded: token.folded, factor: isKnown ? 1 : UNKNOWN_FACTOR }, ...repairs]
  }
}

const repairsOf = (
  { folded, accented, forms }: Token,
  left: Token | undefined,
  right: Token | undefined,
  isKnown: boolean,
  index: LexicalIndex,
): readonly Form[] => {
  // what is decoded from keystrokes has been thought about already
  const slips =
    accented !== null && isKnown && forms.length === 1 ? knownSlips(index, { folded, accented }, left, right) : []
  // a word among strangers is joined by what is near as ever: without it .02 of mlqa's own questions more are refused
  return slips.length > 0 ? slips : repairTyping(index, folded, left?.folded ?? null, right?.folded ?? null)
}
