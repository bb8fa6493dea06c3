/** First stage: the documents that may answer, by whole-document, best-passage and accented scores (retrieval-study §7, SCORE). */
import { ascendingPlaces } from './ascending-places.ts'
import { openTerms, type OpenTerms } from './open-terms.ts'
import { bestUnits, scoreUnits } from './score-units.ts'
import type { LexicalIndex } from './lexical-index.ts'
import type { QueryTerms } from '../query/query-terms.ts'

export interface Candidate {
  readonly document: number
  /** Best passage of the document, and its own score; null for a document without passages that match. */
  readonly passage: number
  readonly passageScore: number
  readonly score: number
}

export interface Candidates {
  /** Best first. */
  readonly documents: readonly Candidate[]
  /** Best passages of the whole index by their own score, best first. */
  readonly passages: readonly { readonly passage: number; readonly score: number }[]
}

export interface CandidatesBeside extends Candidates {
  /** The best of the documents that are left out, where they were looked at. */
  readonly leftOut?: readonly Candidate[]
}

// near retrieval-study §7 (.6, .5 and .3): measured again with passages cut along the structure, R@1 +.003 on both halves
const PASSAGE_WEIGHT = 0.4
const ACCENT_WEIGHT = 0.7
/** Against twice as many the first document of 400 questions is the same, of the first ten .999; of 6,385 over small sets 8 differ behind it. */
const DOCUMENTS_SCORED = 100
const PASSAGES_SCORED = 150

/**
 * The `limit` best documents, and those of `also` wherever they stand. `among`: for each document 1 where it may be found, 0 where not;
 * null: all may.
 */
export const findCandidates = (
  index: LexicalIndex,
  terms: QueryTerms,
  options: {
    readonly limit: number
    readonly also: ReadonlySet<number>
    readonly among: Uint8Array | null
  },
): Candidates => {
  const { passageDocument, scratch } = index
  const { among, also, limit } = options
  const [inDocuments, inPassages] = [
    openTerms(index.byDocument, terms.folded),
    openTerms(index.byPassage, terms.folded),
  ]
  // what is left out takes nobody's place among the best
  const documents = bestUnits(inDocuments, DOCUMENTS_SCORED, scratch.documents, {
    isKept: among ? (document) => among[document] === 1 : undefined,
  })
  const passages = bestUnits(inPassages, PASSAGES_SCORED, scratch.passages, {
    isKept: among ? (passage) => among[passageDocument[passage]!] === 1 : undefined,
  })

  // those found either way, and those wanted: each document once, with the place of its best passage among the best
  const ids = [...documents.units]
  const bestOf = new Int32Array(ids.length + passages.units.length + also.size).fill(-1)
  const places = scratch.documents
  for (let i = 0; i < ids.length; i++) places[ids[i]!] = i + 1
  const placeOf = (document: number): number => (places[document] ||= ids.push(document)) - 1
  for (let i = passages.units.length - 1; i >= 0; i--) bestOf[placeOf(passageDocument[passages.units[i]!]!)] = i
  also.forEach(placeOf)
  for (const document of ids) places[document] = 0

  const byNumber = Array.from(ascendingPlaces(ids))
  const all = byNumber.map((place) => ids[place]!)
  const others = all.filter((_, i) => byNumber[i]! >= documents.units.length)
  const basesOfOthers = scoreUnits(inDocuments, others, places)
  const accents = scoreUnits(openTerms(index.accentsByDocument, terms.accented), all, places)
  const found: Candidate[] = []
  const later: Entry[] = []
  let other = 0
  for (let i = 0; i < all.length; i++) {
    const place = byNumber[i]!
    const base = documents.scores[place] ?? basesOfOthers[other++]!
    const entry = { document: all[i]!, score: base + ACCENT_WEIGHT * accents[i]! }
    const best = bestOf[place]!
    if (best < 0) later.push(entry)
    else found.push(combine(entry, passages.units[best]!, passages.scores[best]!))
  }
  found.sort(byScore)
  // a document none of whose passages is among the best: they are scored only if they could bring it into the list
  const ceiling = passages.units.length < PASSAGES_SCORED ? 0 : passages.scores.at(-1)!
  const bar = found[limit - 1]?.score ?? -Infinity
  const possible = later.filter(({ document, score }) => score + PASSAGE_WEIGHT * ceiling >= bar || also.has(document))
  found.push(...withPassages(index, possible, inPassages))
  found.sort(byScore)
  return {
    documents: found.filter(({ document }, i) => i < limit || also.has(document)),
    passages: passages.units.map((passage, i) => ({ passage, score: passages.scores[i]! })),
  }
}

