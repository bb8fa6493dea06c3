/** Takes a saved press or portal article apart: its own words on one side, the furniture of the page on the other. */
import { termIn } from '../../text/numbers/dates.ts'
import { oneLine } from '../../text/vietnamese.ts'
import { bylineOf, creditOf, interviewee, isThanks } from './bylines.ts'
import type { Byline } from './bylines.ts'
import { isCaption } from './captions.ts'
import type { Block, DocumentMeta, FileContent } from '../document.ts'
import { articleHead } from './portal-head.ts'
import { portalLine } from './portal-lines.ts'
import type { SeenLine } from './portal-lines.ts'
import { readResolution } from '../metadata/resolution.ts'

export interface Article {
  /** The article's own words in order; captions are blocks of their own. */
  readonly blocks: readonly Block[]
  readonly meta: Partial<DocumentMeta>
  /** Who answers in an interview, as the article introduces them; null if it is none. */
  readonly interviewee: string | null
}

/** Kinds of furniture that a page must show before it is taken for one. */
const SIGNALS = 2
const PARAGRAPH = 90

/** The article in a file, or null if the file does not look like a saved page. A page that shows a whole issued document only loses its furniture. */
export const readArticle = (content: Pick<FileContent, 'blocks' | 'hints' | 'format'>): Article | null => {
  const lines = linesOf(content.blocks)
  if (signalsOf(lines, content) < SIGNALS) return null
  const body = lines.findIndex((line) => isParagraph(line))
  if (body < 0) return null
  const words = lines.slice(0, body).filter((line) => line.seen.kind === 'words')
  if (readResolution(words.map((line) => line.text)).certain)
    return {
      blocks: [...words, ...bodyLines(lines.slice(body))].map(({ block, text }) => ({ ...block, text })),
      meta: {},
      interviewee: null,
    }
  const head = articleHead(lines.slice(0, body), content.hints, lines.slice(body))
  const kept: SeenLine[] = [...head.kept, ...bodyLines(lines.slice(body))]
  const { author, rest } = takeByline(kept)
  const blocks = rest.map((line, at) => blockOf(line, rest[at - 1], rest[at + 1], at < head.kept.length))
  return {
    blocks,
    interviewee: interviewee(rest.slice(0, 6).map((line) => oneLine(line.text))),
    meta: {
      kind: 'article',
      ...(head.title ? { title: head.title } : {}),
      date: head.date,
      section: head.section,
      author: head.author ?? author ?? content.hints.author ?? null,
      term: termIn([head.title ?? '', ...head.kept.map((line) => line.text)].join('\n')),
      ...(content.hints.url ? { url: content.hints.url } : {}),
    },
  }
}

/** Lines of plain blocks; a table is one line. */
const linesOf = (blocks: readonly Block[]): SeenLine[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'table') return [{ block, text: block.text, seen: { kind: 'words' } as const }]
    const lines = block.text.split('\n').filter((line) => line.trim() !== '')
    // lines that were broken by hand stay together where they are words
    const seen = lines.map((text) => ({ block, text, seen: portalLine(text) }))
    return seen.reduce<SeenLine[]>((joined, line) => {
      const last = joined.at(-1)
      if (line.seen.kind !== 'words' || last?.seen.kind !== 'words') return [...joined, line]
      return [...joined.slice(0, -1), { ...last, text: `${last.text}\n${line.text}` }]
    }, [])
  })

const signalsOf = (lines: readonly SeenLine[], { hints, format }: Pick<FileContent, 'hints' | 'format'>): number => {
  const kinds = new Set<string>()
  for (const { text, seen } of lines) {
    if (seen.kind === 'tail') kinds.add(seen.opens)
    else if (seen.kind === 'date') kinds.add(/gmt|\d:\d/iu.test(text) ? 'clock' : 'date')
    else if (seen.kind !== 'words' && /\p{L}/u.test(text)) kinds.add(oneLine(text).toLowerCase().slice(0, 12))
    else if (
      seen.kind === 'words' &&
      (bylineOf(text)?.sure || /^\s*\(?\p{Lu}[\p{Lu}\d.]{1,9}\)?\s+[-–]\s+\p{Lu}/u.test(text))
    )
      kinds.add('byline')
  }
  return kinds.size + (format === 'html' && hints.published !== undefined ? SIGNALS : 0)
}

const isParagraph = ({ text, seen, block }: SeenLine): boolean =>
  seen.kind === 'words' &&
  block.kind !== 'heading' &&
  block.kind !== 'caption' &&
  text.length >= PARAGRAPH &&
  /[.!?…:;][”"’)]*\s*$/u.test(text)

/** Drops furniture, boxes of other articles, and everything below the article. */
const bodyLines = (lines: readonly SeenLine[]): SeenLine[] => {
  const kept: SeenLine[] = []
  const total = lines.reduce((sum, line) => sum + line.text.length, 0)
  let seen = 0
  let inBox = false
  for (const [at, line] of lines.entries()) {
    if (line.seen.kind === 'tail') {
      const ahead = lines.slice(at + 1).filter(isParagraph).length
      // after the comment box comes what readers wrote; a list of other articles may stand in the middle
      if (ahead === 0 || (line.seen.opens !== 'related' && seen > total * 0.6)) break
      inBox = true
    } else if (line.seen.kind === 'words') {
      if (inBox && isParagraph(line)) inBox = false
      if (!inBox) kept.push(line)
    }
    seen += line.text.length
  }
  return kept
}

/** The byline stands last, perhaps before or after the photo credit and the thanks of an interview. */
const takeByline = (lines: readonly SeenLine[]): { author: string | null; rest: SeenLine[] } => {
  const rest = [...lines]
  let signed: Byline | null = null
  for (let tries = 0; tries < 4 && rest.length > 1; tries++) {
    const last = oneLine(rest.at(-1)!.text)
    const byline = bylineOf(last)
    if (byline) signed = signed === null || signed.source || byline.sure ? byline : signed
    else if (!isThanks(last) && creditOf(last) === null) break
    rest.pop()
  }
  return { author: signed?.name ?? null, rest }
}

const blockOf = (line: SeenLine, before: SeenLine | undefined, after: SeenLine | undefined, inHead: boolean): Block => {
  const block = { ...line.block, text: line.text.trim() }
  if (block.kind !== 'paragraph' || inHead) return block
  if (isCaption(block.text, before?.text ?? null)) return { ...block, kind: 'caption' }
  return isSubhead(block.text, before, after) ? { ...block, kind: 'heading', depth: 3 } : block
}

/** A short line without a stop between two paragraphs. */
const isSubhead = (text: string, before: SeenLine | undefined, after: SeenLine | undefined): boolean =>
  text.length <= 90 &&
  !text.includes('\n') &&
  /^\p{Lu}/u.test(text) &&
  /[\p{L}\d”"]$/u.test(text) &&
  before !== undefined &&
  /[.!?…][”"’)]*\s*$/u.test(before.text) &&
  after !== undefined &&
  isParagraph(after)
