/** What is decided before anything is searched: lines too long or empty, secret papers, wording that is not looked up. */
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { clean, fold } from '../../text/vietnamese.ts'
import type { Refusal } from '../answer.ts'
import { decline } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import { isEnglish } from './foreign-language.ts'
import { screenWording } from './screen-patterns.ts'
import type { Screened } from './screen-patterns.ts'

/** Longest question that is searched, in characters. */
export const LONGEST_QUESTION = 500

const REASONS: Readonly<Record<Screened, Refusal>> = {
  injection: 'unsafe',
  abuse: 'off_topic',
  personalData: 'unsafe',
  personnel: 'off_topic',
  opinion: 'off_topic',
  drafting: 'off_topic',
  offTopic: 'off_topic',
  greeting: 'ambiguous',
  thanks: 'ambiguous',
}

/** `undefined` when the line is a question to be looked up. `asked` is the message as it came, line breaks included. */
export const screenQuestion = (asked: string): Refused | undefined => {
  const text = clean(asked).trim()
  if (text === '') return decline('ambiguous', answerMessages.empty)
  if (bearsSecrecyMark(text)) return decline('unsafe', answerMessages.secret)
  const kind = screenWording(text.slice(0, LONGEST_QUESTION).replace(/\s+/g, ' '))
  if (kind === 'injection') return decline(REASONS[kind], answerMessages[kind])
  if (text.length > LONGEST_QUESTION) return decline('too_long', answerMessages.tooLong(LONGEST_QUESTION))
  if (kind) return decline(REASONS[kind], answerMessages[kind])
  return isEnglish(text) ? decline('off_topic', answerMessages.english) : undefined
}

const LETTERS = (word: string): string => [...word].join('[\\s._*-]{0,2}')
const STAMP = `(?:(?:${LETTERS('TUYỆT')}|${LETTERS('TỐI')}|${LETTERS('TUYET')}|${LETTERS('TOI')})\\s*)?(?:${LETTERS('MẬT')}|${LETTERS('MAT')})`
// on a line of its own, as a stamp stands
const STAMP_LINE = new RegExp(`^[\\s\\[(|"“*_-]*(?:độ mật\\s*:\\s*)?${STAMP}[\\s\\])|"”*_.-]*$`, 'mu')
// at the head of pasted text whose line breaks were lost: "TỐI MẬT BÁO CÁO …", "… TỐI MẬT Số: …"
const STAMP_INLINE =
  /(?<![\p{L}\p{M}])(?:TUYỆT MẬT|TỐI MẬT|TUYET MAT|TOI MAT)(?![\p{L}\p{M}])|^\W*(?:MẬT|MAT)\s+\p{Lu}{2}/u
const DEGREE = /(?<![\p{L}])(?:do mat|muc do mat)\s*:\s*(?:tuyet mat|toi mat|mat)/iu
const PASTED = 80

/** Whether a pasted text bears MẬT, TỐI MẬT or TUYỆT MẬT as a stamp; questions about secrecy are ordinary questions. */
const bearsSecrecyMark = (text: string): boolean => {
  if (STAMP_LINE.test(text) && /\n/.test(text)) return true
  if (DEGREE.test(fold(text))) return true
  const isShouted = text === text.toUpperCase()
  return !isShouted && text.length > PASTED && STAMP_INLINE.test(text) && !/\?\s*$/.test(text)
}
