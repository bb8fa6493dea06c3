import type { Run } from './legacy-runs.ts'
import { attribute, child, children, isOn, type XmlElement } from './xml.ts'
import { fontOf } from './docx-styles.ts'

/** A paragraph's own text: its lines (parted by line breaks), and what it carries besides. */
export interface ParagraphText {
  readonly lines: readonly (readonly Run[])[]
  /** Contents of the text boxes anchored in it, as elements that hold paragraphs. */
  readonly boxes: readonly XmlElement[]
  /** Text that Word does not show. */
  readonly hidden: string
}

// struck out, moved away, or instructions of fields
const UNSEEN = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'delInstrText',
  'rPr',
  'pPr',
  'fldData',
  'annotationRef',
  'rt',
])

/** The runs of a `w:p` in order: deletions left out, insertions kept, a drawing and its fallback read once. */
export const paragraphText = (paragraph: XmlElement, styleFont: string | undefined): ParagraphText => {
  const lines: Run[][] = [[]]
  const boxes: XmlElement[] = []
  let hidden = ''

  const add = (text: string, font: string | undefined, unseen: boolean): void => {
    if (unseen) hidden += text
    else lines.at(-1)!.push(font === undefined ? { text } : { text, font })
  }

  const walk = (element: XmlElement, font: string | undefined, unseen: boolean): void => {
    for (const node of children(element)) {
      const name = node.localName ?? ''
      if (UNSEEN.has(name)) continue
      if (name === 'r') {
        const properties = child(node, 'rPr')
        walk(node, fontOf(properties) ?? font, isHiddenRun(properties))
      } else if (name === 't') add(node.textContent ?? '', font, unseen)
      else if (name === 'tab' || name === 'ptab') add('\t', font, unseen)
      else if (name === 'br' || name === 'cr') lines.push([])
      else if (name === 'noBreakHyphen') add('-', font, unseen)
      else if (name === 'sym') add(symbol(node), undefined, unseen)
      else if (name === 'AlternateContent') walk(child(node, 'Choice') ?? child(node, 'Fallback') ?? node, font, unseen)
      else if (name === 'txbxContent') boxes.push(node)
      else walk(node, font, unseen)
    }
  }
  walk(paragraph, styleFont, false)
  return { lines, boxes, hidden }
}

const isHiddenRun = (properties: XmlElement | undefined): boolean =>
  isOn(properties, 'vanish') ||
  (/^f{6}$/i.test(attribute(child(properties, 'color'), 'val') ?? '') &&
    child(properties, 'shd') === undefined &&
    child(properties, 'highlight') === undefined)

/** Characters of the Symbol and Wingdings fonts: bullets and ticks are kept, ornaments are not text. */
const symbol = (node: XmlElement): string => {
  const code = parseInt(attribute(node, 'char') ?? '', 16) & 0xff
  if ([0xb7, 0xa7, 0x76, 0xd8, 0x6c].includes(code)) return '•'
  return code === 0xfc || code === 0xfe ? '✓' : ''
}
