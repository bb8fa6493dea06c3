/** Headings and introductions that deny what stands below them: "Những điều đảng viên không được làm", "Nghiêm cấm các hành vi sau:". */
import { denialsIn, isNegation } from './denials.ts'
import type { Cited, Evidence } from './reading/evidence.ts'
import { isWord } from './reading/read.ts'
import type { Item } from './reading/read.ts'

// words that may follow the negation of such a heading; one with more denies something else
const TAIL = 3
// words of a unit that count as its beginning
const HEAD = 3
const ALLOWS = new Set<Item['mark']>(['right', 'allowed', 'may'])

/** Whether a unit begins with this word and something above it denies it. */
export const isDeniedAbove = (word: string | undefined, { cited }: Evidence): boolean =>
  word !== undefined &&
  cited.some(
    ({ unit, above }) => unit.items.find(isWord)?.key === word && above.some(({ items }) => deniesBelow(items)),
  )

const deniesBelow = (items: readonly Item[]): boolean => {
  const last = items.findLastIndex(isNegation)
  return last >= 0 && items.slice(last + 1).filter((item) => isWord(item) && !item.isLight).length <= TAIL
}

/** "Đảng viên không được: a) dùng rượu bia": what takes its subject from above, or allows the item, must deny too. */
export const forgetsDenialAbove = (said: readonly Item[], { unit, above }: Cited): boolean => {
  const denials = above.filter(({ items }) => deniesBelow(items)).flatMap(({ items }) => denialsIn(items))
  if (denials.length === 0 || said.filter(isNegation).length > unit.items.filter(isNegation).length) return false
  const own = new Set(unit.items.map(({ key }) => key))
  const keys = new Set(said.filter(isWord).map(({ key }) => key))
  const head = unit.items
    .filter(isWord)
    .slice(0, HEAD)
    .map(({ key }) => key)
  const takesSubject = denials.some(
    ({ before }) => before.length > 0 && before.every((key) => keys.has(key) && !own.has(key)),
  )
  const allows = said.some(
    ({ mark }, i) =>
      ALLOWS.has(mark) &&
      unit.items.every((item) => item.mark !== mark) &&
      head.includes(said.slice(i + 1).find(isWord)?.key ?? ''),
  )
  return head.some((key) => keys.has(key)) && (takesSubject || allows)
}
