/** What is sent as a file to one chat: the file behind a document, the page of a comparison, each with the rights that the chat has now. */
import type { Key } from '../../desk/records.ts'
import type { ComparisonFile } from '../context.ts'
import type { FileDeps, FileLevel, Unsent } from './file-of.ts'

export interface FileSources {
  file(documentId: string, level: FileLevel, chat: Key): ReturnType<FileDeps['file']>
  /** Left out: there are no comparisons. */
  comparison?(olderId: string, newerId: string, level: FileLevel, chat: Key): ComparisonFile
}

/** A file that fails so often is what fails, be it a proxy that lets no large one through: words go in its place, not its chat in vain. */
const FILE_TRIES = 10
const UNSENT: Unsent = { ok: false, reason: 'unsent' }

export const filesFor = (sources: FileSources, chat: Key, failures: number): FileDeps => {
  const isHopeless = failures >= FILE_TRIES
  return {
    file: async (documentId, level) => (isHopeless ? UNSENT : sources.file(documentId, level, chat)),
    comparison: (olderId, newerId, level) =>
      isHopeless ? UNSENT : (sources.comparison?.(olderId, newerId, level, chat) ?? { ok: false, reason: 'unknown' }),
  }
}