/** The same within a few documents: the `limit` best of them, and every passage of theirs that holds a word of the question. */
export const candidatesWithin = (
  index: LexicalIndex,
  terms: QueryTerms,
  options: { readonly only: ReadonlySet<number>; readonly limit: number },
): Candidates => {
  const passages: { passage: number; score: number }[] = []
  const only = [...options.only].sort(ascending)
  const bases = scoreUnits(openTerms(index.byDocument, terms.folded), only, index.scratch.documents)
  const accents = scoreUnits(openTerms(index.accentsByDocument, terms.accented), only, index.scratch.documents)
  const entries = only.map((document, i) => ({ document, score: bases[i]! + ACCENT_WEIGHT * accents[i]! }))
  const documents = withPassages(index, entries, openTerms(index.byPassage, terms.folded), (passage, score) => {
    if (score > 0) passages.push({ passage, score })
  })
  passages.sort((a, b) => b.score - a.score || a.passage - b.passage)
  return { documents: documents.sort(byScore).slice(0, options.limit), passages }
}

/** The same where one document is wanted and no more of it than its best passage: passages of the `limit` best documents only. */
export const nearestWithin = (
  index: LexicalIndex,
  terms: QueryTerms,
  options: { readonly only: ReadonlySet<number>; readonly limit: number },
): Candidates => {
  const only = [...options.only].sort(ascending)
  const scores = scoreUnits(openTerms(index.byDocument, terms.folded), only, index.scratch.documents)
  const entries = only.map((document, i) => ({ document, score: scores[i]! })).sort(byScore)
  const best = entries.slice(0, options.limit).sort((a, b) => a.document - b.document)
  return candidatesWithin(index, terms, { ...options, only: new Set(best.map(({ document }) => document)) })
}

/** More of those that are left out than that among the best, and they might take another one's place. */
const BESIDE = 10

/**
 * The best documents of `among`, and beside them the best of those that are left out, which are few: to look for both at once takes no
 * longer than to look for one.
 */
export const besideLeftOut = (
  index: LexicalIndex,
  terms: QueryTerms,
  { limit, also, among }: { readonly limit: number; readonly also: ReadonlySet<number>; readonly among: Uint8Array },
): CandidatesBeside => {
  const all = findCandidates(index, terms, { limit: limit + BESIDE, also, among: null })
  const isIn = (document: number): boolean => among[document] === 1
  const leftOut = all.documents.filter(({ document }) => !isIn(document))
  if (leftOut.length > BESIDE) return findCandidates(index, terms, { limit, also, among })
  return {
    documents: all.documents
      .filter(({ document }) => isIn(document))
      .filter(({ document }, i) => i < limit || also.has(document)),
    passages: all.passages.filter(({ passage }) => isIn(index.passageDocument[passage]!)),
    leftOut,
  }
}

interface Entry {
  readonly document: number
  readonly score: number
}

/** Documents in ascending order with their best passages, the first where none holds a word; those without passages fall away. */
const withPassages = (
  { firstPassage, scratch }: LexicalIndex,
  entries: readonly Entry[],
  terms: OpenTerms,
  visit?: (passage: number, score: number) => void,
): Candidate[] => {
  const passages: number[] = []
  for (const { document } of entries)
    for (let passage = firstPassage[document]!; passage < firstPassage[document + 1]!; passage++) passages.push(passage)
  const scores = scoreUnits(terms, passages, scratch.passages)
  const found: Candidate[] = []
  let at = 0
  for (const entry of entries) {
    const end = at + firstPassage[entry.document + 1]! - firstPassage[entry.document]!
    let best = at
    for (let i = at; i < end; i++) {
      if (scores[i]! > scores[best]!) best = i
      visit?.(passages[i]!, scores[i]!)
    }
    if (end > at) found.push(combine(entry, passages[best]!, scores[best]!))
    at = end
  }
  return found
}

const ascending = (a: number, b: number): number => a - b

const combine = (entry: Entry, passage: number, passageScore: number): Candidate => ({
  document: entry.document,
  passage,
  passageScore,
  score: entry.score + PASSAGE_WEIGHT * passageScore,
})

const byScore = (a: Entry, b: Entry): number => b.score - a.score || a.document - b.document
