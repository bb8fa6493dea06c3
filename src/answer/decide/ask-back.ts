/** When the asker must be asked which document is meant (answering-study §4, A2). */
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { numbersIn } from '../../text/numbers/number-words.ts'
import { fold } from '../../text/vietnamese.ts'
import { nameOf } from '../document-names.ts'
import { askedCounts } from '../quotes/evidence.ts'
import { shownQuote } from '../quotes/quotes.ts'
import { askBack } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import { dayFirst } from '../source-line.ts'
import type { Question } from '../question/question.ts'
import type { Candidate } from '../quotes/unit-features.ts'

const isPress = ({ passage }: Candidate): boolean => passage.card.meta.kind === 'article'

const TYPES = new Set(['when', 'howmany', 'howlong', 'article'])
// .8 of the study, less what standing in the first passage is worth (unit-features.ts)
const CLOSE = 0.7
const AS_COVERING = 0.95

/** A2: two documents answer equally well with different numbers. A replaced document does not contradict the one in force. */
export const disagreement = (question: Question, candidates: readonly Candidate[]): Refused | undefined => {
  if (!TYPES.has(question.type)) return undefined
  const sorted = [...candidates].sort((a, b) => b.z - a.z)
  const first = sorted[0]
  const second = sorted.find((unit) => unit.passage.card.id !== first?.passage.card.id)
  if (!first || !second || Math.exp(second.z - first.z) < CLOSE || second.cov < AS_COVERING * first.cov)
    return undefined
  if ([first, second].some((unit) => unit.passage.card.meta.validity === 'replaced')) return undefined
  // press does not contradict a paper: it tells of it
  if (isPress(first) !== isPress(second)) return undefined
  const [one, other] = [numbersOf(question, first), numbersOf(question, second)]
  const differ = [...one].some((value) => !other.has(value)) && [...other].some((value) => !one.has(value))
  if (!differ) return undefined
  const sentence = answerMessages.disagree(stated(first), stated(second))
  return askBack(sentence, [first.passage.card, second.passage.card])
}

/**
 * The numbers that answer: where the thing asked for is counted ("mấy lần" ↔ "mỗi tháng một lần") those alone, else all but those
 * of the question itself and of the list marker, which tell nothing.
 */
const numbersOf = (question: Question, unit: Candidate): ReadonlySet<number> => {
  const counted = question.type === 'howmany' ? askedCounts(question.text, unit.text) : []
  if (counted.length > 0) return new Set(counted)
  const from = /^[\s(]*\d+(?:\.\d+)*[.)]/.exec(unit.text)?.[0].length ?? 0
  const asked = new Set(numbersIn(question.text).map(({ value }) => value))
  return new Set(
    numbersIn(unit.text)
      .filter(({ start, value }) => start >= from && !asked.has(value))
      .map(({ value }) => value),
  )
}

const stated = ({ passage, text }: Candidate): string => {
  const { meta } = passage.card
  return answerMessages.states(`${nameOf(meta)}${meta.date ? ` (${dayFirst(meta.date)})` : ''}`, shownQuote(text))
}

const RANGE = /(?<!\d)((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?!\d)/gu

/** A term that the question names ("2025-2030") and that a document of other terms never mentions; null when all is well. */
export const missingTerm = (question: string, text: string): string | null => {
  const ranges = (of: string): readonly string[] => [...of.matchAll(RANGE)].map((match) => `${match[1]}-${match[2]}`)
  const held = new Set(ranges(text))
  const asked = ranges(question)
  if (held.size === 0 || asked.length === 0 || asked.some((range) => held.has(range))) return null
  return asked[0]!
}

const RELATIVE = /(?<!\p{L})(?:nhiem ky|khoa|nam|thang|quy) (?:sau|toi|tiep theo|truoc|ke tiep)(?!\p{L})/iu

/** "nhiệm kỳ sau" of a follow-up that the found text does not speak of; null when all is well. */
export const missingPeriod = (question: string, text: string): string | null => {
  const asked = RELATIVE.exec(fold(question))
  if (!asked) return null
  return fold(text).toLowerCase().includes(asked[0].toLowerCase())
    ? null
    : question.slice(asked.index, asked.index + asked[0].length)
}
