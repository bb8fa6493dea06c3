/** Which words of a question stand beside which, in the question and in a text: two words apart may mean something else. */
import type { Query } from '../../search/retrieval.ts'
import type { Word } from '../question/tokenize.ts'

/**
 * A reader for many texts: for each word of the question whether it stands in one of them right behind the word that it stands behind
 * there (never the first). Words are compared with their marks where the asker typed them.
 */
export const createBehindReader = ({
  syllables,
  marked,
}: Query): ((texts: readonly (readonly Word[])[]) => readonly boolean[]) => {
  const form = marked ? 'accented' : 'folded'
  const said = syllables.map(({ accented, folded }) => (marked && accented) || folded)
  const places = Map.groupBy(said.keys(), (i) => said[i]!)
  return (texts) => {
    const found = said.map(() => false)
    for (const tokens of texts)
      for (let at = 1; at < tokens.length; at += 1) {
        const asked = places.get(tokens[at]![form])
        if (!asked) continue
        for (const i of asked) if (i > 0 && tokens[at - 1]![form] === said[i - 1]) found[i] = true
      }
    return found
  }
}
