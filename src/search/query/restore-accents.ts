/** Which accented forms of the library the syllables of a question may be, and how likely each is, by what stands beside what. */
import { accentedId, foldedId, type LexicalIndex } from '../lexical/lexical-index.ts'
import { pairValue } from '../lexical/pair-table.ts'

export interface TypedSyllable {
  readonly folded: string
  /** Key of what was typed; null where nothing says which marks it has. */
  readonly accented: string | null
  /** All folded forms it may be, itself included. */
  readonly forms: readonly { readonly folded: string; readonly factor: number }[]
  /** Whether it stands in an asking phrase as `accented` has it. */
  readonly isSure: boolean
}

export interface AccentShare {
  readonly accented: string
  /** 0…1; those of one syllable sum to at most 1. */
  readonly share: number
}

export interface RestoredAccents {
  /** The most likely form of each syllable by Viterbi; null where the library has none. */
  readonly best: readonly (string | null)[]
  /** Every form that is worth looking for. */
  readonly shares: readonly (readonly AccentShare[])[]
}

// retrieval-study §7, step 4
const FORMS_TRIED = 8
const OWN = 0.5
const PAIRED = 1.5
/** What a form that was typed is ahead of the others: with a mark of its own, and without one among words that have some. */
const TYPED_MARK = 9
const TYPED_PLAIN = 6
/** Less is not worth the postings. */
const LEAST_SHARE = 0.05

export const restoreAccents = (index: LexicalIndex, typed: readonly TypedSyllable[]): RestoredAccents => {
  const choices = typed.map((syllable) => formsOf(syllable, index))
  const own = choices.map((forms, i) => forms.map((form) => ownScore(form, typed[i]!, index)))
  const linked = choices.map((forms, i) =>
    i === 0 ? [] : forms.map((form) => choices[i - 1]!.map((left) => PAIRED * Math.log(1 + pairCount(index, left, form)))),
  )
  const name = (form: number, i: number): string | null =>
    form < 0 ? typed[i]!.accented : index.accented[form]!
  return {
    best: likeliest(own, linked).map((place, i) => name(choices[i]![place]!, i)),
    shares: posteriors(own, linked).map((shares, i) =>
      shares.flatMap((share, place) => {
        const form = choices[i]![place]!
        return form >= 0 && share >= LEAST_SHARE ? [{ accented: index.accented[form]!, share }] : []
      }),
    ),
  }
}

const formsOf = ({ folded, accented, forms, isSure }: TypedSyllable, index: LexicalIndex): number[] => {
  const given = accented === null ? -1 : accentedId(index, accented)
  if (isSure) return [given]
  const found = new Set<number>(accented === null ? [] : [given])
  const { forms: ids, formsFrom } = index.lookup
  for (const spelling of forms.length > 0 ? forms : [{ folded }]) {
    const id = foldedId(index, spelling.folded)
    if (id < 0) continue
    for (const form of ids.subarray(formsFrom[id], Math.min(formsFrom[id]! + FORMS_TRIED, formsFrom[id + 1]!)))
      found.add(form)
  }
  return found.size > 0 ? [...found] : [-1]
}

const ownScore = (form: number, { folded, accented, forms }: TypedSyllable, index: LexicalIndex): number => {
  const name = form < 0 ? accented : index.accented[form]!
  const count = form < 0 ? 0 : index.accentedCount[form]!
  const asTyped = accented === null || name !== accented ? 0 : accented === folded ? TYPED_PLAIN : TYPED_MARK
  const spelling = form < 0 ? folded : index.folded[index.foldedOf[form]!]!
  const factor = forms.find((one) => one.folded === spelling)?.factor ?? 1
  return OWN * Math.log(1 + count) + asTyped + Math.log(factor)
}

const pairCount = (index: LexicalIndex, left: number, right: number): number =>
  left < 0 || right < 0 ? 0 : Math.max(0, pairValue(index.accentedPairs, left, right))

/** `linked[i][f][p]`: what form f of syllable i is worth after form p of the one before. */
type Links = readonly (readonly (readonly number[])[])[]

const likeliest = (own: readonly (readonly number[])[], linked: Links): number[] => {
  let best: readonly number[] = []
  const back: number[][] = []
  for (const [i, scores] of own.entries()) {
    const from: number[] = []
    best = scores.map((score, f) => {
      if (i === 0) return score
      const before = linked[i]![f]!.map((link, p) => best[p]! + link)
      from[f] = before.indexOf(Math.max(...before))
      return score + before[from[f]]!
    })
    back.push(from)
  }
  const places = own.map(() => 0)
  let place = best.indexOf(Math.max(...best))
  for (let i = own.length - 1; i >= 0; i--) {
    places[i] = place
    place = back[i]![place] ?? 0
  }
  return places
}

/** The share of each form over all ways to read the question, forward and backward. */
const posteriors = (own: readonly (readonly number[])[], linked: Links): number[][] => {
  const forward: number[][] = []
  for (const [i, scores] of own.entries())
    forward.push(
      scores.map((score, f) => score + (i === 0 ? 0 : logSum(linked[i]![f]!.map((link, p) => forward[i - 1]![p]! + link)))),
    )
  const backward: number[][] = own.map((scores) => scores.map(() => 0))
  for (let i = own.length - 2; i >= 0; i--)
    backward[i] = own[i]!.map((_score, p) =>
      logSum(own[i + 1]!.map((score, f) => score + linked[i + 1]![f]![p]! + backward[i + 1]![f]!)),
    )
  return own.map((scores, i) => {
    const logs = scores.map((_score, f) => forward[i]![f]! + backward[i]![f]!)
    const all = logSum(logs)
    return logs.map((log) => Math.exp(log - all))
  })
}

const logSum = (values: readonly number[]): number => {
  const top = Math.max(...values)
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0))
}
