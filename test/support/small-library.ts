/** A library in memory over texts given in a test, as the index would open it. */
import { documentFromText } from '../../src/documents/create-document.ts'
import type { Document, DocumentMeta } from '../../src/documents/document.ts'
import { buildLexical } from '../../src/search/lexical/build-lexical.ts'
import type { BuiltLexical } from '../../src/search/lexical/lexical-index.ts'
import { retrieve, type RetrieveOptions } from '../../src/search/retrieve.ts'
import type { Retrieval } from '../../src/search/retrieval.ts'
import type { DocumentCard, Library } from '../../src/search/search-index.ts'

export interface SmallDocument {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly meta?: Partial<DocumentMeta>
}

export interface SmallLibrary {
  readonly library: Library
  readonly lexical: BuiltLexical
  find(question: string, options?: Partial<RetrieveOptions>): Retrieval
  /** Ids of the documents found, best first. */
  ids(question: string, options?: Partial<RetrieveOptions>): string[]
}

export const smallLibrary = (given: readonly SmallDocument[]): SmallLibrary => {
  const documents = given.map(({ meta, ...rest }): Document => {
    const document = documentFromText(rest)
    return { ...document, meta: { ...document.meta, ...meta } }
  })
  const byId = new Map(documents.map((document) => [document.id, document]))
  const cards = documents.map(({ id, source, level, format, meta, passages, text }): DocumentCard => ({
    id,
    source,
    level,
    format,
    meta,
    passageCount: passages.length,
    length: text.length,
    replacedBy: [],
    comingBy: [],
    amendedBy: [],
  }))
  const library: Library = {
    level: 'public',
    day: '2026-11-01',
    cards,
    passageCount: documents.reduce((sum, { passages }) => sum + passages.length, 0),
    card: (id) => cards.find((card) => card.id === id),
    content: (id) => byId.get(id),
  }
  const lexical = buildLexical(documents.map(({ meta, text, passages }) => ({ title: meta.title, text, passages })))
  const find: SmallLibrary['find'] = (question, options) =>
    retrieve(question, { library, lexical, top: 10, ...options })
  return { library, lexical, find, ids: (question, options) => find(question, options).documents.map((d) => d.card.id) }
}
