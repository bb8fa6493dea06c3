/** Slips that make another word of the library: "thông tinh", "nghĩ vụ", "đều gì". */
import { accentedId, foldedId, pairTerm, type LexicalIndex } from '../lexical/lexical-index.ts'
import { pairValue } from '../lexical/pair-table.ts'
import { beforeChance, chanceAfter, formChance } from './chances.ts'
import { nearWords } from './near-words.ts'
import { slipBonus, slipFactor, typedBonus, type Form } from './typed-as.ts'
import { usualForms } from './usual-forms.ts'

export interface TypedWord {
  readonly folded: string
  readonly accented: string | null
}

/** Of two the better one is right nearly always: with one .1 % less come back. */
const MOST = 2
/** What is less likely than that (logarithm), by its neighbours alone, is not weighed with the rest of the question. */
const LEAST = -1

/** Neighbours stand together at least that many times as often as chance has it. At 1 as many slips come back, and twice as many words are suspected. */
const LINKED = 0.3

/** Whether a word follows one neighbour and is followed by the other nearly as often as chance has it: then it is not suspected. */
export const standsWell = (
  index: LexicalIndex,
  word: TypedWord & { readonly accented: string },
  left: TypedWord | undefined,
  right: TypedWord | undefined,
): boolean => {
  const own = accentedId(index, word.accented)
  return (
    own >= 0 &&
    (!left || areLinked(index, likelyForm(index, left), own)) &&
    (!right || areLinked(index, own, likelyForm(index, right)))
  )
}

/** Near words that stand more easily between the neighbours than the word that was typed, marks and all. */
export const knownSlips = (
  index: LexicalIndex,
  word: TypedWord & { readonly accented: string },
  left: TypedWord | undefined,
  right: TypedWord | undefined,
): Form[] => {
  if (!/^[a-z]{2,9}$/.test(word.folded)) return []
  const own = accentedId(index, word.accented)
  const [before, after] = [likelyForm(index, left), likelyForm(index, right)]

  const leftChance = beforeChance(index, before)
  const rightChance = after < 0 ? null : formChance(index, after)
  const behind = (form: number): number => chanceAfter(index, leftChance, formChance(index, form))
  const ahead = (form: number): number => (rightChance ? chanceAfter(index, beforeChance(index, form), rightChance) : 0)
  const asTyped = (form: number): number =>
    behind(form) + ahead(form) + (form === own ? typedBonus(word.folded, word.accented) : 0)
  const typed = Math.max(asTyped(own), ...Array.from(usualForms(index, word.folded), asTyped))

  const [leftId, rightId] = [left, right].map((one) => (one ? foldedId(index, one.folded) : -1)) as [number, number]
  const typedAs = { ...word, isKnown: true }
  const found: (Form & { readonly gain: number })[] = []
  for (const { folded, id, cost, isCommon } of nearWords(index, word.folded)) {
    if (!isCommon && pairTerm(index, leftId, id) < 0 && pairTerm(index, id, rightId) < 0) continue
    const factor = slipFactor(cost)
    let best = typed + LEAST
    for (const form of usualForms(index, folded)) {
      // what follows is not looked at where even a certain one would not do
      const bonus = slipBonus(index.accented[form]!, factor, typedAs)
      const most = bonus + behind(form)
      if (most > best) best = Math.max(best, most + ahead(form))
    }
    if (best - typed > LEAST) found.push({ folded, factor, isSlip: true, gain: best - typed })
  }
  return found
    .sort((a, b) => b.gain - a.gain)
    .slice(0, MOST)
    .map(({ folded, factor }) => ({ folded, factor, isSlip: true }))
}

/** As typed where the library has it so, else the most usual form of its letters. */
const likelyForm = (index: LexicalIndex, word: TypedWord | undefined): number => {
  if (!word) return -1
  const typed = word.accented === null ? -1 : accentedId(index, word.accented)
  return typed >= 0 ? typed : (usualForms(index, word.folded)[0] ?? -1)
}

const areLinked = (index: LexicalIndex, left: number, right: number): boolean => {
  if (left < 0 || right < 0) return false
  const { accentedPairs, accentedCount, titleFrom, documents } = index
  const together = pairValue(accentedPairs, left, right)
  return together > 0 && together * titleFrom[documents]! > LINKED * accentedCount[left]! * accentedCount[right]!
}
