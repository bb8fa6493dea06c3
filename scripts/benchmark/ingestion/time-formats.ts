/** How fast real files become documents, by format: reading, cutting and the gate, in the processes that ingestion uses. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConfig } from '../../../src/config.ts'
import type { Document, Format } from '../../../src/documents/document.ts'
import { createDocumentReader, type DocumentReader } from '../../../src/documents/reading/read-in-child.ts'

export interface FormatTimes {
  readonly format: Format
  readonly files: number
  /** As the format counts them, else `CHARACTERS_A_PAGE` each. */
  readonly pages: number
  readonly pagesPerSecond: number
  readonly passagesPerSecond: number
}

/** A page of A4 as offices print it. */
const CHARACTERS_A_PAGE = 2_500
/** Each file so often: the first reading of a process, which loads the format's library, is not timed. */
const ROUNDS = 5

/** Files that are refused are left out. */
export const timeFormats = async (folder: string): Promise<readonly FormatTimes[]> => {
  const reader = createDocumentReader(createConfig({}, '/').ingest)
  try {
    const files = new Map<Format, { readonly path: string; readonly document: Document }[]>()
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name)
      const document = await read(reader, path)
      if (document) files.set(document.format, [...(files.get(document.format) ?? []), { path, document }])
    }
    const times: FormatTimes[] = []
    for (const [format, held] of files) {
      const rounds = Array.from({ length: ROUNDS }, () => held).flat()
      await Promise.all(held.flatMap(({ path }) => [read(reader, path), read(reader, path)]))
      const started = performance.now()
      await Promise.all(rounds.map(({ path }) => read(reader, path)))
      const seconds = (performance.now() - started) / 1000
      const sum = (of: (document: Document) => number): number =>
        held.reduce((all, { document }) => all + of(document), 0)
      const pages = sum(pagesOf)
      times.push({
        format,
        files: held.length,
        pages,
        pagesPerSecond: (ROUNDS * pages) / seconds,
        passagesPerSecond: (ROUNDS * sum(({ passages }) => passages.length)) / seconds,
      })
    }
    return times
  } finally {
    await reader.close()
  }
}

const pagesOf = ({ passages, text }: Document): number =>
  passages.at(-1)?.page ?? Math.ceil(text.length / CHARACTERS_A_PAGE)

const read = async (reader: DocumentReader, path: string): Promise<Document | null> => {
  const fileDigest = createHash('sha256').update(readFileSync(path)).digest('hex')
  const request = { path, sidecar: null, id: 'timed', source: 'timed', digest: fileDigest, fileDigest }
  const result = await reader.read({ ...request, level: 'public', levelGiven: false })
  return result.ok ? result.document : null
}
