/** How near the words of a quote are to those of the question, to tell quotes of one answer apart. */
import { syllables, type Syllable } from '../../text/terms.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { hasMarks } from '../../text/vietnamese.ts'

/**
 * 0 to 1: the share of the question's words, and of its pairs of words side by side, that a quote holds; with their marks where
 * the question is typed with marks.
 */
export const closenessTo = (question: string): ((quote: string) => number) => {
  const isMarked = hasMarks(question)
  const formOf = ({ accented, folded }: Syllable): string => (isMarked ? accented : folded)
  const said = syllables(question).map((one) => ({
    word: formOf(one),
    counts: !isFunctionWord(one.folded, isMarked ? one.accented : null),
  }))
  const wanted = new Set<string>()
  said.forEach(({ word, counts }, i) => {
    if (!counts) return
    wanted.add(word)
    const next = said[i + 1]
    if (next?.counts) wanted.add(`${word} ${next.word}`)
  })
  return (quote) => {
    const words = syllables(quote).map(formOf)
    const held = new Set([...words, ...words.map((word, i) => `${word} ${words[i + 1]}`)])
    return wanted.size === 0 ? 0 : [...wanted].filter((one) => held.has(one)).length / wanted.size
  }
}
