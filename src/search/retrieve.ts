/** From a question to the documents and passages that may answer it. Pure and synchronous. */
import { findCandidates, PASSAGE_WEIGHT } from './candidates.ts'
import type { LexicalIndex } from './lexical-index.ts'
import { readEvidence, type Evidence } from './passage-evidence.ts'
import { queryTerms } from './query-terms.ts'
import type { Retrieval, RankedDocument, ScoredPassage } from './retrieval.ts'
import type { Library } from './search-index.ts'
import { understandQuery } from './understand-query.ts'

export interface RetrieveOptions {
  readonly library: Library
  /** Built over `library.cards` in their order. */
  readonly lexical: LexicalIndex
  /** How many documents, and how many passages, to return. */
  readonly top: number
}

/** Documents that reach the second stage: 20, 30 and 60 give the same result (retrieval-study §6). */
const RERANKED = 30

export const retrieve = (question: string, { library, lexical, top }: RetrieveOptions): Retrieval => {
  const understood = understandQuery(question, lexical)
  const { query } = understood
  const terms = queryTerms(understood, lexical)
  const nothing = { query, documents: [], passages: [], strength: 0, passageCount: lexical.passages }
  if (terms.folded.length === 0 || terms.total === 0) return nothing

  const candidates = findCandidates(lexical, terms, { restored: understood.restored, limit: RERANKED })
  const evidence = readEvidence(lexical, understood, terms.total)
  const ranked = candidates.documents
    .map((candidate) => {
      const score = candidate.score / terms.total + weigh(evidence.of(candidate.passage, candidate.document))
      return { ...candidate, score }
    })
    .sort((a, b) => b.score - a.score || a.document - b.document)

  const found = (passage: number, score: number): ScoredPassage => {
    const document = lexical.passageDocument[passage]!
    const card = library.cards[document]!
    const ordinal = passage - lexical.firstPassage[document]!
    const content = library.content(card.id)!
    const place = content.passages[ordinal]!
    return {
      id: `${card.id}#${ordinal}`,
      card,
      passage: place,
      text: content.text.slice(place.start, place.end),
      score,
    }
  }

  const documents: RankedDocument[] = ranked.slice(0, top).map(({ document, passage, score }) => ({
    card: library.cards[document]!,
    score,
    passage: found(passage, score),
  }))

  // other passages of the ranked documents follow their document's score, less what they lack to its best passage
  const byDocument = new Map(ranked.map((entry) => [entry.document, entry]))
  const scored = new Map(ranked.map((entry) => [entry.passage, entry.score]))
  for (const { passage, score } of candidates.passages) {
    const entry = byDocument.get(lexical.passageDocument[passage]!)
    if (entry && !scored.has(passage)) {
      scored.set(passage, entry.score - (PASSAGE_WEIGHT * (entry.passageScore - score)) / terms.total)
    }
  }
  const passages = [...scored].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, top)

  const strongest = Math.max(0, ...ranked.map((entry) => entry.passageScore), candidates.passages[0]?.score ?? 0)
  return {
    query,
    documents,
    passages: passages.map(([passage, score]) => found(passage, score)),
    strength: terms.perfect > 0 ? strongest / terms.perfect : 0,
    passageCount: lexical.passages,
  }
}

const weigh = (e: Evidence): number => e.window + 0.8 * e.run + 0.6 * e.titleShare + 0.2 * e.tail + 0.3 * e.who
