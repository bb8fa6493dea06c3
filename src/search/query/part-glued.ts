/** Words that ran together: `đảngviên`, `nghiquyet`, `điều5`. */
import { readingsOf } from '../../text/typing/abbreviations.ts'
import { isAskingPair } from '../../text/typing/question-words.ts'
import { isAccentedSyllable, isFoldedSyllable } from '../../text/typing/rhymes.ts'
import { key, fold, hasMarks } from '../../text/vietnamese.ts'
import { foldedId, type LexicalIndex } from '../lexical/lexical-index.ts'
import { passagesWith, passagesWithPair } from './how-often.ts'

interface Glued {
  readonly start: number
  readonly end: number
  readonly raw: string
  readonly folded: string
}

const LONGEST_SYLLABLE = 7
/** Two that the library never has together are told from one with a slip by their length. */
const LONG = 3
/** Longer strings are no question, and the ways to part them are many. */
const LONGEST = 40

/**
 * Where the token parts, as [start, end) places; one for most. Only what the library does not know is parted: between letters and
 * digits, or into syllables that stand beside each other in the library or are well-formed with the marks that were typed.
 */
export const partGlued = (
  token: Glued,
  index: LexicalIndex,
  marked: boolean,
): readonly (readonly [number, number])[] => {
  const { start, end, raw, folded } = token
  const whole = [[start, end]] as const
  if (raw.length < 3 || raw.length > LONGEST || passagesWith(index, folded) > 0) return whole
  if (readingsOf(folded).length > 0) return whole
  const lengths = /^\p{L}+$/u.test(raw) ? syllablesIn(raw, index, marked && hasMarks(raw)) : numbersApart(folded)
  if (!lengths) return whole
  let at = start
  return lengths.map((length) => [at, (at += length)] as const)
}

/** `dieu5`, `nq18`, `12tr`: a number, and a word or an abbreviation. */
const numbersApart = (folded: string): number[] | null => {
  const before = /^([a-z]{2,})\d{1,4}$/.exec(folded)?.[1]
  if (before && (isFoldedSyllable(before) || readingsOf(before).length > 0))
    return [before.length, folded.length - before.length]
  const after = /^\d{1,4}([a-z]{1,3})$/.exec(folded)?.[1]
  return after && readingsOf(after).length > 0 ? [folded.length - after.length, after.length] : null
}

/** The lengths of the syllables, by the way to part them that the library bears out best. */
const syllablesIn = (raw: string, index: LexicalIndex, withMarks: boolean): number[] | null => {
  // whole as a syllable, known here or not: a slip at most
  if (withMarks ? isAccentedSyllable(key(raw)) : isFoldedSyllable(fold(raw).toLowerCase())) return null
  interface Way {
    readonly score: number
    readonly lengths: readonly number[]
    readonly last: string
  }
  // by the number of letters read: the best way that ends there for each last syllable
  const ways: Way[][] = Array.from({ length: raw.length + 1 }, () => [])
  ways[0]!.push({ score: 0, lengths: [], last: '' })
  for (let from = 0; from < raw.length; from++) {
    if (ways[from]!.length === 0) continue
    for (let length = 1; length <= LONGEST_SYLLABLE && from + length <= raw.length; length++) {
      const piece = key(raw.slice(from, from + length))
      const folded = fold(piece)
      const isWord = withMarks ? isAccentedSyllable(piece) : isFoldedSyllable(folded)
      if (!isWord || (foldedId(index, folded) < 0 && !withMarks)) continue
      let best: Way | null = null
      for (const way of ways[from]!) {
        const link = way.last === '' ? 0 : linkOf(way.last, folded, index, withMarks)
        if (link !== null && (!best || way.score + link > best.score))
          best = { score: way.score + link, lengths: [...way.lengths, length], last: folded }
      }
      if (best) ways[from + length]!.push(best)
    }
  }
  const best = ways[raw.length]!.sort((a, b) => b.score - a.score)[0]
  return best ? [...best.lengths] : null
}

/** What two syllables beside each other are worth; null where nothing speaks for them. */
const linkOf = (left: string, right: string, index: LexicalIndex, withMarks: boolean): number | null => {
  const count = passagesWithPair(index, left, right)
  if (count > 0) return Math.log(1 + count)
  if (isAskingPair(left, right)) return 0
  // `haọt` is a slip of hoạt rather than hạ and ọt; fewer and longer syllables are likelier
  return withMarks && Math.min(left.length, right.length) >= LONG ? -2 : null
}
