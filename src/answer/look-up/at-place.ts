/** Answers from the very parts of a document that a question names, whole: "khoản 2 Điều 5 Điều lệ Đảng nói gì?" */
import { oncePerLibrary, type DocumentCard } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { foldAligned } from '../../text/aligned.ts'
import { syllables } from '../../text/terms.ts'
import { clean } from '../../text/vietnamese.ts'
import { nameOf } from '../document-names.ts'
import { composePlaces, labelOf, wayTo } from '../places/compose-places.ts'
import { findPlaces, isArticle, undivided, type FoundPlace } from '../places/find-places.ts'
import { noSuchPlace } from '../places/no-such-place.ts'
import { placesAsked, type PlacesAsked } from '../places/place-asked.ts'
import { placesName, type PlacePath } from '../places/place-path.ts'
import { nameWords } from '../places/name-words.ts'
import { contentOf } from '../places/saying.ts'
import { withoutPointing } from '../question/follow-up.ts'
import { askBack, decline, refuseWithDocument } from '../refusal.ts'
import { drafted, refusing } from '../situation.ts'
import type { Outcome, Situation } from '../situation.ts'
import { isPaper } from './is-paper.ts'

/** Most characters of all places together: what goes beyond is said to be left out. */
const MOST = 40_000
/** So many words of a title name a document as surely as its number. */
const NAMED_BY_TITLE = 3

/** `undefined` when no part is named, or the question asks something particular of it: then its passages compete as usual. */
export const atPlace = (situation: Situation): Outcome | undefined => {
  const asked = placesAsked(clean(situation.standalone.text))
  if (!asked) return undefined
  const meant = documentOf(situation, asked)
  if (!meant || 'kind' in meant) return meant
  const { library, named, standalone } = situation
  const found = asked.paths.map((path) => ({ path, places: findPlaces(library, meant, path) }))
  const missing = found.filter(({ places }) => places.length === 0).map(({ path }) => path)
  if (missing.length === found.length) {
    const isTitled = contentOf(asked.rest).length >= NAMED_BY_TITLE && !isArticle(meant) && isPaper(meant)
    if (!named.cards.includes(meant) && !standalone.only && !isTitled) return undefined
    const whole = undivided(library, meant, missing[0]!)
    if (whole) return answerFrom(situation, [whole], [noSuchPlace(library, meant, missing[0]!)])
    return refusing(refuseWithDocument(noSuchPlace(library, meant, missing[0]!), meant))
  }
  // "khoản 2" of a document of many articles
  const open = found.find(({ path, places }) => places.length > 1 && isLow(path))
  if (open) {
    const name = placesName([open.path])
    const short = open.places.map(placeOf)
    const ways = new Set(short).size < short.length ? open.places.map(wayTo) : short
    return refusing(askBack(answerMessages.placeTwice(name, nameOf(meant.meta), ways), [meant]))
  }
  return answerFrom(
    situation,
    found.flatMap(({ places }) => places),
    [...missing.slice(0, 1).map((path) => noSuchPlace(library, meant, path))],
  )
}

const answerFrom = (
  { library }: Situation,
  places: readonly FoundPlace[],
  notices: readonly string[],
): Outcome | undefined => {
  const distinct = places.filter(
    (place, i) => !places.some((other, j) => j < i && other.start <= place.start && place.end <= other.end),
  )
  let length = 0
  const fitting = distinct.filter(({ start, end }, i) => (length += end - start) <= MOST || i === 0)
  const draft = composePlaces(library, fitting)
  if (draft.citations.length === 0) return undefined
  const left = fitting.length < distinct.length ? [answerMessages.placesLeft(draft.citations.at(-1)!.path ?? '')] : []
  return drafted(draft, [...notices, ...left])
}

