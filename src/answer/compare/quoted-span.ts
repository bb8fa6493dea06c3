/** Which words of a clause are quoted: the clause where it is short, else the words around what changed in it. */
import type { Run, Span } from './comparison.ts'

const SHORT = 170
const AROUND = 40

/** A slice of `text`, cut between words. */
export const quotedSpan = (text: string, piece: Span, runs: readonly Run[], side: 'old' | 'new'): Span => {
  if (piece.end - piece.start <= SHORT) return { start: piece.start, end: piece.end }
  const own = runs.flatMap((run) => (run.kind !== 'same' && run[side] ? [run[side]] : []))
  const first = own[0]?.start ?? piece.start
  const last = own.at(-1)?.end ?? piece.start
  const start = wordStart(text, Math.max(piece.start, first - AROUND), piece)
  const end = Math.min(piece.end, Math.max(start + SHORT, last + AROUND), start + 2 * SHORT)
  return { start, end: wordEnd(text, end, piece) }
}

const wordStart = (text: string, at: number, { start }: Span): number => {
  if (at <= start) return start
  const blank = text.slice(at).search(/\s/)
  return blank < 0 ? at : at + blank + 1
}

const wordEnd = (text: string, at: number, { start, end }: Span): number => {
  if (at >= end) return end
  const before = text.slice(start, at + 1)
  const cut = before.search(/\s+\S*$/u)
  return cut > 0 ? start + cut : at
}
