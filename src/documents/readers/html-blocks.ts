import type { Block } from '../document.ts'
import { isElement, type HtmlElement, type HtmlNode } from './html-dom.ts'
import { htmlTable } from './html-table.ts'
import type { Run, RunDecoder } from './legacy-runs.ts'
import { letter, roman } from './list-number.ts'
import { tidy } from './tidy.ts'

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const CAPTION = /caption|chu-?thich|image-?desc|photo-?desc|pic-?desc/i

/** The element's text as blocks, in reading order. */
export const htmlBlocks = (root: HtmlElement, decoder: RunDecoder): Block[] => {
  const blocks: Block[] = []
  let runs: Run[] = []
  let mark = ''

  const flush = (kind: Block['kind'], depth?: number): void => {
    const text = tidy(decoder.decode(runs))
    runs = []
    if (text === '') return
    const marked = mark !== '' && !startsLike(text, mark) ? `${mark} ${text}` : text
    const as = mark !== '' && kind === 'paragraph' ? 'item' : kind
    mark = ''
    blocks.push(depth === undefined ? { kind: as, text: marked } : { kind: as, text: marked, depth })
  }

  const walk = (node: HtmlNode, kind: Block['kind'], depth: number | undefined, font: string | undefined): void => {
    if (!isElement(node)) {
      if (node.nodeType === 3)
        runs.push(font === undefined ? { text: node.textContent } : { text: node.textContent, font })
      return
    }
    const name = node.localName
    if (name === 'br') return flush(kind, depth)
    const own = fontOf(node) ?? font
    if (!BLOCKS.has(name)) return walkAll(node, kind, depth, own)
    flush(kind, depth)
    if (name === 'table') return table(node, own)
    if (name === 'li') mark = itemMark(node)
    const level = /^h([1-6])$/.exec(name)
    if (level !== null) walkAll(node, 'heading', Number(level[1]), own)
    else walkAll(node, isCaption(node) ? 'caption' : kind, depth, own)
    flush(level !== null ? 'heading' : isCaption(node) ? 'caption' : kind, level !== null ? Number(level[1]) : depth)
    if (name === 'li') mark = ''
  }

  const walkAll = (
    node: HtmlElement,
    kind: Block['kind'],
    depth: number | undefined,
    font: string | undefined,
  ): void => {
    for (const child of node.childNodes) walk(child, kind, depth, font)
  }

  const table = (node: HtmlElement, font: string | undefined): void => {
    const read = htmlTable(node, (cell) => {
      const before = blocks.length
      walkAll(cell, 'paragraph', undefined, font)
      flush('paragraph')
      return blocks.splice(before)
    })
    blocks.push(...read)
  }

  walkAll(root, 'paragraph', undefined, undefined)
  flush('paragraph')
  return blocks
}

const isCaption = (element: HtmlElement): boolean =>
  element.localName === 'figcaption' || CAPTION.test(element.getAttribute('class') ?? '')

/** The first font that the element itself asks for. */
export const fontOf = (element: HtmlElement): string | undefined => {
  const family =
    /font-family\s*:\s*([^;,]+)/i.exec(element.getAttribute('style') ?? '')?.[1] ??
    element.getAttribute('face')?.split(',')[0]
  return family?.replace(/["']/g, '').trim()
}

/** What a browser prints before the item. */
const itemMark = (item: HtmlElement): string => {
  const list = item.parentElement
  if (list?.localName !== 'ol') return '-'
  const siblings = [...list.children].filter((child) => child.localName === 'li')
  const reversed = list.getAttribute('reversed') !== null
  let number = integer(list.getAttribute('start')) ?? (reversed ? siblings.length : 1)
  for (const sibling of siblings) {
    number = integer(sibling.getAttribute('value')) ?? number
    if (sibling === item) break
    number += reversed ? -1 : 1
  }
  const type = item.getAttribute('type') ?? list.getAttribute('type') ?? styleType(list) ?? '1'
  if (type === 'a') return `${letter(number)})`
  if (type === 'A') return `${letter(number).toUpperCase()}.`
  if (type === 'i') return `${roman(number).toLowerCase()}.`
  return type === 'I' ? `${roman(number)}.` : `${number}.`
}

const styleType = (list: HtmlElement): string | undefined => {
  const style =
    /list-style(?:-type)?\s*:[^;]*?(lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman)/i.exec(
      list.getAttribute('style') ?? '',
    )?.[1]
  if (style === undefined) return undefined
  const small = style.toLowerCase().startsWith('lower')
  return style.toLowerCase().endsWith('roman') ? (small ? 'i' : 'I') : small ? 'a' : 'A'
}

const integer = (value: string | null): number | undefined =>
  value !== null && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined

/** A typed mark wins over the computed one: `1. Mục` in an item numbered 1, a bullet in a bulleted one. */
export const startsLike = (text: string, mark: string): boolean =>
  mark === '-'
    ? /^[-–—+•●○▪■◦*]/.test(text)
    : text.startsWith(mark) || /^(?:\d+(?:\.\d+)*[.)]|[a-zđ][.)]|[IVXLC]+[.)]|Điều\s+\d)/u.test(text)
