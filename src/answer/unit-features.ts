/** How well each unit of the found passages answers a question: the features and weights of answering-study §2. */
import type { ScoredPassage } from '../search/retrieval.ts'
import { unitsOf } from '../text/sentences.ts'
import type { Unit } from '../text/sentences.ts'
import { createTokenizer } from './tokenize.ts'
import type { Token } from './tokenize.ts'
import { countsAsked, evidenceOf, nearness } from './evidence.ts'
import type { Question } from './question.ts'

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

/** Every unit of the passages with its score, passage by passage in the order given, units in the order of the text. */
export const scoreUnits = (
  question: Question,
  passages: readonly ScoredPassage[],
  textOf: (documentId: string) => string,
): readonly Candidate[] => {
  const tokenize = createTokenizer()
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
      (unit.asks ? ASKING_PENALTY : 0)
    return { ...unit, z }
  })
}

/** Which content words stand in some text, each with the best factor of a form found. */
type Found = ReadonlyMap<number, number>

const readPassage = (
  question: Question,
  passage: ScoredPassage,
  rank: number,
  text: string,
  tokenize: (text: string) => readonly Token[],
) => {
  // whole lines: a passage may begin or end inside a long sentence of semicolons
  const { start, end } = passage.passage
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const lines = text.slice(from, next < 0 ? text.length : next)
  const units = unitsOf(lines).map((unit) => ({ ...unit, start: from + unit.start, end: from + unit.end }))
  const first = units.findIndex((unit) => unit.start >= start)
  const tokens = units.map((unit) => tokenize(text.slice(unit.start, unit.end)))
  const found = tokens.map((all) => wordsIn(question, all))
  const inTitle = wordsIn(question, tokenize(passage.card.meta.title))
  const above = wordsIn(question, tokenize(passage.passage.path.join(' ')))
  const cov = (...parts: readonly Found[]): number => share(question, parts)
  const covs = found.map((words) => cov(words))
  const inside = units.map((unit, index) => {
    const here = found[index]!
    const matched = tokens[index]!.filter((token) => question.matches.has(token.folded)).length
    const parents: Found[] = []
    for (let at = unit.parent; at >= 0; at = units[at]!.parent) parents.push(found[at]!)
    const children = found.filter((_words, at) => units[at]!.parent === index)
    return {
      passage,
      rank,
      index: index - first,
      parent: Math.max(-1, unit.parent - first),
      kind: unit.kind,
      start: unit.start,
      end: unit.end,
      text: text.slice(unit.start, unit.end),
      cov: covs[index]!,
      covAll: cov(here, inTitle, above, ...parents),
      covTitle: cov(inTitle),
      covSub: cov(here, ...children) - covs[index]!,
      covPrevious: covs[index - 1] ?? 0,
      covNext: covs[index + 1] ?? 0,
      dense: matched / (tokens[index]!.length + 3),
      position: index / units.length,
      pairShare: pairShare(question, tokens[index]!),
      asks: asks(unit, text),
      rarestAt: rarestPlaces(question, tokens[index]!, here),
    }
  })
  return inside.filter((unit) => unit.start >= start && unit.start < end)
}

/** A question, or a sentence of the heading of an interview's question. */
const asks = (unit: Unit, text: string): boolean => {
  const words = text.slice(unit.start, unit.end)
  if (/\?["”’)]*$/u.test(words)) return true
  return unit.kind === 'heading' && words.startsWith('*')
}

const wordsIn = (question: Question, tokens: readonly Token[]): Found => {
  const found = new Map<number, number>()
  for (const token of tokens)
    for (const { word, factor } of question.matches.get(token.folded) ?? [])
      found.set(word, Math.max(factor, found.get(word) ?? 0))
  return found
}

const share = (question: Question, parts: readonly Found[]): number => {
  if (question.mass === 0) return 0
  let sum = 0
  question.words.forEach((word, index) => {
    sum += word.idf * Math.max(...parts.map((part) => part.get(index) ?? 0))
  })
  return sum / question.mass
}

const pairShare = (question: Question, tokens: readonly Token[]): number => {
  if (question.pairs.size === 0) return 0
  const found = new Set<string>()
  for (let i = 1; i < tokens.length; i += 1) {
    const pair = `${tokens[i - 1]!.folded} ${tokens[i]!.folded}`
    if (question.pairs.has(pair)) found.add(pair)
  }
  return found.size / question.pairs.size
}

const rarestPlaces = (question: Question, tokens: readonly Token[], found: Found): readonly number[] => {
  let rarest = -1
  for (const word of found.keys())
    if (rarest < 0 || question.words[word]!.idf > question.words[rarest]!.idf) rarest = word
  if (rarest < 0) return []
  return tokens
    .filter((token) => question.matches.get(token.folded)?.some(({ word }) => word === rarest))
    .map((token) => token.start)
}
