/** Which words of the library the tokens of a question may be, marks and abbreviations, and how likely each is by what stands beside what. */
import { accentedId, type LexicalIndex } from '../lexical/lexical-index.ts'
import { beforeChance, chanceAfter, formChance } from './chances.ts'
import { choiceShares, likeliestPath } from './likeliest-path.ts'
import { slipBonus, typedBonus, type Form } from './typed-as.ts'
import { usualForms } from './usual-forms.ts'

export interface TypedToken {
  readonly folded: string
  /** Key of what was typed; null where nothing says which marks it has. */
  readonly accented: string | null
  /** All folded forms it may be, itself included. */
  readonly forms: readonly Form[]
  /** What it may stand for, as accented syllables. */
  readonly readings: readonly (readonly string[])[]
  /** Whether it can only be `accented`: a word of an asking phrase, or one that stands well between its neighbours. */
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
  /** The share of each folded form, in the order in which they were given. */
  readonly forms: readonly number[]
}

/** How likely a syllable that the library has, typed without marks, is another one. */
const SLIPPED_UNMARKED = Math.log(0.02)
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
      const before = (choices[i - 1] ?? [NOTHING]).map(({ last }) => beforeChance(index, last))
      const links: number[] = []
      for (const { first } of all) {
        const chance = formChance(index, first)
        for (const left of before) links.push(chanceAfter(index, left, chance))
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
      forms: tokens[i]!.forms.map(({ folded }) =>
        forms.reduce(
          (sum, { first }, c) => (spellingOf(first, tokens[i]!, index) === folded ? sum + shares[c]! : sum),
          0,
        ),
      ),
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
  for (const spelling of forms.length > 0 ? forms : [{ folded }])
    for (const form of usualForms(index, spelling.folded)) found.add(form)
  return found.size > 0 ? [...found] : [-1]
}

const spellingOf = (form: number, { folded }: TypedToken, index: LexicalIndex): string =>
  form < 0 ? folded : index.folded[index.foldedOf[form]!]!

const asTyped = (form: number, token: TypedToken, index: LexicalIndex): number => {
  const { folded, forms, readings } = token
  const accented = readings.length > 0 ? null : token.accented
  const name = form < 0 ? token.accented : index.accented[form]!
  const spelling = spellingOf(form, token, index)
  if (spelling === folded) return name === accented ? typedBonus(folded, accented) : 0
  const { factor, isSlip } = forms.find((one) => one.folded === spelling)!
  if (isSlip) return slipBonus(name!, factor, { folded, accented, isKnown: forms[0]!.factor === 1 })
  return SLIPPED_UNMARKED + Math.log(factor)
}

const readingChoice = (reading: readonly string[], index: LexicalIndex): Choice => {
  const ids = reading.map((word) => accentedId(index, word))
  const inside = ids
    .slice(1)
    .reduce((sum, id, i) => sum + chanceAfter(index, beforeChance(index, ids[i]!, true), formChance(index, id)), 0)
  return { first: ids[0]!, last: ids.at(-1)!, own: SHORTENED + inside }
}
