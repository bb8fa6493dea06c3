import { getDocumentProxy } from 'unpdf'
import { createRunDecoder } from './legacy-runs.ts'
import { READ_WARNINGS } from '../../text/reading-messages.ts'
import type { Block, FileContent } from '../document.ts'
import type { ReadLimits } from '../read-result.ts'
import { paragraphsOfLines } from './join-lines.ts'
import { withoutFurniture } from './pdf-furniture.ts'
import { withLetterhead } from './pdf-letterhead.ts'
import { linesOf, type PdfItem, type PdfLine } from './pdf-lines.ts'
import { measuresOf } from './pdf-paragraphs.ts'
import { pdfBlocks } from './pdf-blocks.ts'
import { pagesByPdftotext } from './pdf-programs.ts'
import { readScan } from './pdf-scan.ts'
import { refuse } from './refuse.ts'
import { isScrambled } from './text-quality.ts'
import { tidy } from './tidy.ts'

const MAX_PAGES = 3_000
// fewer characters than this and a page is a picture (vietnamese §4.2)
const TEXT_PAGE = 200

/** A PDF: its text layer by position; `pdftotext` where that layer is scrambled; recognition where there is none. */
export const readPdf = async (bytes: Uint8Array, limits: ReadLimits): Promise<FileContent> => {
  const { pages, widths, askew } = await textLayer(bytes)
  const lengths = pages.map((lines) => lines.reduce((sum, line) => sum + line.text.length, 0))
  if (lengths.filter((length) => length < TEXT_PAGE).length > pages.length / 2 && isSparse(lengths)) {
    return readScan(bytes, pages.length, limits)
  }
  const { pages: cleaned, furniture } = withoutFurniture(pages)
  cleaned[0] = withLetterhead(cleaned[0] ?? [], widths[0] ?? 0)
  const decoder = createRunDecoder([])
  const lines = cleaned.flat().map((line) => ({ ...line, text: decoder.decode([{ text: line.text }]) }))
  const blocks = pdfBlocks(lines, measuresOf(lines))
  const margins = [...furniture, ...new Set(askew)].map(tidy)
  const empty = lengths.flatMap((length, at) => (length === 0 ? [at + 1] : []))
  const warnings = [
    ...(decoder.used() ? [READ_WARNINGS.legacyFont] : []),
    ...(empty.length > 0 ? [READ_WARNINGS.emptyPages(empty.slice(0, 20).join(', '))] : []),
  ]
  const content: FileContent = { format: 'pdf', blocks, margins, hints: {}, ocr: false, pages: pages.length, warnings }
  return isScrambled(blocks.map((block) => block.text).join('\n')) ? secondReading(bytes, content, limits) : content
}

/** A short text on its one page is a text: what is called a scan has next to nothing on any page. */
const isSparse = (lengths: readonly number[]): boolean =>
  lengths.reduce((sum, length) => sum + length, 0) < (TEXT_PAGE / 4) * lengths.length

const textLayer = async (bytes: Uint8Array): Promise<{ pages: PdfLine[][]; widths: number[]; askew: string[] }> => {
  const pdf = await open(bytes)
  if (pdf.numPages > MAX_PAGES) refuse('too_large', `${pdf.numPages} trang`)
  const pages: PdfLine[][] = []
  const widths: number[] = []
  const askew: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const texts = items.filter((item): item is typeof item & PdfItem => 'str' in item)
    const read = linesOf(texts, { page: number, width, height, transform })
    pages.push(read.lines)
    widths.push(width)
    askew.push(...read.askew)
    page.cleanup()
  }
  await pdf.loadingTask.destroy()
  return { pages, widths, askew }
}

const open = async (bytes: Uint8Array) => {
  try {
    // a copy, because the parser takes the buffer away. Scripts in the file are never run: this pdf.js evaluates nothing at all
    return await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, stopAtErrors: false })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') return refuse('encrypted')
    return refuse('damaged', 'PDF không mở được')
  }
}

const secondReading = async (bytes: Uint8Array, first: FileContent, limits: ReadLimits): Promise<FileContent> => {
  const pages = await pagesByPdftotext(bytes, limits)
  const blocks: Block[] = (pages ?? []).flatMap((page, at) =>
    paragraphsOfLines(page).map((text) => ({ kind: 'paragraph' as const, text: tidy(text), page: at + 1 })),
  )
  if (blocks.length > 0 && !isScrambled(blocks.map((block) => block.text).join('\n'))) {
    return { ...first, blocks, warnings: [...first.warnings, READ_WARNINGS.secondReader] }
  }
  return { ...first, warnings: [...first.warnings, READ_WARNINGS.scrambled] }
}
