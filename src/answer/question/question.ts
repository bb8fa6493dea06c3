/** A question as answering sees it: what it asks for, its content words with their weight, and everything it says itself. */
import type { Query } from '../../search/retrieval.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { ASKING_WEIGHT } from '../../text/typing/question-words.ts'
import { understoodText } from '../../search/query/understood-text.ts'
import { personAsked, type PersonAsked } from './person-asked.ts'
import { questionType } from './question-type.ts'
import type { QuestionType } from './question-type.ts'

export interface ContentWord {
  readonly folded: string
  readonly accented: string | null
  /** Inverse document frequency, lessened for the readings of an abbreviation. */
  readonly idf: number
}

export interface Question {
  readonly query: Query
  /** The words as understood: Telex decoded, repairs applied where they are certain. */
  readonly text: string
  readonly type: QuestionType
  /** The person asked for by a relation to somebody or something; undefined where none is. */
  readonly person: PersonAsked | undefined
  /** Distinct content words, in order of the question. */
  readonly words: readonly ContentWord[]
  /** Folded form → the content words it matches, each with its factor. */
  readonly matches: ReadonlyMap<string, readonly { readonly word: number; readonly factor: number }[]>
  /** Sum of the idf of all content words; 0 when there is none. */
  readonly mass: number
  /** Folded syllables of the question, function words included. */
  readonly asked: ReadonlySet<string>
  /** Pairs of neighbouring content words, folded, joined by a blank. */
  readonly pairs: ReadonlySet<string>
}

export const understand = (query: Query): Question => {
  const text = understoodText(query)
  const person = personAsked(text)
  const words: ContentWord[] = []
  const matches = new Map<string, { word: number; factor: number }[]>()
  const pairs = new Set<string>()
  const seen = new Map<string, number>()
  let before: string | null = null
  for (const syllable of query.syllables) {
    const content = syllable.weight > ASKING_WEIGHT && !isFunctionWord(syllable.folded, syllable.accented)
    if (content && !seen.has(syllable.folded)) {
      const idf = syllable.idf * Math.min(1, syllable.weight)
      const word = words.push({ folded: syllable.folded, accented: syllable.accented, idf }) - 1
      seen.set(syllable.folded, word)
      for (const form of syllable.forms) {
        const all = matches.get(form.folded) ?? []
        matches.set(form.folded, [...all, { word, factor: form.factor }])
      }
    }
    if (content && before) pairs.add(`${before} ${syllable.folded}`)
    before = content ? syllable.folded : null
  }
  return {
    query,
    text,
    type: typeOf(text, query.marked, person),
    person,
    words,
    matches,
    mass: words.reduce((sum, word) => sum + word.idf, 0),
    asked: new Set(query.syllables.flatMap((syllable) => syllable.forms.map((form) => form.folded))),
    pairs,
  }
}

/** "Chủ tịch Hội …" asks for a person without an asking word. */
const typeOf = (text: string, marked: boolean, person: PersonAsked | undefined): QuestionType => {
  const type = questionType(text, marked)
  return (type === 'what' || type === 'def') && person ? 'who' : type
}