/** The document whose place is asked for; an outcome where that must be asked back; `undefined` where the question says more than a place. */
const documentOf = (situation: Situation, { paths, rest }: PlacesAsked): DocumentCard | Outcome | undefined => {
  const { library, named, standalone } = situation
  const said = contentOf(withoutPointing(rest))
  if (said.length === 0) {
    const preferred = standalone.documentId ? library.card(standalone.documentId) : undefined
    const has = (card: DocumentCard): boolean => paths.some((path) => findPlaces(library, card, path).length > 0)
    // what was spoken of as a whole may go by parts instead: that is said of it; what was only quoted from is not meant
    const isSpokenOf = preferred && isPaper(preferred) && paths.every(([top]) => top?.kind === 'article')
    if (preferred && (has(preferred) || hasKind(situation, preferred, paths[0]!) || isSpokenOf)) return preferred
    const having = preferred ? [] : library.cards.filter(has)
    if (having.length === 1) return having[0]
    return refusing(
      having.length === 0
        ? decline('ambiguous', answerMessages.locatorMissing(placesName(paths)))
        : askBack(answerMessages.locatorOpen(placesName(paths)), having),
    )
  }
  const pinned = standalone.only && standalone.documentId ? library.card(standalone.documentId) : undefined
  if (pinned && said.every((word) => nameWords(pinned).has(word))) return pinned
  const wholly = (cards: readonly DocumentCard[]): readonly DocumentCard[] =>
    cards.filter((card) => said.every((word) => nameWords(card).has(word)))
  const numbered = wholly(named.cards)
  if (numbered.length < 2) return numbered[0] ?? titled(situation, wholly, paths, said)
  const inForce = numbered.filter(({ meta }) => meta.validity !== 'replaced')
  if (inForce.length === 1) return inForce[0]
  const mention = mentionsIn(rest).find(({ number }) => number !== null)
  const name = mention ? rest.slice(mention.start, mention.end) : ''
  return refusing(askBack(answerMessages.severalNumbers(name), numbered))
}

/** Of the documents that bear the words in their names one that has the place, and of these the one that holds. */
const titled = (
  { retrieval, library }: Situation,
  wholly: (cards: readonly DocumentCard[]) => readonly DocumentCard[],
  paths: readonly PlacePath[],
  said: readonly string[],
): DocumentCard | undefined => {
  const [top] = paths[0] ?? []
  const articles = articlesIn(library).filter((card) => isArticle(card, top?.numeral))
  const cards = wholly([...articles, ...retrieval.documents.map(({ card }) => card)])
  const having = cards.filter((card) => paths.some((path) => findPlaces(library, card, path).length > 0))
  // the words side by side name a document, strewn over a long title they do not
  const phrase = said.join(' ')
  const named = having.filter(({ meta }) =>
    syllables(meta.title)
      .map(({ folded }) => folded)
      .join(' ')
      .includes(phrase),
  )
  // "Điều lệ Đảng" is also what a regulation on carrying it out speaks of
  const called = named.filter(({ meta }) => foldAligned(meta.title).startsWith(phrase))
  if (called.length > 0) return holding(called)
  return holding(named.length > 0 ? named : having.length > 0 ? having : cards.slice(0, NEAREST))
}
const NEAREST = 3

/** Documents that are one article: of many thousands every title would be read for each question after a place. */
const articlesIn = oncePerLibrary(({ cards }) => cards.filter((card) => isArticle(card)))

/** Of documents of one title the one that holds. */
const holding = (cards: readonly DocumentCard[]): DocumentCard | undefined =>
  cards.find(({ meta }) => meta.validity !== 'replaced') ?? cards[0]

const hasKind = ({ library }: Situation, card: DocumentCard, path: PlacePath): boolean =>
  path[0]?.kind === 'article' &&
  (library.content(card.id)?.headings.some(({ label }) => label?.startsWith('Điều')) ?? false)

const isLow = (path: PlacePath): boolean =>
  path.every(({ kind }) => kind === 'clause' || kind === 'point' || kind === 'section')

const placeOf = ({ headings }: FoundPlace): string => headings.slice(-2).map(labelOf).join(' ')
