/** A few lines of a document that say what it is about, word for word: its opening statement, its aims, its first rules. No model. */
import type { Library } from '../../search/search-index.ts'
import { libraryMessages } from '../../text/messages/library-messages.ts'
import { ordersMachine } from '../../text/orders-machine.ts'
import { unitsOf } from '../../text/units/sentences.ts'
import { fold } from '../../text/vietnamese.ts'
import { sectionsOf, type Section } from './sections.ts'

const MOST = 4
/** A line shorter than this says little, a longer one is no line. */
const SHORTEST = 40
const LONGEST = 320
/** How far into a part its first statement is looked for. */
const REACH = 6000
/** Parts that say what a document wants, before parts that say how. */
const AIMS = /muc tieu|chi tieu|muc dich|ket qua|nhiem ky|thoi gian|noi dung/
/** Parts that are alike in every document. */
const USUAL = /pham vi|doi tuong|hieu luc|to chuc thuc hien|dieu khoan thi hanh|trach nhiem thi hanh|noi nhan/
/** What founds it, who receives it, and a point of a list without what stands above it. */
const NO_STATEMENT =
  /^[\s*+•–-]*(?:[a-zđ]\)|căn cứ|xét|theo đề nghị|nơi nhận|kính gửi|lưu|t\/m|tm\.|k\/t|số\s*:?\s*\d|tài liệu mẫu)/iu

export interface MainPoint {
  /** Exact words: a slice of the document's text. */
  readonly quote: string
  /** Offsets in the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** `Điều 2`, `II. Mục tiêu`; null for what stands before the first part. */
  readonly place: string | null
}

export const mainPoints = (content: NonNullable<ReturnType<Library['content']>>): readonly MainPoint[] => {
  const sections = sectionsOf(content)
  const [opening, ...parts] = sections
  if (!opening) return []
  const worth = ({ name }: Section): number => (AIMS.test(flat(name)) ? 0 : USUAL.test(flat(name)) ? 2 : 1)
  const chosen = parts
    .map((part, at) => ({ part, at }))
    .sort((a, b) => worth(a.part) - worth(b.part) || a.at - b.at)
    .slice(0, MOST - 1)
    .sort((a, b) => a.at - b.at)
  const found = [
    ...statements(content.text, opening, parts.length === 0 ? MOST : 1, true),
    ...chosen.flatMap(({ part }) => statements(content.text, part, 1, false)),
  ]
  return found.slice(0, MOST)
}

const statements = (text: string, section: Section, most: number, isOpening: boolean): MainPoint[] => {
  const { start, end, label, name } = section
  const hasPlace = name !== libraryMessages.opening && name !== libraryMessages.wholeText
  const found: MainPoint[] = []
  for (const unit of unitsOf(text.slice(start, Math.min(end, start + REACH)))) {
    const words = text.slice(start + unit.start, start + unit.end).trim()
    // what opens a document has letterhead and title before the first sentence, and that one ends as a sentence does
    if (unit.kind === 'heading' || words.length < SHORTEST || words.length > LONGEST) continue
    if (
      NO_STATEMENT.test(words) ||
      words.includes('|') ||
      ordersMachine(words) ||
      words === words.toUpperCase() ||
      words.endsWith(':') ||
      (isOpening && !/[.;!?…]$/u.test(words))
    )
      continue
    found.push({ quote: words, start: start + unit.start, end: start + unit.end, place: hasPlace ? label : null })
    if (found.length === most) break
  }
  return found
}

const flat = (text: string): string => fold(text).toLowerCase()
