/** Puts blocks together to the one text that is kept, and remembers where headings, tables, captions and pages are in it. */
import { storedForm } from '../../text/vietnamese.ts'
import type { Block } from '../document.ts'
import type { FormatHeading } from './headings.ts'
import type { SpecialSpan } from './passages.ts'

export interface Body {
  readonly text: string
  readonly formatHeadings: readonly FormatHeading[]
  readonly special: readonly SpecialSpan[]
  readonly pages: readonly { readonly start: number; readonly page: number }[]
}

const OPEN_END = /[^.;:!?…”"’)\]]$/u

/** Blocks are set apart by an empty line; items of a list, and a sentence that runs on over a page, by a line feed. */
export const bodyOf = (blocks: readonly Block[]): Body => {
  let text = ''
  let before: Block | undefined
  const formatHeadings: FormatHeading[] = []
  const special: SpecialSpan[] = []
  const pages: { start: number; page: number }[] = []
  for (const block of blocks) {
    const words = storedForm(block.text).trim()
    if (words === '') continue
    const close =
      before !== undefined && ((before.kind === 'item' && block.kind === 'item') || runsOn(before, block, text, words))
    if (before) text += close ? '\n' : '\n\n'
    const start = text.length
    text += words
    if (block.kind === 'heading') formatHeadings.push({ start, end: text.length, depth: block.depth ?? 2 })
    if (block.kind === 'table' || block.kind === 'caption') special.push({ kind: block.kind, start, end: text.length })
    if (block.page !== undefined && pages.at(-1)?.page !== block.page) pages.push({ start, page: block.page })
    before = block
  }
  return { text, formatHeadings, special, pages }
}

const runsOn = (before: Block, block: Block, text: string, words: string): boolean =>
  before.page !== undefined &&
  before.page !== block.page &&
  (before.kind === 'paragraph' || before.kind === 'item') &&
  block.kind === 'paragraph' &&
  OPEN_END.test(text) &&
  /^\p{Ll}/u.test(words)
