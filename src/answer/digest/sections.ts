/** The parts that a document is read by: its articles, or what stands in their place. They follow each other and cover the text. */
import { createHash } from 'node:crypto'
import type { Heading } from '../../documents/document.ts'
import type { Library } from '../../search/search-index.ts'
import { libraryMessages } from '../../text/messages/library-messages.ts'

export interface Section {
  /** `Điều 5. Trách nhiệm của đảng viên` */
  readonly name: string
  /** `Điều 5`, or the name where it has no number. */
  readonly label: string
  /** Names of the chapters that begin with this part and hold nothing before it. */
  readonly under: readonly string[]
  /** Offsets in the document's text, end exclusive. */
  readonly start: number
  readonly end: number
  /** Tells a part from another one after the document has changed: six letters of its name. */
  readonly mark: string
}

type Content = NonNullable<ReturnType<Library['content']>>

/** Khoản and điểm (rank 3 and below) belong to the part above them. */
const CLAUSE_RANK = 3
/** A chapter with fewer letters before its first article is shown with that article. */
const HARDLY_TEXT = 20

export const sectionsOf = ({ text, headings }: Content): readonly Section[] => {
  const starts = partsOf(headings)
  const sections: Section[] = []
  let under: Heading[] = []
  const first = starts[0]?.start ?? text.length
  if (text.slice(0, first).trim() !== '')
    sections.push(
      section(starts.length === 0 ? libraryMessages.wholeText : libraryMessages.opening, null, [], 0, first),
    )
  starts.forEach((heading, i) => {
    const next = starts[i + 1]
    const end = next?.start ?? text.length
    const line = text.slice(heading.start, end).trim()
    if (next && next.rank > heading.rank && line.length - line.split('\n')[0]!.length < HARDLY_TEXT) {
      under.push(heading)
      return
    }
    const name = nameOfHeading(heading)
    sections.push(section(name, heading.label, under.map(nameOfHeading), under[0]?.start ?? heading.start, end))
    under = []
  })
  return sections
}

/** How many Chương, Điều, … there are: `2 chương, 7 điều`; a plain number of parts where they have no such names. */
export const countsOf = (headings: readonly Heading[]): string => {
  const counts = new Map<string, number>()
  for (const { label } of partsOf(headings)) {
    const word = /^(Phần|Chương|Mục|Điều)(?!\p{L})/u.exec(label ?? '')?.[1]?.toLowerCase() ?? 'phần'
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ')
}

const partsOf = (headings: readonly Heading[]): readonly Heading[] => {
  const parts = headings.filter(({ rank }) => rank < CLAUSE_RANK)
  return parts.length > 0 ? parts : headings.filter(({ rank }) => rank === CLAUSE_RANK)
}

const nameOfHeading = ({ label, title }: Heading): string => [label, title].filter(Boolean).join('. ') || '…'

const section = (
  name: string,
  label: string | null,
  under: readonly string[],
  start: number,
  end: number,
): Section => ({
  name,
  label: label === null ? name : /^[IVXLC\d]+$/.test(label) ? name : label,
  under,
  start,
  end,
  mark: createHash('sha256').update(name).digest('base64url').slice(0, 6),
})
