/** How likely a syllable is in a question, by itself and after another one: as the library has it, and as people ask. */
import { FUNCTION_WORDS } from '../../text/typing/function-words.ts'
import { ASKING_SINGLE_WORDS, ASKING_WORD_PAIRS } from '../../text/typing/question-words.ts'
import { accentedId, type LexicalIndex } from '../lexical/lexical-index.ts'
import { pairValue } from '../lexical/pair-table.ts'

/**
 * How far a syllable follows from the one before, the rest from how usual it is alone. Of the syllables of 4,022 questions typed
 * without marks 1.5 % come back wrong at .8 and .93, 1.6 % at .5; 2.1 % with a sum of logarithms of counts.
 */
const FROM_NEIGHBOUR = 0.9
/**
 * As often a word must stand to be believed half of what follows it: what stands twice has not shown its followers. Well-typed words
 * that are taken for a slip: .43 % without, .32 % at 1, .24 % at 5, .18 % at 20, of real slips .60, .60, .58, .54 come back.
 */
const FOLLOWED_BY_CHANCE = 5
/** Stands for the count of a form that the library does not have. */
const UNSEEN = 0.1
/**
 * Words that hold any sentence together are as usual in questions, whatever the library holds ("tôi", "mà", "em" in a statute).
 * Marks that come back wrong: 2.08 % without, 1.97 % at .001, 1.92 % at .003, 1.90 % at .01; of slips .57, .57, .55, .54 come back.
 */
const LEAST_COMMON = 0.003
/** A library hardly asks: "nào", "gì", "ai", "không" come behind any word, and "thế nào", "khi nào" belong together. */
const ASKS = 0.02
const ASKS_TOGETHER = 0.2

/** What is known of a form before its neighbour is looked at. */
export interface FormChance {
  /** Accented id; -1 for one that the library does not have. */
  readonly form: number
  readonly alone: number
  /** How likely it is at least behind any word. */
  readonly least: number
  /** The words that it follows in phrases that ask. */
  readonly after: ReadonlySet<number> | undefined
}

export const formChance = (index: LexicalIndex, form: number): FormChance => {
  const { common, asking, pairs } = usualIn(index)
  const count = form < 0 ? 0 : index.accentedCount[form]!
  const alone = (count + UNSEEN) / (index.titleFrom[index.documents]! + 1)
  return {
    form,
    alone: common.has(form) ? Math.max(LEAST_COMMON, alone) : alone,
    least: asking.has(form) ? ASKS : 0,
    after: pairs.get(form),
  }
}

/** What is known of a word before what follows it is looked at. */
export interface BeforeChance {
  /** Accented id; -1 for none, or one that the library does not have. */
  readonly form: number
  /** What one standing together is worth. */
  readonly each: number
  /** What is left for how usual the follower is alone. */
  readonly rest: number
}

/** `isOneWord`: it belongs together with what follows in the language, however seldom the two stand here. */
export const beforeChance = (index: LexicalIndex, form: number, isOneWord = false): BeforeChance => {
  if (form < 0) return { form, each: 0, rest: 1 }
  const count = index.accentedCount[form]!
  const each = FROM_NEIGHBOUR / (isOneWord ? count : count + FOLLOWED_BY_CHANCE)
  return { form, each, rest: 1 - each * count }
}

/** The logarithm of how likely `right` is after `left`; by itself where that is none. */
export const chanceAfter = (index: LexicalIndex, left: BeforeChance, right: FormChance): number => {
  if (left.form < 0) return Math.log(right.alone)
  const pairs = right.form < 0 ? 0 : Math.max(0, pairValue(index.accentedPairs, left.form, right.form))
  const chance = left.each * pairs + left.rest * right.alone
  const least = right.after?.has(left.form) ? ASKS_TOGETHER : right.least
  return Math.log(chance > least ? chance : least)
}

interface Usual {
  readonly common: ReadonlySet<number>
  readonly asking: ReadonlySet<number>
  readonly pairs: ReadonlyMap<number, ReadonlySet<number>>
}

/** The words of the language by their ids in a library. */
const usualIn = (index: LexicalIndex): Usual => {
  let usual = known.get(index)
  if (!usual) {
    const ids = (words: Iterable<string>): Set<number> =>
      new Set([...words].map((word) => accentedId(index, word)).filter((id) => id >= 0))
    const pairs = new Map<number, Set<number>>()
    for (const [left, right] of ASKING_WORD_PAIRS) {
      const [before, after] = [accentedId(index, left), accentedId(index, right)]
      if (before >= 0 && after >= 0) pairs.set(after, (pairs.get(after) ?? new Set()).add(before))
    }
    known.set(index, (usual = { common: ids(FUNCTION_WORDS), asking: ids(ASKING_SINGLE_WORDS), pairs }))
  }
  return usual
}
const known = new WeakMap<LexicalIndex, Usual>()
