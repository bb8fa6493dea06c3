import { parseHTML } from 'linkedom'

/** The part of the DOM that the HTML reader uses. */
export interface HtmlNode {
  /** 1 element, 3 text. */
  readonly nodeType: number
  readonly textContent: string
  readonly childNodes: Iterable<HtmlNode>
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string
  readonly parentElement: HtmlElement | null
  readonly children: Iterable<HtmlElement>
  getAttribute(name: string): string | null
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
  closest(selector: string): HtmlElement | null
  contains(node: HtmlNode): boolean
  remove(): void
}

export interface HtmlDocument {
  readonly documentElement: HtmlElement
  readonly body: HtmlElement
  querySelector(selector: string): HtmlElement | null
  querySelectorAll(selector: string): Iterable<HtmlElement>
}

/** A tree of the markup. Nothing is run or fetched. A fragment gets a body around it. */
export const parseHtml = (markup: string): HtmlDocument => {
  const bodied = /<body[\s>]/i.test(markup) ? markup : `<body>${markup}</body>`
  const whole = /<html[\s>]/i.test(bodied.slice(0, bodied.search(/<body[\s>]/i))) ? bodied : `<html>${bodied}</html>`
  return parseHTML(whole).document as unknown as HtmlDocument
}

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === 1

/** Length of the text outside links, white space not counted: what tells an article from its surroundings. */
export const proseLength = (element: HtmlElement): number => {
  const bare = (text: string) => text.replace(/\s+/g, '').length
  let links = 0
  for (const link of element.querySelectorAll('a')) links += bare(link.textContent)
  return bare(element.textContent) - links
}
