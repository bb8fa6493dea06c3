/** Negations as they stand: what each denies, and which words are denied. */
import { isWord } from './reading/read.ts'
import type { Item } from './reading/read.ts'

export const isNegation = ({ mark }: Item): boolean => mark === 'not' || mark === 'not_behind' || mark === 'need_not'

export interface Denial {
  readonly mark: 'not' | 'need_not'
  /** The last two words of the clause before it, nearest first. */
  readonly before: readonly string[]
  /** The next two words; another clause or negation ends them, a colon alone ("không được: …") does not. */
  readonly behind: readonly string[]
  /** All words of the sentence before "… bị nghiêm cấm". */
  readonly banned: readonly string[]
}

export const denialsIn = (items: readonly Item[]): readonly Denial[] =>
  items.flatMap((item, at) => {
    if (!isNegation(item)) return []
    const before = items.slice(Math.max(0, at - 8), at).filter(({ clause }) => clause === item.clause)
    const keys = before.filter(isWord).map(({ key }) => key)
    const mark = item.mark === 'need_not' ? 'need_not' : 'not'
    const all =
      item.mark === 'not_behind' ? items.slice(0, at).filter(({ sentence }) => sentence === item.sentence) : []
    const banned = all.filter(isWord).map(({ key }) => key)
    return [{ mark, before: keys.reverse().slice(0, 2), behind: wordsBehind(items, at), banned }]
  })

const wordsBehind = (items: readonly Item[], at: number): readonly string[] => {
  const behind: Item[] = []
  for (const item of items.slice(at + 1, at + 9)) {
    if (isNegation(item) || item.sentence > items[at]!.sentence + 1) break
    if (behind.length > 0 && behind[0]!.clause !== item.clause) break
    if (isWord(item)) behind.push(item)
  }
  return behind.slice(0, 2).map(({ key }) => key)
}

// words that a negation reaches across
const REACH = 3

/** Whether a negation stands right before the word, or near enough to reach it: before other words, or "… bị nghiêm cấm" behind. */
export const denialOf = (items: readonly Item[], at: number): 'next' | 'near' | 'none' => {
  const { sentence } = items[at]!
  let words = 0
  for (let i = at - 1; words < REACH && items[i]?.sentence === sentence; i--) {
    if (isNegation(items[i]!)) return words === 0 ? 'next' : 'near'
    if (isWord(items[i]!)) words++
  }
  return items.slice(at + 1).some((item) => item.sentence === sentence && item.mark === 'not_behind') ? 'near' : 'none'
}

/** Whether "… bị nghiêm cấm" follows the word in its clause. */
export const isBanned = (items: readonly Item[], at: number): boolean =>
  items.slice(at + 1).some(({ clause, mark }) => clause === items[at]!.clause && mark === 'not_behind')

/** How often two negations follow each other directly: "không được không …". */
export const doubled = (items: readonly Item[]): number => {
  const rest = items.filter(({ kind }) => kind !== 'function')
  return rest.filter((item, i) => isNegation(item) && rest[i + 1] && isNegation(rest[i + 1]!)).length
}
