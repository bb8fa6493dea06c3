/** The lexical side of the index: what stands where, as typed arrays over exactly the documents that one reader level may see. */
import { ABSENT, pairValue, type PairTable } from './pair-table.ts'
import type { Postings, WholePostings } from './postings.ts'

/** Documents are numbered 0… in the order given to the builder, passages 0… over all documents in that order. */
export interface LexicalIndex {
  readonly documents: number
  readonly passages: number
  /** Folded syllables; the position is the syllable's id and its term in `byDocument` and `byPassage`. */
  readonly folded: readonly string[]
  /** Accented keys; the position is the id, used in tokens and as the term in `accentsByDocument`. */
  readonly accented: readonly string[]
  /** Folded id of each accented id. */
  readonly foldedOf: Uint32Array
  /** How often each accented form stands in the texts. */
  readonly accentedCount: Uint32Array
  /** Pairs of adjacent folded syllables → term in `byDocument` and `byPassage`. */
  readonly pairs: PairTable
  /** Pairs of adjacent accented forms → how often they stand. */
  readonly accentedPairs: PairTable
  /** D and P of retrieval-study §7: folded syllables and pairs, over whole documents and over passages with their document's title. */
  readonly byDocument: Postings
  readonly byPassage: Postings
  /** A: accented syllables over documents. */
  readonly accentsByDocument: Postings
  /** A token; they stand document by document, the title first: accented id, with `CAPITAL` and `BREAK` set where they hold. */
  tokenAt(position: number): number
  /** Writes the tokens from `from` to `to`, end exclusive, to the start of `into`. */
  copyTokens(from: number, to: number, into: Uint32Array): void
  /** The same of the title of a document. */
  copyTitle(document: number, into: Uint32Array): void
  /** Token positions of each document: title from `titleFrom[d]` to `bodyFrom[d]`, body to `titleFrom[d + 1]`. */
  readonly titleFrom: Uint32Array
  readonly bodyFrom: Uint32Array
  /** First passage of each document; one more than there are documents. */
  readonly firstPassage: Uint32Array
  readonly passageDocument: Uint32Array
  /** Token positions of each passage, end exclusive. */
  readonly passageFrom: Uint32Array
  readonly passageTo: Uint32Array
  /** Said before each search: lists that an earlier one was handed need not stay as they are. */
  newSearch(): void
  /** Ids by string, and the accented forms of each folded id, most frequent first; derived, not stored. */
  readonly lookup: Lookup
  /** Working memory of the searches; derived, not stored. Searching is synchronous, so one is enough. */
  readonly scratch: Scratch
}

export interface Scratch {
  /** All 0 between searches. */
  readonly documents: Float32Array
  readonly passages: Float32Array
  /** By folded id; all 0 between searches. */
  readonly syllables: Uint8Array
  /** By accented id, which mark of the question it is, from 1; 0 for none. */
  readonly marks: Uint16Array
  /** The accented ids for which that is set: cleared before the next question. */
  readonly marked: number[]
}

export interface Lookup {
  readonly folded: ReadonlyMap<string, number>
  readonly accented: ReadonlyMap<string, number>
  /** Accented ids of folded id f: `forms[formsFrom[f]]` up to `formsFrom[f + 1]`. */
  readonly forms: Uint32Array
  readonly formsFrom: Uint32Array
}

/** As it is built, with all of it in memory. */
export interface BuiltLexical extends LexicalIndex {
  readonly tokens: Uint32Array
  readonly byDocument: WholePostings
  readonly byPassage: WholePostings
  readonly accentsByDocument: WholePostings
}

/** Bits of a token beside its id. CAPITAL: starts with a capital letter. BREAK: more than blanks lies before it. */
export const CAPITAL = 0x80000000
export const BREAK = 0x40000000
export const ID_MASK = 0x3fffffff

/** The folded id of a string, or `ABSENT`. */
export const foldedId = (index: LexicalIndex, folded: string): number => index.lookup.folded.get(folded) ?? ABSENT
export const accentedId = (index: LexicalIndex, accented: string): number =>
  index.lookup.accented.get(accented) ?? ABSENT

/** The term of two adjacent folded syllables, or `ABSENT`. */
export const pairTerm = (index: LexicalIndex, left: number, right: number): number =>
  left < 0 || right < 0 ? ABSENT : pairValue(index.pairs, left, right)

export const createLookup = (
  stored: Pick<LexicalIndex, 'folded' | 'accented' | 'foldedOf' | 'accentedCount'>,
): Lookup => {
  const { foldedOf, accentedCount } = stored
  const forms = Uint32Array.from(stored.accented.keys()).sort(
    (a, b) => foldedOf[a]! - foldedOf[b]! || accentedCount[b]! - accentedCount[a]! || a - b,
  )
  const formsFrom = new Uint32Array(stored.folded.length + 1)
  for (const form of forms) formsFrom[foldedOf[form]! + 1] = formsFrom[foldedOf[form]! + 1]! + 1
  for (let f = 0; f < stored.folded.length; f++) formsFrom[f + 1] = formsFrom[f + 1]! + formsFrom[f]!
  return { folded: numbered(stored.folded), accented: numbered(stored.accented), forms, formsFrom }
}

export const createScratch = (
  documents: number,
  passages: number,
  { folded, accented }: Pick<LexicalIndex, 'folded' | 'accented'>,
): Scratch => ({
  documents: new Float32Array(documents),
  passages: new Float32Array(passages),
  syllables: new Uint8Array(folded.length),
  marks: new Uint16Array(accented.length),
  marked: [],
})

const numbered = (words: readonly string[]): Map<string, number> => {
  const ids = new Map<string, number>()
  for (const [id, word] of words.entries()) ids.set(word, id)
  return ids
}
