/** Which document a question about a document itself means. */
import type { LookedUp } from '../../search/look-up.ts'
import type { Retrieval } from '../../search/retrieval.ts'
import type { DocumentCard, Library } from '../../search/search-index.ts'
import { syllables } from '../../text/terms.ts'
import { pointsAtArticle, pointsAtDocument } from './metadata-question.ts'

export type Meant =
  | { readonly kind: 'one'; readonly card: DocumentCard }
  | { readonly kind: 'several'; readonly cards: readonly DocumentCard[] }
  /** The question is not about a document, or about none that is here. */
  | { readonly kind: 'none' }

// share of a title's words that the question repeats when it names the document by its title
const TITLE_SHARE = 0.6

/** `preferredId`: the document the conversation is about. */
export const whichDocument = (
  question: string,
  named: LookedUp,
  retrieval: Retrieval,
  library: Library,
  preferredId: string | null,
): Meant => {
  if (named.cards.length === 1) return { kind: 'one', card: named.cards[0]! }
  if (named.cards.length > 1) return { kind: 'several', cards: named.cards }
  if (named.named) return { kind: 'none' }
  const titled = retrieval.documents.map(({ card }) => card).filter((card) => repeatsTitle(question, card))
  if (titled.length > 0) return { kind: 'one', card: titled[0]! }
  if (!pointsAtDocument(question)) return { kind: 'none' }
  const preferred = preferredId ? library.card(preferredId) : undefined
  if (preferred) return { kind: 'one', card: preferred }
  const kindFits = pointsAtArticle(question)
    ? library.cards.filter(({ meta }) => meta.kind === 'article')
    : [...library.cards]
  if (kindFits.length === 1) return { kind: 'one', card: kindFits[0]! }
  const ranked = retrieval.documents.map(({ card }) => card).filter((card) => kindFits.includes(card))
  return kindFits.length > 1 ? { kind: 'several', cards: [...ranked, ...kindFits] } : { kind: 'none' }
}

const repeatsTitle = (question: string, card: DocumentCard): boolean => {
  const asked = new Set(syllables(question).map(({ folded }) => folded))
  const title = [...new Set(syllables(card.meta.title).map(({ folded }) => folded))]
  return title.length >= 4 && title.filter((word) => asked.has(word)).length >= TITLE_SHARE * title.length
}
