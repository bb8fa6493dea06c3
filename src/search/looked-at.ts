/** Which documents of a library a search looks at. */
import { oncePerLibrary, type Library } from './search-index.ts'

export const numbersOf = (ids: Iterable<string>, library: Library): ReadonlySet<number> => {
  const numbers = numbersIn(library)
  const found = new Set<number>()
  for (const id of ids) {
    const number = numbers.get(id)
    if (number !== undefined) found.add(number)
  }
  return found
}

/** Which place each document has. */
const numbersIn = oncePerLibrary(({ cards }) => new Map(cards.map((card, number) => [card.id, number])))

export interface LookedAt {
  /** For each document 1, or 0 where it is left out. */
  readonly among: Uint8Array
  /** How many are left out. */
  readonly leftOut: number
}

/** What is left out is the same set for nearly every question: it is worked out once. */
export const lookedAt = (leaveOut: ReadonlySet<string>, library: Library): LookedAt => {
  const numbers = numbersIn(library)
  const known = last.get(leaveOut)
  if (known?.numbers === numbers) return known
  const out = numbersOf(leaveOut, library)
  const found = { numbers, leftOut: out.size, among: flagsOf(out, library).map((isOut) => 1 - isOut) }
  last.set(leaveOut, found)
  return found
}
const last = new WeakMap<ReadonlySet<string>, LookedAt & { readonly numbers: ReadonlyMap<string, number> }>()

/** For each document 1 where it is one of them. */
export const flagsOf = (documents: ReadonlySet<number>, { cards }: Library): Uint8Array => {
  const flags = new Uint8Array(cards.length)
  for (const document of documents) flags[document] = 1
  return flags
}
