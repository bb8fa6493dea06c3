/** Made-up vectors that lie as those of texts do: around subjects, each in few directions; and questions near some of them. */
import { seeded } from '../../evaluate/seeded.ts'

export interface MadeVectors {
  /** Of length 1, one behind the other. */
  readonly vectors: Float32Array
  readonly questions: readonly (readonly number[])[]
  /** The numbers of the vectors in no order, and subject by subject. */
  readonly scattered: Int32Array
  readonly bySubject: Int32Array
}

/** Passages of one subject, about. */
const OF_SUBJECT = 100
/** How far a passage stands from its subject, and a question from its passage; the subject is at distance 1 from the middle. */
const SPREAD = 0.8
const ASKED_FROM = 0.4

export const makeVectors = (count: number, dimensions: number, questions: number): MadeVectors => {
  const random = seeded(7)
  const subjects = Math.max(1, Math.round(count / OF_SUBJECT))
  const direction = (): Float64Array => {
    const made = Float64Array.from({ length: dimensions }, () => random() + random() + random() - 1.5)
    const length = Math.hypot(...made)
    return made.map((x) => x / length)
  }
  const middles = Array.from({ length: subjects }, direction)
  const vectors = new Float32Array(count * dimensions)
  const around = (middle: ArrayLike<number>, spread: number): Float64Array => {
    const off = direction()
    const sum = off.map((x, i) => middle[i]! + spread * x)
    const length = Math.hypot(...sum)
    return sum.map((x) => x / length)
  }
  for (let i = 0; i < count; i++) vectors.set(around(middles[i % subjects]!, SPREAD), i * dimensions)
  const asked = Array.from({ length: questions }, () => {
    const near = Math.floor(random() * count)
    return [...around(vectors.subarray(near * dimensions, (near + 1) * dimensions), ASKED_FROM)]
  })
  const bySubject = Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => (a % subjects) - (b % subjects))
  return { vectors, questions: asked, scattered: shuffled(count, random), bySubject }
}

const shuffled = (count: number, random: () => number): Int32Array => {
  const order = Int32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    ;[order[i], order[other]] = [order[other]!, order[i]!]
  }
  return order
}
