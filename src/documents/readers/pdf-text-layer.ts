import { getDocumentProxy } from 'unpdf'
import { linesOf, type PdfItem, type PdfLine, type PdfPageFrame } from './pdf-lines.ts'
import { refuse } from './refuse.ts'

const MAX_PAGES = 3_000

/** What pdf.js finds on the pages: pieces of text with their places, not yet lines. */
export interface TextLayer {
  readonly pages: readonly { readonly frame: PdfPageFrame; readonly items: readonly PdfItem[] }[]
}

export const textLayerOf = async (bytes: Uint8Array): Promise<TextLayer> => {
  const pdf = await open(bytes)
  if (pdf.numPages > MAX_PAGES) refuse('too_large', `${pdf.numPages} trang`)
  const pages: { frame: PdfPageFrame; items: PdfItem[] }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item) =>
      'str' in item
        ? [{ str: item.str, transform: item.transform as number[], width: item.width, height: item.height }]
        : [],
    )
    pages.push({ frame: { page: number, width, height, transform }, items: texts })
    page.cleanup()
  }
  await pdf.loadingTask.destroy()
  return { pages }
}

/** The lines of every page in the order of the file; text that runs askew once. */
export const layerLines = (layer: TextLayer): { pages: PdfLine[][]; askew: string[] } => {
  const read = layer.pages.map(({ frame, items }) => linesOf(items, frame))
  return { pages: read.map(({ lines }) => lines), askew: [...new Set(read.flatMap(({ askew }) => askew))] }
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
