/** From what a file holds to what a document means: its text, its structure, what is known about it, and whether it may be kept at all. */
import { createHash } from 'node:crypto'
import type { Level } from '../access.ts'
import { storedForm } from '../text/vietnamese.ts'
import type { Document, DocumentMeta, FileContent } from './document.ts'
import { headingsOf } from './headings.ts'
import { passagesOf } from './passages.ts'

export interface DocumentInput {
  readonly id: string
  readonly source: string
  readonly digest: string
  /** The level of the ingestion. A mark such as "lưu hành nội bộ" raises it to `staff` unless `levelGiven`. */
  readonly level: Level
  /** Whether a person chose `level` for this file (`--level`); the sidecar's own level counts as chosen anyway. */
  readonly levelGiven?: boolean
  readonly content: FileContent
  readonly overrides?: Overrides
}

/** What a sidecar or front matter may say; it wins over what was read. */
export type Overrides = Partial<DocumentMeta> & { readonly level?: Level }

export type Created =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly reason: 'secret' | 'empty'; readonly message: string }

export const createDocument = (input: DocumentInput): Created => {
  const text = storedForm(input.content.blocks.map((block) => block.text).join('\n\n'))
  if (!text.trim()) return { ok: false, reason: 'empty', message: 'Tệp không có chữ nào đọc được.' }
  const headings = headingsOf(text)
  return {
    ok: true,
    document: {
      id: input.id,
      source: input.source,
      digest: input.digest,
      level: input.overrides?.level ?? input.level,
      format: input.content.format,
      meta: {
        ...noMeta(input.content.hints.title ?? firstLine(text)),
        ...input.overrides,
      },
      text,
      headings,
      passages: passagesOf({ text, headings }),
      warnings: input.content.warnings,
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
  const headings = headingsOf(text)
  return {
    id: given.id,
    source: given.source ?? given.id,
    digest: createHash('sha256').update(given.title).update('\n').update(given.text).digest('hex'),
    level: given.level ?? 'public',
    format: 'text',
    meta: noMeta(given.title),
    text,
    headings,
    passages: passagesOf({ text, headings }),
    warnings: [],
  }
}

const firstLine = (text: string): string => text.trim().split('\n', 1)[0]!.slice(0, 160)

const noMeta = (title: string): DocumentMeta => ({
  title,
  kind: 'other',
  number: null,
  issuer: null,
  date: null,
  term: null,
  section: null,
  author: null,
  url: null,
  validity: 'unknown',
  replaces: [],
})
