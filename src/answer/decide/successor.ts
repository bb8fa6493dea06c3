/** What has replaced a document in the end. */
import type { DocumentCard, Library } from '../../search/search-index.ts'

/** Over papers that were replaced in turn; `undefined` where this reader sees none. */
export const lastSuccessor = (card: DocumentCard, library: Library): DocumentCard | undefined => {
  const seen = new Set([card.id])
  let last: DocumentCard | undefined
  for (
    let next = library.card(card.replacedBy[0] ?? '');
    next && !seen.has(next.id);
    next = library.card(next.replacedBy[0] ?? '')
  ) {
    seen.add(next.id)
    last = next
  }
  return last
}
