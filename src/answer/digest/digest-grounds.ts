/** What a model may write a summary from: the passages that the digest quotes, and the first of each part. */
import type { ScoredPassage } from '../../search/retrieval.ts'
import type { DocumentCard } from '../../search/search-index.ts'
import type { Citation } from '../answer.ts'
import { createTokenizer } from '../question/tokenize.ts'
import { scoreUnits } from '../quotes/unit-features.ts'
import type { Situation } from '../situation.ts'
import type { Grounds } from '../written/write-answer.ts'

/** Passages that are shown: a prompt of the length that other questions have. */
const MOST = 8

export const digestGrounds = (
  { library, question }: Situation,
  card: DocumentCard,
  citations: readonly Citation[],
): Grounds => {
  const content = library.content(card.id)!
  const quoted = new Set(citations.map(({ passageId }) => passageId))
  const passages = content.passages.map((passage): ScoredPassage => ({
    id: `${card.id}#${passage.ordinal}`,
    card,
    passage,
    text: content.text.slice(passage.start, passage.end),
    score: 1,
  }))
  const chosen = [...passages.filter(({ id }) => quoted.has(id)), ...passages.filter(({ id }) => !quoted.has(id))]
    .slice(0, MOST)
    .sort((a, b) => a.passage.start - b.passage.start)
  return { candidates: scoreUnits(question, chosen, () => content.text, createTokenizer()), isWeak: false }
}
