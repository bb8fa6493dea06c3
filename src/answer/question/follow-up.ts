/** Questions that lean on the turn before: "còn nhiệm kỳ sau thì sao?" becomes a question that stands alone. */
import { mentionsIn } from '../../text/numbers/document-mentions.ts'
import { fold, hasMarks, key, oneLine } from '../../text/vietnamese.ts'
import { leanedOn, type Turn } from '../answer.ts'
import { asksOfWhole } from './asks-of-whole.ts'
import {
  BARE_QUESTION,
  DOCUMENT,
  DOCUMENT_NAMED,
  ENDING,
  LEAD_WORDS,
  LOCATOR,
  LOCATOR_ONCE,
  OPENING,
  POINTING,
  POINTING_BACK,
  POINTING_WORDS,
  TAIL_WORDS,
  THIN_QUESTION,
  type Pattern,
} from './leaning-words.ts'
import { isBareValidityQuestion } from './validity-question.ts'

export interface Standalone {
  /** The question with what it leaned on; adds only words that stand in the turns. */
  readonly text: string
  /** Whether it leaned on an earlier turn. */
  readonly dependent: boolean
  /** The document that the earlier answer rested on, where the question keeps to it: to be preferred. */
  readonly documentId: string | null
  /** Whether it is put to that document and no other: "văn bản đó", a place without a document. */
  readonly only: boolean
  /** The earlier question as it was asked, where `text` joins two questions and is no sentence that one would say. */
  readonly joinedWith: string | null
}

/** Words that a question may have and still say nothing on its own. */
const THIN = 5

export const standaloneOf = (asked: string, turns: readonly Turn[]): Standalone => {
  const question = oneLine(asked)
  const last = leanedOn(turns)
  const alone = standingAlone(question)
  if (!last) return alone
  const spoken = hasMarks(question) ? key(question) : fold(question).toLowerCase()
  const is = (pattern: Pattern): boolean => (hasMarks(question) ? pattern.marked : pattern.unmarked).test(spoken)
  const namesDocument = mentionsIn(question).length > 0
  // a document opened to be asked about, or a question of all of it ("có gì khác bản cũ", "chỉ tiêu cụ thể là gì"), not of its words
  if (last.documentId !== null && !namesDocument && (last.question === '' || asksOfWhole(question)))
    return { ...alone, dependent: true, documentId: last.documentId, only: true }
  const resolved = (text: string): Standalone => {
    const sameSpelling = hasMarks(question) === hasMarks(last.standalone)
    const joinedWith = sameSpelling ? null : last.question
    return { ...alone, text: oneLine(text), dependent: true, documentId: last.documentId, joinedWith }
  }
  const joined = (text: string): Standalone => ({ ...resolved(text), joinedWith: last.question })

  if (is(POINTING) && !namesDocument) {
    const named = documentNamed(last.standalone)
    if (named) return { ...resolved(question.replace(POINTING_WORDS, named)), joinedWith: null }
    if (last.documentId !== null) return { ...alone, dependent: true, documentId: last.documentId, only: true }
    return joined(withTopic(question, last))
  }
  const opens = is(OPENING)
  if (last.documentId !== null && !namesDocument && isBareValidityQuestion(question))
    return { ...alone, dependent: true, documentId: last.documentId, only: true }
  const bare = is(BARE_QUESTION)
  if (LOCATOR_ONCE.test(question) && !namesDocument && !is(DOCUMENT_NAMED) && (opens || thin(question))) {
    const placed = atPlaceOf(question, last)
    if (placed.of === 'number') return { ...resolved(placed.text), joinedWith: null }
    if (placed.of === 'name') return resolved(placed.text)
    return { ...resolved(placed.text), dependent: last.documentId !== null, only: true, joinedWith: null }
  }
  if (bare || is(THIN_QUESTION) || (is(POINTING_BACK) && !namesDocument)) return joined(withTopic(question, last))
  if (opens && namesDocument && thin(question))
    return { ...withOtherDocument(question, last, resolved, joined), documentId: null }
  const ends = is(ENDING) && thin(question) && SLOTS.some((slot) => slot.test(question) && slot.test(last.standalone))
  if ((opens && (is(ENDING) || thin(question))) || ends)
    return { ...withTopicReplaced(question, last, resolved, joined), documentId: null }
  return alone
}

/** A question that leans on nothing. */
export const standingAlone = (text: string): Standalone => ({
  text,
  dependent: false,
  documentId: null,
  only: false,
  joinedWith: null,
})

/** The question with the words that point at an earlier document taken out: "văn bản đó nói gì về đảng phí" → "nói gì về đảng phí". */
export const withoutPointing = (question: string): string => question.replace(POINTING_WORDS, ' ')

type Build = (text: string) => Standalone

const thin = (question: string): boolean => question.split(/\s+/).length <= THIN + 3

/** "nghị quyết đó do ai ký?" after a question that names none: the topic of that turn behind it. */
const withTopic = (question: string, last: Turn): string => `${question.replace(/[?.!\s]+$/u, '')} ${topicOf(last)}`

