/** Finding documents by the number that a question names: `nq 18`, `24-qđ/tw`, `quy dinh 294`. Exact, without ranking. */
import { fitsMention, mentionsIn, type DocumentMention } from '../text/numbers/document-mentions.ts'
import { numberParts } from '../text/numbers/document-numbers.ts'
import { kindsOfSymbol } from '../text/numbers/document-types.ts'
import { clean } from '../text/vietnamese.ts'
import { toldApart } from './same-number.ts'
import { oncePerLibrary, type DocumentCard, type Library } from './search-index.ts'

export interface LookedUp {
  /** Whether the question names a document by number. */
  readonly named: boolean
  /** The readable documents that it may mean; none although `named`: not in the library. */
  readonly cards: readonly DocumentCard[]
  /** The numbers named that no readable document bears, as typed. */
  readonly missing: readonly string[]
}

export const lookUp = (question: string, library: Library): LookedUp => {
  const text = clean(question)
  // a plenary nickname ("NQ TW 4") is no number: it is left to the ranking
  const mentions = mentionsIn(text).filter(({ number }) => number !== null)
  const found = new Map<string, DocumentCard>()
  const missing: string[] = []
  for (const mention of mentions) {
    // numbers start again with every body and term
    const cards = toldApart(fitting(mention, library), `${text.slice(0, mention.start)} ${text.slice(mention.end)}`)
    if (cards.length === 0) missing.push(text.slice(mention.start, mention.end))
    for (const card of cards) found.set(card.id, card)
  }
  return { named: mentions.length > 0, cards: [...found.values()], missing }
}

const fitting = (mention: DocumentMention, library: Library): readonly DocumentCard[] => {
  const cards = byBareNumber(library).get(mention.key === null ? mention.number! : bareNumber(mention.key)) ?? []
  const exact = cards.filter(({ meta }) => fitsMention(mention, meta.number, meta.kind))
  // "Quy định số 15-QĐ/TU" is no quyết định of that number
  const ofKind = exact.filter(({ meta }) => mention.kinds.some((kind) => kind === meta.kind))
  if (exact.length > 0) return ofKind.length > 0 ? ofKind : exact
  // the kind of a document may be unknown where its number is not: 294-QĐ/TW can be a quy định
  return cards.filter(({ meta }) => {
    const possible = kindsOfSymbol((meta.number && numberParts(meta.number)?.symbol) ?? '')
    return possible.some((kind) => fitsMention(mention, meta.number, kind))
  })
}

/** The digits that a number begins with, without leading zeros: equal for all that a mention can mean. */
const bareNumber = (number: string): string => /\d+/.exec(number)?.[0].replace(/^0+(?=\d)/, '') ?? ''

const byBareNumber = oncePerLibrary(({ cards }) =>
  Map.groupBy(
    cards.filter(({ meta }) => meta.number !== null),
    ({ meta }) => bareNumber(meta.number!),
  ),
)
