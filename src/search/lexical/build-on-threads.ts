/** The same index as `buildLexical` makes, on two threads: what weighs most of a large ingestion. */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  type accentSide,
  assemble,
  buildFrom,
  documentSide,
  pairTerms,
  type passageSide,
  type Terms,
} from './build-lexical.ts'
import type { BuiltLexical } from './lexical-index.ts'
import type { TokenStream } from './number-tokens.ts'

export type ThreadWork =
  | { readonly side: 'accents'; readonly stream: Parameters<typeof accentSide>[0] }
  | { readonly side: 'passages'; readonly stream: Parameters<typeof passageSide>[1]; readonly terms: Terms }

/** Tokens from which a second thread gains more than the tenth of a second that it takes to start: some 4,000 passages. */
const WORTH_A_THREAD = 500_000

export const buildOnThreads = async (stream: TokenStream, worthIt = WORTH_A_THREAD): Promise<BuiltLexical> => {
  if (stream.tokens.length < worthIt) return buildFrom(stream)
  const { tokens, foldedOf, titleFrom, bodyFrom, passageDocument, passageFrom, passageTo } = stream
  const thread = startThread()
  try {
    const accents = thread.run<ReturnType<typeof accentSide>>({
      side: 'accents',
      stream: { tokens, foldedOf, titleFrom, bodyFrom },
    })
    const { pairs, ...terms } = pairTerms(stream)
    const passages = thread.run<ReturnType<typeof passageSide>>({
      side: 'passages',
      stream: { titleFrom, bodyFrom, passageDocument, passageFrom, passageTo },
      terms,
    })
    const documents = documentSide(terms, stream)
    return assemble(stream, { pairs, ...terms, ...documents, ...(await accents), ...(await passages) })
  } finally {
    await thread.end()
  }
}

const startThread = () => {
  const worker = new Worker(join(import.meta.dirname, 'build-thread.ts'))
  const waiting: { resolve: (made: never) => void; reject: (error: unknown) => void }[] = []
  worker.on('message', (made) => waiting.shift()?.resolve(made as never))
  worker.on('error', (error) => waiting.splice(0).forEach(({ reject }) => reject(error)))
  return {
    /** Answers come in the order in which they were asked for. */
    run: <T>(work: ThreadWork): Promise<T> => {
      const made = new Promise<T>((resolve, reject) => waiting.push({ resolve, reject }))
      // whoever asked may have failed before it waits for this
      made.catch(() => {})
      worker.postMessage(work)
      return made
    },
    end: () => worker.terminate(),
  }
}
