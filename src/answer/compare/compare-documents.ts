/** Two documents of one library compared, and remembered: whoever turns its pages asks for the same comparison again. */
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { compareTexts } from './compare-texts.ts'
import type { Comparison } from './comparison.ts'

export interface ComparedDocuments extends Comparison {
  readonly older: DocumentCard
  readonly newer: DocumentCard
  readonly olderText: string
  readonly newerText: string
}

export type ComparisonResult =
  | { readonly ok: true; readonly compared: ComparedDocuments }
  /** `unknown`: a side is not in this library, which is also what a reader sees who may not read it. */
  | { readonly ok: false; readonly reason: 'unknown' | 'too_long' }

/** Comparisons kept for one library; they go with it. */
const KEPT = 4
const kept = new WeakMap<Library, Map<string, ComparedDocuments>>()

/** UTF-16 units and lines of each side: about 250 pages. 200 articles take half a second, this may take two; nobody else is served meanwhile. */
const LONGEST = 600_000
const MOST_LINES = 5_000

/** Each level has a library of its own, so that nothing is remembered from one reader for another who may read less. */
export const compareDocuments = (library: Library, olderId: string, newerId: string): ComparisonResult => {
  const older = library.card(olderId)
  const newer = library.card(newerId)
  if (!older || !newer || olderId === newerId) return { ok: false, reason: 'unknown' }
  if (Math.max(older.length, newer.length) > LONGEST) return { ok: false, reason: 'too_long' }
  const held = kept.get(library) ?? new Map<string, ComparedDocuments>()
  kept.set(library, held)
  const name = `${olderId} ${newerId}`
  const known = held.get(name)
  if (known) return { ok: true, compared: known }
  const before = library.content(olderId)
  const after = library.content(newerId)
  if (!before || !after) return { ok: false, reason: 'unknown' }
  if ([before, after].some(({ text }) => text.split('\n').length > MOST_LINES)) return { ok: false, reason: 'too_long' }
  const compared = { ...compareTexts(before, after), older, newer, olderText: before.text, newerText: after.text }
  held.set(name, compared)
  if (held.size > KEPT) held.delete(held.keys().next().value!)
  return { ok: true, compared }
}

/** The one that came later: by replacement, else by date; as given where neither tells. */
export const inOrderOfAge = (a: DocumentCard, b: DocumentCard): readonly [older: DocumentCard, newer: DocumentCard] => {
  if (a.replacedBy.includes(b.id)) return [a, b]
  if (b.replacedBy.includes(a.id)) return [b, a]
  return a.meta.date && b.meta.date && a.meta.date > b.meta.date ? [b, a] : [a, b]
}
