/** A file looked at as ingestion would read it, and nothing kept of it. */
import type { Document } from '../documents/document.ts'
import type { DocumentReader } from '../documents/reading/read-in-child.ts'
import type { IndexedSource } from '../search/search-index.ts'
import { ingestMessages } from '../text/messages/ingest-messages.ts'
import { digestOf } from './file-digest.ts'

export type LookedAt =
  /** `heldAs`: the source in the index that has the very same bytes. */
  | { readonly ok: true; readonly document: Document; readonly heldAs: string | null }
  /** `message`: one or two Vietnamese sentences. */
  | { readonly ok: false; readonly reason: string; readonly message: string }

export const lookAtFile = async (
  path: string,
  { reader, indexed }: { readonly reader: DocumentReader; indexed(): Promise<readonly IndexedSource[]> },
): Promise<LookedAt> => {
  const digest = await digestOf(path)
  if (digest === null) return { ok: false, reason: 'vanished', message: ingestMessages.vanished }
  const read = await reader.read({
    path,
    sidecar: null,
    id: 'looked-at',
    source: 'looked-at',
    digest,
    fileDigest: digest,
    level: 'public',
    levelGiven: false,
  })
  if (!read.ok) return read
  const held = (await indexed()).find((source) => source.digest.startsWith(`${digest}.`))
  return { ok: true, document: read.document, heldAs: held?.source ?? null }
}
