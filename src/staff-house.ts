/** The part of the composition root that serves staff: snippets, the standing of documents, and the snapshots of the index. */
import { snippetsFor } from './answer/snippets.ts'
import type { StaffHouse } from './bot/staff-house.ts'
import { retrieve } from './search/retrieve.ts'
import { createDocumentChanges } from './change-documents.ts'
import type { IngestAside } from './ingest/ingest-aside.ts'
import type { KeptSnapshots, Switched } from './search/search-index.ts'
import type { OpenSnapshot } from './search/snapshot/open-snapshot.ts'

export interface StaffHouseParts {
  readonly dataDir: string
  /** Where the names of sources start, the working folder. */
  readonly base: string
  readonly ingest: IngestAside['ingest']
  readonly index: {
    open(): OpenSnapshot | null
    kept(): KeptSnapshots | null
    switchTo(change: { readonly from: string; readonly to: string }): Promise<Switched>
  }
}

export const createStaffHouse = ({ index, ...files }: StaffHouseParts): StaffHouse => ({
  ...createDocumentChanges({ index, ...files }),
  snapshots: index.kept,
  switchSnapshot: (change) => index.switchTo(change),
  snippets: (words, most) => {
    const scope = index.open()?.scope('public')
    if (!scope) return []
    const { library, lexical } = scope
    return snippetsFor(words, { library, retrieve: (text, how) => retrieve(text, { library, lexical, ...how }) }, most)
  },
})
