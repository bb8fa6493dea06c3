/** How well each unit of the found passages answers a question: the features and weights of answering-study §2. */
import type { ScoredPassage } from '../../search/retrieval.ts'
import type { Unit } from '../../text/units/sentences.ts'
import { createTokenizer } from '../question/tokenize.ts'
import type { Tokenize } from '../question/tokenize.ts'
import { countsAsked, evidenceOf, nearness } from './evidence.ts'
import type { Question } from '../question/question.ts'
import { readPassage } from './read-passage.ts'

/** A unit of a found passage with its score. Offsets are into the document's text. */
export interface Candidate {
  readonly passage: ScoredPassage
  /** Rank of its passage among those found, from 0. */
  readonly rank: number
  /** Index within its passage, and of the unit it stands under there (-1: none). */
  readonly index: number
  readonly parent: number
  readonly kind: Unit['kind']
  readonly start: number
  readonly end: number
  readonly text: string
  /** Share of the question's content (by idf) that stands in the unit. */
  readonly cov: number
  /** The same with its title and everything it stands under. */
  readonly covAll: number
  readonly z: number
}

// answering-study §2, "weights to ship": raw feature values, fitted on five question sets
const WEIGHTS = {
  cov: 0.6,
  covAll: 3.35,
  pass: 5.96,
  rank0: 0.06,
  dense: 2.37,
  near: 0.58,
  covSquared: 0.05,
  covSub: -0.71,
  covTitle: 1.18,
  position: -0.27,
  covPrevious: 0.59,
  covNext: 0.31,
  isMax: 0.74,
}
const EVIDENCE_WEIGHTS: Record<string, number> = {
  who: 1.53,
  when: 2.03,
  howmany: 1.42,
  howlong: 1.43,
  where: 0.74,
  yesno: 0.39,
  list: 0.69,
  why: 1.44,
  article: 2.1,
}

// not in the study: at 1 it changes answerHit by no more than .001 on the sets and finds counts in small libraries
const COUNTS = 1
// a heading that asks repeats the question's words and answers nothing
const ASKING_PENALTY = 6
// a caption names everybody in the picture: the article's own sentence tells the same better, where there is one
const CAPTION_PENALTY = 1.5

/** Every unit of the passages with its score, passage by passage in the order given, units in the order of the text. */
export const scoreUnits = (
  question: Question,
  passages: readonly ScoredPassage[],
  textOf: (documentId: string) => string,
  tokenize: Tokenize = createTokenizer(),
): readonly Candidate[] => {
  const best = passages[0]?.score || 1
  const raw = passages.flatMap((passage, rank) =>
    readPassage(question, passage, rank, textOf(passage.card.id), tokenize),
  )
  const most = Math.max(0, ...raw.map((unit) => unit.cov + unit.pairShare))
  return raw.map((unit) => {
    const counted = question.type === 'howmany'
    const evidence = evidenceOf(question.type, unit.text, question.asked)
    const z =
      WEIGHTS.cov * unit.cov +
      WEIGHTS.covAll * unit.covAll +
      WEIGHTS.pass * (unit.passage.score / best) +
      WEIGHTS.rank0 * (unit.rank === 0 ? 1 : 0) +
      WEIGHTS.dense * unit.dense +
      WEIGHTS.near * nearness(evidence.at, unit.rarestAt) +
      WEIGHTS.covSquared * unit.cov ** 2 +
      WEIGHTS.covSub * unit.covSub +
      WEIGHTS.covTitle * unit.covTitle +
      WEIGHTS.position * unit.position +
      WEIGHTS.covPrevious * unit.covPrevious +
      WEIGHTS.covNext * unit.covNext +
      WEIGHTS.isMax * (unit.cov + unit.pairShare === most ? 1 : 0) +
      (EVIDENCE_WEIGHTS[question.type] ?? 0) * evidence.value +
      (counted && countsAsked(question.text, unit.text) ? COUNTS : 0) -
      (unit.asks ? ASKING_PENALTY : 0) -
      (unit.passage.passage.kind === 'caption' ? CAPTION_PENALTY : 0)
    return { ...unit, z }
  })
}
