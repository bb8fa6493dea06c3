/** From an understood question to weighted terms of the index. */
import { accentedId, foldedId, pairTerm, type LexicalIndex } from './lexical-index.ts'
import { frequency, inverseFrequency } from './postings.ts'
import type { QuerySyllable } from './retrieval.ts'
import type { Understood } from './understand-query.ts'

export interface WeightedTerm {
  readonly term: number
  /** Query weight without idf. */
  readonly weight: number
}

export interface QueryTerms {
  /** Folded syllables and pairs that the index knows, each once. */
  readonly folded: readonly WeightedTerm[]
  readonly accented: readonly WeightedTerm[]
  /** Σ weight · idf over the distinct syllables: what covering the whole question is worth (T of retrieval-study §7). */
  readonly total: number
  /** Σ weight · idf over syllables and pairs, unknown ones as if they stood nowhere: what a perfect match is worth. */
  readonly perfect: number
}

// retrieval-study §1: .5-.7; indispensable
const PAIR_WEIGHT = 0.7

export const queryTerms = (understood: Understood, index: LexicalIndex): QueryTerms => {
  const { query, next, slots } = understood
  const folded = new Map<number, number>()
  const accented = new Map<number, number>()
  for (const [i, syllable] of query.syllables.entries()) {
    for (const form of syllable.forms) keepBest(folded, foldedId(index, form.folded), syllable.weight * form.factor)
    if (syllable.accented !== null) keepBest(accented, accentedId(index, syllable.accented), syllable.weight)
    for (const follower of next[i]!) {
      for (const [term, weight] of pairsOf(syllable, query.syllables[follower]!, index)) keepBest(folded, term, weight)
    }
  }
  const seen = new Set<string>()
  const value = (numbers: readonly number[]): number =>
    numbers.reduce((sum, n) => {
      const syllable = query.syllables[n]!
      return seen.has(syllable.folded) ? sum : sum + syllableValue(syllable, index)
    }, 0)
  let total = 0
  let perfect = 0
  for (const [s, slot] of slots.entries()) {
    const best = Math.max(0, ...slot.map(value))
    total += best
    perfect += best
    for (const n of slot.flat()) seen.add(query.syllables[n]!.folded)
    const pairs = slot
      .flat()
      .flatMap((n) =>
        next[n]!.filter((follower) => slots[s + 1]?.some((run) => run[0] === follower)).map((follower) =>
          pairValue(n, follower),
        ),
      )
    perfect += Math.max(0, ...pairs)
    perfect += Math.max(0, ...slot.map((run) => run.slice(1).reduce((sum, n, i) => sum + pairValue(run[i]!, n), 0)))
  }
  return { folded: weighted(folded), accented: weighted(accented), total, perfect }

  function pairValue(left: number, right: number): number {
    const [a, b] = [query.syllables[left]!, query.syllables[right]!]
    const known = pairsOf(a, b, index).map(
      ([term, weight]) => weight * inverseFrequency(index.passages, frequency(index.byPassage, term)),
    )
    const unknown = PAIR_WEIGHT * 0.5 * (a.weight + b.weight) * Math.log(1 + index.passages)
    return known.length > 0 ? Math.max(...known) : unknown
  }
}

/** weight · idf of a syllable at its best form. */
export const syllableValue = (syllable: QuerySyllable, index: LexicalIndex): number => {
  let best = 0
  for (const { folded, factor } of syllable.forms) {
    const df = frequency(index.byPassage, foldedId(index, folded))
    if (df > 0) best = Math.max(best, factor * inverseFrequency(index.passages, df))
  }
  return syllable.weight * (best || Math.log(1 + index.passages))
}

const pairsOf = (left: QuerySyllable, right: QuerySyllable, index: LexicalIndex): [number, number][] => {
  const pairs: [number, number][] = []
  for (const a of left.forms) {
    for (const b of right.forms) {
      const term = pairTerm(index, foldedId(index, a.folded), foldedId(index, b.folded))
      if (term >= 0) pairs.push([term, PAIR_WEIGHT * 0.5 * (left.weight * a.factor + right.weight * b.factor)])
    }
  }
  return pairs
}

const keepBest = (terms: Map<number, number>, term: number, weight: number): void => {
  if (term >= 0 && weight > (terms.get(term) ?? 0)) terms.set(term, weight)
}

const weighted = (terms: ReadonlyMap<number, number>): WeightedTerm[] =>
  [...terms].map(([term, weight]) => ({ term, weight }))
