/** Finds the structure of a text: Phần, Chương, Mục, Điều, khoản, điểm; I, 1, a; headings that the format gives; questions of an interview. */
import { aligned } from '../../text/aligned.ts'
import { logicalLines } from '../../text/units/logical-lines.ts'
import type { Span } from '../../text/units/logical-lines.ts'
import type { Heading } from '../document.ts'
import { labelsOf, RANK } from './heading-labels.ts'
import type { Label } from './heading-labels.ts'
import { interviewQuestion } from '../article/interview.ts'

/** A block that the file's format itself calls a heading. */
export interface FormatHeading {
  readonly start: number
  readonly end: number
  /** 1 is highest. */
  readonly depth: number
}

export interface HeadingOptions {
  readonly formatHeadings?: readonly FormatHeading[]
  /** Whether the whole text stands under a Điều that is named elsewhere (in its title). */
  readonly underArticle?: boolean
  /** Parts of the text that hold no headings: tables, captions. */
  readonly skip?: readonly Span[]
}

const TITLE_LENGTH = 160
const SHORT_TITLE = 60
const QUESTION_LENGTH = 250
/** Ranks of headings without a label: below roman numerals, above Điều. */
const UNLABELLED = 1.8
/** A heading of the first depth holds whole documents, with their Chương and I, II, III. */
const FIRST_DEPTH = 0.5
const DEPTH_STEP = 0.02
const QUESTION_RANK = 1.97
// a line that ends so goes on in the next one: "… theo quy định tại" / "Điều 5. Các trường hợp …"
const CITES =
  /(?:^|[\s(])(?:tại|theo|của|và|với|từ|đến|các|là|hoặc|trong|khoản \d{1,2}|điểm [a-zđ]|mục [IVX\d]+|chương [IVX\d]+),?$/iu

/** Headings in order; `sections.ts` tells how far each reaches. Offsets into `text` (stored form). */
export const headingsOf = (text: string, options: HeadingOptions = {}): Heading[] => {
  const even = aligned(text)
  const lines = outside(logicalLines(text), options.skip ?? [])
  const given = new Map(
    (options.formatHeadings ?? [])
      .filter((heading) => headsSomething(text.slice(heading.start, heading.end)))
      .map((heading) => [heading.start, heading]),
  )
  const open: Open[] = []
  const headings: Heading[] = []
  lines.forEach((line, index) => {
    const words = even.slice(line.start, line.end).replace(/\s+/g, ' ')
    const before = lines[index - 1]
    const format = given.get(line.start)
    if (
      !format &&
      before &&
      CITES.test(even.slice(Math.max(before.start, before.end - 30), before.end)) &&
      !/\n\s*\n/.test(text.slice(before.end, line.start))
    )
      return
    const isFirst = headings.length === 0
    const label = labelsOf(words).find((one) => follows(one, words, open, isFirst))
    if (label) {
      const rank = label.kind === 'decimal' ? RANK.decimal + (5 * (label.numbers.length - 2)) / 100 : RANK[label.kind]
      const shown = format && rank >= RANK.article ? unlabelledRank(format, 2) : rank
      const title = titleOf(
        label,
        words,
        lines.slice(index + 1, index + 5).map((next) => even.slice(next.start, next.end).replace(/\s+/g, ' ')),
      )
      enter(open, { rank: shown, label })
      headings.push({
        start: line.start,
        rank: shown,
        label: shownLabel(label, open, options.underArticle === true),
        title,
      })
      return
    }
    const question = interviewQuestion(words)
    const asks =
      question ?? (/[^"“”]\?$/u.test(words) && words.length <= QUESTION_LENGTH && lines[index + 1] ? words : null)
    if (format || asks) {
      const rank = format ? unlabelledRank(format) : QUESTION_RANK
      enter(open, { rank, label: null })
      headings.push({ start: line.start, rank, label: null, title: asks ?? words })
    }
  })
  return headings
}

const unlabelledRank = ({ depth }: FormatHeading, least = 1): number =>
  depth < 2 && least < 2 ? FIRST_DEPTH : UNLABELLED + DEPTH_STEP * Math.min(Math.max(depth, least), 8)

/** Whole sentences and items of lists are now and then set in the style of headings. */
const headsSomething = (words: string): boolean => words.length <= 300 && !/^\s*[-–•+*]\s|[.;,]\s*$/u.test(words)

/** Both in order. */
const outside = (lines: readonly Span[], skip: readonly Span[]): Span[] => {
  let next = 0
  return lines.filter((line) => {
    while (next < skip.length && skip[next]!.end <= line.start) next++
    return next === skip.length || line.start < skip[next]!.start
  })
}

interface Open {
  readonly rank: number
  readonly label: Label | null
}

/** Opens a level, closing those at or below it. */
const enter = (open: Open[], level: Open): void => {
  while (open.length > 0 && open.at(-1)!.rank >= level.rank) open.pop()
  open.push(level)
}

/** Whether a label continues its sequence where it stands, or starts a new one. */
const follows = (label: Label, words: string, open: readonly Open[], isFirst: boolean): boolean => {
  const { kind, numbers } = label
  const n = numbers.at(-1)
  if (n === undefined) return /^[\p{Lu}\s\d.:-]+$/u.test(words) || words.length < 40
  const last = lastOf(open, label)
  const rest = words.slice(label.length)
  if (
    kind === 'article' ||
    kind === 'part' ||
    kind === 'appendix' ||
    kind === 'chapter' ||
    kind === 'section' ||
    kind === 'subsection'
  )
    return words.length <= 2 * TITLE_LENGTH || rest.length === 0 || kind === 'article'
  if (kind === 'decimal') return followsDecimal(numbers, open, isFirst)
  if (last !== null && n > last && n <= last + 2) return true
  if (n === 1 && kind !== 'letter') return true
  // A, B, C head parts of a document in capitals; else they are the choices of a quiz
  if (kind === 'letter') return n === 1 && /^[\p{Lu}\s\d,.:()-]+$/u.test(rest)
  // an excerpt may begin anywhere, but "V. I. Lênin" heads nothing
  const excerpt = isFirst && !/^\p{Lu}\.\s/u.test(rest)
  return (
    excerpt &&
    (kind !== 'roman' || (n <= 30 && rest.length <= 2 * TITLE_LENGTH && (rest.length <= 110 || !/\p{Ll}/u.test(rest))))
  )
}

const lastOf = (open: readonly Open[], label: Label): number | null => {
  const same = open.findLast((level) => level.label?.kind === label.kind)
  // 5 follows 4.4.2 also where the line "4." was lost
  const above =
    label.kind === 'number' ? open.find((level) => level.label?.kind === 'decimal')?.label?.numbers[0] : undefined
  return same?.label?.numbers.at(-1) ?? above ?? null
}

/** `5.2` stands under 5, beside 5.1, or after what came before it: 5.2.3 after 5.1.3 where a heading between was lost. */
const followsDecimal = (numbers: readonly number[], open: readonly Open[], isFirst: boolean): boolean => {
  const path = open.flatMap(({ label }) =>
    label?.kind === 'number' || label?.kind === 'decimal' ? [label.numbers] : [],
  )
  const last = path.at(-1)
  if (numbers.some((n) => n > 40)) return false
  if (!last) return isFirst || numbers.at(-1) === 1
  const at = numbers.findIndex((n, level) => n !== last[level])
  if (at < 0) return false
  return numbers[at]! > (last[at] ?? 0) && numbers[at]! <= (last[at] ?? 0) + 2
}

/** A number under a Điều is a khoản; elsewhere it is just its number. */
const shownLabel = (label: Label, open: readonly Open[], underArticle: boolean): string =>
  label.kind !== 'number' || underArticle || open.some((level) => level.label?.kind === 'article')
    ? label.text
    : String(label.numbers[0])

const titleOf = (label: Label, words: string, next: readonly string[]): string => {
  const own = words.slice(label.length).trim()
  if (own) {
    // "1.1. Về tuổi đời." is a title, "a) Trường hợp khác." and "1. Một; hai." are what the clause says
    const isSentence =
      /[;,]$|;\s/u.test(own) || (own.endsWith('.') && (label.kind === 'point' || own.length > SHORT_TITLE))
    if (isSentence || own.length > TITLE_LENGTH) return ''
    return label.kind === 'chapter' || label.kind === 'part'
      ? [own, ...capitals(next)].join(' ')
      : own.replace(/[.:]$/, '')
  }
  const lines = capitals(next)
  if (lines.length > 0) return lines.join(' ').slice(0, 2 * TITLE_LENGTH)
  const [line] = next
  return line && line.length <= TITLE_LENGTH && !/[.;:,]$/.test(line) && labelsOf(line).length === 0 ? line : ''
}

/** The lines in capitals that come first: the title of a chapter is often printed over two or three. */
const capitals = (lines: readonly string[]): string[] => {
  const end = lines.findIndex((line) => /\p{Ll}/u.test(line) || !/\p{Lu}{2}/u.test(line) || labelsOf(line).length > 0)
  return lines.slice(0, end < 0 ? lines.length : end)
}
