/**
 * Passages by meaning: hnswlib for many, an exact scan for few. The access filter works inside the search,
 * since filtering the best 50 afterwards finds a tenth of what a reader may see (reliability.md §0.5).
 */
import { readFileSync, rmSync } from 'node:fs'
import hnswlib from 'hnswlib-node'

/** How a graph is built. */
export interface GraphShape {
  /** Links per node. */
  readonly m: number
  /** Candidates kept while a node is linked. */
  readonly efConstruction: number
}
export const GRAPH_SHAPE: GraphShape = { m: 16, efConstruction: 200 }

/** How far a search looks around. */
export interface Breadth {
  /** Candidates kept while searching; at least four times what is asked for. */
  readonly ef: number
  /** The same where the reader may not see all: what may be read lies apart in the graph. */
  readonly efFiltered: number
  /**
   * The graph looks at about so many vectors, divided by the share that may be read, before it has found enough of them; up to
   * there looking at each of those is as fast, and complete (reliability.md L7; of 200,000 the two meet at a tenth).
   */
  readonly scanLooks: number
}
export const BREADTH: Breadth = { ef: 128, efFiltered: 512, scanLooks: 2_000 }
const NEARLY_ALL = 0.9

export interface Neighbour {
  /** Number of the row, or of the passage that it is of. */
  readonly passage: number
  /** Cosine similarity, -1 to 1; the inner product where lengths are kept. */
  readonly similarity: number
}

export interface VectorIndex {
  readonly dimensions: number
  readonly count: number
  /** The `k` passages most like `vector` among those that `allowed` accepts, best first. */
  search(vector: readonly number[], k: number, allowed: (passage: number) => boolean, allowedCount: number): Neighbour[]
  /** The same by looking at every vector: the oracle. */
  scan(vector: readonly number[], k: number, allowed: (passage: number) => boolean): Neighbour[]
}

/** Length 1, so that the inner product is the cosine. A vector of zeros stays as it is. */
export const normalise = (vector: ArrayLike<number>): Float32Array => {
  let sum = 0
  for (let i = 0; i < vector.length; i++) sum += vector[i]! ** 2
  const length = Math.sqrt(sum) || 1
  return Float32Array.from(vector, (x) => x / length)
}

/** Builds the graph and returns the bytes of its file. `scratch` is a path that may be written and is removed again. */
export const graphBytes = (
  vectors: Float32Array,
  dimensions: number,
  scratch: string,
  { m, efConstruction }: GraphShape = GRAPH_SHAPE,
): Buffer => {
  const count = vectors.length / dimensions
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions)
  graph.initIndex(Math.max(count, 1), m, efConstruction, 100)
  for (let i = 0; i < count; i++) graph.addPoint([...vectors.subarray(i * dimensions, (i + 1) * dimensions)], i)
  try {
    graph.writeIndexSync(scratch)
    const bytes = readFileSync(scratch)
    // hnswlib does not report a disk that filled up: the file must read back with every point in it
    const back = new hnswlib.HierarchicalNSW('ip', dimensions)
    back.readIndexSync(scratch)
    if (back.getCurrentCount() !== count) throw new Error('[search] the vector graph was not written in full')
    return bytes
  } finally {
    rmSync(scratch, { force: true })
  }
}

/** Opens a graph and its vectors. The files must have been checked against the manifest before: hnswlib trusts what it reads. */
export const openVectors = (
  graphFile: string,
  vectors: Float32Array,
  dimensions: number,
  keepsLength = false,
  { ef, efFiltered, scanLooks }: Breadth = BREADTH,
): VectorIndex => {
  const asked = (vector: readonly number[]): Float32Array =>
    keepsLength ? Float32Array.from(vector) : normalise(vector)
  const count = vectors.length / dimensions
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions)
  graph.readIndexSync(graphFile)

  const scan: VectorIndex['scan'] = (vector, k, allowed) => {
    const query = asked(vector)
    // the best k so far, best first; what is no better than the last of them is passed by
    const best: Neighbour[] = []
    for (let passage = 0; passage < count; passage++) {
      if (!allowed(passage)) continue
      const similarity = innerProduct(query, vectors, passage * dimensions)
      if (best.length === k && similarity <= (best.at(-1)?.similarity ?? Infinity)) continue
      const at = best.findLastIndex((other) => other.similarity >= similarity) + 1
      best.splice(at, 0, { passage, similarity })
      if (best.length > k) best.pop()
    }
    return best
  }

  return {
    dimensions,
    count,
    scan,
    search: (vector, k, allowed, allowedCount) => {
      if (vector.length !== dimensions)
        throw new Error(`[search] a vector of ${vector.length} numbers for an index of ${dimensions}`)
      if (allowedCount ** 2 <= scanLooks * count) return scan(vector, k, allowed)
      graph.setEf(Math.max(allowedCount < NEARLY_ALL * count ? efFiltered : ef, 4 * k))
      const { neighbors, distances } = graph.searchKnn([...asked(vector)], Math.min(k, count), allowed)
      return neighbors.map((passage, i) => ({ passage, similarity: 1 - distances[i]! })).sort(bySimilarity)
    },
  }
}

/** Of `query` and the numbers of `rows` from `from` on; four sums at once, which the processor can add side by side. */
const innerProduct = (query: Float32Array, rows: Float32Array, from: number): number => {
  const length = query.length
  let [a, b, c, d] = [0, 0, 0, 0]
  let i = 0
  for (let at = from; i + 3 < length; i += 4, at += 4) {
    a += query[i]! * rows[at]!
    b += query[i + 1]! * rows[at + 1]!
    c += query[i + 2]! * rows[at + 2]!
    d += query[i + 3]! * rows[at + 3]!
  }
  for (; i < length; i++) a += query[i]! * rows[from + i]!
  return a + b + c + d
}

const bySimilarity = (a: Neighbour, b: Neighbour): number => b.similarity - a.similarity || a.passage - b.passage
