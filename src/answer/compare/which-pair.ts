/** Which two documents are to be compared: both named, one named and what it replaces or what replaces it, or the one spoken of. */
import { lookUp } from '../../search/look-up.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { numberKey, numberParts } from '../../text/numbers/document-numbers.ts'
import { foldAligned } from '../../text/aligned.ts'
import { clean } from '../../text/vietnamese.ts'
import { comparisonMessages } from '../../text/messages/comparison-messages.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { nameOf } from '../document-names.ts'
import { asksOfNewer } from './asks-comparison.ts'
import { inOrderOfAge } from './compare-documents.ts'

export type PairAsked =
  | { readonly kind: 'pair'; readonly older: DocumentCard; readonly newer: DocumentCard }
  /** Which of these? `beside`: the other side, where that is known already. */
  | {
      readonly kind: 'ask'
      readonly sentence: string
      readonly cards: readonly DocumentCard[]
      readonly beside?: DocumentCard
    }
  /** Nothing can be compared; documents to offer. */
  | { readonly kind: 'none'; readonly sentence: string; readonly near: readonly DocumentCard[] }

/** `about`: the document spoken of, or picked; it stands for what the words leave open. */
export const pairAsked = (question: string, library: Library, about?: DocumentCard): PairAsked => {
  return pairOfSides(sidesNamed(question, library), question, library, about)
}

/** The same for sides that were found otherwise. */
export const pairOfSides = (
  sides: readonly Side[],
  question: string,
  library: Library,
  about?: DocumentCard,
): PairAsked => {
  const [first, second] = sides
  if (!first) return about ? withRelated(about, question, library) : whichOfPairs(library)
  if (!second) {
    // picked as one of several of that number, or as what the one that is named is to be compared with
    if (about && first.cards.some(({ id }) => id === about.id)) return withRelated(about, question, library)
    if (about && first.cards.length === 1) return ofTwo(first.cards[0]!, about)
    return oneNamed(first, question, library)
  }
  const missing = sides.find(({ cards }) => cards.length === 0)
  if (missing) {
    const near = sides.flatMap(({ cards }) => cards)
    return { kind: 'none', sentence: answerMessages.numberNotHeld(missing.name), near }
  }
  const chosen = (side: Side, other: Side): readonly DocumentCard[] => {
    const picked = side.cards.filter(({ id }) => id === about?.id)
    if (picked.length > 0) return picked
    const related = side.cards.filter((card) => other.cards.some((one) => areRelated(card, one)))
    return related.length === 1 ? related : side.cards
  }
  const [olds, news] = [chosen(first, second), chosen(second, first)]
  if (olds.length > 1)
    return { kind: 'ask', sentence: answerMessages.severalNumbers(first.name), cards: olds, ...only(news) }
  if (news.length > 1)
    return { kind: 'ask', sentence: answerMessages.severalNumbers(second.name), cards: news, ...only(olds) }
  return ofTwo(olds[0]!, news[0]!)
}

const only = (cards: readonly DocumentCard[]): { readonly beside?: DocumentCard } =>
  cards.length === 1 ? { beside: cards[0]! } : {}

const areRelated = (a: DocumentCard, b: DocumentCard): boolean =>
  a.replacedBy.includes(b.id) || b.replacedBy.includes(a.id)

const ofTwo = (a: DocumentCard, b: DocumentCard): PairAsked => {
  if (a.id === b.id) return { kind: 'none', sentence: comparisonMessages.withItself(nameOf(a.meta)), near: [a] }
  const [older, newer] = inOrderOfAge(a, b)
  return { kind: 'pair', older, newer }
}

/** What somebody chose, alone or beside what was known already. */
export const pairOfCards = (card: DocumentCard, beside: DocumentCard | undefined, library: Library): PairAsked =>
  beside ? ofTwo(card, beside) : withRelated(card, '', library)

const oneNamed = (side: Side, question: string, library: Library): PairAsked => {
  const [card, ...others] = side.cards
  if (!card) return { kind: 'none', sentence: answerMessages.numberNotHeld(side.name), near: [] }
  if (others.length === 0) return withRelated(card, question, library)
  // of several of one number, the one that replaced something is meant
  const withOlder = side.cards.filter((one) => predecessorsOf(one, library).length > 0)
  if (withOlder.length === 1) return withRelated(withOlder[0]!, question, library)
  return {
    kind: 'ask',
    sentence: answerMessages.severalNumbers(side.name),
    cards: withOlder.length > 1 ? withOlder : side.cards,
  }
}

