/** Says where in a document a place stands: the headings above it, and what a citation prints. */
import type { Heading, Passage } from '../document.ts'

const SHOWN_TITLE = 90

export interface Place {
  /** Headings above the place, highest first: `Chương II. Đảng viên`, `Điều 5. Tuổi`. */
  readonly path: readonly string[]
  /** What a citation prints: `Điều 3 khoản 2 điểm a`, `Phần II mục 1`, a heading's words, `trang 4`; null where there is no such place. */
  readonly section: string | null
}

/** The place of `text[start, end)`; with both offsets only headings that reach over all of it count. */
export const sectionAt = (
  document: { readonly headings: readonly Heading[]; readonly passages: readonly Passage[] },
  start: number,
  end = start + 1,
): Place => {
  const above = headingsAbove(document.headings, start, end)
  const page = document.passages.find((passage) => passage.start <= start && start < passage.end)?.page ?? null
  return { path: above.map(shownHeading), section: sectionName(above) ?? (page === null ? null : `trang ${page}`) }
}

/** Headings whose part of the document holds all of [start, end), highest first. */
export const headingsAbove = (headings: readonly Heading[], start: number, end: number): Heading[] =>
  headingWalk(headings)(start, end)

/** `headingsAbove` for places that come in ascending order: each heading is looked at about once. */
export const headingWalk = (headings: readonly Heading[]): ((start: number, end: number) => Heading[]) => {
  const open: Heading[] = []
  let next = 0
  return (start, end) => {
    for (; next < headings.length && headings[next]!.start <= start; next++) enter(open, headings[next]!)
    // what starts inside closes those that do not reach over all of the place
    let lowest = Infinity
    for (let inside = next; inside < headings.length && headings[inside]!.start < end; inside++)
      lowest = Math.min(lowest, headings[inside]!.rank)
    return open.filter((heading) => heading.rank < lowest)
  }
}

const enter = (open: Heading[], heading: Heading): void => {
  while (open.length > 0 && open.at(-1)!.rank >= heading.rank) open.pop()
  open.push(heading)
}

/** `Điều 5. Tuổi`, `khoản 2`, `II. Nhiệm vụ`, or the words of a heading without a label. */
export const shownHeading = (heading: Heading): string =>
  heading.label === null ? heading.title : heading.title ? `${heading.label}. ${heading.title}` : named(heading.label)

const sectionName = (above: readonly Heading[]): string | null => {
  const last = above.at(-1)
  if (!last) return null
  const article = above.findIndex((heading) => heading.label?.startsWith('Điều'))
  if (article >= 0) {
    const appendix = above.slice(0, article).find((heading) => heading.label?.startsWith('Phụ lục'))
    const below = above.slice(article).flatMap((heading) => (heading.label === null ? [] : [named(heading.label)]))
    return [...(appendix ? [appendix.label!] : []), ...below].join(' ')
  }
  const labelled = above.filter((heading) => heading.label !== null)
  const words = above.findLast((heading) => heading.label === null)
  if (labelled.length === 0 || last.label === null) return shorten(words!.title)
  const isLead =
    words !== undefined && words.rank < labelled[0]!.rank && (words.rank < 1 || !isNamed(labelled[0]!.label!))
  const lead = isLead ? `${shorten(words.title)}, ` : ''
  return lead + joined(labelled.map((heading) => heading.label!))
}

/** `Phần II mục 1 điểm a`: a roman numeral is a Phần where no Phần stands above it. */
const joined = (labels: readonly string[]): string => {
  const shown: string[] = []
  const underPart = labels.some((label) => label.startsWith('Phần'))
  const lastDecimal = labels.findLastIndex((label) => label.includes('.'))
  labels.forEach((label, index) => {
    if (index < lastDecimal && /^\d/.test(label)) return // 5 and 5.2 stand in 5.2.8
    if (/^[IVXLC]+$/.test(label) && !underPart) shown.push(`Phần ${label}`)
    else shown.push(named(label))
  })
  return shown.join(' ')
}

const isNamed = (label: string): boolean => /^\p{L}{3}/u.test(label) || /^[IVXLC]+$/.test(label)

const named = (label: string): string => (/^(?:[IVXLC]+|[A-HĐ]|\d[\d.]*)$/.test(label) ? `mục ${label}` : label)

const shorten = (title: string): string =>
  title.length <= SHOWN_TITLE ? title : `${title.slice(0, SHOWN_TITLE).replace(/\s+\S*$/u, '')}…`
