/** A document in parts and pieces: along its articles, along its headings where it has no articles, else along its paragraphs. */
import type { Heading, Passage } from '../../documents/document.ts'
import { sectionAt } from '../../documents/structure/section-at.ts'
import { markerOf } from '../../text/units/list-marker.ts'
import { logicalLines, trimmed } from '../../text/units/logical-lines.ts'
import { oneLine } from '../../text/vietnamese.ts'
import { shortened } from '../../text/shortened.ts'
import { comparisonMessages } from '../../text/messages/comparison-messages.ts'
import type { Part, PartWord, Piece } from './comparison.ts'

export interface Content {
  readonly text: string
  readonly headings: readonly Heading[]
  readonly passages: readonly Passage[]
}

/** Rank of an article; khoản and what is below have 3 and more (documents/structure/heading-labels.ts). */
const ARTICLE = 2
const CLAUSE = 3
const NAME = 160
const PARAGRAPH_NAME = 60
// recipients and signature stand behind the last rule and belong to none
const CLOSING = /^(?:nơi\s+nhận\s*:?|(?:T\s*\/?\s*M|TM|K\s*\/?\s*T|KT|T\s*\/?\s*L|TL)\s*[./]?\s+\p{Lu}{2}.*)$/iu

/** How a document alone would be divided; two are compared by what both can be divided by. */
export const wordOf = ({ headings }: Pick<Content, 'headings'>): PartWord =>
  headings.some(isArticle) ? 'article' : headings.some(({ rank }) => rank <= CLAUSE) ? 'section' : 'paragraph'

/** In order; together they hold all the text but white space. */
export const partsOf = (content: Content, by: PartWord): readonly Part[] => {
  const { text } = content
  const lines = logicalLines(text).flatMap(({ start, end }) => withinLine(text, start, end))
  const starts = by === 'paragraph' ? [] : content.headings.filter(({ rank }) => rank < CLAUSE || (by === 'section' && rank === CLAUSE)) // prettier-ignore
  const from = starts.at(-1)?.start ?? 0
  const closing =
    starts.length === 0 ? undefined : lines.find(({ start, end }) => start > from && CLOSING.test(text.slice(start, end))) // prettier-ignore
  const sectioned = places(content)
  const pieces = lines.map((line): Piece => pieceOf(text, line, sectioned))
  if (by === 'paragraph')
    return pieces.map((piece) => ({
      start: piece.start,
      end: piece.end,
      name: shortened(oneLine(text.slice(piece.start, piece.end)), PARAGRAPH_NAME),
      label: null,
      pieces: [piece],
      isFrame: false,
    }))
  const cuts = [
    ...(starts[0]?.start === 0 ? [] : [{ start: 0, heading: null as Heading | null }]),
    ...starts.map((heading) => ({ start: heading.start, heading })),
    ...(closing ? [{ start: closing.start, heading: null }] : []),
  ]
  let next = 0
  return cuts.flatMap(({ start, heading }, i): Part[] => {
    const end = cuts[i + 1]?.start ?? text.length
    const first = next
    while (next < pieces.length && pieces[next]!.start < end) next++
    const own = pieces.slice(first, next)
    if (own.length === 0) return []
    const isClosing = heading === null && closing?.start === start
    const isChapter = heading !== null && by === 'article' && !isArticle(heading) && heading.rank < ARTICLE
    return [
      {
        start,
        end: own.at(-1)!.end,
        name: heading ? nameOfHeading(heading, sectioned(start, start + 1)) : isClosing ? comparisonMessages.closing : comparisonMessages.opening, // prettier-ignore
        label: heading && isArticle(heading) ? heading.label : heading ? sectioned(start, start + 1) : null,
        // the last article does not reach over the signature
        pieces: isClosing ? own.map((piece) => ({ ...piece, section: null })) : own,
        isFrame: heading === null || (isChapter && own.length <= 2),
      },
    ]
  })
}

const isArticle = ({ label, rank }: Heading): boolean => rank === ARTICLE && label !== null

const nameOfHeading = ({ label, title }: Heading, section: string | null): string =>
  shortened([label && !label.startsWith('Điều') ? section : label, title].filter(Boolean).join('. ') || '…', NAME)

const pieceOf = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  section: Places,
): Piece => {
  const marker = markerOf(text.slice(start, Math.min(end, start + 80)))
  const behind = marker ? start + marker.length : start
  return { start, end, wordsFrom: behind < end ? behind : start, section: section(start, end) }
}

type Places = (start: number, end: number) => string | null
const places =
  (content: Content): Places =>
  (start, end) =>
    sectionAt(content, start, end).section

/** Longer than this, a paragraph is compared sentence by sentence group, so that one diff stays small. */
const LONGEST = 4_000

const withinLine = (text: string, start: number, end: number): { start: number; end: number }[] => {
  const found: { start: number; end: number }[] = []
  let from = start
  while (end - from > LONGEST) {
    const window = text.slice(from, from + LONGEST)
    const stop = Math.max(window.lastIndexOf('. '), window.lastIndexOf('; '), window.lastIndexOf('\n'))
    const to = from + (stop > LONGEST / 4 ? stop + 1 : Math.max(window.lastIndexOf(' '), LONGEST / 4))
    const span = trimmed(text, from, to)
    if (span) found.push(span)
    from = to
  }
  const rest = trimmed(text, from, end)
  return rest ? [...found, rest] : found
}
