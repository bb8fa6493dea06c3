/** Text for a terminal: as wide as the window but never wider than a line a person can follow. */
import { styleText } from 'node:util'

const WIDEST = 100
const STANDARD = 80

export type Style = 'bold' | 'dim' | 'cyan' | 'yellow' | 'red' | 'green'

export interface Page {
  /** Columns to fill. */
  readonly width: number
  /** Colours, where the terminal shows them. */
  readonly paint: (style: Style, text: string) => string
}

/** The page that a stream offers: its width, and colours if it is a terminal that wants them. */
export const pageOf = (stream: NodeJS.WriteStream): Page => ({
  width: Math.min(WIDEST, Math.max(40, stream.columns ?? STANDARD)),
  paint: (style, text) => styleText(style, text, { stream }),
})

/** Breaks at spaces so that no line is wider than `width`; `indent` stands before every line, `first` before the first. */
export const wrap = (text: string, width: number, indent = '', first = indent): string =>
  text
    .split('\n')
    .map((line, n) => wrapLine(line, width, indent, n === 0 ? first : indent))
    .join('\n')

const wrapLine = (line: string, width: number, indent: string, first: string): string => {
  const lines: string[] = []
  let current = first
  let empty = true
  for (const word of line.trim().split(/[ \t]+/)) {
    if (!empty && current.length + 1 + word.length > width) {
      lines.push(current)
      current = indent
      empty = true
    }
    current += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, current].join('\n')
}
