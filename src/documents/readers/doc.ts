import WordExtractor from 'word-extractor'
import { READ_WARNINGS } from '../../text/messages/reading-messages.ts'
import type { Block, FileContent } from '../document.ts'
import type { ReadLimits } from '../reading/read-result.ts'
import { createRunDecoder } from './legacy-runs.ts'
import { convertByOffice } from './office.ts'
import { refuse } from './refuse.ts'
import { tidy } from './tidy.ts'

/** A Word 97-2003 document: through LibreOffice where there is one, as only that keeps automatic numbers; else its bare text. */
export const readDoc = async (bytes: Uint8Array, limits: ReadLimits): Promise<FileContent> =>
  (await convertByOffice(bytes, 'doc', limits)) ?? readBareDoc(bytes)

interface RawOptions {
  readonly filterUnicode: false
  readonly includeFooters?: boolean
}

/** What the library offers beyond its published types: texts without its own replacements. */
interface RawDocument {
  getBody(options: RawOptions): string
  getFootnotes(options: RawOptions): string
  getEndnotes(options: RawOptions): string
  getHeaders(options: RawOptions): string
  getTextboxes(options: RawOptions): string
  getAnnotations(options: RawOptions): string
}

const readBareDoc = async (bytes: Uint8Array): Promise<FileContent> => {
  const document = (await new WordExtractor().extract(Buffer.from(bytes))) as unknown as RawDocument
  // with its own filter the library turns “ ” – into " " -, and a quote would no longer be the document's words
  const raw: RawOptions = { filterUnicode: false }
  const decoder = createRunDecoder([])
  const clean = (text: string): string => tidy(decoder.decode([{ text: repaired(text) }]))
  const paragraphs = (text: string): string[] =>
    text
      .split(/[\n\r\v\f]/)
      .map(clean)
      .filter((line) => line !== '')
  const blocks: Block[] = cellsApart(document.getBody(raw)).map((part) =>
    typeof part === 'string'
      ? { kind: 'paragraph', text: clean(part) }
      : { kind: 'table', text: part.map((row) => row.map(clean).join(' | ')).join('\n') },
  )
  const notes = [...paragraphs(document.getFootnotes(raw)), ...paragraphs(document.getEndnotes(raw))]
  const content = [...blocks, ...notes.map((text): Block => ({ kind: 'paragraph', text }))].filter((block) =>
    /[^|\s]/.test(block.text),
  )
  if (content.length === 0) return refuse('empty')
  const margins = [
    document.getHeaders({ ...raw, includeFooters: true }),
    document.getTextboxes(raw),
    document.getAnnotations(raw),
  ].flatMap(paragraphs)
  const warnings = [READ_WARNINGS.withoutOffice, ...(decoder.used() ? [READ_WARNINGS.legacyFont] : [])]
  return { format: 'doc', blocks: content, margins, hints: {}, ocr: false, pages: null, warnings }
}

/** The library writes a soft hyphen as the word "undefined" and a no-break hyphen as U+001E (vietnamese §4.1). */
const repaired = (text: string): string =>
  text.replaceAll('undefined', '').replaceAll('\u001E', '-').replaceAll('\u001F', '')

/** Lines are paragraphs; neighbouring lines with the same number of tabs are rows of a table. */
const cellsApart = (body: string): (string | string[][])[] => {
  const parts: (string | string[][])[] = []
  for (const line of body.split(/[\n\r\v\f]/)) {
    const cells = line.replace(/\t+$/, '').split('\t')
    const last = parts.at(-1)
    if (cells.length < 2) parts.push(line)
    else if (Array.isArray(last) && last[0]!.length === cells.length) last.push(cells)
    else parts.push([cells])
  }
  // a single row is a line with tabs in it, or a letterhead: its cells are paragraphs
  return parts.flatMap((part) => (Array.isArray(part) && part.length < 2 ? part.flat() : [part]))
}
