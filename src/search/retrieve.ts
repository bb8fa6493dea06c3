/** From a question to the documents and passages that may answer it. Pure and synchronous. */
import {
  besideLeftOut,
  candidatesWithin,
  findCandidates,
  nearestWithin,
  type Candidate,
  type Candidates,
  type CandidatesBeside,
} from './lexical/candidates.ts'
import { foundPassage } from './found-passage.ts'
import { similarityShares, type Nearest } from './fuse.ts'
import type { LexicalIndex } from './lexical/lexical-index.ts'
import { flagsOf, lookedAt, numbersOf } from './looked-at.ts'
import { createEvidenceReader, type Evidence } from './passage-evidence.ts'
import { askedOf } from './query/asked.ts'
import type { QueryTerms } from './query/query-terms.ts'
import type { Retrieval, ScoredPassage } from './retrieval.ts'
import { oncePerLibrary, type Library } from './search-index.ts'
import { standingOf } from './standing.ts'

export interface RetrieveOptions {
  readonly library: Library
  /** Built over `library.cards` in their order. */
  readonly lexical: LexicalIndex
  /** How many documents, and how many passages, to return. */
  readonly top: number
  /** Ids of the documents that the question names (see look-up.ts): they come first. */
  readonly preferDocuments?: readonly string[]
  /** Ids of the only documents to be looked at, every one of them: the question is put to them. */
  readonly onlyDocuments?: readonly string[]
  /** Ids of documents that are not looked at: those that do not hold at the time that is asked about. */
  readonly leaveOut?: ReadonlySet<string>
  /** The passages nearest by vectors. */
  readonly nearest?: Nearest
}

/** Documents that reach the second stage: 20, 30 and 60 give the same result (retrieval-study §6). */
const RERANKED = 30
/** The same where only the best document is wanted of those that are looked at. */
const FOR_ONE = 8
/**
 * A question put to more documents than that ("nghị quyết nào …?") is searched for as in the whole library, which hardly grows with
 * their number: of 100,000 passages 1,000 documents one by one take as long as several searches, 100 less than one.
 */
const EACH_LOOKED_AT = 500
/** Where no more of the documents are left out than that, they are found along with the others. */
const FEW = 0.1
/**
 * How far other passages of a document fall behind its best one. A gold answer stands in the first five passages for .885 of
 * virhe4qa at 1 to 1.2, .874 at .4, .876 at 3; the other sets hardly move.
 */
const PASSAGE_GAP = 1
/** Only what answers equally well is put in order by standing: at .003 no set of questions moves, at .01 two of them by .001. */
const STANDING_WEIGHT = 0.003
/** What is left of the score of the others when the question names its document: enough to stand behind, in their order. */
const NOT_NAMED = 0.1

