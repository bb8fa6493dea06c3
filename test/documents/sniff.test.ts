import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { sniff } from '../../src/documents/reading/sniff.ts'
import { buildDocx, p } from '../support/build-docx.ts'
import { buildPdf, lines } from '../support/build-pdf.ts'

const hex = (start: string, length = 200): Buffer => Buffer.concat([Buffer.from(start, 'hex'), Buffer.alloc(length)])
const utf16 = (text: string): Buffer => Buffer.from('\uFEFF' + text, 'utf16le')
const zipOf = async (files: Record<string, string>): Promise<Buffer> => {
  const zip = new JSZip()
  for (const [name, text] of Object.entries(files)) zip.file(name, text)
  return zip.generateAsync({ type: 'nodebuffer' })
}

describe('what a file is', () => {
  it.each([
    ['a.txt', Buffer.from('Đảng bộ xã'), 'text'],
    ['không đuôi', Buffer.from('# Một\n\nchữ\n\n# Hai\n'), 'markdown'],
    ['a.txt', Buffer.from('# Một\n\nchữ\n\n# Hai\n'), 'text'],
    ['a.md', Buffer.from('chữ'), 'markdown'],
    ['a.pdf', Buffer.from('<!DOCTYPE html><p>chữ'), 'html'],
    ['a.doc', utf16('<html><p>chữ</p></html>'), 'html'],
    ['a.doc', Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n--x'), 'html'],
    ['a.txt', utf16('Đảng bộ'), 'text'],
    ['a.doc', Buffer.from('{\\rtf1\\ansi}'), 'rtf'],
    ['a.txt', buildPdf([lines(['x'])]), 'pdf'],
    ['a.docx', Buffer.concat([Buffer.from('\n\n'), buildPdf([lines(['x'])])]), 'pdf'],
    ['a.txt', Buffer.from('MZ là chữ, không phải chương trình. BM cũng vậy.'), 'text'],
  ])('sees that %s is %#', (name, bytes, format) => {
    expect(sniff(bytes, name)).toEqual({ format })
  })

  it('tells Word files from other zips by what is in them', async () => {
    expect(sniff(await buildDocx({ body: p('x') }), 'a.zip')).toEqual({ format: 'docx' })
    expect(sniff(await zipOf({ 'a.txt': 'x' }), 'a.docx')).toEqual({ refused: 'unsupported', detail: 'tệp nén .zip' })
    expect(sniff(await zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), 'a.docx')).toMatchObject({
      refused: 'unsupported',
    })
    expect(sniff(await zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'a')).toEqual({ format: 'odt' })
  })

  it('takes a file that is PDF and zip at once for what it begins with', async () => {
    const both = Buffer.concat([buildPdf([lines(['x'])]), await buildDocx({ body: p('x') })])
    expect(sniff(both, 'a.docx')).toEqual({ format: 'pdf' })
  })

  it.each([
    ['a program', hex('4d5a9000'), /chương trình/],
    ['an ELF program', hex('7f454c46'), /chương trình/],
    ['a PNG picture', hex('89504e470d0a1a0a'), /PNG/],
    ['a JPEG picture', hex('ffd8ffe0'), /JPEG/],
    ['a gzip archive', hex('1f8b0800'), /gzip/],
    ['a RAR archive', hex('526172211a07'), /RAR/],
    ['a spreadsheet', Buffer.concat([hex('d0cf11e0a1b11ae1', 600), Buffer.from('Workbook', 'utf16le')]), /bảng tính/],
    ['zeros', Buffer.alloc(5000), /nhị phân/],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)), /nhị phân/],
  ])('refuses %s that is called .pdf, by its kind', (_name, bytes, kind) => {
    expect(sniff(bytes, 'a.pdf')).toEqual({ refused: 'unsupported', detail: expect.stringMatching(kind) })
  })
})
