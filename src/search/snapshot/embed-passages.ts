/** The vectors of every passage that the embedder may see: those held already, and the others batch by batch. */
import { mayRead, type Level } from '../../access.ts'
import type { Document } from '../../documents/document.ts'
import { estimateTokens } from '../../models/estimate-tokens.ts'
import { ModelError } from '../../models/model-error.ts'
import type { Embedder } from '../../models/model.ts'
import type { EmbeddingWork } from '../search-index.ts'
import { digestOfText, type VectorCache } from './vector-cache.ts'

export interface PassageVectors {
  readonly dimensions: number
  /** One row a passage, one after the other. */
  readonly rows: Float32Array
  /** The passage of each row, numbered over all documents in their order. */
  readonly passages: Int32Array
  /** Passages that should have a vector and have none. */
  readonly missing: number
}

export interface EmbedOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
  /** A model that fails does not stop the ingestion: what has no vector is found by its words, and gets one the next time. */
  readonly mayMiss?: boolean
}

interface PassageText {
  readonly passage: number
  readonly text: string
  readonly digest: string
}

/** What has to be done, without doing it. */
export const forecastEmbedding = (
  documents: readonly Document[],
  embedder: Embedder,
  cache: VectorCache,
): EmbeddingWork => {
  const texts = textsFor(documents, embedder.maySee)
  const wanted = missingTexts(texts, cache.holds(embedder.id, digestsOf(texts)))
  const tokens = wanted.reduce((sum, { text }) => sum + estimateTokens(text), 0)
  return { passages: texts.length, asked: wanted.length, missing: 0, tokens }
}

export const embedPassages = async (
  documents: readonly Document[],
  embedder: Embedder,
  cache: VectorCache,
  { signal, onProgress, mayMiss = false }: EmbedOptions = {},
): Promise<PassageVectors & { readonly work: EmbeddingWork; readonly digests: ReadonlySet<string> }> => {
  const texts = textsFor(documents, embedder.maySee)
  const missing = (): readonly PassageText[] => missingTexts(texts, cache.holds(embedder.id, digestsOf(texts)))
  const countedBefore = embedder.tokensUsed?.() ?? 0
  let size = embedder.dimensions
  let estimated = 0
  let done = 0
  const ask = async (wanted: readonly PassageText[]): Promise<void> => {
    const total = done + wanted.length
    for (const batch of batchesOf(wanted, embedder.batch)) {
      signal?.throwIfAborted()
      const vectors = await embedder.embedDocuments(
        batch.map(({ text }) => text),
        signal,
      )
      const entries = checked(batch, vectors, embedder.id, size ?? vectors[0]?.length ?? 0)
      if (size === null) cache.keepSize(embedder.id, (size = vectors[0]!.length))
      // written down before the next is asked for: a crash costs this one batch at most
      cache.put(embedder.id, entries)
      done += batch.length
      estimated += batch.reduce((sum, { text }) => sum + estimateTokens(text), 0)
      onProgress?.(done, total)
    }
  }
  if (size !== null) cache.keepSize(embedder.id, size)
  try {
    await ask(missing())
    // those that the model had given in another size, before it was changed under its name
    await ask(missing())
  } catch (error) {
    signal?.throwIfAborted()
    if (!mayMiss || !(error instanceof ModelError) || error.fault === 'stopped') throw error
  }
  const held = cache.get(embedder.id, digestsOf(texts))
  const tokens = embedder.tokensUsed ? embedder.tokensUsed() - countedBefore : estimated
  const vectors = rowsOf(texts, held, size ?? held.values().next().value?.length ?? 0)
  const work = { passages: texts.length, asked: done, missing: vectors.missing, tokens }
  return { ...vectors, work, digests: new Set(digestsOf(texts)) }
}

/** The digests of all texts that a vector might be of. */
export const textDigests = (documents: readonly Document[]): ReadonlySet<string> =>
  new Set(digestsOf(textsFor(documents, 'staff')))

/** Title and place come along: a passage alone often does not say what it is about. */
const textsFor = (documents: readonly Document[], maySee: Level): readonly PassageText[] => {
  let passage = 0
  return documents.flatMap(({ meta, text, passages, level }) => {
    const from = passage
    passage += passages.length
    if (!mayRead(maySee, level)) return []
    return passages.map(({ path, start, end }, i) => {
      const words = [meta.title, ...path, text.slice(start, end)].join('\n')
      return { passage: from + i, text: words, digest: digestOfText(words) }
    })
  })
}

const digestsOf = (texts: readonly PassageText[]): readonly string[] => texts.map(({ digest }) => digest)

/** Each text once. */
const missingTexts = (texts: readonly PassageText[], held: ReadonlySet<string>): readonly PassageText[] => [
  ...new Map(texts.filter(({ digest }) => !held.has(digest)).map((entry) => [entry.digest, entry])).values(),
]

function* batchesOf(texts: readonly PassageText[], most: Embedder['batch']): Iterable<readonly PassageText[]> {
  let batch: PassageText[] = []
  let tokens = 0
  for (const entry of texts) {
    const size = estimateTokens(entry.text)
    if (batch.length > 0 && (batch.length >= most.texts || tokens + size > most.tokens)) {
      yield batch
      batch = []
      tokens = 0
    }
    batch.push(entry)
    tokens += size
  }
  if (batch.length > 0) yield batch
}

/** As vectors are kept. */
const fitsIn32Bits = (x: number): boolean => Number.isFinite(x) && Number.isFinite(Math.fround(x))

/** The last gate before the index: an embedder that is plugged in may have checked nothing. */
const checked = (
  batch: readonly PassageText[],
  vectors: readonly number[][],
  id: string,
  size: number,
): Map<string, Float32Array> => {
  if (vectors.length !== batch.length || size === 0)
    throw new ModelError('bad_reply', `embedder ${id} returned ${vectors.length} vectors for ${batch.length} texts`)
  return new Map(
    batch.map(({ digest }, i) => {
      const vector = vectors[i]!
      if (vector.length !== size || !vector.every(fitsIn32Bits))
        throw new ModelError('bad_reply', `embedder ${id} returned a vector that is not ${size} finite numbers`)
      return [digest, Float32Array.from(vector)]
    }),
  )
}

const rowsOf = (
  texts: readonly PassageText[],
  held: ReadonlyMap<string, Float32Array>,
  dimensions: number,
): PassageVectors => {
  const usable = texts.filter(({ digest }) => held.get(digest)?.length === dimensions)
  const rows = new Float32Array(usable.length * dimensions)
  usable.forEach(({ digest }, row) => rows.set(held.get(digest)!, row * dimensions))
  const passages = Int32Array.from(usable, ({ passage }) => passage)
  return { dimensions, rows, passages, missing: texts.length - usable.length }
}
