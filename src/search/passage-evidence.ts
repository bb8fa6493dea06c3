/** Second stage: how the words of a question stand in one passage and in its document's title (retrieval-study §7, STAGE 2). */
import { BREAK, CAPITAL, foldedId, ID_MASK, type LexicalIndex } from './lexical-index.ts'
import { syllableValue } from './query-terms.ts'
import type { Understood } from './understand-query.ts'

/** All between 0 and 1. */
export interface Evidence {
  /** Weight of the distinct question syllables within the best window, over all of it. */
  readonly window: number
  /** Weight of the heaviest run of question syllables that stand consecutively. */
  readonly run: number
  /** Share of the title's distinct syllables that are in the question. */
  readonly titleShare: number
  /** Weight covered of the second half of the question: people put there what they are after. */
  readonly tail: number
  /** 1 if the question asks who and the passage has a name that is not in the question. */
  readonly who: number
}

export interface EvidenceReader {
  of(passage: number, document: number): Evidence
}

/** Prepares a question for reading many passages. `total` is T, the weight of the whole question. */
export const readEvidence = (index: LexicalIndex, understood: Understood, total: number): EvidenceReader => {
  const { query, next } = understood
  const value = query.syllables.map((syllable) => syllableValue(syllable, index))
  // which query syllables a folded id stands for, with the factor of that form
  const meaning = new Map<number, { number: number; factor: number }[]>()
  for (const [number, syllable] of query.syllables.entries()) {
    for (const form of syllable.forms) {
      const id = foldedId(index, form.folded)
      if (id >= 0) meaning.set(id, [...(meaning.get(id) ?? []), { number, factor: form.factor }])
    }
  }
  // what finding a folded id once is worth
  const distinct = new Map<number, number>()
  for (const [id, meant] of meaning) distinct.set(id, Math.max(...meant.map((m) => m.factor * value[m.number]!)))
  const length = Math.max(12, 2 * new Set(query.syllables.map((s) => s.start)).size)
  const asksWho = query.syllables.some((s) => s.weight < 1 && s.folded === 'ai')
  const tailFrom = query.syllables[Math.floor(query.syllables.length / 2)]?.start ?? 0
  const isTail = query.syllables.map((s) => s.start >= tailFrom)
  const tailValues = new Map(query.syllables.flatMap((s, n) => (isTail[n] ? [[s.folded, value[n]!] as const] : [])))
  const tailTotal = [...tailValues.values()].reduce((sum, v) => sum + v, 0)

  const folded = (position: number): number => index.foldedOf[index.tokens[position]! & ID_MASK]!

  return {
    of: (passage, document) => {
      const from = index.passageFrom[passage]!
      const to = index.passageTo[passage]!
      const inWindow = new Map<number, number>()
      const covered = new Set<number>()
      let windowSum = 0
      let bestWindow = 0
      let bestRun = 0
      let tail = 0
      let runs = new Map<number, number>()
      for (let at = from; at < to; at++) {
        const id = folded(at)
        const meant = meaning.get(id)
        if (meant) {
          const count = inWindow.get(id) ?? 0
          inWindow.set(id, count + 1)
          if (count === 0) windowSum += distinct.get(id)!
          if (!covered.has(id)) {
            covered.add(id)
            if (meant.some(({ number }) => isTail[number])) tail += distinct.get(id)!
          }
          const now = new Map<number, number>()
          for (const { number, factor } of meant) {
            let before = 0
            for (const [previous, weight] of runs)
              if (next[previous]!.includes(number)) before = Math.max(before, weight)
            const weight = before + factor * value[number]!
            now.set(number, weight)
            if (weight > bestRun) bestRun = weight
          }
          runs = now
        } else if (runs.size > 0) runs = new Map()
        if (at - length >= from) {
          const gone = folded(at - length)
          const count = inWindow.get(gone)
          if (count !== undefined) {
            if (count === 1) {
              inWindow.delete(gone)
              windowSum -= distinct.get(gone)!
            } else inWindow.set(gone, count - 1)
          }
        }
        if (windowSum > bestWindow) bestWindow = windowSum
      }
      return {
        window: Math.min(1, bestWindow / total),
        run: Math.min(1, bestRun / total),
        titleShare: titleShare(document),
        tail: tailTotal > 0 ? Math.min(1, tail / tailTotal) : 0,
        who: asksWho && hasNewName(from, to) ? 1 : 0,
      }
    },
  }

  function titleShare(document: number): number {
    const ids = new Set<number>()
    for (let at = index.titleFrom[document]!; at < index.bodyFrom[document]!; at++) ids.add(folded(at))
    let shared = 0
    for (const id of ids) if (meaning.has(id)) shared++
    return ids.size === 0 ? 0 : shared / ids.size
  }

  function hasNewName(from: number, to: number): boolean {
    let fresh = 0
    for (let at = from; at < to; at++) {
      const token = index.tokens[at]!
      if (fresh > 0 && (token & BREAK) !== 0) fresh = 0
      fresh = (token & CAPITAL) !== 0 && !meaning.has(folded(at)) ? fresh + 1 : 0
      if (fresh >= 2) return true
    }
    return false
  }
}
