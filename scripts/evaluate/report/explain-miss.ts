/** What went wrong at one question, worked out from the index it was asked of: where the right document was left, and why. */
import type { Answer } from '../../../src/answer/answer.ts'
import { understoodText } from '../../../src/search/query/understood-text.ts'
import type { Retrieval, ScoredPassage } from '../../../src/search/retrieval.ts'
import { key } from '../../../src/text/vietnamese.ts'
import type { Values } from '../measures.ts'
import type { SetQuestion } from '../read-set.ts'
import type { TrialIndex } from '../trial-index.ts'
import { causeInAnswer } from './cause-in-answer.ts'
import { causeInRanking } from './cause-in-ranking.ts'
import { excerptOf } from './excerpt.ts'
import { LOOKED_AT, type Miss, type Shown } from './miss.ts'
import { askedWords, type AskedWord } from './question-words.ts'

const FOUND_SHOWN = 3
const RIGHT_SHOWN = 3

/** null: nothing went wrong. */
export const explainMiss = (
  question: SetQuestion,
  values: Values,
  found: Retrieval,
  answer: Answer | null,
  index: Pick<TrialIndex, 'library' | 'retrieve'>,
): Miss | null => {
  const isUnranked = values['recall@1'] === 0
  const isUnanswered = values.answerHit === 0 || values.refusedWrong === 1 || values.refusedRight === 0
  if (!isUnranked && !isUnanswered) return null
  const words = askedWords(found.query)
  const deep = index.retrieve(question.question, { top: LOOKED_AT })
  const right = rightOnes(question, found, deep, index, words)
  const seen = { question, found, words, right, index }
  const causes = [
    ...(isUnranked ? [causeInRanking(seen)] : []),
    ...(isUnanswered && answer ? [causeInAnswer(seen, answer)] : []),
  ]
  const [first, ...others] = causes
  if (!first) return null
  return {
    causes: [first, ...others],
    ...understanding(found),
    words,
    found: found.documents
      .slice(0, FOUND_SHOWN)
      .map(({ card, passage, score }, i) =>
        shown(passage, words, { rank: i + 1, score, isRight: question.relevant.includes(card.id) }),
      ),
    right: right.slice(0, RIGHT_SHOWN),
    golds: question.answers,
  }
}

const rightOnes = (
  { question, relevant }: SetQuestion,
  found: Retrieval,
  deep: Retrieval,
  index: Pick<TrialIndex, 'library' | 'retrieve'>,
  words: readonly AskedWord[],
): readonly Shown[] => {
  const rankIn = ({ documents }: Retrieval, id: string): number => documents.findIndex(({ card }) => card.id === id)
  return relevant
    .flatMap((id): Shown[] => {
      const within = index.retrieve(question, { top: 1, onlyDocuments: [id] }).documents[0]
      const card = index.library.card(id)
      if (!within) return card ? [unmatched(id, card.meta.title)] : []
      const first = rankIn(found, id)
      const rank = first >= 0 ? first : rankIn(deep, id)
      const score = (first >= 0 ? found : deep).documents[rank]?.score ?? null
      return [shown(within.passage, words, { rank: rank < 0 ? null : rank + 1, score, isRight: true })]
    })
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (b.score ?? 0) - (a.score ?? 0))
}

const unmatched = (id: string, title: string): Shown => ({
  id,
  title,
  section: '',
  excerpt: '',
  isRight: true,
  rank: null,
  score: null,
})

const shown = (
  { card, passage, text }: ScoredPassage,
  words: readonly AskedWord[],
  place: Pick<Shown, 'rank' | 'score' | 'isRight'>,
): Shown => ({
  id: card.id,
  title: card.meta.title,
  section: passage.path.join(' › '),
  excerpt: excerptOf(text, words),
  ...place,
})

const understanding = ({ query }: Retrieval): Pick<Miss, 'understood' | 'repairs'> => {
  const understood = understoodText(query)
  const repairs = query.syllables.flatMap(({ start, end, folded, forms }) => {
    const meant = forms.map((form) => form.folded).filter((form) => form !== folded)
    return meant.length > 0 ? [{ typed: query.text.slice(start, end), meant }] : []
  })
  return { understood: key(understood) === key(query.text) ? null : understood, repairs }
}
