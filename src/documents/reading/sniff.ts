/** What a file is, by its bytes; its name only tells Markdown from plain text. */
import type { Format } from '../document.ts'
import { wideEncoding } from '../readers/decode-bytes.ts'
import type { ReadFailureReason } from '../../text/messages/reading-messages.ts'

export type Sniffed = { readonly format: Format } | { readonly refused: ReadFailureReason; readonly detail: string }

/** Format of a file from its content. Names of what is refused are Vietnamese. */
export const sniff = (bytes: Uint8Array, name: string): Sniffed => {
  if (bytes.length === 0) return { refused: 'empty', detail: '' }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (starts(buffer, 'd0cf11e0a1b11ae1')) return sniffOle(buffer)
  if (starts(buffer, '504b0304') || starts(buffer, '504b0506')) return sniffZip(buffer)
  const foreign = FOREIGN.find(([magic]) => starts(buffer, magic) && (magic.length > 6 || !isPlain(buffer)))
  if (foreign !== undefined) return { refused: 'unsupported', detail: foreign[1] }
  if (buffer.toString('latin1', 0, 1024).includes('%PDF-')) return { format: 'pdf' }
  if (/^\uFEFF?\s*\{\\rtf/.test(buffer.toString('utf8', 0, 32))) return { format: 'rtf' }
  return sniffText(buffer, name)
}

const FOREIGN: readonly (readonly [hex: string, what: string])[] = [
  ['4d5a', 'chương trình .exe'],
  ['7f454c46', 'chương trình'],
  ['cafebabe', 'chương trình'],
  ['89504e47', 'ảnh PNG'],
  ['ffd8ff', 'ảnh JPEG'],
  ['47494638', 'ảnh GIF'],
  ['49492a00', 'ảnh TIFF'],
  ['4d4d002a', 'ảnh TIFF'],
  ['424d', 'ảnh BMP'],
  ['52494646', 'tệp RIFF: ảnh, âm thanh hoặc phim'],
  ['1f8b08', 'tệp nén gzip'],
  ['377abcaf271c', 'tệp nén 7z'],
  ['526172211a07', 'tệp nén RAR'],
  ['425a6839', 'tệp nén bzip2'],
  ['fd377a585a00', 'tệp nén xz'],
  ['494433', 'âm thanh MP3'],
  ['4f676753', 'âm thanh OGG'],
  ['53514c69746520666f726d6174203300', 'cơ sở dữ liệu SQLite'],
]

/** A text may well begin with `MZ` or `BM`; a program or a picture has zeros near its start. */
const isPlain = (buffer: Buffer): boolean => !buffer.subarray(0, 64).some((byte) => byte < 9)

const starts = (buffer: Buffer, hex: string): boolean => buffer.subarray(0, hex.length / 2).toString('hex') === hex

/** The names of an OLE2 file's streams stand in its directory as UTF-16. */
const sniffOle = (buffer: Buffer): Sniffed => {
  const has = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return { refused: 'encrypted', detail: '' }
  if (has('WordDocument')) return isEncryptedWord(buffer) ? { refused: 'encrypted', detail: '' } : { format: 'doc' }
  if (has('Workbook') || has('PowerPoint Document'))
    return { refused: 'unsupported', detail: 'bảng tính hoặc trình chiếu' }
  return { refused: 'unsupported', detail: 'tệp OLE không phải Word' }
}

/** Word's file information block begins a sector with A5EC; bit 8 of the word at offset 10 says that the file is encrypted. */
const isEncryptedWord = (buffer: Buffer): boolean => {
  for (let at = 512; at + 12 <= buffer.length; at += 512) {
    if (buffer.readUInt16LE(at) === 0xa5ec) return (buffer.readUInt16LE(at + 10) & 0x0100) !== 0
  }
  return false
}

const sniffZip = (buffer: Buffer): Sniffed => {
  // a zip's table of contents stands at its end: without it the file was cut off, and what it was cannot be told
  if (!buffer.subarray(-66_000).includes(Buffer.from('504b0506', 'hex'))) {
    return { refused: 'damaged', detail: 'tệp nén bị cắt ngang' }
  }
  const type = /^mimetype([\x20-\x7e]{1,100})/.exec(buffer.toString('latin1', 30, 160))?.[1] ?? ''
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return { format: 'odt' }
  if (buffer.includes('[Content_Types].xml') && buffer.includes('word/document')) return { format: 'docx' }
  if (buffer.includes('xl/workbook') || buffer.includes('ppt/presentation') || type.includes('opendocument')) {
    return { refused: 'unsupported', detail: 'bảng tính hoặc trình chiếu' }
  }
  return { refused: 'unsupported', detail: 'tệp nén .zip' }
}

const HTML_START =
  /^(?:\s|<\?xml[^>]{0,200}>|<!--[\s\S]{0,2000}?-->)*<(?:!doctype\s+html|html|head|body|meta|title|article|section|div|table|h[1-6]|p)[\s>/]/i

const sniffText = (buffer: Buffer, name: string): Sniffed => {
  const head = headOf(buffer)
  if (head === null) return { refused: 'unsupported', detail: 'tệp nhị phân không rõ loại' }
  if (/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}content-type:\s*multipart\/related/i.test(head.replace(/\r/g, ''))) {
    return { format: 'html' }
  }
  if (HTML_START.test(head)) return { format: 'html' }
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (/^(md|markdown|mkd)$/.test(extension)) return { format: 'markdown' }
  if (/^html?$|^xhtml$/.test(extension) && /<(p|div|span|br|table|h[1-6]|body)\b/i.test(head)) return { format: 'html' }
  if (extension === 'txt' || extension === 'text') return { format: 'text' }
  return { format: looksLikeMarkdown(head) ? 'markdown' : 'text' }
}

const looksLikeMarkdown = (head: string): boolean =>
  /^\s*---\n[\s\S]{0,4000}?\n---\n/.test(head) || (head.match(/^#{1,6} \S/gm)?.length ?? 0) >= 2

/** The first characters as text; null where they are no text. */
const headOf = (buffer: Buffer): string | null => {
  const head = buffer.subarray(0, 8192)
  const wide = wideEncoding(head)
  if (wide !== null) return new TextDecoder(wide).decode(head).replace(/^\uFEFF/, '')
  // control characters that no text has; a few are forgiven (0x0C form feed and 0x1A are usual)
  const odd = head.filter((byte) => byte < 9 || (byte > 13 && byte < 26) || byte === 0x7f).length
  if (odd > head.length / 100) return null
  return head.toString('utf8').replace(/^\uFEFF/, '')
}
