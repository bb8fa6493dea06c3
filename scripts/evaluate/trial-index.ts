/** A real index in a temporary folder, over a corpus that is read as public documents. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentFromText } from '../../src/documents/create-document.ts'
import { createEmbeddedIndex } from '../../src/search/embedded-index.ts'
import { retrieve, type RetrieveOptions } from '../../src/search/retrieve.ts'
import type { Retrieval } from '../../src/search/retrieval.ts'
import type { Embedder } from '../../src/models/model.ts'
import type { Scope } from '../../src/search/snapshot/open-snapshot.ts'
import type { Library } from '../../src/search/search-index.ts'
import type { CorpusEntry } from './read-set.ts'

/** By words at once; with models after a while. */
export type Retrieve = (
  question: string,
  options: Omit<RetrieveOptions, 'library' | 'lexical'>,
) => Retrieval | Promise<Retrieval>

export interface TrialIndex {
  readonly scope: Scope
  readonly library: Library
  readonly passages: number
  /** Reading, cutting, indexing and writing to the disk. */
  readonly ingestSeconds: number
  retrieve(question: string, options: Omit<RetrieveOptions, 'library' | 'lexical'>): Retrieval
  close(): void
}

export const openTrialIndex = async (
  corpus: readonly CorpusEntry[],
  embedder: Embedder | null = null,
): Promise<TrialIndex> => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-do-'))
  const index = createEmbeddedIndex(join(folder, 'index'), embedder)
  const close = (): void => {
    index.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const started = performance.now()
    const writer = await index.write()
    await writer.publish({ put: corpus.map((entry) => documentFromText(entry)), removeSources: [] })
    writer.close()
    const ingestSeconds = (performance.now() - started) / 1000
    const scope = index.open()!.scope('public')
    const { library, lexical } = scope
    return {
      scope,
      library,
      passages: lexical.passages,
      ingestSeconds,
      retrieve: (question, options) => retrieve(question, { library, lexical, ...options }),
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}
