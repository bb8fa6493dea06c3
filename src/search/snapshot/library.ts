/** What one reader level sees of a snapshot. Built only from the documents that the level may read. */
import { mayRead, type Level } from '../../access.ts'
import { numberKey } from '../../text/numbers/document-numbers.ts'
import type { DocumentCard, Library } from '../search-index.ts'
import type { ContentReader, DocumentContent, StoredCard } from './snapshot-content.ts'

/** Documents whose text and structure are kept in memory, the least recently used dropped first. */
const CONTENT_KEPT = 256

export const createLibrary = (content: ContentReader, level: Level): Library => {
  const numbers: number[] = []
  content.cards.forEach((card, n) => mayRead(level, card.level) && numbers.push(n))
  const cards = withValidity(numbers.map((n) => content.cards[n]!))
  const places = new Map(cards.map((card, i) => [card.id, { card, n: numbers[i]! }]))
  const kept = new Map<string, DocumentContent>()

  return {
    level,
    cards,
    passageCount: cards.reduce((sum, card) => sum + card.passageCount, 0),
    card: (id) => places.get(id)?.card,
    content: (id) => {
      const place = places.get(id)
      if (!place) return undefined
      const found = kept.get(id) ?? content.read(place.n)
      kept.delete(id)
      kept.set(id, found)
      if (kept.size > CONTENT_KEPT) kept.delete(kept.keys().next().value!)
      return found
    },
  }
}

/** Marks a document as replaced when another one that this reader may see says, by number, that it replaces it. */
const withValidity = (stored: readonly StoredCard[]): DocumentCard[] => {
  const replacing = new Map<string, StoredCard[]>()
  for (const card of stored)
    for (const number of card.meta.replaces) {
      const key = numberKey(number)
      replacing.set(key, [...(replacing.get(key) ?? []), card])
    }
  return stored.map(({ digest, warnings, ...card }) => {
    const by = (card.meta.number ? (replacing.get(numberKey(card.meta.number)) ?? []) : [])
      .filter((other) => other.id !== card.id && isLater(other, card))
      .sort((a, b) => (b.meta.date ?? '').localeCompare(a.meta.date ?? ''))
      .map((other) => other.id)
    const validity = by.length > 0 ? 'replaced' : card.meta.validity
    return { ...card, meta: { ...card.meta, validity }, replacedBy: by }
  })
}

// numbers start again at 01 in every term: a document can only be replaced by a later one
const isLater = (a: Pick<StoredCard, 'meta'>, b: Pick<StoredCard, 'meta'>): boolean =>
  !a.meta.date || !b.meta.date || a.meta.date > b.meta.date