export const retrieve = (question: string, options: RetrieveOptions): Retrieval => {
  const { library, lexical, top } = options
  lexical.newSearch()
  const { query, terms, worth, marks, strange } = askedOf(question, lexical)
  const looked = options.leaveOut?.size ? lookedAt(options.leaveOut, library) : null
  const isLooked = (document: number): boolean => !looked || looked.among[document] === 1
  const isPassageLooked = (passage: number): boolean => isLooked(lexical.passageDocument[passage]!)
  const shares = similarityShares((options.nearest?.passages ?? []).filter(({ passage }) => isPassageLooked(passage)))
  const named = numbersOf(options.preferDocuments ?? [], library)
  if (worth.inDocuments === 0 || (terms.folded.length === 0 && shares.size === 0)) {
    return { query, documents: [], passages: [], strength: 0, passageCount: lexical.passages, strange: 1 }
  }

  const also = new Set([...named, ...[...shares.keys()].map((passage) => lexical.passageDocument[passage]!)])
  const limit = Math.max(RERANKED, top)
  const only = options.onlyDocuments && new Set([...numbersOf(options.onlyDocuments, library)].filter(isLooked))
  const looking = { limit, also, among: looked?.among ?? null }
  const isFew = looked !== null && looked.leftOut <= FEW * library.cards.length
  const candidates: CandidatesBeside = only
    ? candidatesOf(only, terms, limit, options)
    : isFew && shares.size === 0
      ? besideLeftOut(lexical, terms, { ...looking, among: looked.among })
      : findCandidates(lexical, terms, looking)
  const evidenceOf = createEvidenceReader(lexical, marks, worth.inPassages)
  const scoreOf = ({ score, passage, document }: Candidate): number =>
    score / worth.inDocuments + weigh(evidenceOf(passage, document))
  const byWords = candidates.documents.map(scoreOf)
  const leftOut = candidates.leftOut && Math.max(0, ...candidates.leftOut.map(scoreOf))
  const unit = (options.nearest?.weight ?? 0) * (Math.max(0, ...byWords) || 1)
  const ranked = candidates.documents
    .map((candidate, i) => {
      const { document, passage, passageScore } = candidate
      const all = byWords[i]! + (shares.size > 0 ? unit * bestShare(candidate, lexical, shares) : 0)
      const score = named.size === 0 || named.has(document) ? all : NOT_NAMED * all
      // scores are left as they are: what is decided by them must not hang on who speaks
      const factor = 1 + STANDING_WEIGHT * standing(document, library)
      const inside = [{ passage, lacks: 0 }]
      return { document, passage, passageScore, score, factor, rank: score * factor, inside }
    })
    .sort((a, b) => b.rank - a.rank || a.document - b.document)

  // the best passage of a document has the document's score; the others follow, less what they lack to it
  const entries = new Map(ranked.map((entry) => [entry.document, entry]))
  const byShare = new Set(shares.keys())
  for (const { passage, score } of candidates.passages) {
    byShare.delete(passage)
    const entry = entries.get(lexical.passageDocument[passage]!)
    if (entry && entry.passage !== passage) entry.inside.push({ passage, lacks: entry.passageScore - score })
  }
  for (const passage of byShare) {
    const entry = entries.get(lexical.passageDocument[passage]!)
    if (entry && entry.passage !== passage) entry.inside.push({ passage, lacks: entry.passageScore })
  }
  const scored: { passage: number; score: number; rank: number }[] = []
  for (const entry of ranked) {
    const worthOf = (at: number): number => {
      const { passage, lacks } = entry.inside[at]!
      return unit * (shares.get(passage) ?? 0) - (PASSAGE_GAP * lacks) / worth.inDocuments
    }
    let best = 0
    for (let at = 1; at < entry.inside.length; at++) if (worthOf(at) > worthOf(best)) best = at
    for (const [at, { passage }] of entry.inside.entries()) {
      const score = entry.score - (worthOf(best) - worthOf(at))
      scored.push({ passage, score, rank: score * entry.factor })
    }
    entry.passage = entry.inside[best]!.passage
  }
  scored.sort((a, b) => b.rank - a.rank || a.passage - b.passage)
  const strongest = Math.max(0, ...ranked.map((entry) => entry.passageScore), candidates.passages[0]?.score ?? 0)
  const shown = new Map<number, ScoredPassage>()
  const show = (passage: number, score: number): ScoredPassage => {
    const known = shown.get(passage) ?? foundPassage(passage, score, options)
    shown.set(passage, known)
    return known
  }
  return {
    query,
    documents: ranked.slice(0, top).map(({ document, passage, score }) => ({
      card: library.cards[document]!,
      score,
      passage: show(passage, score),
    })),
    passages: scored.slice(0, top).map(({ passage, score }) => show(passage, score)),
    strength: worth.perfect > 0 ? strongest / worth.perfect : 0,
    passageCount: lexical.passages,
    strange,
    ...(leftOut !== undefined && { leftOut }),
  }
}

/**
 * The parts of retrieval-study §7, STAGE 2, without the second half of a question (R@1 / nDCG without it .000 / +.001), weighed anew
 * together: of 54 round weights these are among the best three on either half, and the other half gains with them; against
 * window 1, run .5, title .6, likeness .7 and nothing for what is asked: +.004 / +.002, no set falls by more than .001.
 * Without each, R@1 / nDCG in thousandths on half A and on half B: window -15/-7, -4/-1; run -5/-3, -3/-1; title's share -2/-2, -7/-4;
 * a person's name -3/-1, 0/0; what is asked 0/0, -2/-1; likeness of the title -1/-1, -1/-1; names -1/-2, -7/-3.
 */
const weigh = (e: Evidence): number =>
  1.2 * e.window + e.run + 0.8 * e.titleShare + 0.3 * e.who + 0.4 * e.asked + 0.4 * e.titleLikeness + 0.5 * e.names

/** Those of a few documents that are put the question alone. */
const candidatesOf = (
  only: ReadonlySet<number>,
  terms: QueryTerms,
  limit: number,
  { library, lexical, top }: RetrieveOptions,
): Candidates => {
  if (top === 1) return nearestWithin(lexical, terms, { only, limit: FOR_ONE })
  if (only.size <= EACH_LOOKED_AT) return candidatesWithin(lexical, terms, { only, limit })
  return findCandidates(lexical, terms, { limit, also: new Set(), among: flagsOf(only, library) })
}

const bestShare = ({ document }: Candidate, index: LexicalIndex, shares: ReadonlyMap<number, number>): number => {
  let best = 0
  for (let passage = index.firstPassage[document]!; passage < index.firstPassage[document + 1]!; passage++) {
    best = Math.max(best, shares.get(passage) ?? 0)
  }
  return best
}

/** Worked out once for each document. */
const standing = (document: number, library: Library): number => {
  const known = standings(library)
  if (Number.isNaN(known[document]!)) known[document] = standingOf(library.cards[document]!.meta)
  return known[document]!
}
/** As they are asked for: to work them out for a million cards at once would stand in the first question's way. */
const standings = oncePerLibrary(({ cards }) => new Float64Array(cards.length).fill(NaN))
