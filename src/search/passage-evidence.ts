/** Second stage: how the words of a question stand in one passage and in its document's title (retrieval-study §7, STAGE 2). */
import { BREAK, CAPITAL, ID_MASK, type LexicalIndex } from './lexical/lexical-index.ts'
import { frequency, inverseFrequency } from './lexical/postings.ts'
import { createAskedReader } from './asked-evidence.ts'
import { createMarkReaders, createRoom, type MarkedText } from './marked-text.ts'
import { createNameReader } from './name-evidence.ts'
import type { QuestionMarks } from './query/question-marks.ts'

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
  const byPlace = [...marks.byId.values()]
  const windowLength = Math.max(12, 2 * marks.length)
  const inWindow = new Uint16Array(byPlace.length)
  // worth of the run that ends with each syllable of the question, at the position before and at this one
  let endingBefore = new Float64Array(marks.syllables)
  let endingHere = new Float64Array(marks.syllables)

  const read = createMarkReaders(index, marks)
  const shareOfNames = createNameReader(marks)
  const shareAtAsked = createAskedReader(index, marks, total)

  const readPassage = ({ marks: places, length }: MarkedText) => {
    inWindow.fill(0)
    endingBefore.fill(0)
    let sum = 0
    let window = 0
    let run = 0
    let running = false
    for (let at = 0; at < length; at++) {
      const gone = at >= windowLength ? places[at - windowLength]! : 0
      if (gone > 0 && --inWindow[gone - 1]! === 0) sum -= byPlace[gone - 1]!.worth
      const here = places[at]!
      if (here > 0) {
        const mark = byPlace[here - 1]!
        if (inWindow[here - 1]!++ === 0) sum += mark.worth
        if (sum > window) window = sum
        endingHere.fill(0)
        for (const { syllable, worth, after } of mark.readings) {
          let best = 0
          for (const previous of after) if (endingBefore[previous]! > best) best = endingBefore[previous]!
          endingHere[syllable] = best + worth
          if (best + worth > run) run = best + worth
        }
        const swapped = endingBefore
        endingBefore = endingHere
        endingHere = swapped
        running = true
      } else if (running) {
        endingBefore.fill(0)
        running = false
      }
    }
    return { window, run }
  }

  const readTitle = ({ tokens, marks: places, length }: MarkedText) => {
    const seen = index.scratch.syllables
    let distinct = 0
    let shared = 0
    let worth = 0
    let own = 0
    for (let at = 0; at < length; at++) {
      const id = index.foldedOf[tokens[at]! & ID_MASK]!
      if (seen[id] === 1) continue
      seen[id] = 1
      distinct++
      own += inverseFrequency(index.passages, frequency(index.byPassage, id))
      if (places[at] === 0) continue
      shared++
      worth += byPlace[places[at]! - 1]!.worth
    }
    for (let at = 0; at < length; at++) seen[index.foldedOf[tokens[at]! & ID_MASK]!] = 0
    const likeness = own > 0 ? (2 * worth) / (own + total) : 0
    return { share: distinct === 0 ? 0 : shared / distinct, likeness }
  }

  return (passage: number, document: number): Evidence => {
    const title = read.title(document, TITLE)
    const text = read.passage(passage, PASSAGE)
    const { share, likeness } = readTitle(title)
    const { window, run } = readPassage(text)
    const under = index.firstPassage[document + 1]! - index.firstPassage[document]!
    return {
      window: Math.min(1, window / total),
      run: Math.min(1, run / total),
      titleShare: share,
      who: marks.asked.person && hasNewName(text) ? 1 : 0,
      asked: shareAtAsked(text),
      titleLikeness: likeness / Math.sqrt(under),
      names: shareOfNames([text, title]),
    }
  }
}

const PASSAGE = createRoom()
const TITLE = createRoom()

/** Two capitalised syllables next to each other, neither in the question. */
const hasNewName = ({ tokens, marks, length }: MarkedText): boolean => {
  let fresh = 0
  for (let at = 0; at < length; at++) {
    const token = tokens[at]!
    if ((token & BREAK) !== 0) fresh = 0
    fresh = (token & CAPITAL) !== 0 && marks[at] === 0 ? fresh + 1 : 0
    if (fresh >= 2) return true
  }
  return false
}
