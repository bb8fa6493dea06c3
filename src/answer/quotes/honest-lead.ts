/** Sentences of ours that keep an answer honest: a number that is given without its list, a "most" that was asked as "all". */
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { numbersIn } from '../../text/numbers/number-words.ts'
import { syllables } from '../../text/terms.ts'
import { fold } from '../../text/vietnamese.ts'
import type { Question } from '../question/question.ts'
import type { Candidate } from './unit-features.ts'
import { listAt } from './whole-list.ts'

export interface HonestLead {
  readonly sentence: string
  /** The unit that the sentence speaks of; it must be quoted, up to `end` (an offset in the document). */
  readonly unit: Candidate
  readonly end: number
}

/** `candidates` best first; `textOf` gives the whole text of a unit's document. */
export const honestLead = (
  question: Question,
  candidates: readonly Candidate[],
  textOf: (unit: Candidate) => string,
): HonestLead | undefined => onlyCounted(question, candidates, textOf) ?? notAll(question, candidates)

const WANTS_LIST =
  /(?<!\p{L})(?:ke ten|liet ke|neu ten|neu cu the|gom (?:nhung )?gi|la (?:nhung )?gi|nhung gi|cu the la|ten gi)(?!\p{L})/iu
// "3 trường cao đẳng nào", not "các trường … thành trường nào"
const WHICH = /(?<!\p{L})(?:\d+|cac|nhung|hai|ba|bon|sau|bay|tam|chin|muoi) (?:[^\s,]+ ){1,4}nao(?!\p{L})/iu
const ANOTHER = /(?<!\p{L})(?:thanh|cua|do|boi|tai|theo|o|trong) [^,]{0,30}nao(?!\p{L})/iu
const COUNTS = /(?<!\p{L})(?:bao nhieu|may|so luong)(?!\p{L})/iu
// what begins a list right behind the counted words
const LIST_SIGN = /(?<!\p{L})(?:gồm|bao gồm|sau đây|như sau|sau|là|cụ thể)(?!\p{L})|[:(]/iu
const NAME = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*(?:\s\p{Lu}[\p{L}\p{M}]*)*/gu
const MEMBERS = /,|;|\svà\s/u
const LONGEST_NOUN = 4

interface Counted {
  readonly value: number | null
  /** Folded syllables of what is counted, at most four. */
  readonly noun: readonly string[]
}

const onlyCounted = (
  question: Question,
  candidates: readonly Candidate[],
  textOf: (unit: Candidate) => string,
): HonestLead | undefined => {
  const folded = fold(question.text).toLowerCase()
  const wants = WANTS_LIST.test(folded) || (WHICH.test(folded) && !ANOTHER.test(folded))
  if (!wants || COUNTS.test(folded)) return undefined
  const asked = askedNoun(question.text, folded)
  if (!asked) return undefined
  let counted: { unit: Candidate; words: string; end: number } | undefined
  for (const unit of candidates) {
    const mention = mentionOf(unit.text, asked)
    if (!mention && !introduces(unit, asked)) continue
    if (introduces(unit, asked) || isListed(unit, mention!.counted, textOf)) return undefined
    const { start, end } = mention!
    // "… 9 chỉ tiêu và 5 nhiệm vụ, gồm:" would promise a list that is another's
    counted ??= { unit, words: unit.text.slice(start, end), end: unit.text.endsWith(':') ? unit.start + end : unit.end }
  }
  return counted && { sentence: answerMessages.onlyCounted(counted.words), unit: counted.unit, end: counted.end }
}

/** "9 chỉ tiêu chủ yếu" or "các chỉ tiêu", "những trường nào": what the question wants listed, where it begins with that or asks which. */
const askedNoun = (text: string, folded: string): Counted | undefined => {
  const which = ANOTHER.test(folded) ? null : WHICH.exec(folded)
  const from = which ? which.index : OPENING.exec(folded)![0].length
  const number = countsIn(text).find(({ start }) => start === from)
  if (!number && !/^(?:cac|nhung) /.test(folded.slice(from))) return undefined
  const noun = syllables(text)
    .filter(({ start }) => start >= (number?.end ?? from + 1))
    .slice(0, LONGEST_NOUN)
    .map((syllable) => syllable.folded)
  return noun.length === 0 || ASKING.has(noun[0]!) ? undefined : { value: number?.value ?? null, noun }
}
/** What may stand before the thing that is to be listed. */
const OPENING = /^(?:(?:hay|xin|cho|biet|toi|minh|giup|ke|ten|liet|neu|ra|cu|the) )*/u

/** Numbers that count what stands behind them: no "Điều 8", no "2012", no "X.25", no "Ba Lan". */
const countsIn = (text: string): readonly { start: number; end: number; value: number }[] =>
  numbersIn(text).filter(
    ({ start, end, value }) =>
      Number.isInteger(value) &&
      value > 1 &&
      !(value >= 1900 && value < 2100) &&
      !/[.,/–-]$/.test(text.slice(0, start)) &&
      /^\s+\p{L}{2}/u.test(text.slice(end)) &&
      (/^\d/.test(text.slice(start, end)) || /^\s+\p{Ll}/u.test(text.slice(end))) &&
      !LABEL.test(text.slice(0, start)),
  )
const LABEL =
  /(?<![\p{L}\p{M}])(?:năm|tháng|ngày|quý|lớp|khóa|số|điều|khoản|điểm|mục|phần|chương|phụ lục|thứ|cấp|bằng)\s+$/iu

const ASKING = new Set(['gi', 'nao', 'ai', 'dau'])

/** Where a unit counts it: offsets from the number to the last word shared with the question, and where the number ends. */
const mentionOf = (unit: string, asked: Counted): { start: number; counted: number; end: number } | undefined => {
  for (const { start, end, value } of countsIn(unit)) {
    if (value < 2 || (asked.value !== null && value !== asked.value)) continue
    const words = syllables(unit.slice(end)).slice(0, LONGEST_NOUN)
    const shared = sharedStart(
      words.map(({ folded }) => folded),
      asked.noun,
    )
    if (shared >= Math.min(2, asked.noun.length)) return { start, counted: end, end: end + words[shared - 1]!.end }
  }
  return undefined
}

/** A unit that introduces the very list, counted or not: "Các chỉ tiêu chủ yếu:". */
const introduces = (unit: Candidate, { noun }: Counted): boolean => {
  if (!unit.text.endsWith(':')) return false
  const words = syllables(unit.text).map(({ folded }) => folded)
  const at = words.findLastIndex((_word, index) => sharedStart(words.slice(index), noun) >= Math.min(2, noun.length))
  const number = at > 0 && numbersIn(unit.text).length > 0
  return at >= 0 && !number
}

const sharedStart = (words: readonly string[], noun: readonly string[]): number => {
  const end = words.findIndex((word, index) => word !== noun[index])
  return end < 0 ? words.length : end
}

/** Whether the items follow: in the unit behind the number, or below it, with nothing else counted in between. */
const isListed = (unit: Candidate, end: number, textOf: (unit: Candidate) => string): boolean => {
  const rest = unit.text.slice(end)
  const clause = rest.split(/[;.](?:\s|$)/u, 1)[0]!
  const another = countsIn(rest).some((number) => /^\s+\p{Ll}{2}/u.test(rest.slice(number.end)))
  if (another) return false
  const names = (clause.match(NAME) ?? []).length
  if (
    (names >= 2 && MEMBERS.test(clause)) ||
    (LIST_SIGN.test(clause) && MEMBERS.test(clause.slice(clause.search(LIST_SIGN))))
  )
    return true
  if (unit.text.endsWith(':') && listAt(textOf(unit), unit.start)) return true
  // "… ba nhiệm vụ." and then "Một là, …"
  return /^\s*(?:[-–+•*]|1[.)]|a\)|\(1\)|Một là|Thứ nhất|Trước hết)/u.test(textOf(unit).slice(unit.end, unit.end + 30))
}

