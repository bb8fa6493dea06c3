/** One file → its content, by what it is and not by what it is called. Every way in which it can fail is a value. */
import { createHash } from 'node:crypto'
import { lstat, mkdir, open, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileContent, Format } from '../document.ts'
import { refusal, type ReadLimits, type ReadResult } from './read-result.ts'
import { readMarkdown } from '../readers/markdown.ts'
import { Refused } from '../readers/refuse.ts'
import { readText } from '../readers/text.ts'
import { sniff } from './sniff.ts'

/** Reads the file at `path`: once, whole, only if it is a regular file, and not if it changes meanwhile. */
export const readFileContent = async (path: string, limits: ReadLimits): Promise<ReadResult> => {
  const taken = await takeBytes(path, limits)
  return 'ok' in taken ? taken : readBytes(taken.bytes, basename(path), limits)
}

/** Reads bytes that came from elsewhere. `name` only tells Markdown from plain text. */
export const readBytes = async (bytes: Uint8Array, name: string, limits: ReadLimits): Promise<ReadResult> => {
  const digest = createHash('sha256').update(bytes).digest('hex')
  const found = sniff(bytes, name)
  if ('refused' in found) return refusal(found.refused, found.detail, digest)
  const plain = found.format === 'text' || found.format === 'markdown'
  const limit = plain ? limits.maxTextBytes : limits.maxBytes
  if (bytes.length > limit) return refusal('too_large', overLimit(bytes.length, limit), digest)
  try {
    return { ok: true, content: await READERS[found.format](bytes, limits), digest }
  } catch (error) {
    return failed(error, digest)
  }
}

/** Other programs may take part: they work in a folder that is there for this file alone. */
function inFolder(read: Reader): Reader {
  return async (bytes, limits) => {
    await mkdir(limits.tempDir, { recursive: true })
    try {
      return await read(bytes, limits)
    } finally {
      // what a hanging program still holds goes with this process
      await rm(limits.tempDir, { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
    }
  }
}

type Reader = (bytes: Uint8Array, limits: ReadLimits) => FileContent | Promise<FileContent>

// the libraries of a format take up to a quarter of a second to load: only what a file needs is loaded
const READERS: Readonly<Record<Format, Reader>> = {
  text: (bytes, { charset }) => readText(bytes, charset),
  markdown: (bytes, { charset }) => readMarkdown(bytes, charset),
  html: async (bytes, { charset }) => (await import('../readers/html.ts')).readHtml(bytes, charset),
  docx: async (bytes) => (await import('../readers/docx.ts')).readDocx(bytes),
  doc: inFolder(async (bytes, limits) => (await import('../readers/doc.ts')).readDoc(bytes, limits)),
  rtf: inFolder(async (bytes, limits) => (await import('../readers/office.ts')).readByOffice(bytes, 'rtf', limits)),
  odt: inFolder(async (bytes, limits) => (await import('../readers/office.ts')).readByOffice(bytes, 'odt', limits)),
  pdf: inFolder(async (bytes, limits) => (await import('../readers/pdf.ts')).readPdf(bytes, limits)),
}

/** Libraries throw all kinds of things at broken files: that is the file's fault, unless the reader refused by name. */
const failed = (error: unknown, digest: string): ReadResult => {
  if (error instanceof Refused) return refusal(error.reason, error.detail, digest)
  if (error instanceof RangeError && /call stack|string length/i.test(error.message)) {
    return refusal('too_complex', '', digest)
  }
  return refusal('damaged', '', digest)
}

const takeBytes = async (path: string, limits: ReadLimits): Promise<{ readonly bytes: Buffer } | ReadResult> => {
  try {
    const before = await lstat(path)
    if (!before.isFile()) return refusal('not_a_file', kindOf(before))
    if (before.size === 0) return refusal('empty')
    const limit = Math.max(limits.maxBytes, limits.maxTextBytes)
    if (before.size > limit) return refusal('too_large', overLimit(before.size, limit))
    const file = await open(path, 'r')
    try {
      const opened = await file.stat()
      const bytes = Buffer.alloc(Number(opened.size))
      let read = 0
      while (read < bytes.length) {
        const { bytesRead } = await file.read(bytes, read, bytes.length - read, read)
        if (bytesRead === 0) break
        read += bytesRead
      }
      const after = await file.stat()
      const same = [opened, after].every(
        (stat) => stat.size === before.size && stat.mtimeMs === before.mtimeMs && stat.ino === before.ino,
      )
      return same && read === bytes.length ? { bytes } : refusal('changed_while_reading')
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return refusal('vanished')
    if (code === 'EACCES' || code === 'EPERM') return refusal('not_permitted')
    return refusal('internal', String(code))
  }
}

const kindOf = (stat: { isDirectory(): boolean; isSymbolicLink(): boolean }): string =>
  stat.isDirectory() ? 'thư mục' : stat.isSymbolicLink() ? 'liên kết' : 'thiết bị'

const overLimit = (size: number, limit: number): string =>
  `${Math.ceil(size / 1e6)} MB, giới hạn ${Math.floor(limit / 1e6)} MB`
