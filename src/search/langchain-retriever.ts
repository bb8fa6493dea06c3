/** Our search as a LangChain retriever, so that other people's chains can ask our documents. */
import { Document } from '@langchain/core/documents'
import { BaseRetriever } from '@langchain/core/retrievers'
import type { Retrieval } from './retrieval.ts'

/** What stands in `metadata` beside the words of the passage. */
export interface PassageMetadata {
  readonly documentId: string
  readonly passageId: string
  readonly title: string
  readonly number: string | null
  readonly issuer: string | null
  /** ISO date. */
  readonly date: string | null
  readonly path: readonly string[]
  readonly page: number | null
  readonly score: number
}

/** Wraps a search that is already bound to a reader's level: a chain can never ask for more. Returns at most `k` passages, best first. */
export const createLangchainRetriever = (
  find: (question: string, options: { readonly top: number }) => Promise<Retrieval> | Retrieval,
  k = 5,
): BaseRetriever<PassageMetadata & Record<string, unknown>> => new PassageRetriever(find, k)

// LangChain knows retrievers as subclasses of its own
class PassageRetriever extends BaseRetriever<PassageMetadata & Record<string, unknown>> {
  static override lc_name(): string {
    return 'PassageRetriever'
  }

  lc_namespace = ['hoi-dap-cong-tac-dang', 'search']
  readonly #find: Parameters<typeof createLangchainRetriever>[0]
  readonly #k: number

  constructor(find: Parameters<typeof createLangchainRetriever>[0], k: number) {
    super({})
    this.#find = find
    this.#k = k
  }

  override async _getRelevantDocuments(
    question: string,
  ): Promise<Document<PassageMetadata & Record<string, unknown>>[]> {
    const { passages } = await this.#find(question, { top: this.#k })
    return passages.slice(0, this.#k).map(({ id, card, passage, text, score }) => {
      const { title, number, issuer, date } = card.meta
      const { path, page } = passage
      const metadata = { documentId: card.id, passageId: id, title, number, issuer, date, path, page, score }
      return new Document({ id, pageContent: text, metadata })
    })
  }
}
