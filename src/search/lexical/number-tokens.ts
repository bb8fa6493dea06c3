/** The tokens of the documents of one index as one stream, numbered by what these documents say and nothing else. */
import { CAPITAL, BREAK, ID_MASK, type BuiltLexical } from './lexical-index.ts'
import type { DocumentTokens } from './read-tokens.ts'
import type { Spellings } from './spellings.ts'

export type TokenStream = Pick<
  BuiltLexical,
  | 'folded'
  | 'accented'
  | 'foldedOf'
  | 'accentedCount'
  | 'tokens'
  | 'titleFrom'
  | 'bodyFrom'
  | 'firstPassage'
  | 'passageDocument'
  | 'passageFrom'
  | 'passageTo'
>

const FLAGS = (CAPITAL | BREAK) >>> 0

/**
 * Ids go by first appearance, so that the same documents give the same index wherever their tokens come from, and a spelling of any
 * other document leaves no trace.
 */
export const numberTokens = (documents: readonly DocumentTokens[], spellings: Spellings): TokenStream => {
  const passages = documents.reduce((sum, { passageFrom }) => sum + passageFrom.length, 0)
  const tokens = sharedNumbers(documents.reduce((sum, document) => sum + document.tokens.length, 0))
  const titleFrom = new Uint32Array(documents.length + 1)
  const bodyFrom = new Uint32Array(documents.length)
  const firstPassage = new Uint32Array(documents.length + 1)
  const passageDocument = new Uint32Array(passages)
  const passageFrom = new Uint32Array(passages)
  const passageTo = new Uint32Array(passages)
  const numberer = createNumberer(spellings)
  let at = 0
  let passage = 0
  for (const [d, document] of documents.entries()) {
    titleFrom[d] = at
    bodyFrom[d] = at + document.bodyAt
    firstPassage[d] = passage
    for (let p = 0; p < document.passageFrom.length; p++, passage++) {
      passageDocument[passage] = d
      passageFrom[passage] = at + document.passageFrom[p]! - document.base
      passageTo[passage] = at + document.passageTo[p]! - document.base
    }
    numberer.number(document, tokens, at)
    at += document.tokens.length
  }
  titleFrom[documents.length] = at
  firstPassage[documents.length] = passage
  return { ...numberer.done(), tokens, titleFrom, bodyFrom, firstPassage, passageDocument, passageFrom, passageTo }
}

/** Numbers that another thread may read without a copy. */
export const sharedNumbers = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(length * 4))

const createNumberer = (spellings: Spellings) => {
  // number of each spelling here + 1
  const numberOf = new Uint32Array(spellings.accented.length)
  const counts = new Uint32Array(spellings.accented.length)
  const accented: string[] = []
  const folded: string[] = []
  const foldedIds = new Map<string, number>()
  const foldedOf: number[] = []
  const meet = (spelling: number): number => {
    const number = accented.push(spellings.accented[spelling]!)
    numberOf[spelling] = number
    const base = spellings.folded[spelling]!
    let id = foldedIds.get(base)
    if (id === undefined) foldedIds.set(base, (id = folded.push(base) - 1))
    foldedOf.push(id)
    return number
  }
  return {
    number: ({ tokens, spellings: elsewhere }: DocumentTokens, into: Uint32Array, at: number): void => {
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i]!
        const id = token & ID_MASK
        const spelling = elsewhere === null ? id : elsewhere[id]!
        const number = (numberOf[spelling] || meet(spelling)) - 1
        counts[number] = counts[number]! + 1
        into[at + i] = number | (token & FLAGS)
      }
    },
    done: () => ({
      accented,
      folded,
      foldedOf: Uint32Array.from(foldedOf),
      accentedCount: counts.slice(0, accented.length),
    }),
  }
}
