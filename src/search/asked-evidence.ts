/** Whether what a question asks for stands where a text speaks of it: a figure or a time amid its words, “… là …” right behind them. */
import { BREAK, foldedId, ID_MASK, type LexicalIndex } from './lexical/lexical-index.ts'
import type { Mark, QuestionMarks } from './query/question-marks.ts'

const LEAST_REACH = 6
const YEAR = /^(?:1\d|20)\d\d$/
const BEFORE_TIME = new Set(['ngay', 'thang', 'nam'])

/**
 * A reader for many stretches of token positions: the most worth of the question that stands around a fitting figure or before a
 * fitting “là”, at most `total` of it (0…1). `markAt` tells what a token means for the question.
 */
export const createAskedReader = (
  index: LexicalIndex,
  { asked, byId, length }: QuestionMarks,
  markAt: (position: number) => Mark | undefined,
  total: number,
): ((from: number, to: number) => number) => {
  if (!asked.figure && !asked.time && !asked.meaning) return () => 0
  const reach = Math.max(LEAST_REACH, length)
  const is = foldedId(index, 'la')
  const around = new Uint16Array(byId.size)
  const foldedAt = (position: number): number => index.foldedOf[index.tokenAt(position) & ID_MASK]!

  const isAnswer = (at: number, from: number): boolean => {
    const word = index.folded[foldedAt(at)]!
    if (!isFigure(word) || markAt(at)) return false
    return asked.figure || YEAR.test(word) || (at > from && BEFORE_TIME.has(index.folded[foldedAt(at - 1)]!))
  }

  const aroundFigure = (from: number, to: number): number => {
    around.fill(0)
    let [sum, best] = [0, 0]
    const enter = (mark: Mark | undefined): void => {
      if (mark && around[mark.place]!++ === 0) sum += mark.worth
    }
    const leave = (mark: Mark | undefined): void => {
      if (mark && --around[mark.place]! === 0) sum -= mark.worth
    }
    for (let at = from; at < Math.min(to, from + reach); at++) enter(markAt(at))
    for (let at = from; at < to; at++) {
      if (at + reach < to) enter(markAt(at + reach))
      if (at - reach - 1 >= from) leave(markAt(at - reach - 1))
      if (sum > best && isAnswer(at, from)) best = sum
    }
    return best
  }

  /** Words of the question from the start of a clause on, and nothing else before the “là”. */
  const beforeIs = (from: number, to: number): number => {
    let [sum, best] = [0, 0]
    let isOpen = false
    for (let at = from; at < to; at++) {
      if ((index.tokenAt(at) & BREAK) !== 0) {
        isOpen = true
        sum = 0
        around.fill(0)
      }
      if (!isOpen) continue
      if (foldedAt(at) === is && sum > best) best = sum
      const mark = markAt(at)
      if (!mark) isOpen = false
      else if (around[mark.place]!++ === 0) sum += mark.worth
    }
    return best
  }

  return (from, to) => {
    const figure = asked.figure || asked.time ? aroundFigure(from, to) : 0
    const meaning = asked.meaning ? beforeIs(from, to) : 0
    return Math.min(1, Math.max(figure, meaning) / total)
  }
}

const isFigure = (word: string): boolean => {
  const first = word.charCodeAt(0)
  return first >= 0x30 && first <= 0x39
}
