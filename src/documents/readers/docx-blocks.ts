import type { Block } from '../document.ts'
import type { Numbering } from './docx-numbering.ts'
import { paragraphText } from './docx-runs.ts'
import type { Styles } from './docx-styles.ts'
import { startsLike } from './html-blocks.ts'
import { inColumnOrder, isLayoutTable, tableLines } from './layout-table.ts'
import type { RunDecoder } from './legacy-runs.ts'
import { tidy } from './tidy.ts'
import { child, children, childrenNamed, valueOf, type XmlElement } from './xml.ts'

export interface DocxParts {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly decoder: RunDecoder
}

export interface DocxText {
  readonly blocks: Block[]
  /** Texts of the text boxes. */
  readonly boxes: string[]
  /** Texts that Word does not show. */
  readonly hidden: string[]
}

// in a heading's style, but text nevertheless: as long as this, or a whole sentence of some length, or an entry of a list
const LONGEST_HEADING = 400
const SENTENCE_HEADING = 120
const isHeadingText = (text: string): boolean =>
  text.length <= (/[.;]$/.test(text) ? SENTENCE_HEADING : LONGEST_HEADING) && !/^[-–+•*]\s/u.test(text)

/** Paragraphs and tables of a body, a header, a note: whatever holds `w:p` and `w:tbl`. */
export const docxBlocks = (root: XmlElement, parts: DocxParts): DocxText => {
  const boxes: string[] = []
  const hidden: string[] = []

  const within = (element: XmlElement): Block[] =>
    children(element).flatMap((node) => {
      const name = node.localName
      if (name === 'p') return paragraph(node)
      if (name === 'tbl') return table(node)
      if (name === 'AlternateContent') return within(child(node, 'Choice') ?? child(node, 'Fallback') ?? node)
      // content controls, custom XML, insertions: only what is in them counts
      return name === 'sectPr' || name === 'del' || name === 'moveFrom' || name === 'sdtPr' ? [] : within(node)
    })

  const paragraph = (element: XmlElement): Block[] => {
    const properties = child(element, 'pPr')
    const style = parts.styles(valueOf(properties, 'pStyle'))
    const text = paragraphText(element, style.font)
    if (text.hidden.trim() !== '') hidden.push(tidy(text.hidden))
    for (const box of text.boxes) boxes.push(...within(box).map((block) => block.text))
    const lines = text.lines.map((runs) => tidy(parts.decoder.decode(runs))).filter((line) => line !== '')
    // Word numbers an empty paragraph only where it is visible; there is nothing to cite in it either way
    if (lines.length === 0) return []
    const mark = labelOf(properties, style, parts.numbering)
    const depth = depthOf(properties) ?? style.depth
    const heading = depth !== undefined && isHeadingText(mark === '' ? lines.join(' ') : `${mark} ${lines.join(' ')}`)
    return lines.map((line, at) => {
      const text = at === 0 && mark !== '' && !startsLike(line, mark) ? `${mark} ${line}` : line
      if (heading) return { kind: 'heading', text, depth }
      return { kind: mark === '' ? 'paragraph' : 'item', text }
    })
  }

  const table = (element: XmlElement): Block[] => {
    const rows = rowsOf(element).map((row) =>
      cellsOf(row).map((cell) => (isMergedAway(cell) ? [] : within(cell).map(asPlain))),
    )
    const texts = rows.map((row) => row.map((cell) => cell.map((block) => block.text)))
    if (isLayoutTable(texts)) return inColumnOrder(rows)
    const text = tableLines(texts.map((row) => row.map((cell) => cell.map((line) => line.replaceAll('\n', ' ')))))
    return text === '' ? [] : [{ kind: 'table', text }]
  }

  return { blocks: within(root), boxes, hidden }
}

/** Headings inside a table are letterheads and column titles: they structure nothing. */
const asPlain = (block: Block): Block => (block.kind === 'heading' ? { kind: 'paragraph', text: block.text } : block)

const labelOf = (properties: XmlElement | undefined, style: ReturnType<Styles>, numbering: Numbering): string => {
  const own = child(properties, 'numPr')
  const list = valueOf(own, 'numId') ?? style.list
  if (list === undefined || list === '0') return ''
  const level = valueOf(own, 'ilvl') ?? numbering.levelOfStyle(list, style.id) ?? style.listLevel ?? 0
  return numbering.next(list, Number(level))
}

const depthOf = (properties: XmlElement | undefined): number | undefined => {
  const outline = valueOf(properties, 'outlineLvl')
  return outline !== undefined && /^[0-8]$/.test(outline) ? Number(outline) + 1 : undefined
}

const rowsOf = (table: XmlElement): XmlElement[] => unwrapped(table, 'tr')

const cellsOf = (row: XmlElement): XmlElement[] => unwrapped(row, 'tc')

/** Rows and cells may stand in content controls or insertions. */
const unwrapped = (element: XmlElement, name: string): XmlElement[] =>
  children(element).flatMap((node) => {
    if (node.localName === name) return childrenNamed(child(node, 'trPr'), 'del').length > 0 ? [] : [node]
    return ['sdt', 'sdtContent', 'ins', 'customXml'].includes(node.localName ?? '') ? unwrapped(node, name) : []
  })

const isMergedAway = (cell: XmlElement): boolean => {
  const merge = child(cell, 'tcPr', 'vMerge')
  return merge !== undefined && valueOf(child(cell, 'tcPr'), 'vMerge') !== 'restart'
}
