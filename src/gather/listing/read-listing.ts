/** A feed (RSS 2, RSS 1/RDF, Atom) or a sitemap → the addresses in it. Read as a stream of tags: no tree, no entities of its own, nothing fetched. */
import { Parser } from 'htmlparser2'
import { storedForm } from '../../text/vietnamese.ts'

export interface ListedPage {
  /** As written; relative to the listing. */
  readonly url: string
  readonly title: string | null
  /** Milliseconds since the epoch; null where it is not said. */
  readonly date: number | null
}

export type Listing =
  | { readonly kind: 'feed' | 'sitemap'; readonly entries: readonly ListedPage[] }
  /** A list of sitemaps. */
  | { readonly kind: 'index'; readonly entries: readonly ListedPage[] }

const KINDS: ReadonlyMap<string, Listing['kind']> = new Map([
  ['rss', 'feed'], ['rdf:rdf', 'feed'], ['feed', 'feed'], ['urlset', 'sitemap'], ['sitemapindex', 'index'],
]) // prettier-ignore
const ENTRIES: ReadonlySet<string> = new Set(['item', 'entry', 'url', 'sitemap'])
const MOST_ENTRIES = 50_000
const LONGEST_FIELD = 4_096
const MAX_DEPTH = 64
const PIECE = 8_192
/** Tags that hold what is wanted, by their names in all of these formats. */
const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['link', 'url'], ['loc', 'url'], ['guid', 'guid'], ['title', 'title'],
  ['pubdate', 'date'], ['dc:date', 'date'], ['published', 'date'], ['updated', 'date'], ['lastmod', 'date'],
]) // prettier-ignore
type Field = 'url' | 'title' | 'date' | 'guid'

/** Null where the text is no listing; a broken one gives what could be read before it broke. */
export const readListing = (text: string): Listing | null => {
  let kind: Listing['kind'] | null = null
  let depth = 0
  let isOther = false
  let isOver = false
  const entries: ListedPage[] = []
  let entry: Partial<Record<Field, string>> | null = null
  let entryDepth = 0
  let field: Field | null = null
  let words = ''

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth++
        const tag = name.toLowerCase().replace(/^(?:atom|sm|ns\d|a):/, '')
        if (kind === null && !isOther) {
          kind = KINDS.get(tag) ?? null
          isOther = kind === null
        }
        // the parser's own time grows with the square of the depth
        isOver ||= depth > MAX_DEPTH
        if (isOther || isOver || entries.length >= MOST_ENTRIES) return
        if (entry === null && ENTRIES.has(tag)) {
          entry = {}
          entryDepth = depth
        } else if (entry !== null && depth === entryDepth + 1) {
          field = FIELDS.get(tag) ?? null
          words = ''
          const { href, rel = 'alternate' } = attributes
          // Atom names the page in an attribute, and other links beside it
          if (tag === 'link' && href !== undefined) {
            if (rel === 'alternate') entry.url ??= href.slice(0, LONGEST_FIELD)
            field = null
          }
          if (tag === 'guid' && attributes['isPermaLink'] === 'false') field = null
        }
      },
      ontext: (piece) => {
        if (field !== null && words.length < LONGEST_FIELD) words += piece.slice(0, LONGEST_FIELD)
      },
      onclosetag: () => {
        if (entry !== null && field !== null && depth === entryDepth + 1) {
          const value = words.trim()
          if (value !== '' && value.length < LONGEST_FIELD) entry[field] ??= value
          field = null
        } else if (entry !== null && depth === entryDepth) {
          const url = entry.url ?? (/^https?:/i.test(entry.guid ?? '') ? entry.guid : undefined)
          if (url !== undefined) entries.push({ url, title: plain(entry.title), date: dateOf(entry.date) })
          entry = null
        }
        depth--
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  for (let at = 0; at < text.length && !isOther && !isOver; at += PIECE) parser.write(text.slice(at, at + PIECE))
  if (!isOther && !isOver) parser.end()
  return kind === null ? null : { kind, entries }
}

/** Titles may bear markup, and its entities once more. */
const plain = (title: string | undefined): string | null => {
  if (title === undefined) return null
  let words = ''
  const parser = new Parser({ ontext: (piece) => (words += piece) })
  parser.end(title)
  // it is shown in terminals: nothing in it may speak to them
  const line = storedForm(words).replace(/\s+/g, ' ').trim()
  return line === '' ? null : line.slice(0, 500)
}

const dateOf = (text: string | undefined): number | null => {
  // 05/10/2025 is May to the parser and October to whoever wrote it here
  const at = /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(text ?? '') ? NaN : Date.parse(text ?? '')
  return Number.isNaN(at) || at < 0 || at > Date.now() + 366 * 86_400_000 ? null : at
}
