import { Readability } from '@mozilla/readability'
import { isElement, parseHtml, proseLength, type HtmlDocument, type HtmlElement } from './html-dom.ts'

// where portals and law sites put the text itself; the first that holds most of the page's prose is taken
const BODIES =
  '[itemprop="articleBody"],article,main,[role="main"],#main-content,#content,.article-content,.article-body,.detail-content,.content-detail,.news-content,.entry-content,.post-content,.the-article-body,.fck_detail,.cms-body,.ArticleContent,.content1,#toanvancontent,.toanvan,.noidung'
const FURNITURE =
  'nav,aside,footer,form,[role="navigation"],[role="search"],[role="complementary"],.breadcrumb,.breadcrumbs'
const NAMED_FURNITURE =
  /(?:^|[-_\s])(?:related|share|sharing|social|comments?|tags?|keywords?|breadcrumbs?|menu|sidebar|advert\w*|ads|banner|newsletter|paging|pagination|tin-?lien-?quan|lien-?quan|binh-?luan|tinlienquan|print|toolbar|rating|most-?read|docnhieu|weather|thoi-?tiet)(?:$|[-_\s])/i
const ENOUGH = 0.5
const LINKED = 0.15

/** The element that holds the page's own text; the whole body where a page has no furniture around it. */
export const articleOf = (document: HtmlDocument, markup: string): HtmlElement => {
  const body = document.body
  const whole = proseLength(body)
  const all = body.textContent.replace(/\s+/g, '').length
  const furnished = body.querySelector('nav,aside,footer,header') !== null || all - whole > all * LINKED
  if (!furnished) return body
  removeFurniture(body)
  const left = proseLength(body)
  for (const selector of BODIES.split(',')) {
    const best = [...document.querySelectorAll(selector)]
      .filter(isElement)
      .sort((a, b) => proseLength(b) - proseLength(a))[0]
    if (best !== undefined && proseLength(best) >= left * ENOUGH) return best
  }
  return byReadability(markup, left) ?? body
}

const removeFurniture = (body: HtmlElement): void => {
  for (const element of [...body.querySelectorAll(FURNITURE)]) element.remove()
  const whole = proseLength(body)
  for (const element of [...body.querySelectorAll('[class],[id]')]) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    if (NAMED_FURNITURE.test(names) && proseLength(element) < whole * 0.2) element.remove()
  }
  for (const header of [...body.querySelectorAll('header')]) {
    if (header.querySelector('h1') === null) header.remove()
  }
}

/** Readability reads its own copy, as it takes the tree apart; what loses half of the prose is not believed. */
const byReadability = (markup: string, prose: number): HtmlElement | null => {
  const article = new Readability(parseHtml(markup) as never, { maxElemsToParse: 300_000 }).parse()
  if (article?.content === null || article?.content === undefined) return null
  const body = parseHtml(article.content).body
  return proseLength(body) >= prose * ENOUGH ? body : null
}
