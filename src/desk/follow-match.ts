/** Whether a document is one that is followed. */
import type { DocumentCard, Library } from '../search/search-index.ts'
import { fitsMention, mentionsIn } from '../text/numbers/document-mentions.ts'
import { numberKey, numberParts } from '../text/numbers/document-numbers.ts'
import { kindsOfSymbol } from '../text/numbers/document-types.ts'
import { syllables } from '../text/terms.ts'
import type { Topic } from './follow-topic.ts'
import { findNear, wantedIn, wantedWhole, type Form } from './follow-words.ts'

/** A document's words, each part in normal form. */
export interface ReadableDocument {
  readonly title: readonly Form[]
  /** Headings above a passage are read with it. */
  readonly passages: readonly { readonly path: readonly Form[]; readonly text: readonly Form[] }[]
}

/** `read`: its words, asked for only where words are followed; null: by its title alone. */
export const fitsTopic = (topic: Topic, card: DocumentCard, read: () => ReadableDocument | null): boolean =>
  (topic.kinds.length === 0 || topic.kinds.includes(card.meta.kind)) &&
  (topic.body === null || isOfBody(topic.body, card.meta.issuer)) &&
  (topic.number === null || bears(topic.number, card)) &&
  (topic.words === null || isAbout(topic.words, card, read))

/** The words of the name stand together, as in `Đảng ủy Khối` and `Đảng ủy Khối các cơ quan`. */
export const isOfBody = (body: string, issuer: string | null): boolean =>
  issuer !== null && findNear(syllables(issuer), wantedWhole(body), 0) >= 0

/** The document of this number, and one that says it replaces it. */
const bears = (named: string, { meta }: DocumentCard): boolean =>
  mentionsIn(named).some(
    (mention) =>
      fitsMention(mention, meta.number, meta.kind) ||
      kindsOf(meta.number).some((kind) => fitsMention(mention, meta.number, kind)) ||
      meta.replaces.some((number) => numberKey(number) === mention.key || kindsOf(number).some((kind) => fitsMention(mention, number, kind))), // prettier-ignore
  )

/** `294-QĐ/TW` can be a quy định whatever it was taken for. */
const kindsOf = (number: string | null) => kindsOfSymbol((number && numberParts(number)?.symbol) ?? '')

/**
 * Syllables that may stand between the words, in a title and in a text: `sinh hoạt của các chi bộ`. Two are mostly one word, which
 * nothing parts (`bí thư`); in a title more is meant than in a sentence.
 */
const gaps = (terms: number): { readonly title: number; readonly text: number } =>
  terms < 3 ? { title: 0, text: 0 } : terms === 3 ? { title: 2, text: 1 } : { title: 4, text: 1 }
/** One sentence that brings the words in passing does not make a document of them. */
const PASSAGES = 3

const isAbout = (words: string, card: DocumentCard, read: () => ReadableDocument | null): boolean => {
  const wanted = wantedIn(words)
  const gap = gaps(wanted.terms.length)
  if (findNear(syllables(card.meta.title), wanted, gap.title) >= 0) return true
  const document = read()
  if (!document) return false
  let found = 0
  for (const { path, text } of document.passages) {
    if (findNear(path, wanted, gap.title) >= 0) return true
    if (findNear(text, wanted, gap.text) >= 0 && ++found >= PASSAGES) return true
  }
  return false
}

export const readDocument = (library: Library, documentId: string): ReadableDocument | null => {
  const card = library.card(documentId)
  const content = library.content(documentId)
  if (!card || !content) return null
  return {
    title: syllables(card.meta.title),
    passages: content.passages.map(({ start, end, path }) => ({
      path: syllables(path.join(' – ')),
      text: syllables(content.text.slice(start, end)),
    })),
  }
}
