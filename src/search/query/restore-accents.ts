/** Which words of the library the tokens of a question may be, marks and abbreviations, and how likely each is by what stands beside what. */
import { accentedId, foldedId, type LexicalIndex } from '../lexical/lexical-index.ts'
import { pairValue } from '../lexical/pair-table.ts'
import { choiceShares, likeliestPath } from './likeliest-path.ts'

export interface TypedToken {
  readonly folded: string
  /** Key of what was typed; null where nothing says which marks it has. */
  readonly accented: string | null
  /** All folded forms it may be, itself included. */
  readonly forms: readonly { readonly folded: string; readonly factor: number }[]
  /** What it may stand for, as accented syllables. */
  readonly readings: readonly (readonly string[])[]
  /** Whether it can only be `accented`: a word of an asking phrase. */
  readonly isSure: boolean
}

export interface AccentShare {
  readonly accented: string
  /** 0…1; those of one syllable sum to at most 1. */
  readonly share: number
}

export interface RestoredToken {
  /** The likeliest form; null where the library has none. */
  readonly accented: string | null
  /** Every form that is worth looking for. */
  readonly shares: readonly AccentShare[]
  /** The share of all of them, the rest being readings. */
  readonly literal: number
  /** The share of each reading. */
  readonly readings: readonly number[]
}

// retrieval-study §7, step 4
const FORMS_TRIED = 8
/**
 * How far a syllable follows from the one before, the rest from how usual it is alone. Of the syllables of 4,022 questions typed
 * without marks 1.5 % come back wrong at .8 and .93, 1.6 % at .5; 2.1 % with a sum of logarithms of counts.
 */
const FROM_NEIGHBOUR = 0.9
/** Stands for the count of a form that the library does not have. */
const UNSEEN = 0.1
/**
 * How much likelier a form is for having been typed (logarithms): with a mark of its own, and without one among words that have
 * some. R@1 of six sets typed well / with slips: .7669 / .7590 at 4, .7676 / .7595 at 6, .7682 / .7589 at 9.
 */
const TYPED_MARK = 8
const TYPED_PLAIN = 4
/** How likely a syllable that the library has is a slip for another one. */
const SLIPPED = Math.log(0.02)
/** How likely one who means a phrase is to shorten it. */
const SHORTENED = Math.log(0.1)
/** Less is not worth the postings. */
const LEAST_SHARE = 0.05

/** One way to take a token: the first and last accented ids (-1: unknown), and what it is worth in itself. */
interface Choice {
  readonly first: number
  readonly last: number
  readonly own: number
}

export const restoreAccents = (index: LexicalIndex, tokens: readonly TypedToken[]): RestoredToken[] => {
  const literal = tokens.map((token) => literalChoices(token, index))
  const choices = tokens.map(({ readings }, i) => [
    ...literal[i]!,
    ...readings.map((reading) => readingChoice(reading, index)),
  ])
  const chain = {
    own: choices.map((all) => all.map(({ own }) => own)),
    linked: choices.map((all, i) => {
      const before = choices[i - 1] ?? [NOTHING]
      const links: number[] = []
      for (const { first } of all) {
        const alone = aloneChance(index, first)
        for (const { last } of before) links.push(chance(index, last, first, alone))
      }
      return links
    }),
  }
  const path = likeliestPath(chain)
  return choiceShares(chain).map((shares, i) => {
    const forms = literal[i]!
    const place = path[i]! < forms.length ? path[i]! : shares.indexOf(Math.max(...shares.slice(0, forms.length)))
    return {
      accented: index.accented[forms[place]!.first] ?? tokens[i]!.accented,
      shares: forms.flatMap(({ first }, c) =>
        first >= 0 && shares[c]! >= LEAST_SHARE ? [{ accented: index.accented[first]!, share: shares[c]! }] : [],
      ),
      literal: shares.slice(0, forms.length).reduce((sum, share) => sum + share, 0),
      readings: shares.slice(forms.length),
    }
  })
}

const NOTHING: Choice = { first: -1, last: -1, own: 0 }

const literalChoices = (token: TypedToken, index: LexicalIndex): Choice[] =>
  formsOf(token, index).map((form) => ({ first: form, last: form, own: asTyped(form, token, index) }))

const formsOf = ({ folded, accented, forms, isSure }: TypedToken, index: LexicalIndex): number[] => {
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

const asTyped = (form: number, { folded, accented, forms, readings }: TypedToken, index: LexicalIndex): number => {
  const name = form < 0 ? accented : index.accented[form]!
  const isTyped = accented !== null && name === accented && readings.length === 0
  const typed = !isTyped ? 0 : accented === folded ? TYPED_PLAIN : TYPED_MARK
  const spelling = form < 0 ? folded : index.folded[index.foldedOf[form]!]!
  const factor = forms.find((one) => one.folded === spelling)?.factor ?? 1
  return typed + (factor < 1 && spelling !== folded && forms[0]!.factor === 1 ? SLIPPED : 0) + Math.log(factor)
}

const readingChoice = (reading: readonly string[], index: LexicalIndex): Choice => {
  const ids = reading.map((word) => accentedId(index, word))
  const inside = ids.slice(1).reduce((sum, id, i) => sum + chance(index, ids[i]!, id, aloneChance(index, id)), 0)
  return { first: ids[0]!, last: ids.at(-1)!, own: SHORTENED + inside }
}

/** How likely `form` is by itself. */
const aloneChance = (index: LexicalIndex, form: number): number =>
  ((form < 0 ? 0 : index.accentedCount[form]!) + UNSEEN) / (index.titleFrom[index.documents]! + 1)

/** The logarithm of how likely `form` is after `left`. */
const chance = (index: LexicalIndex, left: number, form: number, alone: number): number => {
  if (left < 0) return Math.log(alone)
  const pairs = form < 0 ? 0 : Math.max(0, pairValue(index.accentedPairs, left, form))
  return Math.log((FROM_NEIGHBOUR * pairs) / index.accentedCount[left]! + (1 - FROM_NEIGHBOUR) * alone)
}
