/** The documents of the next snapshot and their files: what stays is taken over byte by byte, and never read. */
import type { Document } from '../../documents/document.ts'
import type { IndexChanges } from '../search-index.ts'
import { bytesOf, type ContentReader, type StoredCard } from './snapshot-content.ts'

/** A document with its number in the snapshot before, or one that was just read. */
export type NextDocument = { readonly card: StoredCard } & (
  { readonly kept: number; readonly put?: never } | { readonly put: Document; readonly kept?: never }
)

/** Ordered by source, so that the same content gives the same index however it came about. */
export const nextDocuments = (
  before: ContentReader | null,
  { put, removeSources }: IndexChanges,
): readonly NextDocument[] => {
  const gone = new Set([...removeSources, ...put.map((document) => document.source)])
  const kept = (before?.cards ?? []).flatMap((card, n) => (gone.has(card.source) ? [] : [{ card, kept: n }]))
  const fresh = put.map((document) => ({ card: storedCard(document), put: document }))
  return [...kept, ...fresh].sort((a, b) => (a.card.source < b.card.source ? -1 : 1))
}

/** The documents themselves, for whoever needs every text. */
export const wholeDocuments = (before: ContentReader | null, next: readonly NextDocument[]): readonly Document[] =>
  next.map(({ card, kept, put }) => {
    if (put) return put
    const { passageCount, length, ...rest } = card
    return { ...rest, ...before!.read(kept) }
  })

/** Laid out as `snapshot-content.ts` says. */
export const contentFiles = (
  before: ContentReader | null,
  next: readonly NextDocument[],
): Map<string, Iterable<Uint8Array>> => {
  const structureAt = new Float64Array(next.length + 1)
  const textAt = new Float64Array(next.length + 1)
  const lines = new Map<number, Uint8Array>()
  for (const [n, { card, kept, put }] of next.entries()) {
    if (put) lines.set(n, structureLine(put))
    const bytes = put ? lines.get(n)!.byteLength : before!.structureBytes(kept)
    structureAt[n + 1] = structureAt[n]! + bytes
    textAt[n + 1] = textAt[n]! + card.length
  }
  return new Map<string, Iterable<Uint8Array>>([
    ['cards.json', [Buffer.from(JSON.stringify(next.map(({ card }) => card)))]],
    ['structure.jsonl', inOrder(before, next, 'structure', (_, n) => lines.get(n)!)],
    ['structure.at', [bytesOf(structureAt)]],
    ['texts.bin', inOrder(before, next, 'texts', ({ text }) => Buffer.from(text, 'utf16le'))],
    ['texts.at', [bytesOf(textAt)]],
  ])
}

const structureLine = ({ headings, passages }: Document): Uint8Array =>
  Buffer.from(`${JSON.stringify({ headings, passages })}\n`)

/** What lay side by side before and still does is read in one go. */
function* inOrder(
  before: ContentReader | null,
  next: readonly NextDocument[],
  file: 'structure' | 'texts',
  bytesFor: (document: Document, n: number) => Uint8Array,
): Iterable<Uint8Array> {
  for (let n = 0; n < next.length;) {
    const { kept, put } = next[n]!
    if (put) {
      const bytes = bytesFor(put, n++)
      if (bytes.byteLength > 0) yield bytes
      continue
    }
    let end = n + 1
    while (next[end]?.kept === kept + end - n) end++
    yield* before!.stored(file, kept, kept + end - n)
    n = end
  }
}

const storedCard = (document: Document): StoredCard => ({
  id: document.id,
  source: document.source,
  level: document.level,
  format: document.format,
  meta: document.meta,
  passageCount: document.passages.length,
  length: document.text.length,
  digest: document.digest,
  warnings: document.warnings,
})
