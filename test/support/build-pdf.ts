/** Small PDFs with a text layer: a font without outlines whose ToUnicode table says what each code means, each letter 0.5 em wide. */

export interface PdfText {
  readonly text: string
  readonly x: number
  /** From the bottom of the page (842 points high). */
  readonly y: number
  readonly size?: number
}

export interface PdfOptions {
  /** Further entries of the trailer, e.g. /Encrypt. */
  readonly trailer?: string
  /** Further entries of the catalog, e.g. /OpenAction. */
  readonly catalog?: string
}

export const buildPdf = (
  pages: readonly (readonly PdfText[])[],
  { trailer = '', catalog = '' }: PdfOptions = {},
): Buffer => {
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))]
  const codes = new Map(letters.map((letter, at) => [letter, (at + 1).toString(16).padStart(4, '0')]))
  const hex = (text: string): string => [...text].map((letter) => codes.get(letter)).join('')
  const unicode = (letter: string): string => Buffer.from(letter, 'utf16le').swap16().toString('hex')
  const map = [...codes].map(([letter, code]) => `<${code}> <${unicode(letter)}>`)
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ${inHundreds(
    map,
  )
    .map((some) => `${some.length} beginbfchar ${some.join(' ')} endbfchar`)
    .join(' ')} endcmap end end`
  const contents = pages.map((texts) =>
    texts.map(({ text, x, y, size = 13 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`).join('\n'),
  )
  const pageIds = pages.map((_page, at) => 6 + at * 2)
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    stream(toUnicode),
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageIds[at]! + 1} 0 R >>`,
      stream(content),
    ]),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

const inHundreds = (entries: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(entries.length / 100) }, (_, at) => entries.slice(at * 100, at * 100 + 100))

/** Lines below each other, `leading` apart, as a word processor sets them. */
export const lines = (
  texts: readonly (string | readonly [text: string, x: number])[],
  from = 780,
  leading = 18,
): PdfText[] =>
  texts.map((line, at) => {
    const [text, x] = typeof line === 'string' ? [line, 70] : line
    return { text, x, y: from - at * leading }
  })
