/** Reads the body of a call: JSON, urlencoded or multipart, the last also with the bare UTF-8 names that grammY sends. */
import type { IncomingMessage } from 'node:http'
import { isRecord, type Fields, type UploadedFile } from './fields.ts'

export interface Body {
  readonly fields: Fields
  readonly files: ReadonlyMap<string, UploadedFile>
}

const NO_FILES: ReadonlyMap<string, UploadedFile> = new Map()

/** Null where the body is no body of its type. */
export const readBody = async (request: IncomingMessage, query: URLSearchParams): Promise<Body | null> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const asked = Object.fromEntries(query)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length === 0) return { fields: asked, files: NO_FILES }
  if (type.startsWith('application/json')) {
    try {
      const value: unknown = JSON.parse(bytes.toString('utf8'))
      return isRecord(value) ? { fields: { ...asked, ...value }, files: NO_FILES } : null
    } catch {
      return null
    }
  }
  if (type.startsWith('multipart/form-data')) {
    const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
    return boundary === undefined ? null : readParts(bytes, boundary, asked)
  }
  return { fields: { ...asked, ...Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))) }, files: NO_FILES }
}

const readParts = (bytes: Buffer, boundary: string, asked: Fields): Body | null => {
  const fields: Record<string, unknown> = { ...asked }
  const files = new Map<string, UploadedFile>()
  const mark = Buffer.from(`--${boundary}`)
  let at = bytes.indexOf(mark)
  if (at < 0) return null
  for (;;) {
    const start = at + mark.length
    if (bytes.subarray(start, start + 2).toString() === '--') break
    const next = bytes.indexOf(Buffer.from(`\r\n--${boundary}`), start)
    const headEnd = bytes.indexOf('\r\n\r\n', start)
    if (next < 0 || headEnd < 0) return null
    const head = bytes.subarray(start, headEnd).toString('utf8')
    const content = bytes.subarray(headEnd + 4, Math.max(next, headEnd + 4))
    const name = /[;\s]name="?([^";\r\n]*)"?/i.exec(head)?.[1] ?? ''
    const file = /[;\s]filename=(?:"((?:[^"\\]|\\.)*)"|([^\r\n]*))/i.exec(head)
    if (file === null) fields[name] = content.toString('utf8')
    else {
      const mime = /content-type:\s*([^\r\n;]+)/i.exec(head)?.[1] ?? 'application/octet-stream'
      files.set(name, { name: file[1] ?? file[2] ?? '', mime, bytes: new Uint8Array(content) })
    }
    at = next + 2
  }
  return { fields, files }
}
