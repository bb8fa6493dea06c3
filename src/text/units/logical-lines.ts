/** Lines as their author meant them: the lines of a hard-wrapped text joined again, all others kept apart. */
import { markerOf } from './list-marker.ts'

/** Offsets into the text, end exclusive; both ends stand at visible characters. A span may hold line feeds. */
export interface Span {
  readonly start: number
  readonly end: number
}

const CLOSED = /[.;:!?…]["”’»)\]]*$/u
const WRAP_LIMIT = 140
const FULL_LINE = 0.8

/** The logical lines of a text, in order (answering-study §1, rule 1). Blank lines always separate. */
export const logicalLines = (text: string): readonly Span[] => {
  const lines = visibleLines(text)
  const longest = lines.reduce((most, line) => Math.max(most, line.end - line.start), 0)
  const open = lines.filter((line) => !CLOSED.test(tail(text, line))).length
  const wrapped = lines.length >= 6 && open > lines.length / 2 && longest <= WRAP_LIMIT
  const joined: Span[] = []
  lines.forEach((line, index) => {
    const previous = lines[index - 1]
    const start = previous && continues(previous, line) ? joined.pop()!.start : line.start
    joined.push({ start, end: line.end })
  })
  return joined

  function continues(previous: Line, line: Line): boolean {
    if (previous.number !== line.number - 1) return false
    const words = text.slice(line.start, Math.min(line.end, line.start + 60))
    if (CLOSED.test(tail(text, previous)) || markerOf(words)) return false
    // rows of a table stay rows
    if (text.slice(previous.start, previous.end).includes(' | ')) return false
    return /^[\p{Ll}(,]/u.test(words) || (wrapped && previous.end - previous.start >= FULL_LINE * longest)
  }
}

const tail = (text: string, line: Span): string => text.slice(Math.max(line.start, line.end - 8), line.end)

interface Line extends Span {
  readonly number: number
}

const visibleLines = (text: string): readonly Line[] => {
  const found: Line[] = []
  let start = 0
  for (let number = 0; start <= text.length; number += 1) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    const span = trimmed(text, start, end)
    if (span) found.push({ ...span, number })
    start = end + 1
  }
  return found
}

/** The span without white space at its ends; null where nothing visible is left. */
export const trimmed = (text: string, start: number, end: number): Span | null => {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from]!)) from += 1
  while (to > from && /\s/.test(text[to - 1]!)) to -= 1
  return from < to ? { start: from, end: to } : null
}
