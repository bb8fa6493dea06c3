import type { FileHints } from '../document.ts'
import type { HtmlDocument } from './html-dom.ts'
import { tidy } from './tidy.ts'

/** What a page says about itself in meta tags and JSON-LD. */
export const htmlHints = (document: HtmlDocument): FileHints => {
  const metas = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase()
    const content = tidy(meta.getAttribute('content') ?? '')
    if (name !== '' && content !== '' && !metas.has(name)) metas.set(name, content)
  }
  const meta = (...names: string[]) => names.map((name) => metas.get(name)).find((value) => value !== undefined)
  const article = articleData(document)
  const data = (key: string) => text(article?.[key])
  const person = article?.['author']
  const title = tidy(document.querySelector('title')?.textContent ?? '')
  const hints = {
    title: meta('og:title', 'twitter:title') ?? data('headline') ?? (title === '' ? undefined : title),
    author: meta('author', 'article:author', 'dc.creator') ?? text(nameOf(person)),
    published: isoDate(
      meta('article:published_time', 'pubdate', 'datepublished', 'dc.date', 'dc.date.issued', 'date') ??
        data('datePublished'),
    ),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url') ?? data('url'),
    section: meta('article:section', 'category') ?? data('articleSection'),
    description: meta('og:description', 'description') ?? data('description'),
  }
  return Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined && value !== ''))
}

type Data = Readonly<Record<string, unknown>>

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && tidy(value) !== '' ? tidy(value).slice(0, 2000) : undefined

const nameOf = (person: unknown): unknown => {
  const first: unknown = Array.isArray(person) ? person[0] : person
  return isData(first) ? first['name'] : first
}

/** The date as printed in its own time zone. */
const isoDate = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(value)
  if (iso !== null) return iso[0]
  const local = /(\d{1,2})[/-](\d{1,2})[/-](\d{4})/.exec(value)
  return local === null ? undefined : `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}`
}

const articleData = (document: HtmlDocument): Data | undefined => {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = findArticle(parseJson(script.textContent))
    if (found !== undefined) return found
  }
  return undefined
}

const findArticle = (value: unknown): Data | undefined => {
  if (Array.isArray(value)) return value.map(findArticle).find((found) => found !== undefined)
  if (!isData(value)) return undefined
  return /Article|Posting|Report/.test(String(value['@type'])) ? value : findArticle(value['@graph'])
}

const parseJson = (source: string): unknown => {
  try {
    return JSON.parse(source)
  } catch {
    return undefined // portals often break their own JSON-LD; the meta tags remain
  }
}
