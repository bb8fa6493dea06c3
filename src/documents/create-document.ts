/** From what a file holds to what a document means: its text, its structure, what is known about it, and whether it may be kept at all. */
import { createHash } from 'node:crypto'
import type { Level } from '../access.ts'
import { termIn } from '../text/numbers/dates.ts'
import { key, oneLine, storedForm } from '../text/vietnamese.ts'
import { bodyOf } from './structure/body.ts'
import { ordersIn } from './gate/orders.ts'
import { documentLevel } from './gate/document-level.ts'
import { VALIDITY_KEYS, VALIDITY_UNKNOWN } from './document.ts'
import type { Block, Document, DocumentMeta, FileContent, Heading } from './document.ts'
import { headingsOf } from './structure/headings.ts'
import type { Overrides } from './metadata/overrides.ts'
import { passagesOf } from './structure/passages.ts'
import { readArticle } from './article/portal-article.ts'
import { readResolution } from './metadata/resolution.ts'
import type { Reading } from './metadata/resolution.ts'
import { validitySaid } from './metadata/validity-said.ts'
import { secrecyOf } from './gate/secrecy.ts'

export interface DocumentInput {
  readonly id: string
  readonly source: string
  readonly digest: string
  /** The level of the ingestion. A mark such as "lưu hành nội bộ" raises it to `staff` unless a person said otherwise. */
  readonly level: Level
  /** Whether a person chose `level` for this file (`--level`): then it stands above sidecar and marks. */
  readonly levelGiven?: boolean
  readonly content: FileContent
  /** What sidecar and front matter say (overrides.ts); it wins over what was read. */
  readonly overrides?: Overrides
}

export type Created =
  | { readonly ok: true; readonly document: Document }
  /** `message` is one Vietnamese sentence; it quotes nothing of the file but the mark itself. */
  | { readonly ok: false; readonly reason: 'secret' | 'empty'; readonly message: string }

export const createDocument = (input: DocumentInput): Created => {
  const { content } = input
  const { secret, restricted } = secrecyOf(content)
  if (secret)
    return {
      ok: false,
      reason: 'secret',
      message: `Tệp mang dấu “${secret.mark}” ${secret.where} nên không được nạp; không có gì được lưu.`,
    }
  const article = readArticle(content)
  const blocks = article?.blocks ?? content.blocks
  const reading = readResolution(linesOf(blocks), titleHint(content))
  const official = reading.issued && (!article || reading.certain)
  const kept = official ? withoutHeadHeadings(blocks, reading.headLines) : blocks
  const { text, formatHeadings, special, pages } = bodyOf(kept)
  if (text.trim() === '') return { ok: false, reason: 'empty', message: 'Tệp không có chữ nào đọc được.' }
  const { level: given, ...stated } = input.overrides ?? {}
  const known: DocumentMeta = {
    ...UNKNOWN,
    ...generalMeta(content, text, kept),
    ...(article ? article.meta : {}),
    ...(official ? { ...reading.meta, section: null, author: null } : {}),
    ...(restricted?.draft ? { validity: 'draft' as const } : {}),
  }
  const own = { number: known.number, date: known.date, ...stated }
  const meta: DocumentMeta = {
    ...known,
    ...(official ? validitySaid(text, own) : {}),
    ...stated,
    stated: VALIDITY_KEYS.filter((key) => stated[key] !== undefined),
  }
  const found = headingsOf(text, {
    formatHeadings: formatHeadings.filter((heading) => !isTitle(text.slice(heading.start, heading.end), meta)),
    skip: special,
  })
  const headings = article?.interviewee ? withInterviewee(found, article.interviewee) : found
  const { level, warning } = documentLevel(input, given, restricted)
  const warnings = [
    ...content.warnings,
    ...(warning ? [warning] : []),
    ...ordersIn(text),
    ...unfilledWarnings(official ? reading : null, meta),
  ]
  const { id, source, digest } = input
  return {
    ok: true,
    document: {
      id,
      source,
      digest,
      level,
      format: content.format,
      meta,
      text,
      headings,
      passages: passagesOf({ text, headings, special, pages }),
      warnings,
    },
  }
}