/**
 * A place without a document is one of the document of the turn before, and nothing else that was asked there comes along:
 * "Điều 5 nói gì" after "Quy định 27 do ai ban hành?" → "Điều 5 Quy định 27 nói gì". What stands above the place is kept.
 */
const atPlaceOf = (
  question: string,
  last: Turn,
): { readonly text: string; readonly of: 'number' | 'name' | 'turn' } => {
  const asked = question.match(LOCATOR) ?? []
  const before = last.standalone.match(LOCATOR) ?? last.section?.match(LOCATOR) ?? []
  const kept = before.filter((place) => !asked.some((other) => levelOf(other) <= levelOf(place)))
  const named = documentNamed(last.standalone)
  if (
    !named &&
    LOCATOR_ONCE.test(last.standalone) &&
    DOCUMENT_NAMED.unmarked.test(fold(last.standalone).toLowerCase())
  ) {
    const rest = last.standalone.replace(LOCATOR, ' ').replace(/\s+/g, ' ').trim()
    return { text: `${[...asked, ...kept].join(' ')} ${rest}`, of: 'name' }
  }
  const own = question
    .replace(LEAD_WORDS, '')
    .replace(TAIL_WORDS, '')
    .replace(/[?.!\s]+$/u, '')
  const at = asked.at(-1)!
  return {
    text: own.replace(at, [at, ...kept, ...(named ? [named] : [])].join(' ')),
    of: named ? 'number' : 'turn',
  }
}

/** Phần above Chương above Mục above Điều above khoản above điểm. */
const levelOf = (place: string): number =>
  ['phan', 'chuong', 'muc', 'dieu', 'khoan', 'diem'].indexOf(fold(place).toLowerCase().split(/\s+/)[0]!)

/** "còn nhiệm kỳ sau thì sao?" → the question before, with its nhiệm kỳ replaced by this one. */
const withTopicReplaced = (question: string, last: Turn, resolved: Build, joined: Build): Standalone => {
  const topic = question
    .replace(LEAD_WORDS, '')
    .replace(TAIL_WORDS, '')
    .replace(/[?.!\s]+$/u, '')
  const previous = last.standalone
  const slot = SLOTS.find((one) => one.test(topic) && one.test(previous))
  return slot ? resolved(previous.replace(slot, topic)) : joined(`${topic} ${topicOf(last)}`)
}

// what is replaced as one: a term with its years, a year, a kind of office or of member
const SLOTS: readonly RegExp[] = [
  /(?:nhiệm kỳ|nhiem ky|khóa|khoá)\s+(?:\d{4}\s*[-–]\s*\d{4}|này|nay|qua|trước|truoc|sau|tới|toi|mới|moi|[IVXL]+)(?![\p{L}])/iu,
  /(?:năm|nam|quý|quy|tháng|thang)\s+(?:\d{1,4}|trước|truoc|sau|nay|này|[IVX]+)(?![\p{L}\d])/iu,
  /cấp\s+(?:tỉnh|huyện|xã|cơ sở|trung ương|thôn)(?![\p{L}])/iu,
  /đảng viên\s+(?:chính thức|dự bị|mới)(?![\p{L}])/iu,
  /(?:phó bí thư|bí thư|phó chủ tịch|chủ tịch|phó trưởng ban|trưởng ban)(?![\p{L}])/iu,
]

/** "còn Nghị quyết 19?" → the question before, asked of this document. */
const withOtherDocument = (question: string, last: Turn, resolved: Build, joined: Build): Standalone => {
  const named = documentNamed(question)!
  const before = documentNamed(last.standalone)
  return before ? resolved(last.standalone.replace(before, named)) : joined(`${named} ${topicOf(last)}`)
}

/** The first document named by number, with its kind where that stands before it. */
const documentNamed = (text: string): string | null => {
  const mention = mentionsIn(text)[0]
  if (!mention) return null
  const kind = KIND_BEFORE.exec(text.slice(0, mention.start))?.[0] ?? ''
  return kind + text.slice(mention.start, mention.end)
}
const KIND_BEFORE = new RegExp(`(?:${DOCUMENT}|${fold(DOCUMENT)})\\s+(?:(?:số|so)\\s*:?\\s*)?$`, 'iu')

/** What the earlier question was about: its words without the asking ones. */
const topicOf = (turn: Turn): string =>
  turn.standalone
    .replace(/[?.!]+\s*$/u, '')
    .replace(ASKING, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const ASKING =
  /(?<![\p{L}\p{M}])(?:là ai|là gì|như thế nào|thế nào|ra sao|bao nhiêu|bao lâu|bao giờ|khi nào|ở đâu|vì sao|tại sao|những gì|gồm những gì|ngày nào|năm nào|đúng không|phải không|được không|hay không|nói gì|nói về gì|cho biết|kể tên|liệt kê|giúp tôi|la ai|la gi|nhu the nao|the nao|ra sao|bao nhieu|bao lau|bao gio|khi nao|o dau|vi sao|tai sao|nhung gi|gom nhung gi|ngay nao|dung khong|phai khong|duoc khong|noi gi|ke ten|ai|gì|nào|mấy)(?![\p{L}\p{M}])/giu
