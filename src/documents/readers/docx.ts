import { READ_WARNINGS } from '../../text/messages/reading-messages.ts'
import type { Block, FileContent } from '../document.ts'
import { docxBlocks, type DocxParts } from './docx-blocks.ts'
import { createNumbering } from './docx-numbering.ts'
import { createStyles, fontOf, type Styles } from './docx-styles.ts'
import { createRunDecoder, type Run } from './legacy-runs.ts'
import { refuse } from './refuse.ts'
import { child, children, childrenNamed, attribute, parseXml, valueOf, type XmlElement } from './xml.ts'
import { unzip } from './zip.ts'

const PARTS = /^word\/(?:(?:document|header|footer)\d*|numbering|styles|footnotes|endnotes|comments)\.xml$/
const HIDDEN_FROM = 20

/** A Word document from its XML: automatic numbers printed, headings by style, text boxes and page headers in the margins. */
export const readDocx = async (bytes: Uint8Array): Promise<FileContent> => {
  const files = await unzip(bytes, (name) => PARTS.test(name))
  const main = [...files.keys()].find((name) => /^word\/document\d*\.xml$/.test(name))
  if (main === undefined) return refuse('damaged', 'thiếu word/document.xml')
  const xml = (name: string): XmlElement | undefined => {
    const file = files.get(name)
    return file === undefined ? undefined : parseXml(file)
  }
  const styles = createStyles(xml('word/styles.xml'))
  const body = child(xml(main), 'body') ?? refuse('damaged', 'thiếu phần thân văn bản')
  const parts: DocxParts = {
    styles,
    numbering: createNumbering(xml('word/numbering.xml')),
    decoder: createRunDecoder(runsOf(body, styles)),
  }
  const text = docxBlocks(body, parts)
  const notes = ['footnotes', 'endnotes'].flatMap((name) => noteBlocks(xml(`word/${name}.xml`), parts))
  const aside = [...files.keys()]
    .filter((name) => /^word\/(?:header|footer)\d*\.xml$|^word\/comments\.xml$/.test(name))
    .flatMap((name) => {
      const read = docxBlocks(parseXml(files.get(name)!), parts)
      return [...read.blocks.map((block) => block.text), ...read.boxes]
    })
  const hidden = text.hidden.filter((found) => found.length >= HIDDEN_FROM).map((found) => found.slice(0, 120))
  const warnings = [...hidden.slice(0, 5).map((found) => READ_WARNINGS.hiddenText(found))]
  if (parts.decoder.used()) warnings.push(READ_WARNINGS.legacyFont)
  const written = [...text.blocks, ...notes]
  // a poster or a cover made of text boxes only: then they are the text
  const blocks: Block[] = written.length > 0 ? written : text.boxes.map((box) => ({ kind: 'paragraph', text: box }))
  if (blocks.length === 0) return refuse('empty')
  const margins = [...new Set([...aside, ...text.boxes])]
  return { format: 'docx', blocks, margins, hints: {}, ocr: false, pages: null, warnings }
}

/** Footnotes at the end of the text, each a paragraph; the separators that Word keeps among them are none. */
const noteBlocks = (root: XmlElement | undefined, parts: DocxParts): Block[] =>
  children(root)
    .filter((note) => !/separator|continuation/i.test(attribute(note, 'type') ?? ''))
    .flatMap((note) => docxBlocks(note, parts).blocks)

/** Every run of the body with its font, for the verdict on the fonts. */
const runsOf = (body: XmlElement, styles: Styles): Run[] => {
  const runs: Run[] = []
  const walk = (element: XmlElement, font: string | undefined): void => {
    for (const node of children(element)) {
      const own =
        node.localName === 'p'
          ? styles(valueOf(child(node, 'pPr'), 'pStyle')).font
          : node.localName === 'r'
            ? (fontOf(child(node, 'rPr')) ?? font)
            : font
      if (node.localName !== 'r') walk(node, own)
      for (const text of node.localName === 'r' ? childrenNamed(node, 't') : []) {
        runs.push(own === undefined ? { text: text.textContent ?? '' } : { text: text.textContent ?? '', font: own })
      }
    }
  }
  walk(body, undefined)
  return runs
}
