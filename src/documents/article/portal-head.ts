/** The head of a saved article: which line is the title, which date is that of publication, which section it stood in. */
import { foldAligned } from '../../text/aligned.ts'
import { oneLine } from '../../text/vietnamese.ts'
import { bylineOf } from './bylines.ts'
import type { FileHints } from '../document.ts'
import type { SeenLine } from './portal-lines.ts'

export interface ArticleHead {
  readonly title: string | null
  readonly date: string | null
  readonly section: string | null
  readonly author: string | null
  /** Lines that belong to the article's words: the kicker above the title, what stands below it. */
  readonly kept: readonly SeenLine[]
}

const SECTION_LENGTH = 30
const MASTHEAD =
  /^(?:BÁO|TẠP CHÍ|CỔNG THÔNG TIN|TRANG THÔNG TIN|TRANG TIN|ĐÀI|CƠ QUAN|Báo|Tạp chí|Cổng thông tin|Trang thông tin|Cơ quan (?:của|ngôn luận)|Tiếng nói)(?!\p{L})(?!.*[.!?])/u

/** `lines`: everything before the first paragraph; `body`: the rest, where a date may stand at the end. */
export const articleHead = (lines: readonly SeenLine[], hints: FileHints, body: readonly SeenLine[]): ArticleHead => {
  const words = lines.filter((line) => line.seen.kind === 'words')
  const titleLine = titleAmong(lines, hints)
  const titleAt = titleLine ? lines.indexOf(titleLine) : lines.length
  const date = hints.published ?? publishedDate(lines, titleAt) ?? dateBelow(body)
  const crumb = lines.flatMap(({ seen }) => (seen.kind === 'breadcrumb' ? [seen.parts] : [])).at(-1)
  const title = titleLine ? oneLine(titleLine.text) : hints.title ? oneLine(hints.title) : null
  const named = lines.flatMap(({ seen }) => (seen.kind === 'date' && seen.section !== null ? [seen.section] : [])).at(0)
  const last = crumb?.filter((part) => title === null || !same(part, title)).at(-1)
  const short = words
    .filter((line) => line !== titleLine && lines.indexOf(line) < titleAt && isSectionName(line.text))
    .at(-1)
  const section = hints.section ?? named ?? last ?? (short && oneLine(short.text)) ?? null
  let author: string | null = null
  const kickers = kickersAbove(lines, titleAt)
  const kept = words.filter((line) => {
    const at = lines.indexOf(line)
    const text = oneLine(line.text)
    if (at <= titleAt) return titleAt < lines.length && kickers.includes(line)
    const byline = bylineOf(text)
    if (byline) author = byline.name
    return !byline && !(section !== null && same(text, section))
  })
  return { title, date, section, author, kept }
}

/** The lines right above the title, if they say something of their own. */
const kickersAbove = (lines: readonly SeenLine[], titleAt: number): SeenLine[] => {
  const above: SeenLine[] = []
  for (let at = titleAt - 1; at >= 0 && above.length < 2; at--) {
    const line = lines[at]!
    if (line.seen.kind !== 'words' || isSectionName(line.text) || MASTHEAD.test(oneLine(line.text))) break
    above.unshift(line)
  }
  return above
}

const same = (a: string, b: string): boolean => foldAligned(oneLine(a)) === foldAligned(oneLine(b))

const isSectionName = (line: string): boolean => {
  const text = oneLine(line)
  return text.length <= SECTION_LENGTH && text.split(' ').length <= 6 && !/[.,:;!?]$/.test(text)
}

const titleAmong = (lines: readonly SeenLine[], hints: FileHints): SeenLine | null => {
  const words = lines.filter((line) => line.seen.kind === 'words')
  const hinted = hints.title === undefined ? '' : foldAligned(oneLine(hints.title))
  const known = words.findLast(
    (line) => oneLine(line.text).length > 15 && hinted.includes(foldAligned(oneLine(line.text))),
  )
  if (known) return known
  const marked = words.find((line) => line.block.kind === 'heading' && line.block.depth === 1 && isTitleLike(line))
  if (marked) return marked
  // the title stands right above the line with the date, or below it; above the menus stands the name of the paper
  const placed = lines.findLastIndex(({ seen }) => seen.kind === 'date' || seen.kind === 'breadcrumb')
  const above = lines[placed - 1]
  if (above && isTitleLike(above)) return above
  const [first, second] =
    [lines.slice(placed + 1), lines].map((some) => some.filter(isTitleLike)).find((some) => some.length > 0) ?? []
  if (!first) return words.at(-1) ?? null
  // a kicker in capitals stands above a title that is not; otherwise the first line is the title
  return second && isCapital(first.text) && !isCapital(second.text) ? second : first
}

const isTitleLike = ({ text, seen }: SeenLine): boolean =>
  seen.kind === 'words' &&
  !isSectionName(text) &&
  !/[.…]\s*$/u.test(text) &&
  !bylineOf(text)?.sure &&
  !MASTHEAD.test(oneLine(text))

const isCapital = (line: string): boolean => !/\p{Ll}/u.test(line)

/** The date that stands twice, or says that it is that of publication, or stands nearest to the title; the page's own clock is none. */
const publishedDate = (lines: readonly SeenLine[], titleAt: number): string | null => {
  const weather = lines.findIndex(({ seen }) => seen.kind === 'weather')
  const dates = lines.flatMap(({ seen }, at) => (seen.kind === 'date' ? [{ ...seen, at }] : []))
  // the clock stands with the weather, or alone at the top of the page before anything else
  const own = dates.filter(
    ({ at, label }) =>
      label !== null ||
      at > titleAt ||
      !(at <= weather || (at === 0 && dates.length > 1) || isClock(lines, at, titleAt)),
  )
  const twice = own.find((one) =>
    own.some((other) => other !== one && other.iso === one.iso && other.label === one.label),
  )
  const labelled = own.find(({ label }) => label === 'published')
  const near = [...own].sort((a, b) => Math.abs(a.at - titleAt) - Math.abs(b.at - titleAt) || b.at - a.at)
  return (labelled ?? twice ?? near.find(({ label }) => label === null) ?? near[0])?.iso ?? null
}

/** At the top, with seconds, and menus or a breadcrumb between it and the title. */
const isClock = (lines: readonly SeenLine[], at: number, titleAt: number): boolean =>
  at <= 1 &&
  lines
    .slice(at + 1, titleAt)
    .some(({ seen }) => seen.kind === 'breadcrumb' || seen.kind === 'furniture' || seen.kind === 'tail')

const dateBelow = (body: readonly SeenLine[]): string | null => {
  const dates = body.flatMap(({ seen }) => (seen.kind === 'date' ? [seen] : []))
  return (
    (dates.find(({ label }) => label === 'published') ?? dates.find(({ label }) => label === 'updated'))?.iso ?? null
  )
}
