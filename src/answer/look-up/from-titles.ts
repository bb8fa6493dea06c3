/** Answers that name documents: "nghị quyết nào nói về …?", "Quy định 27 nói về gì?" */
import { headingsAbove, shownHeading } from '../../documents/structure/section-at.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { citationOf } from '../citations.ts'
import type { Citation } from '../answer.ts'
import { strengthWithin } from '../decide/decide-within.ts'
import { refuseWithLibrary } from '../refusal.ts'
import { drafted, refusing } from '../situation.ts'
import type { Outcome, Situation } from '../situation.ts'
import { describedAs, titlePlace } from './title-place.ts'
import { createTokenizer } from '../question/tokenize.ts'

const MOST = 3
const PARTS = 8

/** Each document in a line of ours with its title as the quote. */
export const fromTitles = ({ library, near, scope }: Situation, cards: readonly DocumentCard[]): Outcome => {
  const citations: Citation[] = []
  const lines = cards.slice(0, MOST).flatMap((card) => {
    const place = titlePlace(card, library)
    const citation = place && citationOf(library, place, citations.length + 1)
    if (!citation) return []
    citations.push(citation)
    return [`${describedAs(card.meta)} [${citation.n}]`]
  })
  if (citations.length === 0) return refusing(refuseWithLibrary('not_found', answerMessages.notFound, library, near))
  const parts = cards.length === 1 && scope.wants === 'words' ? partsOf(cards[0]!, library) : []
  return drafted({ text: lines.join('\n'), citations }, parts.length > 1 ? [answerMessages.hasParts(parts)] : [])
}

/** The documents that the question asks for; `undefined` when it asks for words. */
export const documentsAsked = (situation: Situation): Outcome | undefined => {
  const { scope, retrieval, library, near } = situation
  if (scope.wants !== 'documents') return undefined
  const tokenize = createTokenizer()
  const speaks = (texts: readonly string[]): boolean =>
    ['enough', 'weak'].includes(strengthWithin(retrieval.query, texts, tokenize))
  const ranked = retrieval.documents.map(({ card }) => card)
  const titled = ranked.filter(({ meta }) => speaks([meta.title]))
  const inText = titled.length > 0 ? undefined : ranked.find(({ id }) => speaks([library.content(id)?.text ?? '']))
  const found = inText ? [inText] : titled
  if (found.length > 0) return fromTitles(situation, found)
  return refusing(refuseWithLibrary('not_found', answerMessages.notFound, library, near))
}

/** Its highest headings, as a reader may ask for them. */
const partsOf = (card: DocumentCard, library: Library): readonly string[] => {
  const headings = library.content(card.id)?.headings.filter(({ label }) => label !== null) ?? []
  const highest = Math.min(...headings.map(({ rank }) => rank))
  const top = headings.filter(
    (heading) => heading.rank === highest && headingsAbove(headings, heading.start, heading.start + 1).length === 1,
  )
  return top.length > PARTS ? [] : top.map(shownHeading)
}
