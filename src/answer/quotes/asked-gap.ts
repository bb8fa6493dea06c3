/** The gap that a question leaves: Vietnamese asks in the place where the answer would stand, so the word before it comes again. */
import { fold, key } from '../../text/vietnamese.ts'
import type { Question } from '../question/question.ts'
import type { Tokenize, Word } from '../question/tokenize.ts'

const words = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`, 'iu')
const ASKING = words(key('bao (?:nhiêu|lâu|giờ)|khi nào|(?:như )?thế nào|gì|nào|ai|đâu|mấy|sao'))
// without marks đâu is đầu, mấy is máy
const ASKING_UNMARKED = words('bao (?:nhieu|lau|gio)|khi nao|(?:nhu )?the nao|gi|nao|ai')

/**
 * Whether a unit fills the gap: it has the word that stands right before the asking one ("do ai" → "do"), followed by one that is
 * not in the question. Never where the question begins with the asking word.
 */
export const gapFilledIn = (question: Question, tokenize: Tokenize): ((unit: readonly Word[]) => boolean) => {
  const { marked } = question.query
  const text = marked ? key(question.text) : fold(question.text)
  const asking = (marked ? ASKING : ASKING_UNMARKED).exec(text)
  const before = asking ? tokenize(text.slice(0, asking.index)).at(-1) : undefined
  if (!before) return () => false
  const isIt = ({ folded, accented }: Word): boolean =>
    folded === before.folded && (!marked || accented === before.accented)
  return (unit) =>
    unit.some((token, i) => i + 1 < unit.length && isIt(token) && !question.asked.has(unit[i + 1]!.folded))
}
