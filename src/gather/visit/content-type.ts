/** What the head of an answer says of its body. What the body is, its reader finds out by its bytes. */
import type { IncomingHttpHeaders } from 'node:http'

/** Pages, papers and lists; nothing is fetched that no reader knows. */
const WANTED =
  /^(?:|text\/(?:html|plain|markdown|x-markdown|rtf|xml)|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|pdf|x-pdf|msword|rtf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|vnd\.oasis\.opendocument\.text|octet-stream|x-download|force-download|gzip|x-gzip)|binary\/octet-stream)$/

export const mediaType = (headers: IncomingHttpHeaders): string =>
  (headers['content-type'] ?? '')
    .split(';', 1)[0]!
    .replace(/[^ -~]/g, '')
    .trim()
    .toLowerCase()

export const isWantedType = (headers: IncomingHttpHeaders): boolean => WANTED.test(mediaType(headers))

export const charsetIn = (headers: IncomingHttpHeaders): string | null =>
  /;\s*charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase() ?? null

/** Ending of the name under which it is kept: it only tells Markdown from plain text, and a person what it is. */
export const endingOf = (type: string, body: Buffer, path: string): string => {
  const head = body.toString('latin1', 0, 1024)
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'doc'
  if (head.startsWith('PK\x03\x04')) return /opendocument/.test(type) || /\.odt$/i.test(path) ? 'odt' : 'docx'
  if (head.startsWith('{\\rtf')) return 'rtf'
  if (/html/.test(type)) return 'html'
  if (/markdown/.test(type)) return 'md'
  if (type === 'text/plain') return 'txt'
  return /<(?:!doctype|html|head|body|p|div)\b/i.test(head) ? 'html' : 'txt'
}
