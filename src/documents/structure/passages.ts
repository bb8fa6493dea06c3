/** Cuts a document's text into passages along its structure, about 130 syllables each, never inside a sentence. */
import { unitsOf } from '../../text/units/sentences.ts'
import { trimmed } from '../../text/units/logical-lines.ts'
import type { Span } from '../../text/units/logical-lines.ts'
import type { Heading, Passage } from '../document.ts'
import { partition } from './partition.ts'
import type { Atom } from './partition.ts'
import { headingWalk, shownHeading } from './section-at.ts'

/** A part of the text that is no running text. */
export interface SpecialSpan extends Span {
  readonly kind: 'table' | 'caption'
}

export interface PassageInput {
  readonly text: string
  readonly headings: readonly Heading[]
  readonly special?: readonly SpecialSpan[]
  /** Where pages start, ascending. */
  readonly pages?: readonly { readonly start: number; readonly page: number }[]
}

/** A table that is longer is cut between rows. */
const TABLE_LENGTH = 1400
const HEADER_LENGTH = 300
/** About 600 syllables. */
const LONGEST = 3000
/** Headings of this rank or above start a passage of their own; khoản, numbers and điểm below are packed together. */
const OWN_PASSAGE = 2.5

/** Passages in order; everything visible stands in exactly one. Size: retrieval-study.md §7 (80 to 250 syllables are equal within noise). */
export const passagesOf = (input: PassageInput): Passage[] => {
  const { text, headings, pages = [] } = input
  const headingsAbove = headingWalk(headings)
  return segmentsOf(input)
    .flatMap((segment) => {
      const cuts = segment.kind === 'body' ? partition(segment.atoms) : tableCuts(segment)
      const header = segment.kind === 'table' && cuts.length > 1 ? headerRow(text, segment) : []
      return cuts.map((atoms, part) => {
        const [start, end] = [atoms[0]!.start, atoms.at(-1)!.end]
        const body = atoms.find((atom) => !atom.heading)?.start ?? start
        // a picture stands anywhere; it belongs to no answer and no clause
        const above = segment.kind === 'caption' ? [] : headingsAbove(Math.max(start, body), end)
        const path = above.map(shownHeading)
        return {
          start,
          end,
          path: part > 0 ? [...path, ...header] : path,
          page: pageAt(pages, start),
          kind: segment.kind,
        }
      })
    })
    .map((passage, ordinal) => ({ ordinal, ...passage }))
}

interface Segment {
  kind: Passage['kind']
  readonly atoms: Atom[]
}

const segmentsOf = ({ text, headings, special = [] }: PassageInput): Segment[] => {
  const segments: Segment[] = []
  let next = 0
  /** A heading that still waits for its words takes in whatever comes. */
  const add = (kind: Passage['kind'], atoms: readonly Atom[], fresh: boolean): void => {
    const last = segments.at(-1)
    const waits = last?.kind === 'body' && last.atoms.every((atom) => atom.heading)
    if (last && (waits ? kind !== 'caption' : kind === 'body' && last.kind === 'body' && !fresh)) {
      last.atoms.push(...atoms)
      last.kind = kind
    } else segments.push({ kind, atoms: [...atoms] })
  }
  const addSpecial = (span: SpecialSpan): void =>
    add(span.kind, span.kind === 'table' ? rowsOf(text, span) : [atomOf(text, span, 5, false)], true)
  const starts = new Map(headings.map((heading) => [heading.start, heading]))
  let titleEnd = 0
  for (const unit of unitsOf(text)) {
    while (special[next] && special[next]!.end <= unit.start) addSpecial(special[next++]!)
    if (special[next] && special[next]!.start <= unit.start) continue
    const heading = starts.get(unit.start)
    const startsLine = newLineBefore(text, unit.start)
    const words = text.slice(unit.start, unit.end)
    if (heading?.label === null) titleEnd = Math.max(unit.end, lineEnd(text, unit.start))
    const isTitle =
      unit.start < titleEnd ||
      (heading !== undefined && (unit.kind === 'heading' || (heading.rank < OWN_PASSAGE && heading.title !== ''))) ||
      (startsLine &&
        unit.kind === 'heading' &&
        !/\p{Ll}/u.test(words) &&
        segments.at(-1)?.atoms.at(-1)?.heading === true)
    // parts of a list within one sentence: cut only where nothing else will do
    const goesOn = !startsLine && /[;:,]\s*$/.test(text.slice(Math.max(0, unit.start - 4), unit.start))
    const rank = heading?.rank ?? (startsLine ? 5 : goesOn ? 7 : 6)
    const opens = unit.kind === 'heading' || words.endsWith(':')
    const atoms = cutLong(text, unit).map((piece, part) => atomOf(text, piece, part > 0 ? 6 : rank, isTitle, opens))
    add('body', atoms, heading !== undefined && heading.rank < OWN_PASSAGE)
  }
  while (special[next]) addSpecial(special[next++]!)
  return segments
}

