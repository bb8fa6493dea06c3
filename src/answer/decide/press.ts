/** Press is press: it gives way to the norm that it reports on, and an answer from press alone says so. */
import type { ScoredPassage } from '../../search/retrieval.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { fitsMention, mentionsIn } from '../../text/numbers/document-mentions.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import type { Citation } from '../answer.ts'
import { pointsAtArticle } from '../look-up/metadata-question.ts'
import type { Standalone } from '../question/follow-up.ts'

/** A norm that is found nearly as well as the article about it answers in its stead. */
const AS_WELL = 0.7

/** Without the passages of articles that speak of a norm which was found too; `only`: the documents that were asked for. */
export const withoutPress = (
  passages: readonly ScoredPassage[],
  only: readonly DocumentCard[] | null,
): readonly ScoredPassage[] => {
  const norms = passages.filter(({ card }) => card.meta.kind !== 'article' && card.meta.number !== null)
  if (only || norms.length === 0 || norms.length === passages.length) return passages
  return passages.filter(({ card, text, score }) => {
    if (card.meta.kind !== 'article') return true
    const mentions = mentionsIn(`${card.meta.title}\n${text}`)
    return !norms.some(
      (norm) =>
        norm.score >= AS_WELL * score &&
        mentions.some((mention) => fitsMention(mention, norm.card.meta.number, norm.card.meta.kind)),
    )
  })
}

/** Not where the question is put to an article, or asks for press. */
export const pressNotice = (
  { text, only }: Standalone,
  citations: readonly Citation[],
  library: Library,
): readonly string[] => {
  const isPress = citations.every(({ kind }) => kind === 'article')
  const hasNorms = library.cards.some(({ meta }) => meta.number !== null)
  return isPress && hasNorms && !only && !pointsAtArticle(text) ? [answerMessages.onlyPress] : []
}
