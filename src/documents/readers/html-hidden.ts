import { isElement, type HtmlDocument, type HtmlElement } from './html-dom.ts'
import { tidy } from './tidy.ts'

const NEVER_TEXT =
  'script,style,noscript,template,iframe,frame,object,embed,applet,svg,canvas,math,audio,video,map,select,input,textarea,button,dialog,datalist,head'
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}|mso-hide\s*:\s*all/i
const WHITE = /(?:^|[;{\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255|transparent)/i
const BACKGROUND = /background/i
const LONG_ENOUGH = 20

/**
 * Takes out what no reader of the page sees: scripts, frames, comments, forms' fields, and hidden or white text.
 * Returns the hidden texts of at least 20 characters that stand in the prose (a menu that is folded away is not worth a word).
 */
export const removeUnseen = (document: HtmlDocument): string[] => {
  const hiding = hiddenSelectors(document)
  for (const element of [...document.querySelectorAll(NEVER_TEXT)]) element.remove()
  const hidden = [...document.querySelectorAll('*')].filter(
    (element) => element.localName !== 'html' && element.localName !== 'body' && isHidden(element),
  )
  for (const selector of hiding) hidden.push(...select(document, selector))
  const found: string[] = []
  for (const element of hidden) {
    if (element.parentElement === null) continue
    const text = tidy(element.textContent)
    if (text.length >= LONG_ENOUGH && isProse(element)) found.push(text.slice(0, 120))
    element.remove()
  }
  return [...new Set(found)]
}

const isHidden = (element: HtmlElement): boolean => {
  if (element.getAttribute('hidden') !== null) return true
  const style = element.getAttribute('style') ?? ''
  if (HIDING.test(style)) return true
  if (element.localName === 'font' && /^(?:#?fff(?:fff)?|white)$/i.test(element.getAttribute('color') ?? ''))
    return true
  return WHITE.test(style) && !onColour(element)
}

/** White on a coloured ground is seen. */
const onColour = (element: HtmlElement): boolean => {
  for (let at: HtmlElement | null = element; at !== null; at = at.parentElement) {
    if (at.getAttribute('bgcolor') !== null || BACKGROUND.test(at.getAttribute('style') ?? '')) return true
  }
  return false
}

const isProse = (element: HtmlElement): boolean => {
  if (element.closest('nav,header,footer,aside,form,[role="dialog"],[role="navigation"]') !== null) return false
  let links = 0
  for (const link of element.querySelectorAll('a')) links += link.textContent.length
  return links < element.textContent.length * 0.3
}

/** Simple selectors that the page's own style sheets hide on screen. */
const hiddenSelectors = (document: HtmlDocument): string[] => {
  const selectors: string[] = []
  for (const style of document.querySelectorAll('style')) {
    const rules = style.textContent
      .slice(0, 500_000)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g, '')
    for (const [, names, body] of rules.matchAll(/([^{}]{1,2000})\{([^{}]*)\}/g)) {
      if (HIDING.test(body!)) selectors.push(...names!.split(',').map((name) => name.trim()))
    }
  }
  return selectors.filter((selector) => /^[\w-]*(?:[.#][\w-]+)+$/.test(selector)).slice(0, 500)
}

const select = (document: HtmlDocument, selector: string): HtmlElement[] =>
  [...document.querySelectorAll(selector)].filter(isElement)
