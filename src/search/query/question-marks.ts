/** The syllables to look for while reading a passage: for each folded id of the index, what meeting it means for the question. */
import { foldedId, type LexicalIndex } from '../lexical/lexical-index.ts'
import { askedKinds, type AskedKinds } from './asked-kinds.ts'
import { askedNames } from './asked-names.ts'
import { syllableWorth } from './question-worth.ts'
import type { Understood } from './understand-query.ts'

export interface Mark {
  /** Place in the arrays that count marks. */
  readonly place: number
  /** What meeting it once is worth. */
  readonly worth: number
  /** The syllables of the question that it may be, what each is worth here, and which of them may stand right before. */
  readonly readings: readonly { readonly syllable: number; readonly worth: number; readonly after: readonly number[] }[]
}

export interface QuestionMarks {
  /** By folded id. */
  readonly byId: ReadonlyMap<number, Mark>
  readonly syllables: number
  /** Typed syllables, an abbreviation as one. */
  readonly length: number
  readonly asked: AskedKinds
  /** For each syllable of the question the name it belongs to and its place there; null where it belongs to none. */
  readonly nameAt: readonly ({ readonly name: number; readonly place: number } | null)[]
  /** For each name its length in syllables and its worth. */
  readonly names: readonly { readonly length: number; readonly worth: number }[]
}

/** A syllable that a question repeats more often is followed at its first places only: runs are short, and time stays bounded. */
const PLACES_FOLLOWED = 8

export const questionMarks = ({ query, next, slots }: Understood, index: LexicalIndex): QuestionMarks => {
  const { syllables } = query
  const before = syllables.map((): number[] => [])
  for (const [n, followers] of next.entries()) for (const follower of followers) before[follower]!.push(n)
  const worths = syllables.map((syllable) => syllableWorth(syllable, index.byPassage, index))

  const readings = new Map<number, { syllable: number; worth: number; after: readonly number[] }[]>()
  for (const [n, syllable] of syllables.entries()) {
    for (const { folded, factor } of syllable.forms) {
      const id = foldedId(index, folded)
      if (id < 0) continue
      const reading = { syllable: n, worth: factor * worths[n]!, after: before[n]! }
      const known = readings.get(id)
      if (!known) readings.set(id, [reading])
      else if (known.length < PLACES_FOLLOWED) known.push(reading)
    }
  }
  const byId = new Map<number, Mark>()
  for (const [id, meant] of readings) {
    byId.set(id, {
      place: byId.size,
      worth: Math.max(...meant.map(({ worth }) => worth)),
      readings: meant,
    })
  }
  const names = askedNames(query)
  const nameAt: { name: number; place: number }[] = []
  for (const [name, { syllables: inside }] of names.entries())
    for (const [place, n] of inside.entries()) nameAt[n] = { name, place }
  return {
    byId,
    nameAt: syllables.map((_, n) => nameAt[n] ?? null),
    names: names.map(({ syllables: inside }) => ({
      length: inside.length,
      worth: inside.reduce((sum, n) => sum + worths[n]!, 0),
    })),
    syllables: syllables.length,
    length: slots.length,
    asked: askedKinds(syllables),
  }
}
