/** The file behind a document, as the bot hands it out: only where the reader may see the document and the file is what was indexed. */
import { lstatSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { Level } from './access.ts'
import type { OriginalFile } from './bot/context.ts'
import type { DocumentMeta, Format } from './documents/document.ts'
import { digestOf } from './ingest/file-digest.ts'
import { pathOfSource } from './ingest/path-of-source.ts'
import type { OpenSnapshot } from './search/snapshot/open-snapshot.ts'
import { oneLine } from './text/vietnamese.ts'

/** What a bot may upload: 50 MB (telegram.md §1), taken as the smaller of its two meanings. */
const LARGEST = 50_000_000

/** `folder`: where the names of sources start, the working folder. A file that changed since may bear a mark of secrecy now. */
export const originalFile = async (
  snapshot: OpenSnapshot | null,
  documentId: string,
  level: Level,
  folder: string,
): Promise<OriginalFile> => {
  const card = snapshot?.scope(level).library.card(documentId)
  const digest = snapshot?.digestOf(documentId)
  if (!card || !digest) return { ok: false, reason: 'unknown' }
  const path = pathOfSource(card.source, folder)
  if (path === null) return { ok: false, reason: 'missing' }
  if ((lstatSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) return { ok: false, reason: 'too_large' }
  const now = await digestOf(path)
  if (now === null) return { ok: false, reason: 'missing' }
  if (!digest.startsWith(`${now}.`)) return { ok: false, reason: 'changed' }
  return { ok: true, path, name: fileName(card.meta, card.format, card.source) }
}

/** Letters of a name before its ending: most file systems end at 255 bytes, and a Vietnamese letter takes up to three. */
const NAME = 80

/** `27-QĐ-ĐUK Quy định về chế độ sinh hoạt chi bộ.docx`: number and title, or the file's own name where there is neither. */
export const fileName = (
  { number, title }: Pick<DocumentMeta, 'number' | 'title'>,
  format: Format,
  source: string,
): string => {
  const said = plain([number, title].filter(Boolean).join(' '))
  const name = said || plain(basename(source, extname(source))) || 'van-ban'
  const cut = name.length <= NAME ? name : name.slice(0, NAME).replace(/\s+\S*$/u, '')
  return `${cut.toWellFormed().replace(/[\s.]+$/u, '')}.${ENDINGS[format]}`
}

/** Without what a file system, a path or a header could take for something else, and without anything invisible. */
const plain = (name: string): string =>
  oneLine(name.replace(/[/\\]/g, '-').replace(/[<>:"|?*“”\u0000-\u001f]/g, ' ')).replace(/^[.\s-]+/u, '')

const ENDINGS: Readonly<Record<Format, string>> = {
  text: 'txt',
  markdown: 'md',
  html: 'html',
  docx: 'docx',
  doc: 'doc',
  rtf: 'rtf',
  odt: 'odt',
  pdf: 'pdf',
}
