/** Negation: what the statement denies its source denies, and the other way round (answering-study §5, test 4). */
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Alignment } from './reading/alignment.ts'
import type { Cited, Evidence } from './reading/evidence.ts'
import { isWord } from './reading/read.ts'
import type { Item, Reading } from './reading/read.ts'

const isNegation = ({ mark }: Item): boolean => mark === 'not' || mark === 'need_not'

interface Denial {
  readonly mark: Item['mark']
  /** The last two words before it, nearest first, and the next two behind; another negation ends them. */
  readonly before: readonly string[]
  readonly behind: readonly string[]
}

const denialsIn = (items: readonly Item[]): readonly Denial[] =>
  items.flatMap((item, at) => {
    if (!isNegation(item)) return []
    const before = items.slice(Math.max(0, at - 8), at).filter(({ clause }) => clause === item.clause)
    const keys = before.filter(isWord).map(({ key }) => key)
    return [{ mark: item.mark, before: keys.reverse().slice(0, 2), behind: wordsBehind(items, at) }]
  })

/** The next two words, up to another clause or negation; a colon alone ("không được: …") parts nothing. */
const wordsBehind = (items: readonly Item[], at: number): readonly string[] => {
  const behind: Item[] = []
  for (const item of items.slice(at + 1, at + 9)) {
    if (isNegation(item) || item.sentence > items[at]!.sentence + 1) break
    if (behind.length > 0 && behind[0]!.clause !== item.clause) break
    if (isWord(item)) behind.push(item)
  }
  return behind.slice(0, 2).map(({ key }) => key)
}

export const checkNegation = (
  statement: Reading,
  evidence: Evidence,
  { said, known, places }: Alignment,
): Checked | null => {
  const own = denialsIn(statement.items)
  const theirs = denialsIn(evidence.items)
  const words = new Set(known.map(({ key }) => key))
  const isNew = (word: string): boolean => !words.has(word)
  for (const denial of own)
    if (!theirs.some((one) => isBorneOut(denial, one, isNew)) && !isForbiddenAbove(denial, evidence))
      return faulty('negation', `${denial.mark} ${denial.behind.join(' ')}`)
  // "không được không …": two in a row say the contrary of one
  if (doubled(statement.items) > doubled(evidence.items)) return faulty('negation', 'không … không')
  for (const [i, { key, at }] of said.entries()) {
    const here = denialOf(statement.items, at)
    const there = places[i]!.map((j) => denialOf(evidence.items, known[j]!.at))
    if (there.length === 0) continue
    if (here === 'none' && there.every((denial) => denial === 'next')) return faulty('negation', key)
    if (here !== 'next' || there.some((denial) => denial !== 'none') || isForbiddenAbove({ behind: [key] }, evidence))
      continue
    const second = said[i + 1]?.key
    if (!theirs.some(({ behind }) => behind[0] === key && (behind[1] === second || behind[1] === undefined)))
      return faulty('negation', `không ${key}`)
  }
  return evidence.cited.some((cited) => forgetsHeading(statement.items, cited)) ? faulty('negation', 'above') : null
}

/** "Đảng viên không được: a) dùng rượu bia": what takes its subject from above, or allows the item, must deny too. */
const forgetsHeading = (said: readonly Item[], { unit, above }: Cited): boolean => {
  const denials = above.flatMap(({ items }) => denialsIn(items.slice(0, headingEnd(items))))
  if (denials.length === 0 || said.filter(isNegation).length > unit.items.filter(isNegation).length) return false
  const own = new Set(unit.items.map(({ key }) => key))
  const first = new Set(
    unit.items
      .filter(isWord)
      .slice(0, 3)
      .map(({ key }) => key),
  )
  const keys = new Set(said.filter(isWord).map(({ key }) => key))
  const takesItem = [...first].some((key) => keys.has(key))
  const takesSubject = denials.some(
    ({ before }) => before.length > 0 && before.every((key) => keys.has(key) && !own.has(key)),
  )
  const allows = said.some(
    ({ mark }, i) =>
      mark !== null &&
      ALLOWS.has(mark) &&
      !unit.items.some((item) => item.mark === mark) &&
      first.has(said.slice(i + 1).find(isWord)?.key ?? ''),
  )
  return takesItem && (takesSubject || allows)
}
const ALLOWS = new Set<Item['mark']>(['right', 'allowed', 'may'])

/** All of a heading whose negation ends it and so goes for what follows; nothing of others. */
const headingEnd = (items: readonly Item[]): number => {
  const last = items.findLastIndex(isNegation)
  return items.slice(last + 1).filter((item) => isWord(item) && !item.isLight).length <= 3 ? items.length : 0
}

const doubled = (items: readonly Item[]): number => {
  const rest = items.filter((item) => item.kind !== 'function')
  return rest.filter((item, i) => isNegation(item) && rest[i + 1] && isNegation(rest[i + 1]!)).length
}

const isBorneOut = (said: Denial, known: Denial, isNew: (word: string) => boolean): boolean => {
  if (said.mark !== known.mark) return false
  const [first, second] = said.behind
  // "… bị nghiêm cấm" at the end denies what stands before it
  if (first === undefined) return said.before.some((word) => [...known.before, ...known.behind].includes(word))
  if (known.behind.length === 0) return known.before.includes(first)
  return known.behind.includes(first) || (isNew(first) && second !== undefined && known.behind[0] === second)
}

/** "Các hành vi bị nghiêm cấm" heads items that deny nothing themselves. */
const isForbiddenAbove = ({ behind: [first] }: Pick<Denial, 'behind'>, { cited }: Evidence): boolean =>
  first !== undefined &&
  cited.some(
    ({ unit, above }) =>
      unit.items.find(isWord)?.key === first && above.some(({ items }) => items.slice(0, headingEnd(items)).some(isNegation)),
  )

/** Whether a negation stands right before the word, or near enough to reach it: before another word, or at the end. */
const denialOf = (items: readonly Item[], at: number): 'next' | 'near' | 'none' => {
  const { sentence } = items[at]!
  let words = 0
  for (let i = at - 1; i >= 0 && words < 3; i--) {
    if (items[i]!.sentence !== sentence) break
    if (isNegation(items[i]!)) return words === 0 ? 'next' : 'near'
    if (isWord(items[i]!)) words++
  }
  const rest = items.slice(at + 1).filter((item) => item.sentence === sentence)
  const last = rest.findLastIndex(isNegation)
  return last >= 0 && !rest.slice(last + 1).some(isWord) ? 'near' : 'none'
}
