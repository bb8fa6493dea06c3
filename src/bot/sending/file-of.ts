/** What is sent as a file: the file behind a document, or the page that compares two; or the words in its place. */
import { InputFile } from 'grammy'
import { comparisonMessages } from '../../text/messages/comparison-messages.ts'
import { fileMessages } from '../../text/messages/file-messages.ts'
import type { ComparisonFile, OriginalFile } from '../context.ts'
import type { Outgoing } from '../outgoing.ts'

type FileMessage = Extract<Outgoing, { kind: 'file' | 'comparison' }>
export type FileLevel = FileMessage['level']

export interface FileDeps {
  /** The file behind a document for this chat, with the rights it has now. */
  readonly file: (
    documentId: string,
    level: FileLevel,
  ) => Promise<(OriginalFile | Unsent) & { readonly isPublic?: boolean }>
  /** The page that compares two documents, with the rights that this chat has now. */
  readonly comparison: (olderId: string, newerId: string, level: FileLevel) => ComparisonFile | Unsent
}

/** It was tried often enough. */
export interface Unsent {
  readonly ok: false
  readonly reason: 'unsent'
}

type FileToSend =
  | { readonly ok: true; readonly content: InputFile; readonly isPublic: boolean }
  | { readonly ok: false; readonly words: string }

export const fileOf = async (message: FileMessage, deps: FileDeps): Promise<FileToSend> => {
  if (message.kind === 'comparison') {
    const page = deps.comparison(message.olderId, message.newerId, message.level)
    if (!page.ok) return { ok: false, words: comparisonMessages.unsent[page.reason] }
    return { ok: true, content: new InputFile(page.bytes, page.name), isPublic: page.isPublic }
  }
  const file = await deps.file(message.documentId, message.level)
  if (!file.ok) return { ok: false, words: fileMessages[file.reason] }
  return { ok: true, content: new InputFile(file.path, file.name), isPublic: file.isPublic === true }
}
