/** Answers to questions about validity, quoting the sentence that decides, from whichever document says it. */
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { validityMessages as messages } from '../../text/messages/validity-messages.ts'
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import type { Citation } from '../answer.ts'
import { citationOf, type QuotedPlace } from '../citations.ts'
import { isOver } from '../../documents/document.ts'
import { lastSuccessor } from '../decide/successor.ts'
import { askWhichOf, oneOfEach } from '../question/one-number.ts'
import { namesKind, validityAsked, type ValidityAsked } from '../question/validity-question.ts'
import { shownQuote } from '../quotes/quotes.ts'
import { drafted, refusing } from '../situation.ts'
import type { Outcome, Situation } from '../situation.ts'
import { datedName, titlePlace } from './title-place.ts'
import { thatSpeakOf } from './validity-facts.ts'
import { toldOf } from './validity-told.ts'
import { whichDocument } from './which-document.ts'

/** `undefined` where nothing of the kind is asked, or not of a document. */
export const aboutValidity = (situation: Situation): Outcome | undefined => {
  const { standalone, question, named, library } = situation
  const asked = validityAsked(standalone.text) ?? validityAsked(question.text)
  if (!asked) return undefined
  if (named.named && named.cards.length === 0) return ofMissing(named.missing[0] ?? '', library)
  const cards = oneOfEach(named.cards)
  if (cards.length > 1 && mentionsIn(standalone.text).length === 1) {
    const { start, end } = mentionsIn(standalone.text)[0]!
    return refusing(askWhichOf(standalone.text.slice(start, end), cards))
  }
  // of one paper that is held in parts, the part that speaks of validity
  const part = cards.length === 1 ? named.cards.find(({ meta }) => meta.said.length > 0) : undefined
  const card = part ?? meant(asked, cards, situation)
  return card && answered(asked, card, library)
}

/** Named, spoken of before, or named by its title; of papers of one title that replaced each other, the one that holds. */
const meant = (
  asked: ValidityAsked,
  cards: readonly DocumentCard[],
  { standalone, named, retrieval, library }: Situation,
): DocumentCard | undefined => {
  if (cards.length > 0) return subject(asked, cards, standalone.text)
  if (standalone.documentId && (standalone.dependent || standalone.only)) return library.card(standalone.documentId)
  if (!namesKind(standalone.text)) return undefined
  const titled = whichDocument(standalone.text, named, retrieval, library, standalone.documentId)
  // a chapter, an article or a report may bear a title that one asks about in other words
  if (titled.kind !== 'one' || titled.card.meta.number === null) return undefined
  return (isOver(titled.card) && lastSuccessor(titled.card, library)) || titled.card
}

/** "Quy định 27 thay thế Quy định 12 từ ngày nào?" is asked of the one that stands first; of what it replaces, the last. */
const subject = (asked: ValidityAsked, cards: readonly DocumentCard[], question: string): DocumentCard => {
  const first = mentionsIn(question)[0]
  const of = first && cards.find(({ meta }) => meta.number?.replace(/^0+/, '').startsWith(first.number ?? '\0'))
  return of ?? (asked === 'replacedBy' ? cards.at(-1)! : cards[0]!)
}

const answered = (asked: ValidityAsked, card: DocumentCard, library: Library): Outcome | undefined => {
  const { sentence, places } = toldOf(asked, card, library)
  const isSaid = places.length > 0
  const own = titlePlace(card, library)
  const citations = citationsOf(isSaid ? places : own ? [own] : [], library)
  if (citations.length === 0) return undefined
  const quotes = citations.map(({ quote, n }) => `“${shownQuote(quote)}” [${n}]`)
  const text = isSaid ? [sentence, ...quotes].join('\n') : `${sentence} [1]`
  return { kind: 'drafted', draft: { text, citations }, notices: [], about: card.id }
}

const citationsOf = (places: readonly QuotedPlace[], library: Library): readonly Citation[] => {
  const once = new Map(places.map((place) => [`${place.card.id} ${place.start} ${place.end}`, place]))
  return [...once.values()].flatMap((place, i) => citationOf(library, place, i + 1) ?? [])
}

/** A paper that is not here: another one may say that it was replaced. */
const ofMissing = (written: string, library: Library): Outcome | undefined => {
  const mention = mentionsIn(written)[0]
  const [first] = mention?.number ? thatSpeakOf(mention.key ? written : mention.number, library) : []
  const place = first && { card: first.card, start: first.said.start, end: first.said.end }
  const citation = place && citationOf(library, place, 1)
  if (!first || !citation) return undefined
  const sentence = messages.missingReplaced(first.said.target!.number, datedName(first.card.meta))
  return drafted({ text: `${sentence}\n“${shownQuote(citation.quote)}” [1]`, citations: [citation] })
}
