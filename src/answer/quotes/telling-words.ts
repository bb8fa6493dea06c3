/** Which words of the question tell one candidate unit from the others: what every one of them says points to none. */
import type { Question } from '../question/question.ts'
import type { Word } from '../question/tokenize.ts'
import type { WordHit } from './read-passage.ts'

/** A unit as its words, with those of the question among them. */
interface ReadUnit {
  readonly tokens: readonly Word[]
  readonly hits: readonly WordHit[]
}

/**
 * For each unit the share of the question's content that stands in it, each word weighed by its idf and by
 * how few of the units hold it. Where the asker typed marks they must be the same: `quán` does not tell of `quản`.
 */
export const tellingShares = (question: Question, units: readonly ReadUnit[]): readonly number[] => {
  const holding = question.words.map(() => 0)
  const found = units.map((unit) => {
    const words = foundIn(question, unit)
    for (const word of words.keys()) holding[word]! += 1
    return words
  })
  const weights = question.words.map(({ idf }, word) => idf * Math.log(1 + units.length / (0.5 + holding[word]!)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return units.map(() => 0)
  return found.map((words) => [...words].reduce((sum, [word, factor]) => sum + factor * weights[word]!, 0) / total)
}

/** The content words in a unit, each with the factor of its best form; 0 where only the letters under the marks are the same. */
const foundIn = ({ query, words }: Question, { tokens, hits }: ReadUnit): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  for (const { at, matches } of hits) {
    const { folded, accented } = tokens[at]!
    for (const { word, factor } of matches) {
      const said = words[word]!
      const otherMarks = query.marked && said.accented !== null && said.folded === folded && said.accented !== accented
      found.set(word, Math.max(otherMarks ? 0 : factor, found.get(word) ?? 0))
    }
  }
  return found
}
