/** Which words of a question stand beside which, in the question and in a text: two words apart may mean something else. */
import type { Query } from '../../search/retrieval.ts'
import type { Token } from '../question/tokenize.ts'

/** The words of the question in the form they are compared in: with marks where the asker typed them. */
export const saidIn = ({ syllables, marked }: Query): readonly string[] =>
  syllables.map(({ accented, folded }) => (marked && accented) || folded)

/** Every two words that stand side by side in one of the texts, as `left right`, in the form that `saidIn` gives. */
export const pairsIn = (texts: readonly (readonly Token[])[], { marked }: Query): ReadonlySet<string> => {
  const form = marked ? 'accented' : 'folded'
  const pairs = new Set<string>()
  for (const tokens of texts)
    for (let i = 1; i < tokens.length; i += 1) pairs.add(`${tokens[i - 1]![form]} ${tokens[i]![form]}`)
  return pairs
}
