/** The `---` block at the head of a Markdown file: `key: value` lines and lists, the part of YAML that people write there. */
import type { FileHints } from '../document.ts'

export type FrontMatter = Readonly<Record<string, string | readonly string[]>>

// what a sidecar may say about a document (the rest of the front matter is left alone)
const OVERRIDES = [
  'title', 'kind', 'number', 'issuer', 'date', 'term', 'section', 'author', 'url', 'level',
  'validity', 'validFrom', 'validTo', 'replaces', 'amends', 'replacedBy', 'amendedBy',
] // prettier-ignore

/** Splits the text: what the front matter says, and the rest. `pairs` is null without front matter. */
export const splitFrontMatter = (text: string): { pairs: FrontMatter | null; body: string } => {
  const found = /^\s*---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (found === null) return { pairs: null, body: text }
  const pairs = parsePairs(found[1]!)
  // a thematic break over ordinary text is no front matter
  return pairs === null ? { pairs: null, body: text } : { pairs, body: text.slice(found[0].length) }
}

export const hintsOf = (pairs: FrontMatter): FileHints => {
  const one = (...keys: string[]) =>
    keys.map((key) => pairs[key]).find((value) => typeof value === 'string' && value !== '')
  const hints = {
    title: one('title'),
    author: one('author'),
    published: /^\d{4}-\d{2}-\d{2}/.exec(String(one('date', 'published') ?? ''))?.[0],
    url: one('url', 'source', 'link'),
    section: one('section', 'category'),
    description: one('description', 'summary'),
  }
  return Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined))
}

export const overridesOf = (pairs: FrontMatter): FrontMatter =>
  Object.fromEntries(
    Object.entries(pairs).flatMap(([key, value]) => {
      // keys are read without regard to capitals, and sidecars write them so
      const known = OVERRIDES.find((name) => name.toLowerCase() === key)
      return known ? [[known, value]] : []
    }),
  )

const parsePairs = (text: string): FrontMatter | null => {
  const pairs: Record<string, string | string[]> = {}
  let list: string[] | null = null
  for (const line of text.split('\n')) {
    if (/^\s*(#|$)/.test(line)) continue
    const item = /^\s*-\s+(.*)$/.exec(line)
    if (item !== null && list !== null) {
      list.push(unquote(item[1]!))
      continue
    }
    const pair = /^([\p{L}\p{M}_][\p{L}\p{M}\d_ -]{0,40}?)\s*:(?:\s+(.*))?$/u.exec(line)
    if (pair === null) return null
    const value = (pair[2] ?? '').trim()
    const key = pair[1]!.toLowerCase()
    if (value === '') pairs[key] = list = []
    else {
      list = null
      pairs[key] = /^\[.*\]$/.test(value) ? splitList(value) : unquote(value)
    }
  }
  return pairs
}

const splitList = (value: string): string[] =>
  value
    .slice(1, -1)
    .split(',')
    .map(unquote)
    .filter((entry) => entry !== '')

const unquote = (value: string): string =>
  value
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/\s+#.*$/, '')
