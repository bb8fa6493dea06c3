/** Finding documents by the number that a question names: `nq 18`, `24-qđ/tw`, `quy dinh 294`. Exact, without ranking. */
import { fitsMention, mentionsIn, type DocumentMention } from '../text/numbers/document-mentions.ts'
import { numberParts } from '../text/numbers/document-numbers.ts'
import { kindsOfSymbol } from '../text/numbers/document-types.ts'
import { syllables } from '../text/terms.ts'
import { clean } from '../text/vietnamese.ts'
import type { DocumentCard, Library } from './search-index.ts'

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
    const cards = narrowed(fitting(mention, library.cards), mention, text)
    if (cards.length === 0) missing.push(text.slice(mention.start, mention.end))
    for (const card of cards) found.set(card.id, card)
  }
  return { named: mentions.length > 0, cards: [...found.values()], missing }
}

const fitting = (mention: DocumentMention, cards: readonly DocumentCard[]): readonly DocumentCard[] => {
  const exact = cards.filter(({ meta }) => fitsMention(mention, meta.number, meta.kind))
  if (exact.length > 0) return exact
  // the kind of a document may be unknown where its number is not: 294-QĐ/TW can be a quy định
  return cards.filter(({ meta }) => {
    const possible = kindsOfSymbol((meta.number && numberParts(meta.number)?.symbol) ?? '')
    return possible.some((kind) => fitsMention(mention, meta.number, kind))
  })
}

/** Numbers start again with every body and term: issuer and year, where the question says them, tell the documents apart. */
const narrowed = (cards: readonly DocumentCard[], mention: DocumentMention, text: string): readonly DocumentCard[] => {
  if (cards.length < 2) return cards
  const rest = `${text.slice(0, mention.start)} ${text.slice(mention.end)}`
  const words = new Set(syllables(rest).map(({ folded }) => folded))
  const byYear = cards.filter(({ meta }) => meta.date !== null && words.has(meta.date.slice(0, 4)))
  const left = byYear.length > 0 ? byYear : cards
  const shares = left.map(({ meta }) => shareSaid(meta.issuer, words))
  const best = Math.max(...shares)
  return best < ISSUER_SAID ? left : left.filter((_, i) => shares[i] === best)
}

const ISSUER_SAID = 0.6

const shareSaid = (issuer: string | null, words: ReadonlySet<string>): number => {
  const parts = syllables(issuer ?? '')
  return parts.length === 0 ? 0 : parts.filter(({ folded }) => words.has(folded)).length / parts.length
}
