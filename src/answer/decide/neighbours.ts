/** Which words of a question stand beside which, in the question and in a text: two words apart may mean something else. */
import type { Query } from '../../search/retrieval.ts'
import type { Word } from '../question/tokenize.ts'

/** The words of the question in the form they are compared in: with marks where the asker typed them. */
export const saidIn = ({ syllables, marked }: Query): readonly string[] =>
  syllables.map(({ accented, folded }) => (marked && accented) || folded)

/**
 * For each word of `said` whether it stands in one of the texts right behind the word that it stands behind there (never the first),
 * in the form that `saidIn` gives.
 */
export const behindIn = (
  texts: readonly (readonly Word[])[],
  said: readonly string[],
  { marked }: Query,
): readonly boolean[] => {
  const form = marked ? 'accented' : 'folded'
  const places = new Map<string, number[]>()
  said.forEach((word, i) => {
    const known = places.get(word)
    if (known) known.push(i)
    else places.set(word, [i])
  })
  const found = said.map(() => false)
  for (const tokens of texts)
    for (let at = 1; at < tokens.length; at += 1) {
      const asked = places.get(tokens[at]![form])
      if (!asked) continue
      for (const i of asked) if (i > 0 && tokens[at - 1]![form] === said[i - 1]) found[i] = true
    }
  return found
}
