/** Answers from the structure of a document: recipients, what it rests on, its chapters and articles, whom it applies to. */
import type { DocumentCard } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { foldAligned } from '../../text/aligned.ts'
import { clean } from '../../text/vietnamese.ts'
import { nameOf } from '../document-names.ts'
import { composePlaces } from '../places/compose-places.ts'
import { findPlaces, placeAt, type FoundPlace } from '../places/find-places.ts'
import { noSuchPlace } from '../places/no-such-place.ts'
import { placesAsked } from '../places/place-asked.ts'
import { composeParts } from '../digest/compose-digest.ts'
import { composeExtract } from '../quotes/compose-extract.ts'
import { askBack, refuseWithDocument } from '../refusal.ts'
import { drafted, refusing } from '../situation.ts'
import type { Outcome, Situation } from '../situation.ts'
import { documentAsked, isOnlyAbout, kindsIn, type DocumentAsked } from './document-question.ts'
import { groundsOf, recipientsOf } from './head-and-foot.ts'
import { isPaper } from './is-paper.ts'
import { contentsOf, countsOf, headingsOf } from './outline.ts'
import { whichDocument } from './which-document.ts'

/** `undefined` when nothing of the kind is asked, or it cannot be told from the structure: then the words of documents are asked. */
export const documentParts = (situation: Situation): Outcome | undefined => {
  const { standalone, library, named } = situation
  const asked = documentAsked(standalone.text)
  if (!asked) return undefined
  const card = cardMeant(situation, asked)
  if (!card || 'kind' in card) return card
  const places = placesAsked(clean(standalone.text))?.paths ?? []
  const within = places[0] ? findPlaces(library, card, places[0])[0] : undefined
  if (asked.part === 'recipients' || asked.part === 'grounds') {
    // "căn cứ xác định vị trí đất là gì" of an article that is called so asks what it says, not what it rests on
    if (!standalone.only && named.cards.length === 0 && !isPaper(card)) return undefined
    const place = asked.part === 'recipients' ? recipientsOf(library, card) : groundsOf(library, card)
    if (place) {
      const draft = composeExtract(library, [place], null)
      // they stand below the last article and above the first, not in it
      return drafted({ ...draft, citations: draft.citations.map((one) => ({ ...one, section: null })), whole: true })
    }
    // "chương trình dựa vào đâu" may ask for something else, unless a document was named
    if (!standalone.only && named.cards.length === 0) return undefined
    const sentence = answerMessages[asked.part === 'recipients' ? 'noRecipients' : 'noGrounds'](nameOf(card.meta))
    return refusing(refuseWithDocument(sentence, card))
  }
  if (asked.part === 'scope') return scopeOf(situation, card, asked)
  if (places[0] && !within) return refusing(refuseWithDocument(noSuchPlace(library, card, places[0]), card))
  const kinds = kindsIn(asked.words)
  // points bear letters: they are listed rather than counted
  if (asked.part === 'counts' && !kinds.includes('diem')) {
    const draft = countsOf(library, card, kinds.length > 0 ? kinds : kindsHeld(situation, card), within)
    if (draft) return drafted(draft)
    // "mấy chương" of a paper that goes by 1, 2, 3: what it has instead
    return standalone.only || named.cards.length === 1 ? composeParts(library, card) : undefined
  }
  const kind = kinds[0] ?? kindsHeld(situation, card).at(-1)
  const draft = kind && contentsOf(library, card, headingsOf(library, card, kind, within), kind, within)
  return draft ? drafted(draft) : undefined
}

const cardMeant = (situation: Situation, asked: DocumentAsked): DocumentCard | Outcome | undefined => {
  const { standalone, named, retrieval, library } = situation
  const pinned = standalone.only && standalone.documentId ? library.card(standalone.documentId) : undefined
  if (pinned) return isOnlyAbout(asked, pinned) || named.cards.includes(pinned) ? pinned : undefined
  const meant = whichDocument(standalone.text, named, retrieval, library, standalone.documentId)
  if (meant.kind === 'one') return isOnlyAbout(asked, meant.card) ? meant.card : undefined
  if (meant.kind === 'several' && named.cards.length > 1 && meant.cards.every((card) => isOnlyAbout(asked, card)))
    return refusing(askBack(answerMessages.severalArticles, meant.cards))
  return undefined
}

/** What the document itself is divided into: chapters and articles, or parts. */
const kindsHeld = ({ library }: Situation, card: DocumentCard): readonly string[] => {
  const held = ['chuong', 'dieu'].filter((kind) => headingsOf(library, card, kind).length > 0)
  return held.length > 0 ? held : ['phan']
}

/** The article that is called so: "Điều 1. Phạm vi điều chỉnh", "Điều 2. Đối tượng áp dụng". */
const scopeOf = ({ library }: Situation, card: DocumentCard, { words }: DocumentAsked): Outcome | undefined => {
  const content = library.content(card.id)
  const wanted = ['pham vi', 'doi tuong'].filter((name) => words.includes(name))
  const names = wanted.length > 0 ? wanted : ['doi tuong', 'pham vi']
  const titled = (name: string) =>
    content?.headings.find(
      (heading) => heading.rank <= 3 && heading.label !== null && foldAligned(clean(heading.title)).includes(name),
    )
  const found = wanted.length > 0 ? names.map(titled) : [names.map(titled).find(Boolean)]
  const places = [...new Set(found)].flatMap((heading): FoundPlace[] =>
    heading ? [placeAt(library, card, heading)] : [],
  )
  const draft = composePlaces(
    library,
    places.sort((a, b) => a.start - b.start),
  )
  return draft.citations.length > 0 ? drafted(draft) : undefined
}
