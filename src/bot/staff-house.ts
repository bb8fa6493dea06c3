/** What the house does for staff alone. `app.ts` gives it with the rest of the house (context.ts). */
import type { DocumentCard, KeptSnapshots, Switched } from '../search/search-index.ts'

/** Of a document the words that were looked for, exact; null: the document itself was named. */
export interface FoundSnippet {
  readonly card: DocumentCard
  readonly quote: string | null
  readonly section: string | null
}

export interface StaffHouse {
  /** Public documents for some words, best first, by words alone: a few milliseconds. */
  snippets(words: string, most: number): readonly FoundSnippet[]
  /** The states of the library that are kept; null where there is none yet. */
  snapshots(): KeptSnapshots | null
  /** Goes over to another of them, if the first one still serves. `busy` at once while documents are being taken in. */
  switchSnapshot(change: { readonly from: string; readonly to: string }): Promise<Switched>
  /** A document as staff change it; null where there is none of this id. */
  standing(documentId: string): Standing | null
  /**
   * Writes what staff say about a document beside its file and takes it in again. `mark`: what the document was when it was looked
   * at; of two who change it at once the second is told. Never rejects for what the disk does; refused, nothing has changed.
   */
  changeDocument(documentId: string, mark: string, changes: DocumentChanges, signal?: AbortSignal): Promise<Changed>
  /** Takes a document out: its file waits aside. May be repeated after a crash. */
  removeDocument(documentId: string, mark: string, signal?: AbortSignal): Promise<Removed>
  /** Puts it back as it was, level and all. May be repeated after a crash. */
  restoreDocument(documentId: string, signal?: AbortSignal): Promise<Changed>
}

export interface Standing {
  readonly card: DocumentCard
  /** Eight signs that change with the document's file, its sidecar and its level. */
  readonly mark: string
}

/** Keys of a sidecar; undefined: what the document itself says counts again. */
export type DocumentChanges = Partial<
  Record<'level' | 'validity', string | undefined> & Record<'replacedBy', readonly string[] | undefined>
>

type Refused = {
  readonly ok: false
  /**
   * `gone`: no such document; `moved`: it is another now than when it was looked at; `missing`, `changed`: its file; `broken`: its
   * sidecar, see `message`; `elsewhere`: a file that is not ours to move; `occupied`: its place is taken; `refused`: by ingestion.
   */
  readonly reason:
    | 'gone'
    | 'moved'
    | 'missing'
    | 'changed'
    | 'broken'
    | 'not_writable'
    | 'elsewhere'
    | 'occupied'
    | 'refused'
    | 'disk_full'
    | 'stopped'
    | 'internal'
  readonly message: string | null
}

export type Changed =
  { readonly ok: true; readonly before: DocumentCard | null; readonly after: DocumentCard } | Refused
/** `before` is null where an attempt that was cut off had taken it out already. */
export type Removed = { readonly ok: true; readonly before: DocumentCard | null } | Refused
