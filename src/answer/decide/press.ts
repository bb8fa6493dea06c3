/** Press is press: it gives way to the norm that it reports on, and an answer from press alone says so. */
import type { ScoredPassage } from '../../search/retrieval.ts'
import { oncePerLibrary, type DocumentCard, type Library } from '../../search/search-index.ts'
import { fitsMention, mentionsIn, type DocumentMention } from '../../text/numbers/document-mentions.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import type { Citation } from '../answer.ts'
import { pointsAtArticle } from '../look-up/metadata-question.ts'
import type { Standalone } from '../question/follow-up.ts'
import type { Situation } from '../situation.ts'

/** A norm that is found nearly as well as the article about it answers in its stead. */
const AS_WELL = 0.7

/** Without articles that speak of a norm which was found too, and without those about a norm that does not hold at the time asked about. */
export const withoutPress = ({
  retrieval: { passages },
  scope,
  outside,
  library,
}: Situation): readonly ScoredPassage[] => {
  if (scope.only || !passages.some(({ card }) => card.meta.kind === 'article')) return passages
  const norms = passages.filter(({ card }) => card.meta.kind !== 'article' && card.meta.number !== null)
  const gone = [...outside].flatMap((id) => library.card(id) ?? [])
  return passages.filter(({ card, text, score }) => {
    if (card.meta.kind !== 'article') return true
    const near = mentionsIn(`${card.meta.title}\n${text}`)
    if (norms.some((norm) => norm.score >= AS_WELL * score && speaksOf(near, norm.card))) return false
    if (gone.length === 0) return true
    const whole = mentionsIn(`${card.meta.title}\n${library.content(card.id)?.text ?? text}`)
    if (!gone.some((one) => speaksOf(whole, one))) return true
    return numberedIn(library).some((one) => !outside.has(one.id) && speaksOf(whole, one))
  })
}

const numberedIn = oncePerLibrary(({ cards }) => cards.filter(({ meta }) => meta.number !== null))

const speaksOf = (mentions: readonly DocumentMention[], { meta }: DocumentCard): boolean =>
  mentions.some((mention) => fitsMention(mention, meta.number, meta.kind))

/** Not where the question is put to an article, or asks for press. */
export const pressNotice = (
  { text, only }: Standalone,
  citations: readonly Citation[],
  library: Library,
): readonly string[] => {
  const isPress = citations.every(({ kind }) => kind === 'article')
  return isPress && numberedIn(library).length > 0 && !only && !pointsAtArticle(text) ? [answerMessages.onlyPress] : []
}