const atomOf = (text: string, { start, end }: Span, rank: number, heading: boolean, opens = false): Atom => {
  const words = text.slice(start, end)
  return { start, end, rank, heading, syllables: words.split(/\s+/).length, opens }
}

const rowsOf = (text: string, table: Span): Atom[] => {
  const rows: Atom[] = []
  let start = table.start
  for (const row of text.slice(table.start, table.end).split('\n')) {
    const span = trimmed(text, start, start + row.length)
    if (span) {
      const whole = span.end - span.start <= TABLE_LENGTH
      const pieces = whole ? [span] : unitsOf(row).map((unit) => ({ start: start + unit.start, end: start + unit.end }))
      rows.push(...pieces.flatMap((piece) => cutLong(text, piece)).map((piece) => atomOf(text, piece, 5, false)))
    }
    start += row.length + 1
  }
  return rows
}

/** Whole tables where they are short, else as many rows as fit. */
const tableCuts = ({ atoms }: Segment): Atom[][] => {
  if (atoms.at(-1)!.end - atoms[0]!.start <= TABLE_LENGTH) return [[...atoms]]
  const cuts: Atom[][] = []
  for (const atom of atoms) {
    const last = cuts.at(-1)
    if (last && (atom.end - last[0]!.start <= TABLE_LENGTH || last.every((one) => one.heading))) last.push(atom)
    else cuts.push([atom])
  }
  return cuts
}

const headerRow = (text: string, { atoms }: Segment): string[] => {
  const first = atoms.find((atom) => !atom.heading)
  const row = first ? text.slice(first.start, first.end) : ''
  return row && row.length <= HEADER_LENGTH ? [row] : []
}

/** No sentence is that long; what is (a list of names, a text without stops) is cut after a mark or between words. */
const cutLong = (text: string, { start, end }: Span): Span[] => {
  const spans: Span[] = []
  let from = start
  while (end - from > LONGEST) {
    const part = text.slice(from, from + LONGEST)
    const mark = Math.max(part.lastIndexOf('; '), part.lastIndexOf('\n'), part.lastIndexOf(', '))
    const cut = mark > LONGEST / 2 ? mark + 1 : Math.max(part.lastIndexOf(' '), 0) || LONGEST
    const span = trimmed(text, from, from + cut)
    if (span) spans.push(span)
    from += cut
  }
  const rest = trimmed(text, from, end)
  return rest ? [...spans, rest] : spans
}

const newLineBefore = (text: string, start: number): boolean => {
  let at = start - 1
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at--
  return at < 0 || text[at] === '\n'
}

const lineEnd = (text: string, start: number): number => {
  const feed = text.indexOf('\n', start)
  return feed < 0 ? text.length : feed
}

const pageAt = (pages: NonNullable<PassageInput['pages']>, start: number): number | null =>
  pages.findLast((page) => page.start <= start)?.page ?? null
