/** From a question to the documents and passages that may answer it. Pure and synchronous. */
import { findCandidates, type Candidate } from './candidates.ts'
import { similarityBonus } from './fuse.ts'
import type { LexicalIndex } from './lexical-index.ts'
import { createEvidenceReader, type Evidence } from './passage-evidence.ts'
import { queryTerms } from './query-terms.ts'
import { questionMarks } from './question-marks.ts'
import { questionWorth } from './question-worth.ts'
import type { Retrieval, ScoredPassage } from './retrieval.ts'
import type { Library } from './search-index.ts'
import { understandQuery } from './understand-query.ts'
import type { Neighbour } from './vectors.ts'

export interface RetrieveOptions {
  readonly library: Library
  /** Built over `library.cards` in their order. */
  readonly lexical: LexicalIndex
  /** How many documents, and how many passages, to return. */
  readonly top: number
  /** Ids of documents that the question names (see look-up.ts): they come first among those that match at all. */
  readonly preferDocuments?: readonly string[]
  /** The passages nearest by vectors, and what being the nearest is worth. */
  readonly nearest?: { readonly passages: readonly Neighbour[]; readonly weight: number }
}

/** Documents that reach the second stage: 20, 30 and 60 give the same result (retrieval-study §6). */
const RERANKED = 30
/**
 * How far other passages of a document fall behind its best one. A gold answer stands in the first five passages for .885 of
 * virhe4qa at 1 to 1.2, .874 at .4, .876 at 3; the other sets hardly move.
 */
const PASSAGE_GAP = 1
/** More than all other evidence together can make of the words of a question that names its document. */
const PREFERENCE = 2

export const retrieve = (question: string, options: RetrieveOptions): Retrieval => {
  const { library, lexical, top } = options
  const understood = understandQuery(question, lexical)
  const { query } = understood
  const terms = queryTerms(understood, lexical)
  const worth = questionWorth(understood, lexical)
  const bonus = similarityBonus(options.nearest?.passages ?? [], options.nearest?.weight ?? 0)
  const preferred = numbersOf(options.preferDocuments ?? [], library)
  if (worth.inDocuments === 0 || (terms.folded.length === 0 && bonus.size === 0)) {
    return { query, documents: [], passages: [], strength: 0, passageCount: lexical.passages }
  }

  const also = new Set([...preferred, ...[...bonus.keys()].map((passage) => lexical.passageDocument[passage]!)])
  const candidates = findCandidates(lexical, terms, { restored: understood.restored, limit: RERANKED, also })
  const evidenceOf = createEvidenceReader(lexical, questionMarks(understood, lexical), worth.inPassages)
  const ranked = candidates.documents
    .map((candidate) => {
      const { score } = candidate
      const extra = bestBonus(candidate, lexical, bonus) + (preferred.has(candidate.document) ? PREFERENCE : 0)
      const shown = weigh(evidenceOf(candidate.passage, candidate.document))
      return { ...candidate, score: score / worth.inDocuments + shown + extra }
    })
    .sort((a, b) => b.score - a.score || a.document - b.document)

  // other passages of the ranked documents follow their document's score, less what they lack to its best passage
  const byDocument = new Map(ranked.map((entry) => [entry.document, entry]))
  const scored = new Map(ranked.map((entry) => [entry.passage, entry.score]))
  for (const { passage, score } of candidates.passages) {
    const entry = byDocument.get(lexical.passageDocument[passage]!)
    if (entry && !scored.has(passage)) {
      scored.set(passage, entry.score - (PASSAGE_GAP * (entry.passageScore - score)) / worth.inDocuments)
    }
  }
  const strongest = Math.max(0, ...ranked.map((entry) => entry.passageScore), candidates.passages[0]?.score ?? 0)
  return {
    query,
    documents: ranked.slice(0, top).map(({ document, passage, score }) => ({
      card: library.cards[document]!,
      score,
      passage: found(passage, score, options),
    })),
    passages: [...scored]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, top)
      .map(([passage, score]) => found(passage, score, options)),
    strength: worth.perfect > 0 ? strongest / worth.perfect : 0,
    passageCount: lexical.passages,
  }
}

// retrieval-study §7, STAGE 2, but for the run (.8 there): on eight sets .5 is .002 nDCG better on both halves
const weigh = (e: Evidence): number => e.window + 0.5 * e.run + 0.6 * e.titleShare + 0.2 * e.tail + 0.3 * e.who

const found = (passage: number, score: number, { library, lexical }: RetrieveOptions): ScoredPassage => {
  const document = lexical.passageDocument[passage]!
  const card = library.cards[document]!
  const ordinal = passage - lexical.firstPassage[document]!
  const content = library.content(card.id)!
  const place = content.passages[ordinal]!
  return { id: `${card.id}#${ordinal}`, card, passage: place, text: content.text.slice(place.start, place.end), score }
}

const bestBonus = ({ document }: Candidate, index: LexicalIndex, bonus: ReadonlyMap<number, number>): number => {
  if (bonus.size === 0) return 0
  let best = 0
  for (let passage = index.firstPassage[document]!; passage < index.firstPassage[document + 1]!; passage++) {
    best = Math.max(best, bonus.get(passage) ?? 0)
  }
  return best
}

const numbersOf = (ids: readonly string[], library: Library): ReadonlySet<number> => {
  if (ids.length === 0) return new Set()
  const wanted = new Set(ids)
  return new Set(library.cards.flatMap((card, number) => (wanted.has(card.id) ? [number] : [])))
}
