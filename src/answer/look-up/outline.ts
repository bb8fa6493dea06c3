/** "Chương II có những điều nào?", "gồm mấy chương, mấy điều?": told from the headings, each line quoted. */
import type { Heading } from '../../documents/document.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { unitsOf } from '../../text/units/sentences.ts'
import type { Citation } from '../answer.ts'
import { citationOf } from '../citations.ts'
import { nameOf } from '../document-names.ts'
import { namesOf } from '../places/heading-names.ts'
import type { FoundPlace } from '../places/find-places.ts'
import { labelOf, wayTo } from '../places/compose-places.ts'
import { marked, type Draft } from '../quotes/compose-extract.ts'
import { shownQuote } from '../quotes/quotes.ts'

const NOUNS: Readonly<Record<string, string>> = {
  phan: 'phần',
  chuong: 'chương',
  muc: 'mục',
  dieu: 'điều',
  khoan: 'khoản',
  diem: 'điểm',
}
const NAMES: Readonly<Record<string, readonly string[]>> = {
  phan: ['part', 'roman'],
  chuong: ['chapter'],
  muc: ['section', 'roman'],
  dieu: ['article'],
  khoan: ['clause', 'number'],
  diem: ['point'],
}
/** More lines are no list that anybody reads. */
const MOST = 60

/** Headings of a kind in a document or in a part of it; only those right below it where they are khoản or điểm. */
export const headingsOf = (
  library: Library,
  card: DocumentCard,
  kind: string,
  within?: FoundPlace,
): readonly Heading[] => {
  const headings = library.content(card.id)?.headings ?? []
  const inside = within ? headings.filter(({ start }) => start > within.start && start < within.end) : headings
  const called = (names: readonly string[]): readonly Heading[] =>
    inside.filter((heading) => namesOf(heading).some((name) => names.includes(name.kind)))
  const alike = called(NAMES[kind]!)
  // where there is no higher numbering, 1, 2, 3 are the mục
  if (alike.length === 0 && (kind === 'muc' || kind === 'phan')) return highestOf(called(['number']))
  return within && (kind === 'khoan' || kind === 'diem') ? highestOf(alike) : alike
}

const highestOf = (headings: readonly Heading[]): readonly Heading[] => {
  const highest = Math.min(...headings.map(({ rank }) => rank))
  return headings.filter(({ rank }) => rank === highest)
}

/** The headings as a list; null where there is none. */
export const contentsOf = (
  library: Library,
  card: DocumentCard,
  headings: readonly Heading[],
  kind: string,
  within?: FoundPlace,
): Draft | null => {
  const citations = headings.slice(0, MOST).flatMap((heading): Citation[] => {
    const cited = citationOf(library, { card, ...lineOf(library, card, heading) }, 1)
    return cited ? [cited] : []
  })
  if (citations.length === 0) return null
  const numbered = citations.map((citation, i) => ({ ...citation, n: i + 1, ...(within && { path: wayTo(within) }) }))
  const lines = numbered.map(({ quote, n }) => `${marked(shownQuote(quote))} [${n}]`)
  return {
    text: [answerMessages.contents(whereOf(card, within), NOUNS[kind]!), ...lines].join('\n'),
    citations: numbered,
    whole: true,
  }
}

/** `Quy định 27 có 2 chương, 7 điều.` with the last heading of each kind; null where a numbering has gaps, and a count would be a guess. */
export const countsOf = (
  library: Library,
  card: DocumentCard,
  kinds: readonly string[],
  within?: FoundPlace,
): Draft | null => {
  const counted = kinds.flatMap((kind) => {
    const headings = headingsOf(library, card, kind, within)
    return headings.length === 0 || !isWhole(headings) ? [] : [{ kind, headings }]
  })
  if (
    counted.length === 0 ||
    counted.length < kinds.filter((kind) => headingsOf(library, card, kind, within).length > 0).length
  )
    return null
  const citations = counted.flatMap(({ headings }) => {
    const cited = citationOf(library, { card, ...lineOf(library, card, headings.at(-1)!) }, 1)
    return cited ? [cited] : []
  })
  const numbered = citations.map((citation, i) => ({ ...citation, n: i + 1, ...(within && { path: wayTo(within) }) }))
  const none = kinds.filter((kind) => !counted.some((one) => one.kind === kind))
  const sentence = answerMessages.countedAll(
    whereOf(card, within),
    counted.map(({ headings, kind }) => `${headings.length} ${NOUNS[kind]}`),
    none.map((kind) => NOUNS[kind]!),
  )
  return { text: `${sentence} ${numbered.map(({ n }) => `[${n}]`).join(' ')}`, citations: numbered }
}

/** `Chương II Quy định 27-QĐ/ĐUK` */
const whereOf = (card: DocumentCard, within: FoundPlace | undefined): string =>
  [...(within?.headings.map(labelOf) ?? []), nameOf(card.meta)].join(' ')

/** One, two, three …: where a numbering begins anew, or has a gap, a count would be a guess. */
const isWhole = (headings: readonly Heading[]): boolean =>
  headings.every((heading, i) => namesOf(heading).some(({ numeral }) => Number(numeral) === i + 1))

/** The line of a heading with its title; the first words of a clause that has none. */
const lineOf = (
  library: Library,
  card: DocumentCard,
  heading: Heading,
): { readonly start: number; readonly end: number } => {
  const { text, headings } = library.content(card.id)!
  const next = headings.find(({ start }) => start > heading.start)?.start ?? text.length
  const part = text.slice(heading.start, Math.min(next, heading.start + 1500))
  const units = unitsOf(part)
  // the title of a chapter often stands on the lines below its number
  const titled = heading.title === '' ? null : endOfTitle(part, heading.title)
  const end = titled ?? firstWords(part, units) ?? part.trimEnd().length
  return { start: heading.start, end: heading.start + end }
}

/** "Điều 5:" says nothing on its own: with its first sentence, where that is short. */
const firstWords = (part: string, [first, second]: ReturnType<typeof unitsOf>): number | undefined =>
  first && second && /^\s*\p{L}*\s*\S+\s*$/u.test(part.slice(0, first.end)) && second.end <= LINE
    ? second.end
    : first?.end
const LINE = 260

const endOfTitle = (part: string, title: string): number | null => {
  const words = title.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const found = new RegExp(words.join('\\s+')).exec(part)
  return found ? found.index + found[0].length : null
}
