/** What a question is worth: the scores of documents and passages are shares of it, so that they compare between questions. */
import { foldedId, type LexicalIndex } from '../lexical/lexical-index.ts'
import { frequency, inverseFrequency, type Postings } from '../lexical/postings.ts'
import { PAIR_WEIGHT, pairsOf } from './query-terms.ts'
import type { QuerySyllable } from '../retrieval.ts'
import type { Understood } from './understand-query.ts'

export interface QuestionWorth {
  /** Σ weight · idf over the distinct syllables, with the idf of documents: T of retrieval-study §7 for the scores. */
  readonly inDocuments: number
  /** The same with the idf of passages: T for the evidence of a passage. */
  readonly inPassages: number
  /** With pairs, unknown ones as if they stood nowhere: what a passage that matches perfectly would score, give or take its length. */
  readonly perfect: number
}

export const questionWorth = (understood: Understood, index: LexicalIndex): QuestionWorth => {
  const inPassages = sumOfSlots(understood, index.byPassage, index)
  return {
    inDocuments: sumOfSlots(understood, index.byDocument, index),
    inPassages,
    perfect: inPassages + pairsWorth(understood, index),
  }
}

/** weight · idf of a syllable at its best form; an unknown one counts as the rarest of all. */
export const syllableWorth = (syllable: QuerySyllable, postings: Postings, index: LexicalIndex): number => {
  let best = 0
  for (const { folded, factor } of syllable.forms) {
    const df = frequency(postings, foldedId(index, folded))
    if (df > 0) best = Math.max(best, factor * inverseFrequency(postings.units, df))
  }
  return syllable.weight * (best || Math.log(1 + postings.units))
}

/** Each syllable once; of an abbreviation and its readings the one that is worth most. */
const sumOfSlots = ({ query, slots }: Understood, postings: Postings, index: LexicalIndex): number => {
  const counted = new Set<string>()
  let sum = 0
  for (const slot of slots) {
    let best = 0
    for (const run of slot) {
      let worth = 0
      for (const n of run) {
        const syllable = query.syllables[n]!
        if (!counted.has(syllable.folded)) worth += syllableWorth(syllable, postings, index)
      }
      best = Math.max(best, worth)
    }
    sum += best
    for (const n of slot.flat()) counted.add(query.syllables[n]!.folded)
  }
  return sum
}

const pairsWorth = ({ query, slots, next }: Understood, index: LexicalIndex): number => {
  const worth = (left: number, right: number): number => {
    const [a, b] = [query.syllables[left]!, query.syllables[right]!]
    const known = pairsOf(a, b, index).map(
      ({ term, weight }) => weight * inverseFrequency(index.passages, frequency(index.byPassage, term)),
    )
    const unknown = (PAIR_WEIGHT / 2) * (a.weight + b.weight) * Math.log(1 + index.passages)
    return known.length > 0 ? Math.max(...known) : unknown
  }
  let sum = 0
  for (const slot of slots) {
    const inside = slot.map((run) => run.slice(1).reduce((total, n, i) => total + worth(run[i]!, n), 0))
    const across = slot.flatMap((run) => next[run.at(-1)!]!.map((follower) => worth(run.at(-1)!, follower)))
    sum += Math.max(0, ...inside) + Math.max(0, ...across)
  }
  return sum
}
