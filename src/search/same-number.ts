/** Of documents with one number, those that the question tells apart: by a date, a year, the body that issued them. */
import { datesIn } from '../text/numbers/dates.ts'
import { numberParts } from '../text/numbers/document-numbers.ts'
import { readingsOf } from '../text/typing/abbreviations.ts'
import { syllables } from '../text/terms.ts'
import { fold } from '../text/vietnamese.ts'
import type { DocumentCard } from './search-index.ts'

/** `rest`: the question without the number. What tells nothing apart leaves all of them. */
export const toldApart = (cards: readonly DocumentCard[], rest: string): readonly DocumentCard[] => {
  if (cards.length < 2) return cards
  const days = new Set(datesIn(rest).map(({ iso }) => iso))
  const byDay = cards.filter(({ meta }) => meta.date !== null && days.has(meta.date))
  const words = syllables(rest).map(({ folded }) => folded)
  const byYear = cards.filter(({ meta }) => meta.date !== null && words.includes(meta.date.slice(0, 4)))
  const left = byDay.length > 0 ? byDay : byYear.length > 0 ? byYear : cards
  return byIssuer(left, syllables(rest))
}

/** The body whose name the question says at most length: "của đảng ủy khối" is not Đảng ủy xã. */
const byIssuer = (cards: readonly DocumentCard[], rest: ReturnType<typeof syllables>): readonly DocumentCard[] => {
  const spellings = spelledOut(rest)
  const runs = cards.map(({ meta }) => {
    const name = syllables(meta.issuer ?? '').map(({ folded }) => folded)
    const symbol = meta.number ? numberParts(meta.number)?.issuer : undefined
    const bySymbol = symbol && rest.some(({ folded }) => folded === symbol) && symbol.length > 1 ? 2 : 0
    return Math.max(bySymbol, ...spellings.map((words) => longestRun(words, name)))
  })
  const best = Math.max(...runs)
  return best < 2 ? cards : cards.filter((_, i) => runs[i] === best)
}

/** As typed, and with each abbreviation spelled out: `bct`, `tw`, `duk`. */
const spelledOut = (rest: ReturnType<typeof syllables>): readonly (readonly string[])[] => {
  const typed = rest.map(({ folded }) => folded)
  const spelled = typed.flatMap((word) => {
    const reading = BODY.test(word) ? readingsOf(word)[0] : undefined
    return reading ? fold(reading).split(' ') : [word]
  })
  return [typed, spelled]
}
const BODY = /^(?:tw|hu|du|duk|dux|dup|bch|bchtw|btv|bct|bbt|btc|btctw|btg|bdv|bnc|vptw|ubkt|ubkttw)$/

/** How many words of a name stand in a row in the question; a run begins with the kind of body, as "tổ chức" alone does not. */
const longestRun = (words: readonly string[], name: readonly string[]): number => {
  let longest = 0
  for (let i = 0; i < words.length; i += 1)
    for (let j = 0; j < name.length; j += 1) {
      if (words[i] !== name[j] || !BEGINS_BODY.has(words[i]!)) continue
      let length = 1
      while (words[i + length] !== undefined && words[i + length] === name[j + length]) length += 1
      longest = Math.max(longest, length)
    }
  return longest
}
const BEGINS_BODY = new Set(
  'ban bo dang tinh huyen quan thanh thi chi xa phuong uy van trung khoi hoi doan quoc chinh thu'.split(' '),
)
