/** Lines of a text without positions (typed files, pdftotext, OCR) → paragraphs. */
import { beginsLower, beginsParagraph, endsSentence, joinPieces } from './line-starts.ts'

const NARROWEST = 40
const WIDEST = 140
const FULL = 0.75
// wrapped by width in points or in characters: the last word's room is only nearly known
const NEARLY = 0.93

/**
 * Paragraphs of a text. Where the lines were wrapped by hand or by a program (many lines of nearly the same length) they are joined;
 * otherwise every line is a paragraph of its own. A blank line always parts.
 */
export const paragraphsOfLines = (text: string): string[] => {
  const groups = text.split(/\n[^\S\n]*\n/).map((group) => group.split('\n').map((line) => line.trim()))
  const width = wrapWidth(groups)
  const paragraphs = width === null ? groups.flat() : groups.flatMap((lines) => joinGroup(lines, width))
  return paragraphs.filter((paragraph) => paragraph !== '')
}

/** The width at which the text was wrapped; null if it was not. */
const wrapWidth = (groups: readonly (readonly string[])[]): number | null => {
  const inner = groups.flatMap((lines) => lines.slice(0, -1)).filter((line) => line !== '')
  if (inner.length < 2) return null
  const lengths = inner.map((line) => line.length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.95)]!
  if (width < NARROWEST || width > WIDEST || lengths.at(-1)! > WIDEST * 1.5) return null
  // a wrapped text has most of its inner lines full, and many that stop in the middle of a sentence
  const full = inner.filter((line) => line.length >= width * FULL)
  const open = full.filter((line) => !endsSentence(line))
  return full.length >= inner.length * 0.5 && open.length >= full.length * 0.4 ? width : null
}

const joinGroup = (lines: readonly string[], width: number): string[] => {
  const joined: string[] = []
  let before: string | null = null
  for (const line of lines) {
    if (line === '') continue
    if (before !== null && continues(before, line, width)) joined.push(joinPieces(joined.pop()!, line))
    else joined.push(line)
    before = line
  }
  return joined
}

const continues = (before: string, line: string, width: number): boolean => {
  const full = before.length + 1 + (/^\S+/.exec(line)?.[0].length ?? 0) > width * NEARLY
  if (beginsParagraph(line, full ? before : null)) return false
  if (!full) return beginsLower(line) && !endsSentence(before)
  return true
}
