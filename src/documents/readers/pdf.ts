import { decodeLegacy, detectLegacy } from '../../text/legacy/legacy.ts'
import { READ_WARNINGS } from '../../text/messages/reading-messages.ts'
import type { Block, FileContent } from '../document.ts'
import type { ReadLimits } from '../reading/read-result.ts'
import { paragraphsOfLines } from './join-lines.ts'
import { pdfBlocks } from './pdf-blocks.ts'
import { withoutFurniture } from './pdf-furniture.ts'
import { withLetterhead } from './pdf-letterhead.ts'
import { measuresOf } from './pdf-paragraphs.ts'
import { pagesByPdftotext } from './pdf-programs.ts'
import { readScan } from './pdf-scan.ts'
import { layerLines, textLayerOf, type TextLayer } from './pdf-text-layer.ts'
import { Refused } from './refuse.ts'
import { isScrambled } from './text-quality.ts'
import { tidy } from './tidy.ts'

// characters: with fewer a page has no text of its own; with fewer in all there is nothing to fall back on (vietnamese §4.2)
const EMPTY_PAGE = 50
const SOME_TEXT = 200

/** A PDF: its text layer by position; `pdftotext` where that layer is scrambled; recognition where most pages are pictures. */
export const readPdf = async (bytes: Uint8Array, limits: ReadLimits): Promise<FileContent> => {
  const layer = await textLayerOf(bytes)
  const lengths = layer.pages.map(({ items }) => items.reduce((sum, item) => sum + item.str.trim().length, 0))
  const pictures = lengths.filter((length) => length < EMPTY_PAGE).length
  if (pictures > lengths.length / 2 && !isShortText(lengths)) return readPictures(bytes, layer, lengths, limits)
  return readLayer(bytes, layer, lengths, limits)
}

/** A page or two with a line of text on each, and none without: a cover, a notice. */
const isShortText = (lengths: readonly number[]): boolean =>
  lengths.length <= 2 && lengths.every((length) => length > 0)

const readPictures = async (bytes: Uint8Array, layer: TextLayer, lengths: readonly number[], limits: ReadLimits) => {
  try {
    return await readScan(bytes, layer.pages.length, limits)
  } catch (error) {
    const some = lengths.reduce((sum, length) => sum + length, 0) >= SOME_TEXT
    if (error instanceof Refused && error.reason === 'no_text_layer' && some)
      return readLayer(bytes, layer, lengths, limits)
    throw error
  }
}

const readLayer = async (
  bytes: Uint8Array,
  layer: TextLayer,
  lengths: readonly number[],
  limits: ReadLimits,
): Promise<FileContent> => {
  const drawn = layerContent(layer)
  const empty = lengths.flatMap((length, at) => (length === 0 ? [at + 1] : []))
  const warnings = empty.length > 0 ? [READ_WARNINGS.emptyPages(empty.slice(0, 20).join(', '))] : []
  const content = { ...drawn, warnings: [...drawn.warnings, ...warnings] }
  return isScrambled(textOf(content.blocks)) ? secondReading(bytes, content, limits) : content
}

const layerContent = (layer: TextLayer): FileContent => {
  const { pages, askew } = layerLines(layer)
  const { pages: cleaned, furniture } = withoutFurniture(pages)
  cleaned[0] = withLetterhead(cleaned[0] ?? [], layer.pages[0]?.frame.width ?? 0)
  const raw = cleaned.flat()
  const around = detectLegacy(
    raw
      .map((line) => line.text)
      .join('\n')
      .slice(0, 200_000),
  )
  const lines = around === null ? raw : raw.map((line) => ({ ...line, text: decodeLegacy(line.text, { around }) }))
  let mixed = false
  const blocks = pdfBlocks(lines, measuresOf(lines)).map((block) => {
    const text = decodeLegacy(block.text)
    mixed ||= text !== block.text
    return { ...block, text }
  })
  const warnings = around !== null || mixed ? [READ_WARNINGS.legacyFont] : []
  const margins = [...furniture, ...askew].map(tidy)
  return { format: 'pdf', blocks, margins, hints: {}, ocr: false, pages: pages.length, warnings }
}

const textOf = (blocks: readonly Block[]): string => blocks.map((block) => block.text).join('\n')

const secondReading = async (bytes: Uint8Array, first: FileContent, limits: ReadLimits): Promise<FileContent> => {
  const pages = await pagesByPdftotext(bytes, limits)
  const blocks: Block[] = (pages ?? []).flatMap((page, at) =>
    paragraphsOfLines(page).map((text) => ({ kind: 'paragraph' as const, text: tidy(text), page: at + 1 })),
  )
  if (blocks.length > 0 && !isScrambled(textOf(blocks))) {
    return { ...first, blocks, warnings: [...first.warnings, READ_WARNINGS.secondReader] }
  }
  return { ...first, warnings: [...first.warnings, READ_WARNINGS.scrambled] }
}
