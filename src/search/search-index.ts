/** The port through which documents are found. Ingestion publishes into it, answering reads from it; neither knows the other. */
import type { Level } from '../access.ts'
import type { Document, DocumentMeta, Format, Heading, Passage } from '../documents/document.ts'

/** A document without its text: what lists, citations and look-ups need. */
export interface DocumentCard {
  readonly id: string
  readonly source: string
  readonly level: Level
  readonly format: Format
  readonly meta: DocumentMeta
  readonly passageCount: number
  /** Length of the text in UTF-16 units. */
  readonly length: number
  /** The readable documents that have replaced this one, newest first. `meta.validity` is what holds on the library's day. */
  readonly replacedBy: readonly string[]
  /** Those that will, once they take effect. */
  readonly comingBy: readonly string[]
  /** Those that have changed it in part. */
  readonly amendedBy: readonly string[]
}

/** A passage with its words and its document, ready to be quoted. */
export interface FoundPassage {
  /** `documentId#ordinal`. */
  readonly id: string
  readonly card: DocumentCard
  readonly passage: Passage
  readonly text: string
}

/** What one reader level sees of one snapshot: documents above the level are not in it, nor in its word statistics. */
export interface Library {
  readonly level: Level
  /** ISO date on which `validity` and `replacedBy` of its cards hold. */
  readonly day: string
  readonly cards: readonly DocumentCard[]
  readonly passageCount: number
  card(documentId: string): DocumentCard | undefined
  /** The whole text and structure of a document; the text is read when it is first looked at. */
  content(documentId: string): LibraryContent | undefined
}

export interface LibraryContent {
  readonly text: string
  readonly headings: readonly Heading[]
  readonly passages: readonly Passage[]
  /** One of the passages, without reading the others; left out where all are in memory. */
  passage?(ordinal: number): Passage | undefined
  /** A part of the text, without reading the rest; left out where the whole is in memory. */
  slice?(start: number, end: number): string
}

/** What is worked out from all documents of a library, once: a question must not pay for each document that there is. */
export const oncePerLibrary = <T>(workOut: (library: Library) => T): ((library: Library) => T) => {
  // levels that may read the same documents share their cards
  const known = new WeakMap<readonly DocumentCard[], { readonly value: T }>()
  return (library) => {
    let found = known.get(library.cards)
    if (!found) known.set(library.cards, (found = { value: workOut(library) }))
    return found.value
  }
}

export interface SnapshotInfo {
  readonly id: string
  readonly createdAt: string
  readonly documents: number
  readonly passages: number
  readonly embedder: { readonly id: string; readonly dimensions: number } | null
  /** What was asked of the embedder for it; null without one. */
  readonly embedding: EmbeddingWork | null
}

/** Vectors to be made, or made. */
export interface EmbeddingWork {
  /** Passages that the embedder may see. */
  readonly passages: number
  /** Texts that it is, or was, asked for: all that are not held from before. */
  readonly asked: number
  /** Passages that should have a vector and have none. */
  readonly missing: number
  /** Of those texts: as the server counted them, else as estimated. */
  readonly tokens: number
}

/** What the writer must know of a document to tell whether a file has changed. */
export interface IndexedSource {
  readonly source: string
  readonly id: string
  readonly digest: string
  readonly level: Level
  readonly meta: DocumentMeta
  /** Of its text, in UTF-16 units. */
  readonly length: number
}

export interface IndexChanges {
  readonly put: readonly Document[]
  readonly removeSources: readonly string[]
}

export interface PublishOptions {
  /** Texts that have got their vector, of those that are asked for. */
  readonly onEmbedded?: (done: number, total: number) => void
  /** Publish also where the embedder fails: what has no vector is found by its words alone until the next ingestion. */
  readonly mayMissVectors?: boolean
}

/** The part that changes the index: the whole new content is published at once, readers see the old or the new, never a mixture. */
export interface IndexWriter {
  /** What the serving snapshot holds: the base for a diff. */
  current(): Promise<readonly IndexedSource[]>
  /** Whether the same documents should be published anew: what serves is damaged, or lacks vectors of the embedder in use. */
  isStale(): boolean
  /** Whether snapshots are there and none of them is whole: what is published next is all that there will be. */
  isLost(): boolean
  /** What publishing these changes would ask of the embedder; null without one. */
  forecast(changes: IndexChanges): EmbeddingWork | null
  publish(changes: IndexChanges, options?: PublishOptions): Promise<SnapshotInfo>
}

/** A snapshot that is on disk, to choose between. */
export interface KeptSnapshot {
  readonly id: string
  readonly createdAt: string
  readonly documents: number
  readonly passages: number
  /** Id of the embedder whose vectors it holds. */
  readonly embedder: string | null
}

/** A document that two snapshots hold differently; null where one of them does not hold it. */
export interface SnapshotChange {
  readonly source: string
  readonly meta: DocumentMeta
  readonly before: Level | null
  readonly after: Level | null
}

export interface KeptSnapshots {
  readonly serving: KeptSnapshot
  /** Whether the snapshot that should serve is damaged, and the other one takes its place. */
  readonly isStandIn: boolean
  /** The one kept beside it: the one before, or after a rollback the one that was left. `changes`: what going over to it would change. */
  readonly other: (KeptSnapshot & { readonly isNewer: boolean; readonly changes: readonly SnapshotChange[] }) | null
}

export type Switched =
  | { readonly ok: true; readonly wasServing: boolean }
  /** `moved`: another one serves than was thought; `gone`, `damaged`: the one that is wanted; `busy`: documents are being taken in. */
  | { readonly ok: false; readonly reason: 'moved' | 'gone' | 'damaged' | 'busy' }
