/** The words that a question asks with, and which of them stand in a text. */
import { isFunctionWord } from '../../../src/text/typing/function-words.ts'
import { eachRun, syllableForms } from '../../../src/text/terms.ts'
import type { Query } from '../../../src/search/retrieval.ts'

export interface AskedWord {
  /** As it was understood: with its marks, where they are known. */
  readonly said: string
  /** Forms that would do for it: with marks where the asker typed them, else without; readings of abbreviations and repairs without. */
  readonly forms: readonly string[]
}

/** What retrieval gives a word that only asks. */
const ASKING_WEIGHT = 0.25

/** Each content word once, in the order of the question. */
export const askedWords = ({ syllables, marked }: Query): readonly AskedWord[] => {
  const words = new Map<string, AskedWord>()
  for (const { weight, folded, accented, forms } of syllables) {
    if (weight <= ASKING_WEIGHT || isFunctionWord(folded, accented) || words.has(folded)) continue
    const others = forms.map((form) => form.folded).filter((form) => form !== folded)
    // typed with its marks `thủ` is not `thứ`, to whoever reads what was found
    const own = marked && accented !== null ? accented : `${FOLDED}${folded}`
    words.set(folded, { said: accented ?? folded, forms: [own, ...others.map((form) => `${FOLDED}${form}`)] })
  }
  return [...words.values()]
}

/** Stands before a form that is compared without marks. */
const FOLDED = '~'

export const lackingIn = (words: readonly AskedWord[], text: string): readonly AskedWord[] => {
  const there = new Set(runsOf(text).flatMap(({ forms }) => forms))
  return words.filter(({ forms }) => !forms.some((form) => there.has(form)))
}

/** The words of a text, each with the forms under which it may be asked for. */
export const runsOf = (
  text: string,
): readonly { readonly start: number; readonly end: number; readonly forms: readonly string[] }[] => {
  const runs: { start: number; end: number; forms: readonly string[] }[] = []
  eachRun(text, (start, end) => {
    const { accented, folded } = syllableForms(text.slice(start, end))
    runs.push({ start, end, forms: [accented, `${FOLDED}${folded}`] })
  })
  return runs
}
