/**
 * Places that were asked for by name, as they are read in a chat: whole where they fit into one message, which is scrolled and never
 * left; of longer ones the beginning, with a button that opens the part in pages. A flood of messages would bury its own beginning.
 */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Answer, Citation } from '../../answer/answer.ts'
import type { Library } from '../../search/search-index.ts'
import { telegramAnswerMessages as messages } from '../../text/messages/telegram-answer-messages.ts'
import { piecesOf } from '../features/documents/pieces.ts'
import { partAsideData } from '../features/documents/reading-pages.ts'
import { sectionsOf } from '../../answer/digest/sections.ts'
import type { Button } from '../outgoing.ts'
import { labelOf } from '../view.ts'
import { plainWords } from './plain-words.ts'

type Answered = Extract<Answer, { status: 'answered' }>

/** With its sources and notices a message of this stays below 3,500 (issue 3). */
const WHOLE = 2_600
/** About one screen and a half of a telephone. */
const BEGINNING = 1_200
const BUTTONS = 3

export interface WholePlaces {
  readonly body: FormattedString
  /** Those of which something is left to read, in their order. */
  readonly left: readonly Citation[]
}

export const wholePlaces = ({ text, citations }: Pick<Answered, 'text' | 'citations'>): WholePlaces => {
  const entries = text.trim().split(/(?<=\[\d+\])\n/)
  const all = entries.join('\n\n')
  if (all.length <= WHOLE) return { body: plainWords(all), left: [] }
  const shown: string[] = []
  let room = BEGINNING
  for (const entry of entries) {
    if (entry.length > room && shown.length > 0) break
    shown.push(entry.length > room ? beginningOf(entry, room) : entry)
    room -= entry.length
  }
  const isWhole = (n: number): boolean =>
    shown.some((entry) => entry.endsWith(` [${n}]`) && !entry.endsWith(`… [${n}]`))
  return { body: plainWords(shown.join('\n\n')), left: citations.filter(({ n }) => !isWhole(n)) }
}

/** Up to a line or a sentence: no clause is broken off in its middle where it can be helped. */
const beginningOf = (entry: string, room: number): string => {
  const mark = / (\[\d+\])$/.exec(entry)?.[1] ?? ''
  const head = entry.slice(0, room)
  const line = head.lastIndexOf('\n')
  const stop = Math.max(head.lastIndexOf('. '), head.lastIndexOf('; '))
  const at = line > room / 2 ? line : stop > room / 2 ? stop + 1 : head.lastIndexOf(' ')
  return `${head.slice(0, at).trimEnd()}\n… ${mark}`.trimEnd()
}

/** "Xem trọn Điều 5": opens the part of the document in pages, at the place itself. */
export const readOnButtons = ({ text, citations, whole }: Answered, library: Library | null): readonly Button[] =>
  whole && library
    ? wholePlaces({ text, citations })
        .left.slice(0, BUTTONS)
        .flatMap((citation) => readOn(citation, library))
    : []

const readOn = (citation: Citation, library: Library): readonly Button[] => {
  const { documentId, passageId, quote, section, path } = citation
  const content = library.content(documentId)
  if (!content) return []
  const passage = content.passages[Number(passageId.slice(passageId.lastIndexOf('#') + 1))]
  const start = content.text.indexOf(quote, passage?.start ?? 0)
  const sections = sectionsOf(content)
  const at = sections.findLastIndex((part) => part.start <= start)
  const part = sections[at]
  if (start < 0 || !part) return []
  const within = start - part.start
  let reached = 0
  const pieces = piecesOf(content.text.slice(part.start, part.end))
  const piece = pieces.findIndex((one) => (reached += one.length + 2) > within)
  const name = section ?? path ?? messages.thisPart
  return [{ label: labelOf(messages.readOn(name)), data: partAsideData(documentId, at, Math.max(0, piece), part) }]
}