const ALL = /(?<![\p{L}\p{M}])(?:tất cả|toàn bộ|mọi|100%)(?![\p{L}\p{M}])/iu
const ALL_FOLDED = /(?<!\p{L})(?:tat ca|toan bo|100%)(?!\p{L})/iu
const MOST = /(?<![\p{L}\p{M}])(?:hầu hết|phần lớn|đa số|phần nhiều|gần như tất cả|nhiều|một số)(?![\p{L}\p{M}])/iu
const REACH = 60

const notAll = (question: Question, candidates: readonly Candidate[]): HonestLead | undefined => {
  const asked = ALL.exec(question.text)?.[0] ?? (ALL_FOLDED.test(question.text) ? 'tất cả' : null)
  if (!asked || (question.type !== 'yesno' && !/(?:dung|phai) (?:khong|chua)/u.test(fold(question.text))))
    return undefined
  for (const unit of candidates) {
    if (ALL.test(unit.text)) return undefined
    const most = MOST.exec(unit.text)
    if (!most) continue
    const behind = syllables(unit.text.slice(most.index + most[0].length, most.index + most[0].length + REACH))
    const shared = new Set(behind.flatMap(({ folded }) => (question.matches.get(folded) ?? []).map(({ word }) => word)))
    if (shared.size >= 2)
      return { sentence: answerMessages.notAll(most[0].toLowerCase(), asked.toLowerCase()), unit, end: unit.end }
  }
  return undefined
}
