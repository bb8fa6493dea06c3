/** One file, with what its front matter and its sidecar state, → a document. Runs in the reading process, so that only documents cross over. */
import type { Level } from '../../access.ts'
import { createDocument, type Created } from '../create-document.ts'
import type { Document } from '../document.ts'
import { readOverrides } from '../metadata/overrides.ts'
import { readWebHints } from '../metadata/web-hints.ts'
import { readFileContent } from './read-file.ts'
import { refusal, type ReadFailure, type ReadLimits } from './read-result.ts'

export interface DocumentRequest {
  readonly path: string
  /** Path of the file's `NAME.meta.json`, null if it has none. */
  readonly sidecar: string | null
  readonly id: string
  readonly source: string
  /** What the document is to carry as its digest. */
  readonly digest: string
  /** SHA-256 of the file as the caller saw it: if it is another by now, nothing is made of it. */
  readonly fileDigest: string
  readonly level: Level
  readonly levelGiven: boolean
}

export type DocumentResult =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly reason: FailureReason; readonly message: string }

type FailureReason = ReadFailure['reason'] | Extract<Created, { ok: false }>['reason']

export const readDocument = async (request: DocumentRequest, limits: ReadLimits): Promise<DocumentResult> => {
  const { path, sidecar, id, source, digest, fileDigest, level, levelGiven } = request
  const { isFromWeb, charset, hints } = await readWebHints(sidecar)
  const read = await readFileContent(path, { ...limits, ...(charset && { charset }) })
  if (!read.ok) return read
  if (read.digest !== fileDigest) return refusal('changed_while_reading')
  // front matter is an admin's word where an admin keeps the file; a stranger's page could declare itself public, or others replaced
  const stated = await readOverrides(sidecar, isFromWeb ? {} : read.content.overrides)
  if (!stated.ok) return stated
  const content = { ...read.content, hints: { ...hints, ...read.content.hints } }
  return createDocument({ id, source, digest, level, levelGiven, content, overrides: stated.overrides })
}
