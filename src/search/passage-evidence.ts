/** Second stage: how the words of a question stand in one passage and in its document's title (retrieval-study §7, STAGE 2). */
import { BREAK, CAPITAL, ID_MASK, type LexicalIndex } from './lexical/lexical-index.ts'
import { frequency, inverseFrequency } from './lexical/postings.ts'
import { createAskedReader } from './asked-evidence.ts'
import { createNameReader } from './name-evidence.ts'
import type { Mark, QuestionMarks } from './query/question-marks.ts'

/** All between 0 and 1. */
export interface Evidence {
  /** Worth of the distinct question syllables within the best window, over that of the question. */
  readonly window: number
  /** Worth of the heaviest run of question syllables that stand consecutively. */
  readonly run: number
  /** Share of the title's distinct syllables that are in the question. */
  readonly titleShare: number
  /** 1 if the question asks who and the passage has a name that is not in the question. */
  readonly who: number
  /** Share of the question that stands where a figure, a time or an explanation that it asks for does. */
  readonly asked: number
  /** How near the title comes to being the question (Dice, by worth), the less the more passages stand under it. */
  readonly titleLikeness: number
  /** Share (by worth) of the question's names that stand whole in the passage or the title; 0 where it says none. */
  readonly names: number
}

/** A reader for many passages; `total` is what the whole question is worth. It reuses its own arrays. */
export const createEvidenceReader = (index: LexicalIndex, marks: QuestionMarks, total: number) => {
  const { byId } = marks
  const windowLength = Math.max(12, 2 * marks.length)
  const inWindow = new Uint16Array(byId.size)
  // worth of the run that ends with each syllable of the question, at the position before and at this one
  let endingBefore = new Float64Array(marks.syllables)
  let endingHere = new Float64Array(marks.syllables)

  const markAt = (position: number): Mark | undefined => byId.get(index.foldedOf[index.tokenAt(position) & ID_MASK]!)
  const shareOfNames = createNameReader(marks, markAt)
  const shareAtAsked = createAskedReader(index, marks, markAt, total)

  const readPassage = (from: number, to: number) => {
    inWindow.fill(0)
    endingBefore.fill(0)
    let [sum, window, run] = [0, 0, 0]
    let running = false
    for (let at = from; at < to; at++) {
      const gone = at - windowLength >= from ? markAt(at - windowLength) : undefined
      if (gone && --inWindow[gone.place]! === 0) sum -= gone.worth
      const mark = markAt(at)
      if (mark) {
        if (inWindow[mark.place]!++ === 0) sum += mark.worth
        if (sum > window) window = sum
        endingHere.fill(0)
        for (const { syllable, worth, after } of mark.readings) {
          let best = 0
          for (const previous of after) if (endingBefore[previous]! > best) best = endingBefore[previous]!
          endingHere[syllable] = best + worth
          if (best + worth > run) run = best + worth
        }
        ;[endingBefore, endingHere] = [endingHere, endingBefore]
        running = true
      } else if (running) {
        endingBefore.fill(0)
        running = false
      }
    }
    return { window, run }
  }

  const readTitle = (document: number) => {
    const seen = new Set<number>()
    let [shared, worth, own] = [0, 0, 0]
    for (let at = index.titleFrom[document]!; at < index.bodyFrom[document]!; at++) {
      const id = index.foldedOf[index.tokenAt(at) & ID_MASK]!
      if (seen.has(id)) continue
      seen.add(id)
      own += inverseFrequency(index.passages, frequency(index.byPassage, id))
      const mark = byId.get(id)
      if (!mark) continue
      shared++
      worth += mark.worth
    }
    const likeness = own > 0 ? (2 * worth) / (own + total) : 0
    return { share: seen.size === 0 ? 0 : shared / seen.size, likeness }
  }

  /** Two capitalised syllables next to each other, neither in the question. */
  const hasNewName = (from: number, to: number): boolean => {
    let fresh = 0
    for (let at = from; at < to; at++) {
      const token = index.tokenAt(at)
      if ((token & BREAK) !== 0) fresh = 0
      fresh = (token & CAPITAL) !== 0 && !markAt(at) ? fresh + 1 : 0
      if (fresh >= 2) return true
    }
    return false
  }

  return (passage: number, document: number): Evidence => {
    const from = index.passageFrom[passage]!
    const to = index.passageTo[passage]!
    const title = readTitle(document)
    const { window, run } = readPassage(from, to)
    const under = index.firstPassage[document + 1]! - index.firstPassage[document]!
    return {
      window: Math.min(1, window / total),
      run: Math.min(1, run / total),
      titleShare: title.share,
      who: marks.asked.person && hasNewName(from, to) ? 1 : 0,
      asked: shareAtAsked(from, to),
      titleLikeness: title.likeness / Math.sqrt(under),
      names: shareOfNames([
        [from, to],
        [index.titleFrom[document]!, index.bodyFrom[document]!],
      ]),
    }
  }
}
