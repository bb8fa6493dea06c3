/** Words that fell apart: `quyê t`, `chu yển`. */
import { isFoldedSyllable, isAccentedSyllable } from '../../text/typing/rhymes.ts'
import { readingsOf } from '../../text/typing/abbreviations.ts'
import { fold, hasMarks, key } from '../../text/vietnamese.ts'
import type { LexicalIndex } from '../lexical/lexical-index.ts'
import { passagesWith, passagesWithPair } from './how-often.ts'

interface Part {
  readonly start: number
  readonly end: number
  readonly raw: string
  readonly folded: string
}

export interface Joined<T> {
  readonly first: T
  readonly last: T
  readonly raw: string
}

/**
 * Two neighbours become one where the library knows the whole beside its neighbours and never has the parts beside each other
 * or beside theirs. A part that is no syllable speaks for it; two that are must both be without any known neighbour.
 */
export const joinParts = <T extends Part>(parts: readonly T[], text: string, index: LexicalIndex): Joined<T>[] => {
  const joined: Joined<T>[] = []
  for (let i = 0; i < parts.length; i++) {
    const [first, last] = [parts[i]!, parts[i + 1]]
    const raw = last && isJoint(parts, i, text, index) ? first.raw + last.raw : null
    joined.push({ first, last: raw === null ? first : last!, raw: raw ?? first.raw })
    if (raw !== null) i++
  }
  return joined
}

const isJoint = (parts: readonly Part[], i: number, text: string, index: LexicalIndex): boolean => {
  const [left, right] = [parts[i]!, parts[i + 1]!]
  if (isShort(left, right, text)) return true
  if (right.start !== left.end + 1 || text[left.end] !== ' ') return false
  const raw = left.raw + right.raw
  if (!/^\p{L}{2,7}$/u.test(raw)) return false
  const word = key(raw)
  const folded = fold(word)
  if (hasMarks(raw) ? !isAccentedSyllable(word) : !isFoldedSyllable(folded)) return false
  const count = (a: string | undefined, b: string | undefined): number =>
    a === undefined || b === undefined ? 0 : passagesWithPair(index, a, b)
  const [before, after] = [parts[i - 1]?.folded, parts[i + 2]?.folded]
  const together = count(before, folded) + count(folded, after)
  const apart = count(before, left.folded) + count(left.folded, right.folded) + count(right.folded, after)
  const isBroken = !isSyllable(left) || !isSyllable(right)
  if (isBroken) return passagesWith(index, folded) > 0 && together >= apart
  return apart === 0 && together > 0
}

/** `đ/c`, `v/v`, `T.Ư`: two letters with a stroke or a point between, for words that are shortened so. */
const isShort = (left: Part, right: Part, text: string): boolean =>
  left.raw.length === 1 &&
  right.raw.length === 1 &&
  right.start === left.end + 1 &&
  SHORT.has(text.slice(left.start, right.end).toLowerCase())
const SHORT = new Set(['đ/c', 'd/c', 'v/v', 't.ư', 't/ư'])

const isSyllable = ({ raw, folded }: Part): boolean =>
  (hasMarks(raw) ? isAccentedSyllable(key(raw)) : isFoldedSyllable(folded)) ||
  (folded.length > 1 && readingsOf(folded).length > 0)
