import { READ_WARNINGS } from '../../text/messages/reading-messages.ts'
import type { Block, FileContent } from '../document.ts'
import { decodeAs, decodeAsSent, decodeBytes, wideEncoding } from './decode-bytes.ts'
import { articleOf } from './html-article.ts'
import { fontOf, htmlBlocks } from './html-blocks.ts'
import { isElement, parseHtml, type HtmlDocument, type HtmlElement } from './html-dom.ts'
import { removeUnseen } from './html-hidden.ts'
import { htmlHints } from './html-hints.ts'
import { checkHtmlLimits } from './html-limits.ts'
import { createRunDecoder, type Run } from './legacy-runs.ts'
import { htmlOfMhtml } from './mhtml.ts'
import { refuse } from './refuse.ts'
import { tidy } from './tidy.ts'

const MAX_MARKUP = 20_000_000

/**
 * A web page, saved or exported from Word: the article without the page's furniture, and what the page says about itself.
 * `charset`: named by the server that sent it.
 */
export const readHtml = (bytes: Uint8Array, charset?: string): FileContent => {
  const markup = markupOf(bytes, charset)
  if (markup.length > MAX_MARKUP) refuse('too_large', `quá ${MAX_MARKUP / 1e6} triệu ký tự HTML`)
  checkHtmlLimits(markup)
  const document = parseHtml(markup)
  const hints = htmlHints(document)
  const title = headline(document)
  const hidden = removeUnseen(document)
  const article = articleOf(document, markup)
  const decoder = createRunDecoder(runsOf(article))
  const blocks = withHeadline(htmlBlocks(article, decoder), title)
  if (blocks.length === 0) return refuse('empty')
  const legacy = decoder.used() ? [READ_WARNINGS.legacyFont] : []
  const warnings = [...hidden.slice(0, 5).map((text) => READ_WARNINGS.hiddenText(text)), ...legacy]
  return { format: 'html', blocks, margins: [], hints, ocr: false, pages: null, warnings }
}

const markupOf = (bytes: Uint8Array, sent?: string): string => {
  if (wideEncoding(bytes) !== null) return decodeBytes(bytes).text
  const head = Buffer.from(bytes.subarray(0, 16_384)).toString('latin1')
  const mhtml = /content-type:\s*multipart\/related/i.test(head) ? htmlOfMhtml(bytes) : null
  if (mhtml !== null) return mhtml
  const named = /<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  // UTF-8 that is valid is UTF-8, whatever the page says; the legacy fonts hide behind windows-1252 and are decoded per paragraph
  const utf8 = decodeAs(bytes, 'utf-8')
  if (utf8 !== null) return utf8
  return decodeAsSent(bytes, sent) ?? (named === undefined ? null : decodeAs(bytes, named)) ?? decodeBytes(bytes).text
}

/** The page's one h1: portals often set it outside the article's own element. */
const headline = (document: HtmlDocument): string => {
  const all = [...document.querySelectorAll('h1')].map((h1) => tidy(h1.textContent)).filter((text) => text !== '')
  return new Set(all).size === 1 ? all[0]! : ''
}

const withHeadline = (blocks: Block[], title: string): Block[] =>
  title === '' || blocks.length === 0 || blocks.some((block) => block.text.includes(title))
    ? blocks
    : [{ kind: 'heading', text: title, depth: 1 }, ...blocks]

/** Every text of the element with its font, for the verdict on the fonts. */
const runsOf = (root: HtmlElement): Run[] => {
  const runs: Run[] = []
  const walk = (element: HtmlElement, font: string | undefined): void => {
    for (const node of element.childNodes) {
      if (isElement(node)) walk(node, fontOf(node) ?? font)
      else if (node.nodeType === 3)
        runs.push(font === undefined ? { text: node.textContent } : { text: node.textContent, font })
    }
  }
  walk(root, undefined)
  return runs
}
