/** The whole way from a question to a Retrieval: by words, by meaning where there are vectors, and ranked again where that is served. */
import type { Embedder, Reranker } from '../models/model.ts'
import { outward } from '../text/outward.ts'
import type { LexicalIndex } from './lexical/lexical-index.ts'
import { understandQuery } from './query/understand-query.ts'
import { understoodText } from './query/understood-text.ts'
import { rerank, RERANKED_PASSAGES } from './rerank.ts'
import { retrieve } from './retrieve.ts'
import type { Retrieval } from './retrieval.ts'
import type { Scope } from './snapshot/open-snapshot.ts'

export interface FindOptions {
  readonly top: number
  readonly preferDocuments?: readonly string[]
  readonly onlyDocuments?: readonly string[]
  readonly leaveOut?: ReadonlySet<string>
  /** Words that models may know: what is restored in a question that leaves comes from these; by itself those of the scope. */
  readonly outwardLexical?: LexicalIndex
  readonly signal?: AbortSignal
}

/** Models that help to find; null: words alone. */
export interface Finders {
  readonly embedder: Embedder | null
  readonly reranker: Reranker | null
}

/** Passages taken by meaning (retrieval-study §3). */
const NEIGHBOURS = 50

/** `warn` is told when a model fails; it is then gone on without it. */
export const find = async (
  question: string,
  { library, lexical, nearest }: Scope,
  { embedder, reranker }: Finders,
  { signal, outwardLexical, ...options }: FindOptions,
  warn: (message: string, error: unknown) => void,
): Promise<Retrieval> => {
  const byWords = { library, lexical, ...options }
  let byWordsOnly = embedder !== null && nearest === null
  if ((!embedder || !nearest) && !reranker && !outwardLexical)
    return { ...retrieve(question, byWords), ...(byWordsOnly && { byWordsOnly }) }
  // a model knows words with their marks, not keystrokes; the words themselves are searched for as they were typed
  // before too: an address that has got marks is none any more
  const asked = outward(understoodText(understandQuery(outward(question), outwardLexical ?? lexical).query))
  const top = reranker ? Math.max(options.top, RERANKED_PASSAGES) : options.top
  let found: Retrieval | undefined
  if (embedder && nearest)
    try {
      const passages = nearest(await embedder.embedQuery(asked, signal), NEIGHBOURS)
      found = retrieve(question, { ...byWords, top, nearest: { passages, weight: embedder.weight } })
    } catch (error) {
      warn('the embedder failed: searching by words only', error)
      byWordsOnly = true
    }
  found ??= retrieve(question, { ...byWords, top })
  if (reranker)
    try {
      found = await rerank(found, asked, reranker, signal)
    } catch (error) {
      warn('the reranker failed: the order stays as it was found', error)
    }
  return {
    ...found,
    documents: found.documents.slice(0, options.top),
    passages: found.passages.slice(0, options.top),
    ...(outwardLexical && { outward: asked }),
    ...(byWordsOnly && { byWordsOnly }),
  }
}
