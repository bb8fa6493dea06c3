/** First stage: the documents that may answer, by whole-document, best-passage and accented scores (retrieval-study §7, SCORE). */
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

// near retrieval-study §7 (.6, .5 and .3): measured again with passages cut along the structure, R@1 +.003 on both halves
const PASSAGE_WEIGHT = 0.4
const ACCENT_WEIGHT = 0.7
const DOCUMENTS_SCORED = 200
const PASSAGES_SCORED = 300

/** The `limit` best documents but for those of `without` and those outside `only`, and those of `also` wherever they stand. */
export const findCandidates = (
  index: LexicalIndex,
  terms: QueryTerms,
  options: {
    readonly limit: number
    readonly also: ReadonlySet<number>
    readonly without: ReadonlySet<number>
    readonly only?: ReadonlySet<number>
  },
): Candidates => {
  const { byDocument, byPassage, accentsByDocument, passageDocument, scratch } = index
  const { without, only } = options
  // what is left out takes nobody's place among the best
  const isIn = (document: number): boolean => !without.has(document) && (!only || only.has(document))
  const isKept = without.size === 0 && !only ? undefined : isIn
  const documents = bestUnits(byDocument, terms.folded, DOCUMENTS_SCORED, scratch.documents, { isKept })
  const passages = bestUnits(byPassage, terms.folded, PASSAGES_SCORED, scratch.passages, {
    isKept: isKept && ((passage) => isKept(passageDocument[passage]!)),
  })

  const bestPassage = new Map<number, { passage: number; score: number }>()
  for (const [i, passage] of passages.units.entries()) {
    const document = passageDocument[passage]!
    if (!bestPassage.has(document)) bestPassage.set(document, { passage, score: passages.scores[i]! })
  }
  const base = new Map<number, number>()
  for (const [i, document] of documents.units.entries()) base.set(document, documents.scores[i]!)
  const others = ascending([...bestPassage.keys(), ...options.also].filter((document) => !base.has(document)))
  scoreUnits(byDocument, terms.folded, others).forEach((score, i) => base.set(others[i]!, score))

  const all = ascending(base.keys())
  const accents = scoreUnits(accentsByDocument, terms.accented, all)
  const withAccents = [...all].map((document, i) => ({
    document,
    score: base.get(document)! + ACCENT_WEIGHT * accents[i]!,
  }))
  const found: Candidate[] = []
  const later: { document: number; score: number }[] = []
  for (const entry of withAccents) {
    const best = bestPassage.get(entry.document)
    if (best) found.push(combine(entry, best.passage, best.score))
    else later.push(entry)
  }
  found.sort(byScore)
  // a document none of whose passages is among the best: they are scored only if they could bring it into the list
  const ceiling = passages.units.length < PASSAGES_SCORED ? 0 : passages.scores.at(-1)!
  for (const entry of later) {
    const bar = found[options.limit - 1]?.score ?? -Infinity
    if (entry.score + PASSAGE_WEIGHT * ceiling < bar && !options.also.has(entry.document)) continue
    const inside = passagesOf(index, entry.document)
    if (inside.length > 0) found.push(combine(entry, ...bestOf(inside, scoreUnits(byPassage, terms.folded, inside))))
  }
  found.sort(byScore)
  return {
    documents: found.filter(({ document }, i) => i < options.limit || options.also.has(document)),
    passages: passages.units.map((passage, i) => ({ passage, score: passages.scores[i]! })),
  }
}

/** The same within a few documents: the `limit` best of them, and every passage of theirs that holds a word of the question. */
export const candidatesWithin = (
  index: LexicalIndex,
  terms: QueryTerms,
  options: { readonly only: ReadonlySet<number>; readonly limit: number },
): Candidates => {
  const { byDocument, byPassage, accentsByDocument } = index
  const passages: { passage: number; score: number }[] = []
  const only = ascending(options.only)
  // one walk through the postings for all of them: a walk for each would begin anew for each
  const insides = [...only].map((document) => passagesOf(index, document))
  const inAll = scoreUnits(byPassage, terms.folded, concat(insides))
  let from = 0
  const bases = scoreUnits(byDocument, terms.folded, only)
  const accents = scoreUnits(accentsByDocument, terms.accented, only)
  const documents = [...only].flatMap((document, i) => {
    const inside = insides[i]!
    if (inside.length === 0) return []
    const scores = inAll.subarray(from, (from += inside.length))
    scores.forEach((score, at) => void (score > 0 && passages.push({ passage: inside[at]!, score })))
    return [combine({ document, score: bases[i]! + ACCENT_WEIGHT * accents[i]! }, ...bestOf(inside, scores))]
  })
  passages.sort((a, b) => b.score - a.score || a.passage - b.passage)
  return { documents: documents.sort(byScore).slice(0, options.limit), passages }
}

const ascending = (units: Iterable<number>): Int32Array => Int32Array.from(new Set(units)).sort()

const passagesOf = ({ firstPassage }: LexicalIndex, document: number): Int32Array => {
  const first = firstPassage[document]!
  return Int32Array.from({ length: firstPassage[document + 1]! - first }, (_, i) => first + i)
}

const concat = (arrays: readonly Int32Array[]): Int32Array => {
  const all = new Int32Array(arrays.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const array of arrays) {
    all.set(array, at)
    at += array.length
  }
  return all
}

/** The first passage where none holds a word. */
const bestOf = (passages: Int32Array, scores: Float64Array): [passage: number, score: number] => {
  let best = 0
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[best]!) best = i
  return [passages[best]!, scores[best]!]
}

const combine = (entry: { document: number; score: number }, passage: number, passageScore: number): Candidate => ({
  document: entry.document,
  passage,
  passageScore,
  score: entry.score + PASSAGE_WEIGHT * passageScore,
})

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || a.document - b.document
