/** A text as units: its sentences, list items and headings in order, each knowing which line it stands under. */
import { markerOf } from './list-marker.ts'
import type { Marker } from './list-marker.ts'
import { logicalLines, trimmed } from './logical-lines.ts'
import type { Span } from './logical-lines.ts'
import { semicolonParts } from './semicolon-list.ts'
import { sentenceBreaks } from './sentence-breaks.ts'

export interface Unit extends Span {
  /** Lower is higher (list-marker.ts); a plain sentence stands below every marker. */
  readonly rank: number
  readonly kind: 'sentence' | 'item' | 'heading'
  /** Index of the unit it stands under (its heading, or the introduction of its list); -1 at the top. */
  readonly parent: number
}

/** Rank of a sentence without a marker. */
const PLAIN = 6
const HEADING_LENGTH = 110
const LABELLED_HEADING_LENGTH = 160
const SHORT_TITLE = 80
const ENDS = '.;:,…!?'

interface Open {
  readonly rank: number
  readonly unit: number
  /** How it opened: a marker, a plain heading, or a plain line that ends in a colon. */
  readonly by: 'marker' | 'heading' | 'colon'
  /** Whether plain lines below still belong to it. */
  readonly holdsPlain: boolean
}

/**
 * Units of a text in order, without overlap, covering everything visible; both ends stand at visible characters.
 * Offsets are UTF-16, end exclusive; a unit of a hard-wrapped text may hold single line feeds. Rules: answering-study §1.
 */
export const unitsOf = (text: string): readonly Unit[] => {
  const units: Unit[] = []
  const open: Open[] = []
  const lines = logicalLines(text)
  lines.forEach((line, index) => {
    const words = text.slice(line.start, line.end)
    const next = lines[index + 1]
    const nextMarker = next ? markerOf(text.slice(next.start, next.start + 60)) : null
    addLine(words, line.start, isHeading(words, nextMarker, next !== undefined))
  })
  return units

  function addLine(words: string, offset: number, heading: boolean): void {
    const pieces = piecesOf(words)
    const line = units.length
    let first = -1
    pieces.forEach((piece, index) => {
      const marker = markerOf(words.slice(piece.start, piece.start + 60))
      const starts = index === 0 || marker !== null
      if (starts) {
        close(marker, heading, words)
        first = units.length
      }
      const rank = marker && starts ? marker.rank : first >= 0 && !starts ? units[first]!.rank : PLAIN
      const parent = starts ? (open.at(-1)?.unit ?? -1) : parentInLine(line, first, piece)
      const kind = heading ? 'heading' : piece.item || (marker && starts) ? 'item' : 'sentence'
      units.push({ start: offset + piece.start, end: offset + piece.end, rank, kind, parent })
      const colon = words[piece.end - 1] === ':'
      if (starts) openLevel(marker, heading, colon)
      else if (colon && !piece.item) openColon()
    })
  }

  /** Ends the levels that the coming line does not stand under. */
  function close(marker: Marker | null, heading: boolean, words: string): void {
    const isOver = (level: Open): boolean => {
      if (marker) return level.rank >= marker.rank || (level.by === 'colon' && marker.structural)
      if (heading) return level.by !== 'marker' || level.rank >= 3
      return level.by === 'colon' ? !continuesList(level, words) : !level.holdsPlain
    }
    while (open.length > 0 && isOver(open.at(-1)!)) open.pop()
  }

  /** Items without markers: directly below the colon, or after an item that ended in a semicolon or comma. */
  function continuesList(level: Open, words: string): boolean {
    const last = units.length - 1
    if (last === level.unit) return true
    const before = units[last]
    return before?.parent === level.unit && /[;,]$/.test(text.slice(before.start, before.end)) && words.length < 400
  }

  function openLevel(marker: Marker | null, heading: boolean, colon: boolean): void {
    const unit = units.length - 1
    if (marker) open.push({ rank: marker.rank, unit, by: 'marker', holdsPlain: heading || colon || marker.rank < 4 })
    else if (heading) open.push({ rank: below() + 0.005, unit, by: 'heading', holdsPlain: true })
    else if (colon) openColon()
  }

  function openColon(): void {
    open.push({ rank: below() + 0.01, unit: units.length - 1, by: 'colon', holdsPlain: false })
  }

  function below(): number {
    return open.at(-1)?.rank ?? 0
  }

  /** Later sentences of a line stand beside its first, unless that is a short title or introduces them. */
  function parentInLine(line: number, first: number, piece: Piece): number {
    const head = units[first]!
    if (piece.under >= 0) return line + piece.under
    const title = head.kind === 'item' && head.end - head.start < SHORT_TITLE
    return title || head.kind === 'heading' ? first : head.parent
  }
}

interface Piece extends Span {
  readonly item: boolean
  /** For a part of a semicolon list: which piece of the line introduces it; else -1. */
  readonly under: number
}

const piecesOf = (line: string): readonly Piece[] => {
  const pieces: Piece[] = []
  const add = (start: number, end: number, item: boolean, under: number): void => {
    const span = trimmed(line, start, end)
    if (span) pieces.push({ ...span, item, under })
  }
  const cuts = [0, ...sentenceBreaks(line), line.length]
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!]
    const sentence = line.slice(from, to)
    const list = semicolonParts(sentence)
    const intro = pieces.length
    const bounds = [0, ...list.starts, sentence.length]
    for (let k = 0; k + 1 < bounds.length; k += 1) {
      const item = k > 0 && list.starts.length > 0
      add(from + bounds[k]!, from + bounds[k + 1]!, item, item && list.intro ? intro : -1)
    }
  }
  return pieces
}

const isHeading = (line: string, next: Marker | null, hasNext: boolean): boolean => {
  const marker = markerOf(line.slice(0, 60))
  if (/\?["”’»)]*$/.test(line)) return marker?.rank === 5 ? line.startsWith('*') : line.length <= 250
  if (line.includes(' | ') || ENDS.includes(line.at(-1) ?? '.')) return false
  // a page number heads nothing
  if (!/\p{L}{2}/u.test(line)) return false
  if (!marker) return line.length <= HEADING_LENGTH && !/[.!?…]\s+\p{Lu}/u.test(line)
  if (marker.structural) return line.length < LABELLED_HEADING_LENGTH
  // "1. Nguyên tắc" is a heading when something stands under it, and an item otherwise
  return marker.rank < 4 && line.length <= HEADING_LENGTH && hasNext && (next === null || next.rank > marker.rank)
}
