/** What a document is made of: its highest parts with their headings, and how many articles there are. */
import type { Heading } from '../../documents/document.ts'
import { arabic } from '../../text/numbers/numerals.ts'
import { headingsAbove } from '../../documents/structure/section-at.ts'
import type { Content } from './find-targets.ts'

export interface OutlinePart {
  readonly heading: Heading
  /** Where the heading's words stand; offsets in the text, end exclusive. */
  readonly start: number
  readonly end: number
  /** First and last article in it, where it holds several: `Điều 1`, `Điều 5`. */
  readonly articles: readonly [string, string] | null
}

export interface Outline {
  readonly parts: readonly OutlinePart[]
  /** What the parts are called: `chương`, `điều`, `phần`. */
  readonly called: string
  /** Articles in all; 0 where the parts are the articles, or there are none. */
  readonly articles: number
  /** Whether nothing is missing in the numbering: only then the parts may be counted. */
  readonly isWhole: boolean
}

/** Khoản and below: parts only where there are none above them. */
const CLAUSE_RANK = 3
const LONGEST = 240
const ROOM = 400

export const outlineOf = ({ text, headings }: Content): Outline => {
  const labelled = headings.filter(({ label, title }) => label !== null && (title !== '' || /^Điều/u.test(label)))
  const all = labelled.length > 1 ? labelled : headings.filter(({ title }) => title !== '')
  const outermost = all.filter((heading) => headingsAbove(all, heading.start, heading.start + 1).length === 1)
  // what stands before the first chapter may be numbered too
  const parted = outermost.filter(({ rank }) => rank < CLAUSE_RANK)
  const tops = parted.length > 1 ? parted : outermost
  const articles = headings.filter(({ label }) => label !== null && /^Điều/u.test(label))
  const parts = tops.map((heading, i): OutlinePart => {
    const end = tops[i + 1]?.start ?? text.length
    const inside = articles.filter((one) => one !== heading && one.start > heading.start && one.start < end)
    const [first, last] = [inside[0]?.label, inside.at(-1)?.label]
    return { heading, ...placeOf(text, heading), articles: first && last && first !== last ? [first, last] : null }
  })
  const called = calledBy(tops[0]?.label ?? null)
  const isWhole = isUnbroken(tops) && isUnbroken(articles)
  return { parts, called, articles: called === 'điều' ? 0 : articles.length, isWhole }
}

/** From its label to the end of its words, which may stand on the next line. */
const placeOf = (text: string, { start, title }: Heading): { readonly start: number; readonly end: number } => {
  const room = text.slice(start, start + ROOM)
  const at = title === '' ? -1 : room.indexOf(title)
  const line = room.split('\n')[0]!.trimEnd()
  const words = at >= 0 ? room.slice(0, at + title.length) : line
  return {
    start,
    end: start + (words.length <= LONGEST ? words : words.slice(0, LONGEST).replace(/\s+\S*$/u, '')).length,
  }
}

/** 1, 2, 3 … or I, II, III …; headings without numerals have no gaps. */
const isUnbroken = (headings: readonly Heading[]): boolean => {
  const numerals = headings.flatMap(({ label }) => /(?:\d+|[IVXLC]+)$/u.exec(label ?? '')?.[0] ?? [])
  return numerals.every((numeral, i) => (/^\d/.test(numeral) ? Number(numeral) : arabic(numeral)) === i + 1)
}

const calledBy = (label: string | null): string =>
  /^(Phần|Chương|Mục|Điều|Phụ lục)(?!\p{L})/u.exec(label ?? '')?.[1]?.toLowerCase() ??
  (label === null || /^[IVXLC]+$/.test(label) ? 'phần' : 'mục')
