/** Markdown → blocks: structure from its marks, and the marks taken out of the text. */
import { markerOf } from '../../text/units/list-marker.ts'
import { storedForm } from '../../text/vietnamese.ts'
import type { Block, FileContent } from '../document.ts'
import { decodeBytes } from './decode-bytes.ts'
import { hintsOf, overridesOf, splitFrontMatter } from './front-matter.ts'
import { inlineText } from './markdown-inline.ts'
import { refuse } from './refuse.ts'
import { encodingWarnings } from './text.ts'
import { tidy } from './tidy.ts'

export const readMarkdown = (bytes: Uint8Array, charset?: string): FileContent => {
  const { text, encoding } = decodeBytes(bytes, charset)
  const { pairs, body } = splitFrontMatter(storedForm(text))
  const blocks = markdownBlocks(body)
  if (blocks.length === 0) return refuse('empty')
  return {
    format: 'markdown',
    blocks,
    margins: [],
    hints: pairs === null ? {} : hintsOf(pairs),
    ...(pairs === null ? {} : { overrides: overridesOf(pairs) }),
    ocr: false,
    pages: null,
    warnings: encodingWarnings(encoding),
  }
}

const ATX = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/
const ITEM = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))[ \t]+(\S.*)$/
const FENCE = /^ {0,3}(`{3,}|~{3,})/
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/

const markdownBlocks = (body: string): Block[] => {
  const blocks: Block[] = []
  let open: { kind: 'paragraph' | 'item'; lines: string[] } | null = null
  let fence: string | null = null
  let table: string[] = []

  const closeText = (): void => {
    if (open !== null) for (const text of hardLines(open.lines)) push(open.kind, text)
    open = null
  }
  const closeTable = (): void => {
    if (table.length > 0) push('table', tableText(table))
    table = []
  }
  const push = (kind: Block['kind'], text: string, depth?: number): void => {
    if (text !== '') blocks.push(depth === undefined ? { kind, text } : { kind, text, depth })
  }

  for (const line of body.replace(/<!--[\s\S]*?-->/g, '').split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    if (fence !== null || mark !== undefined) {
      closeText()
      closeTable()
      if (fence === null) fence = mark!
      else if (mark !== undefined && mark.startsWith(fence)) fence = null
      else push('paragraph', line.trim())
      continue
    }
    if (/^\s*\|.*\|\s*$/.test(line)) {
      closeText()
      table.push(line)
      continue
    }
    closeTable()
    const quoted = line.replace(/^(?: {0,3}> ?)+/, '')
    const setext = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(quoted)
    if (setext !== null && open?.kind === 'paragraph') {
      const title = inlineText(open.lines.join(' '))
      open = null
      push('heading', tidy(title), setext[1]!.startsWith('=') ? 1 : 2)
      continue
    }
    const atx = ATX.exec(quoted)
    const item = ITEM.exec(quoted)
    if (quoted.trim() === '' || RULE.test(quoted)) closeText()
    else if (atx !== null) {
      closeText()
      headingLines(atx[2] ?? '').forEach((text) => push('heading', text, atx[1]!.length))
    } else if (item !== null) {
      closeText()
      open = { kind: 'item', lines: [`${item[2] === undefined ? item[3]! + item[4]! : '-'} ${item[5]!}`] }
    } else if (open === null) open = { kind: 'paragraph', lines: [quoted] }
    else open.lines.push(quoted)
  }
  closeText()
  closeTable()
  return blocks
}

const headingLines = (text: string): string[] =>
  inlineText(text)
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '')

/** Soft-wrapped lines joined; hard line breaks (two blanks, a backslash, `<br>`) and what is plainly a line of its own kept apart. */
const hardLines = (lines: readonly string[]): string[] => {
  const text = lines
    .map((line, at) =>
      at < lines.length - 1 && (/ {2,}$|\\$/.test(line) || standsAlone(line, lines[at + 1]!))
        ? `${line.replace(/\\$/, '').trimEnd()}\n`
        : line,
    )
    .reduce((all, line) => (all === '' || all.endsWith('\n') ? all + line : `${all} ${line}`), '')
  return headingLines(text)
}

/** Office texts put letterheads, signatures and points on lines of their own, whatever Markdown makes of that: capitals, `*`, `(đã ký)`, `a) …`, `Số …`. */
const standsAlone = (line: string, next: string): boolean =>
  SIGNED.test(line) ||
  SIGNED.test(next) ||
  !/\p{Ll}/u.test(line) ||
  !/\p{Ll}/u.test(next) ||
  /^Số\s+\d/.test(next.trim()) ||
  markerOf(next.trim()) !== null

const SIGNED = /^\s*\((?:đã ký|ký tên|ký|chữ ký)[^()]{0,40}\)\s*$/iu

const tableText = (lines: readonly string[]): string =>
  lines
    .filter((line) => !/^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => tidy(inlineText(cell)))
        .join(' | '),
    )
    .filter((line) => line.replace(/[|\s]/g, '') !== '')
    .join('\n')