/** The readable documents that it replaces, newest first. */
export const predecessorsOf = ({ id }: DocumentCard, { cards }: Library): readonly DocumentCard[] =>
  cards
    .filter(({ replacedBy }) => replacedBy.includes(id))
    .sort((a, b) => (b.meta.date ?? '').localeCompare(a.meta.date ?? ''))

const withRelated = (card: DocumentCard, question: string, library: Library): PairAsked => {
  const before = predecessorsOf(card, library)
  const behind = card.replacedBy.flatMap((id) => library.card(id) ?? [])
  const [others, isNewer] =
    behind.length > 0 && (before.length === 0 || asksOfNewer(question)) ? [behind, true] : [before, false]
  if (others.length > 1)
    return { kind: 'ask', sentence: comparisonMessages.severalOlder(nameOf(card.meta)), cards: others, beside: card }
  const other = others[0]
  if (other) return { kind: 'pair', older: isNewer ? card : other, newer: isNewer ? other : card }
  const unheld = card.meta.replaces.filter(
    (number) => !library.cards.some(({ meta }) => meta.number && numberKey(meta.number) === numberKey(number)),
  )
  const name = nameOf(card.meta)
  return {
    kind: 'none',
    sentence:
      unheld.length > 0
        ? comparisonMessages.olderNotHeld(name, unheld.slice(0, 3))
        : comparisonMessages.nothingReplaced(name),
    near: [],
  }
}

/** Every document that replaces another one in this library, with that one, newest first. */
export const replacingPairs = (
  library: Library,
): readonly { readonly older: DocumentCard; readonly newer: DocumentCard }[] =>
  library.cards
    .flatMap((older) => older.replacedBy.flatMap((id) => library.card(id) ?? []).map((newer) => ({ older, newer })))
    .sort((a, b) => (b.newer.meta.date ?? '').localeCompare(a.newer.meta.date ?? ''))

const whichOfPairs = (library: Library): PairAsked => {
  const cards = [...new Set(replacingPairs(library).map(({ newer }) => newer))]
  if (cards.length === 0) return { kind: 'none', sentence: comparisonMessages.noPairs, near: [] }
  return { kind: 'ask', sentence: comparisonMessages.whichNew, cards }
}

export interface Side {
  /** As typed. */
  readonly name: string
  readonly cards: readonly DocumentCard[]
}

/** The documents named by number, each with what it may mean, in the order of the words. */
export const sidesNamed = (question: string, library: Library): readonly Side[] => {
  const text = withKinds(clean(question))
  const mentions = mentionsIn(text).filter(({ number }) => number !== null)
  const seen = new Set<string>()
  return mentions.flatMap(({ start, end }) => {
    const name = text.slice(start, end)
    if (seen.has(foldAligned(name))) return []
    seen.add(foldAligned(name))
    // issuer and year beside it tell those of one number apart; the other number must not
    const others = mentions.filter((mention) => mention.start !== start)
    const alone = others.reduceRight((left, other) => `${left.slice(0, other.start)}${' '.repeat(other.end - other.start)}${left.slice(other.end)}`, text) // prettier-ignore
    return [{ name, cards: lookUp(alone, library).cards }]
  })
}

// "quy định 27 và 12", "QĐ 27 so với số 12": the second is of the kind of the first
const SECOND =
  /^(\s*(?:,|va|voi|so voi|khac(?: gi)?(?: (?:so )?voi)?|hay)\s+)(?:so\s+)?(\d{1,4})(?![\d\p{L}/%.,-]|\s*(?:nam|thang|ngay|dieu|khoan)(?!\p{L}))/u

const withKinds = (text: string): string => {
  const mention = mentionsIn(text).find(({ number, key }) => number !== null && key === null)
  const kind = mention && /^\D+/u.exec(text.slice(mention.start, mention.end))?.[0]
  if (!mention || !kind) return text
  const behind = SECOND.exec(foldAligned(text.slice(mention.end)))
  if (!behind) return text
  const at = mention.end + behind[1]!.length
  return `${text.slice(0, at)}${kind.trimEnd()} ${behind[2]!}${text.slice(mention.end + behind[0].length)}`
}

/** Documents whose number begins so, for words that are nothing but a number: `27`. */
export const cardsNumbered = (number: string, { cards }: Library): readonly DocumentCard[] =>
  cards.filter(
    ({ meta }) => meta.number !== null && numberParts(meta.number)?.number === number.replace(/^0+(?=\d)/, ''),
  )
