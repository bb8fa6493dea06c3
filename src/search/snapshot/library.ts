/** What one reader level sees of a snapshot. Built only from the documents that the level may read. */
import { mayRead, type Level } from '../../access.ts'
import { linksAmong, takesEffect, validityOn } from '../../documents/validity/succession.ts'
import type { DocumentCard, Library, LibraryContent } from '../search-index.ts'
import type { ContentReader, StoredCard } from './snapshot-content.ts'

/** Documents whose text and structure are kept in memory, the least recently used dropped first. */
const CONTENT_KEPT = 256

/** `day`: the ISO date on which it is asked; what is in force depends on it. */
export const createLibrary = (content: ContentReader, level: Level, day: string): Library => {
  const numbers: number[] = []
  content.cards.forEach((card, n) => mayRead(level, card.level) && numbers.push(n))
  const cards = withValidity(
    numbers.map((n) => content.cards[n]!),
    day,
  )
  const places = new Map(cards.map((card, i) => [card.id, { card, n: numbers[i]! }]))
  const kept = new Map<string, LibraryContent>()
  let latest: { readonly id: string; readonly content: LibraryContent } | undefined

  return {
    level,
    day,
    cards,
    passageCount: cards.reduce((sum, card) => sum + card.passageCount, 0),
    card: (id) => places.get(id)?.card,
    content: (id) => {
      if (id === latest?.id) return latest.content
      const place = places.get(id)
      if (!place) return undefined
      const found = kept.get(id) ?? content.look(place.n)
      kept.delete(id)
      kept.set(id, found)
      if (kept.size > CONTENT_KEPT) kept.delete(kept.keys().next().value!)
      latest = { id, content: found }
      return found
    },
  }
}

/** Says of each document what holds on the day, from the documents that this reader may see and no others. */
const withValidity = (stored: readonly StoredCard[], day: string): DocumentCard[] => {
  const links = linksAmong(stored)
  return stored.map(({ digest, warnings, ...card }) => {
    const known = links.get(card.id)
    const successors = known?.replacedBy ?? []
    const isIn = (other: StoredCard): boolean => (takesEffect(other.meta) ?? '') <= day
    const replacedBy = successors.filter(isIn).map(({ id }) => id)
    return {
      ...card,
      meta: { ...card.meta, validity: validityOn(card.meta, day, replacedBy) },
      replacedBy,
      comingBy: successors.filter((other) => !isIn(other)).map(({ id }) => id),
      amendedBy: known?.amendedBy.map(({ id }) => id) ?? [],
    }
  })
}
