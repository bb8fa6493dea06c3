/** Which ended bodies a question speaks of: by their names as people type them, never by "xã" or "tỉnh" alone. */
import { syllables } from '../../text/terms.ts'
import { hasMarks } from '../../text/vietnamese.ts'
import type { EndedUnit } from './ended-unit.ts'

interface Word {
  readonly folded: string
  readonly accented: string
  /** Typed with a capital, or a number: part of a name. */
  readonly isProper: boolean
}

/** Each once, in the order of the table. */
export const unitsIn = (question: string, units: readonly EndedUnit[]): readonly EndedUnit[] => {
  const words = wordsOf(question)
  const marked = hasMarks(question)
  return units.filter((unit) => speaksOf(words, marked, unit))
}

const speaksOf = (words: readonly Word[], marked: boolean, unit: EndedUnit): boolean =>
  words.some((_word, at) => {
    const isHere = (name: string, withMarks: boolean): boolean => {
      const length = lengthAt(words, at, name, marked || withMarks)
      return length > 0 && isMeant(words, at, length, marked, unit)
    }
    return (
      unit.names.some((name) => isHere(name, false)) ||
      (marked && unit.namesWithMarks.some((name) => isHere(name, true))) ||
      unit.beforeName.some((name) => {
        const length = lengthAt(words, at, name, marked)
        return length > 0 && isBeforeName(words, at, length, marked)
      })
    )
  })

/** How many words of the question from `at` on are the name; 0 where they are others. */
const lengthAt = (words: readonly Word[], at: number, name: string, marked: boolean): number => {
  const said = wordsOfName(name)
  const form = marked ? 'accented' : 'folded'
  return said.every((word, i) => words[at + i]?.[form] === word[form]) ? said.length : 0
}

const isMeant = (words: readonly Word[], at: number, length: number, marked: boolean, unit: EndedUnit): boolean => {
  if (unit.onlyAfter.length > 0) return unit.onlyAfter.some((before) => isBehind(words, at, before, marked))
  if (unit.kind !== 'province') return true
  const before = words[at - 1]?.folded ?? ''
  // communes, streets and schools bear the names of provinces
  if (SMALLER.has(before) || (before === 'tran' && words[at - 2]?.folded === 'thi')) return false
  // without marks "nam dinh" and "ben tre" may be other words: only where a place is spoken of
  return marked || words.slice(at, at + length).some(({ isProper }) => isProper) || PLACE_BEFORE.has(before)
}

const isBehind = (words: readonly Word[], at: number, before: string, marked: boolean): boolean => {
  const length = wordsOfName(before).length
  return at >= length && lengthAt(words, at - length, before, marked) > 0
}

/** `huyện Bù Đăng`, `Quận 1`; typed small, only where what stands around it is no other use of the word. */
const isBeforeName = (words: readonly Word[], at: number, length: number, marked: boolean): boolean => {
  const next = words[at + length]
  if (!next || NO_NAME.has(next.folded)) return false
  if (next.isProper) return marked || !words[at]!.isProper || at === 0
  // without marks "huyen" is a name of women and "quan" an army
  return marked || (at > 0 && PLACE_BEFORE.has(words[at - 1]!.folded) && words[at]!.folded !== 'quan')
}

/** Names come from the table: they are the same with each word of each question. */
const wordsOfName = (name: string): readonly Word[] => {
  const words = known.get(name) ?? wordsOf(name)
  known.set(name, words)
  return words
}
const known = new Map<string, readonly Word[]>()

const wordsOf = (text: string): readonly Word[] =>
  syllables(text).map(({ folded, accented, start, end }) => ({
    folded,
    accented,
    isProper: /^[\p{Lu}\d]/u.test(text.slice(start, end)),
  }))

const SMALLER = new Set(
  'xa phuong tran duong pho thon ap ban buon lang truong cau song cho khu cum nui ho ga cang dap dien thpt thcs'.split(
    ' ',
  ),
)
const PLACE_BEFORE = new Set('tinh uy doan tai o thuoc ve ubnd hdnd dang bo bao cua den tu'.split(' '))
/** What stands behind "huyện" where no certain one is named. */
const NO_NAME = new Set(
  'nao nay kia do khac la va hay hoac co khong thi duoc gi o trong cua nguoi moi cu nhu bao den tu cac nhung uy doan may ngoai ban than chung'.split(
    ' ',
  ),
)
