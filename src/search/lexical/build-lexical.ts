/** Builds the lexical index of a set of documents. */
import { invert, meanLength, type UnitFields } from './invert.ts'
import { createLookup, createScratch, ID_MASK, type BuiltLexical } from './lexical-index.ts'
import { numberTokens, sharedNumbers, type TokenStream } from './number-tokens.ts'
import { createPairTable } from './pair-table.ts'
import { wholePostings } from './postings.ts'
import { createTokenReader, type IndexedDocument } from './read-tokens.ts'
import { createSpellings } from './spellings.ts'
import { tokensInMemory } from './stored-tokens.ts'
import { documentWeights, PASSAGE_WEIGHTS } from './unit-weights.ts'

export const buildLexical = (documents: Iterable<IndexedDocument>): BuiltLexical => {
  const spellings = createSpellings()
  return buildFrom(numberTokens(Array.from(documents, createTokenReader(spellings)), spellings))
}

export const buildFrom = (stream: TokenStream): BuiltLexical => {
  const terms = pairTerms(stream)
  return assemble(stream, { ...terms, ...accentSide(stream), ...documentSide(terms, stream), ...passageSide(terms, stream) }) // prettier-ignore
}

type Sides = ReturnType<typeof accentSide> & ReturnType<typeof documentSide> & ReturnType<typeof passageSide>

export const assemble = (
  stream: TokenStream,
  { pairs, accentedPairs, byDocument, byPassage, accentsByDocument }: Sides & Pick<BuiltLexical, 'pairs'>,
): BuiltLexical => ({
  ...stream,
  ...tokensInMemory(stream.tokens, stream),
  documents: stream.bodyFrom.length,
  passages: stream.passageDocument.length,
  pairs,
  accentedPairs,
  byDocument: wholePostings(byDocument),
  byPassage: wholePostings(byPassage),
  accentsByDocument: wholePostings(accentsByDocument),
  newSearch: () => {},
  lookup: createLookup(stream),
  scratch: createScratch(stream.bodyFrom.length, stream.passageDocument.length, stream),
})

/** What of a stream the sides are made of. */
type Positions = Pick<TokenStream, 'tokens' | 'foldedOf' | 'titleFrom' | 'bodyFrom'>
type PassagePositions = Pick<TokenStream, 'titleFrom' | 'bodyFrom' | 'passageDocument' | 'passageFrom' | 'passageTo'>

export interface Terms {
  /** How many terms there are: folded syllables, then pairs. */
  readonly terms: number
  /** The term at each token position, and that of the pair which it makes with the one before it in its field. */
  readonly termAt: Uint32Array
  readonly pairAt: Uint32Array
}

export const pairTerms = ({
  tokens,
  foldedOf,
  folded,
  titleFrom,
  bodyFrom,
}: Positions & Pick<TokenStream, 'folded'>) => {
  const pairs = createPairTable()
  const termAt = sharedNumbers(tokens.length)
  const pairAt = sharedNumbers(tokens.length)
  const syllables = folded.length
  for (let d = 0; d < bodyFrom.length; d++) {
    for (let i = titleFrom[d]!; i < titleFrom[d + 1]!; i++) {
      const term = foldedOf[tokens[i]! & ID_MASK]!
      termAt[i] = term
      if (i !== titleFrom[d] && i !== bodyFrom[d])
        pairAt[i] = pairs.getOrAdd(termAt[i - 1]!, term, syllables + pairs.size)
    }
  }
  return { pairs: pairs.table(), terms: syllables + pairs.size, termAt, pairAt }
}

export const accentSide = (stream: Positions) => {
  const { tokens, titleFrom, bodyFrom, foldedOf } = stream
  const pairs = createPairTable()
  const accentAt = new Uint32Array(tokens.length)
  for (let d = 0; d < bodyFrom.length; d++) {
    for (let i = titleFrom[d]!; i < titleFrom[d + 1]!; i++) {
      accentAt[i] = tokens[i]! & ID_MASK
      if (i !== titleFrom[d] && i !== bodyFrom[d]) pairs.increment(accentAt[i - 1]!, accentAt[i]!)
    }
  }
  const fields = documentFields(stream)
  const accentsByDocument = invert(fields, foldedOf.length, accentAt, null, weightsOf(fields))
  return { accentedPairs: pairs.table(), accentsByDocument }
}

export const documentSide = ({ terms, termAt, pairAt }: Terms, stream: Pick<TokenStream, 'titleFrom' | 'bodyFrom'>) => {
  const fields = documentFields(stream)
  return { byDocument: invert(fields, terms, termAt, pairAt, weightsOf(fields)) }
}

export const passageSide = ({ terms, termAt, pairAt }: Terms, stream: PassagePositions) => ({
  byPassage: invert(passageFields(stream), terms, termAt, pairAt, PASSAGE_WEIGHTS),
})

const documentFields = ({ titleFrom, bodyFrom }: Pick<TokenStream, 'titleFrom' | 'bodyFrom'>): UnitFields => ({
  units: bodyFrom.length,
  bodyFrom,
  bodyTo: titleFrom.subarray(1),
  titleFrom: titleFrom.subarray(0, bodyFrom.length),
  titleTo: bodyFrom,
})

const weightsOf = ({ bodyFrom, bodyTo }: UnitFields) => documentWeights(meanLength(bodyFrom, bodyTo))

/** A passage has its document's title. */
const passageFields = ({ titleFrom, bodyFrom, passageDocument, ...stream }: PassagePositions): UnitFields => ({
  units: passageDocument.length,
  bodyFrom: stream.passageFrom,
  bodyTo: stream.passageTo,
  titleFrom: passageDocument.map((d) => titleFrom[d]!),
  titleTo: passageDocument.map((d) => bodyFrom[d]!),
})
