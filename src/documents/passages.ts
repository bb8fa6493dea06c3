/** Cuts a document's text into passages of about 130 syllables, at ends of sentences only. */
import type { Passage } from './document.ts'

const TARGET = 130
const END = /[.!?…]+["”’)\]]*\s+(?=["“(\[]*[\p{Lu}\d•*+–-])|\n+/gu

export const passagesOf = (text: string): Passage[] => {
  const passages: Passage[] = []
  let start = -1
  let syllables = 0
  const close = (end: number): void => {
    const words = text.slice(start, end).trimEnd()
    passages.push({ ordinal: passages.length, start, end: start + words.length, path: [], page: null, kind: 'body' })
    start = -1
    syllables = 0
  }
  for (const [from, to] of pieces(text)) {
    const count = text.slice(from, to).split(/\s+/).length
    if (start >= 0 && syllables + count > TARGET * 1.25) close(from)
    if (start < 0) start = from
    syllables += count
    if (syllables >= TARGET) close(to)
  }
  if (start >= 0) close(text.length)
  return passages
}

const pieces = function* (text: string): Generator<readonly [number, number]> {
  let from = 0
  for (const stop of [...text.matchAll(END), undefined]) {
    const to = stop ? stop.index + stop[0].length : text.length
    const piece = text.slice(from, to)
    if (piece.trim()) yield [from + piece.search(/\S/), from + piece.trimEnd().length]
    from = to
  }
}
