/** Whether what a question asks for stands where a text speaks of it: a figure or a time amid its words, “… là …” right behind them. */
import { BREAK, foldedId, ID_MASK, type LexicalIndex } from './lexical/lexical-index.ts'
import type { MarkedText } from './marked-text.ts'
import type { QuestionMarks } from './query/question-marks.ts'

const LEAST_REACH = 6
const YEAR = /^(?:1\d|20)\d\d$/
const BEFORE_TIME = new Set(['ngay', 'thang', 'nam'])

/**
 * A reader for many texts: the most worth of the question that stands around a fitting figure or before a fitting “là”, at most
 * `total` of it (0…1).
 */
export const createAskedReader = (
  index: LexicalIndex,
  { asked, byId, length }: QuestionMarks,
  total: number,
): ((text: MarkedText) => number) => {
  if (!asked.figure && !asked.time && !asked.meaning) return () => 0
  const reach = Math.max(LEAST_REACH, length)
  const is = foldedId(index, 'la')
  const byPlace = [...byId.values()]
  const around = new Uint16Array(byPlace.length)
  const foldedIn = ({ tokens }: MarkedText, at: number): number => index.foldedOf[tokens[at]! & ID_MASK]!

  const isAnswer = (text: MarkedText, at: number): boolean => {
    if (text.marks[at]! > 0) return false
    const word = index.folded[foldedIn(text, at)]!
    if (!isFigure(word)) return false
    return asked.figure || YEAR.test(word) || (at > 0 && BEFORE_TIME.has(index.folded[foldedIn(text, at - 1)]!))
  }

  const aroundFigure = (text: MarkedText): number => {
    const { marks, length: end } = text
    around.fill(0)
    let sum = 0
    let best = 0
    const enter = (mark: number): void => {
      if (mark > 0 && around[mark - 1]!++ === 0) sum += byPlace[mark - 1]!.worth
    }
    for (let at = 0; at < Math.min(end, reach); at++) enter(marks[at]!)
    for (let at = 0; at < end; at++) {
      if (at + reach < end) enter(marks[at + reach]!)
      const gone = at > reach ? marks[at - reach - 1]! : 0
      if (gone > 0 && --around[gone - 1]! === 0) sum -= byPlace[gone - 1]!.worth
      if (sum > best && isAnswer(text, at)) best = sum
    }
    return best
  }

  /** Words of the question from the start of a clause on, and nothing else before the “là”. */
  const beforeIs = (text: MarkedText): number => {
    let sum = 0
    let best = 0
    let isOpen = false
    for (let at = 0; at < text.length; at++) {
      if ((text.tokens[at]! & BREAK) !== 0) {
        isOpen = true
        sum = 0
        around.fill(0)
      }
      if (!isOpen) continue
      if (sum > best && foldedIn(text, at) === is) best = sum
      const mark = text.marks[at]!
      if (mark === 0) isOpen = false
      else if (around[mark - 1]!++ === 0) sum += byPlace[mark - 1]!.worth
    }
    return best
  }

  return (text) => {
    const figure = asked.figure || asked.time ? aroundFigure(text) : 0
    const meaning = asked.meaning ? beforeIs(text) : 0
    return Math.min(1, Math.max(figure, meaning) / total)
  }
}

const isFigure = (word: string): boolean => {
  const first = word.charCodeAt(0)
  return first >= 0x30 && first <= 0x39
}
