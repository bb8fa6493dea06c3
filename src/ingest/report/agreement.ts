/** What documents say against one another, as an admin reads it. */
import type { DocumentMeta } from '../../documents/document.ts'
import { conflictsAmong, replacedElsewhere, type Compared } from '../../documents/validity/conflicts.ts'
import { conflictMessages } from '../../text/messages/conflict-messages.ts'
import type { ConflictReport, IngestReport } from '../report.ts'

type Held = Compared & { readonly source: string }
/** What the index holds, and documents just read. */
type Given = Omit<Held, 'length'> & ({ readonly length: number } | { readonly text: string })

/** `before`: what the index held; `put`, `removed`: what an ingestion changes. */
export const agreementAfter = (
  before: Iterable<Given>,
  { put, removeSources }: { readonly put: readonly Given[]; readonly removeSources: readonly string[] },
): Pick<IngestReport, 'conflicts' | 'notes'> => {
  const gone = new Set([...removeSources, ...put.map(({ source }) => source)])
  const held = [...[...before].filter(({ source }) => !gone.has(source)), ...put]
  return { conflicts: reportConflicts(held), notes: notesOn(put, held) }
}

export const reportConflicts = (documents: readonly Given[]): readonly ConflictReport[] =>
  conflictsAmong(documents.map(asHeld)).map(({ kind, documents: concerned }) => ({
    kind,
    sources: concerned.map(({ source }) => source),
    message: conflictMessages[kind](
      concerned.map(({ source, meta, length }) => ({ source, name: nameOf(meta), date: meta.date, length })),
    ),
  }))

/** What was taken in and replaces papers that are nowhere. */
const notesOn = (taken: readonly Given[], documents: readonly Given[]): readonly string[] =>
  replacedElsewhere(taken, documents).map(({ document, numbers }) =>
    conflictMessages.replacedElsewhere(nameOf(document.meta), numbers.join(', ')),
  )

const asHeld = (document: Given): Held => ({
  ...document,
  length: 'length' in document ? document.length : document.text.length,
})

const nameOf = ({ number, title }: DocumentMeta): string => number ?? `“${title}”`
