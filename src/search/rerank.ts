/** The first passages put in the order that a cross-encoder gives them, without telling it what it may not see. */
import { mayRead } from '../access.ts'
import type { Reranker } from '../models/model.ts'
import type { Retrieval, ScoredPassage } from './retrieval.ts'

/** Passages that are ranked again. */
export const RERANKED_PASSAGES = 50

/**
 * The passages that the model may see change places among themselves; the others keep theirs. Each place keeps its score, so that
 * what follows reads scores of one kind. Documents follow their best passage.
 */
export const rerank = async (
  found: Retrieval,
  question: string,
  reranker: Reranker,
  signal?: AbortSignal,
): Promise<Retrieval> => {
  const passages = [...found.passages]
  const places = passages.flatMap(({ card }, place) =>
    place < RERANKED_PASSAGES && mayRead(reranker.maySee, card.level) ? [place] : [],
  )
  if (places.length < 2) return found
  const texts = places.map((place) => [passages[place]!.card.meta.title, passages[place]!.text].join('\n'))
  const worth = await reranker.rank(question, texts, signal)
  const order = places.map((_place, i) => i).sort((a, b) => worth[b]! - worth[a]! || a - b)
  order.forEach((from, to) => {
    const place = places[to]!
    passages[place] = { ...found.passages[places[from]!]!, score: found.passages[place]!.score }
  })
  return { ...found, passages, documents: byBestPassage(found.documents, passages) }
}

const byBestPassage = (
  documents: Retrieval['documents'],
  passages: readonly ScoredPassage[],
): Retrieval['documents'] => {
  const best = new Map<string, { place: number; passage: ScoredPassage }>()
  passages.forEach((passage, place) => {
    if (!best.has(passage.card.id)) best.set(passage.card.id, { place, passage })
  })
  const placeOf = (id: string): number => best.get(id)?.place ?? Infinity
  const order = documents.toSorted((a, b) => {
    const [first, second] = [placeOf(a.card.id), placeOf(b.card.id)]
    return first === second ? 0 : first - second
  })
  return order.map(({ card, passage }, i) => ({
    card,
    passage: best.get(card.id)?.passage ?? passage,
    score: documents[i]!.score,
  }))
}