/** A document whose title and text are given, as question sets give them: the text is exactly `storedForm(text)`. */
export const documentFromText = (given: {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly level?: Level
  readonly source?: string
}): Document => {
  const text = storedForm(given.text)
  const headings = headingsOf(text, { underArticle: /Điều\s+\d+[a-zđ]?\s*[.:]/u.test(given.title) })
  const { meta, issued } = readResolution(text.split('\n'), given.title)
  return {
    id: given.id,
    source: given.source ?? given.id,
    digest: createHash('sha256').update(given.title).update('\n').update(given.text).digest('hex'),
    level: given.level ?? 'public',
    format: 'text',
    meta: {
      ...UNKNOWN,
      ...meta,
      ...(issued ? validitySaid(text, { number: meta.number ?? null, date: meta.date ?? null }) : {}),
      title: given.title,
    },
    text,
    headings,
    passages: passagesOf({ text, headings }),
    warnings: [],
  }
}

const UNKNOWN: DocumentMeta = {
  title: '',
  kind: 'other',
  number: null,
  issuer: null,
  date: null,
  term: null,
  section: null,
  author: null,
  url: null,
  ...VALIDITY_UNKNOWN,
}
const TITLE_LENGTH = 200

const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ text, kind }) => (kind === 'table' ? text.split(/\n|\s\|\s/) : text.split(/\n|\t|\s{4,}/)))

/** What Word and PDF files say about their title is mostly the name of an older file. */
const titleHint = ({ format, hints }: FileContent): string | null =>
  (format === 'html' || format === 'markdown') && hints.title ? oneLine(hints.title) : null

const generalMeta = (content: FileContent, text: string, blocks: readonly Block[]): Partial<DocumentMeta> => {
  const { hints, format } = content
  const isPage = format === 'html' || format === 'markdown'
  const heading = blocks.find((block) => block.kind === 'heading' && block.depth === 1)?.text
  const title = oneLine(titleHint(content) ?? heading ?? text.trimStart().split('\n', 1)[0]!)
  return {
    title: title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH).replace(/\s+\S*$/u, '')}…`,
    term: termIn(title),
    ...(isPage && hints.published ? { date: hints.published } : {}),
    ...(format === 'html' && hints.published ? { kind: 'article' as const } : {}),
    ...(isPage && hints.author ? { author: hints.author } : {}),
    ...(hints.section ? { section: hints.section } : {}),
    ...(hints.url ? { url: hints.url } : {}),
  }
}

/** Lines of the letterhead may be set as headings; they head nothing. */
const withoutHeadHeadings = (blocks: readonly Block[], headLines: number): Block[] => {
  let lines = 0
  return blocks.map((block) => {
    const inHead = lines < headLines
    lines += linesOf([block]).filter((line) => line.trim() !== '').length
    return block.kind === 'heading' && (inHead || /:\s*$/.test(block.text)) ? { ...block, kind: 'paragraph' } : block
  })
}

/** The document's own title, or its issuer set as one, heads no part of it. */
const isTitle = (heading: string, { title, issuer }: DocumentMeta): boolean => {
  const words = key(oneLine(heading))
  return key(oneLine(title)).startsWith(words) || (issuer !== null && key(issuer) === words)
}

/** Who answers stands above the questions: answers say "chúng tôi", a citation must say who that is. */
const withInterviewee = (headings: readonly Heading[], who: string): Heading[] => {
  const first = headings.findIndex(
    (heading) => heading.label === null && heading.title.length > 0 && /\?["”]?$|thưa/iu.test(heading.title),
  )
  if (first < 0) return [...headings]
  const answers = { start: headings[first]!.start, rank: 1.78, label: null, title: `Trả lời phỏng vấn: ${who}` }
  return [...headings.slice(0, first), answers, ...headings.slice(first)]
}

const unfilledWarnings = (reading: Reading | null, meta: DocumentMeta): string[] => [
  ...(reading?.unfilled.number && meta.number === null
    ? ['Văn bản để trống số; hãy ghi số vào tệp .meta.json nếu đã ban hành.']
    : []),
  ...(reading?.unfilled.date && meta.date === null
    ? ['Văn bản để trống ngày ban hành nên coi là dự thảo; hãy ghi ngày vào tệp .meta.json nếu đã ban hành.']
    : []),
]
