/** The words that a question asks with, and which of them stand in a text. */
import { isFunctionWord } from '../../../src/text/typing/function-words.ts'
import { eachRun, syllableForms } from '../../../src/text/terms.ts'
import type { Query } from '../../../src/search/retrieval.ts'

export interface AskedWord {
  /** As it was understood: with its marks, where they are known. */
  readonly said: string
  /** Folded forms that would do for it. */
  readonly forms: readonly string[]
}

/** What retrieval gives a word that only asks. */
const ASKING_WEIGHT = 0.25

/** Each content word once, in the order of the question. */
export const askedWords = ({ syllables }: Query): readonly AskedWord[] => {
  const words = new Map<string, AskedWord>()
  for (const { weight, folded, accented, forms } of syllables)
    if (weight > ASKING_WEIGHT && !isFunctionWord(folded, accented) && !words.has(folded))
      words.set(folded, { said: accented ?? folded, forms: forms.map((form) => form.folded) })
  return [...words.values()]
}

export const lackingIn = (words: readonly AskedWord[], text: string): readonly AskedWord[] => {
  const there = new Set(runsOf(text).map(({ folded }) => folded))
  return words.filter(({ forms }) => !forms.some((form) => there.has(form)))
}

export const runsOf = (
  text: string,
): readonly { readonly start: number; readonly end: number; readonly folded: string }[] => {
  const runs: { start: number; end: number; folded: string }[] = []
  eachRun(text, (start, end) => runs.push({ start, end, folded: syllableForms(text.slice(start, end)).folded }))
  return runs
}
