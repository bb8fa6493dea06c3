/** Builds the lexical index of a set of documents. */
import { eachRun, syllableForms } from '../../text/terms.ts'
import { BREAK, CAPITAL, createLookup, createScratch, ID_MASK, type LexicalIndex } from './lexical-index.ts'
import { createPairTable } from './pair-table.ts'
import { invert, meanLength } from './postings.ts'
import { documentWeights, PASSAGE_WEIGHTS } from './unit-weights.ts'

export interface IndexedDocument {
  readonly title: string
  /** Stored form. */
  readonly text: string
  /** UTF-16 offsets into the text, end exclusive, ascending, not overlapping. */
  readonly passages: readonly { readonly start: number; readonly end: number }[]
}

export const buildLexical = (documents: Iterable<IndexedDocument>): LexicalIndex => {
  const read = readTokens(documents)
  const { tokens, foldedOf, titleFrom, bodyFrom, passageDocument } = read
  const documentCount = bodyFrom.length

  const pairs = createPairTable()
  const accentedPairs = createPairTable()
  const termAt = new Uint32Array(tokens.length)
  const accentAt = new Uint32Array(tokens.length)
  const pairAt = new Uint32Array(tokens.length)
  for (let d = 0; d < documentCount; d++) {
    for (let i = titleFrom[d]!; i < titleFrom[d + 1]!; i++) {
      accentAt[i] = tokens[i]! & ID_MASK
      termAt[i] = foldedOf[accentAt[i]!]!
      if (i === titleFrom[d] || i === bodyFrom[d]) continue
      pairAt[i] = pairs.getOrAdd(termAt[i - 1]!, termAt[i]!, read.folded.length + pairs.size)
      accentedPairs.increment(accentAt[i - 1]!, accentAt[i]!)
    }
  }

  const terms = read.folded.length + pairs.size
  const documentFields = {
    units: documentCount,
    bodyFrom,
    bodyTo: titleFrom.subarray(1),
    titleFrom: titleFrom.subarray(0, documentCount),
    titleTo: bodyFrom,
  }
  const passageFields = {
    units: passageDocument.length,
    bodyFrom: read.passageFrom,
    bodyTo: read.passageTo,
    titleFrom: passageDocument.map((d) => titleFrom[d]!),
    titleTo: passageDocument.map((d) => bodyFrom[d]!),
  }
  const weights = documentWeights(meanLength(bodyFrom, documentFields.bodyTo))
  return {
    documents: documentCount,
    passages: passageDocument.length,
    folded: read.folded,
    accented: read.accented,
    foldedOf,
    accentedCount: read.accentedCount,
    pairs: pairs.table(),
    accentedPairs: accentedPairs.table(),
    byDocument: invert(documentFields, terms, termAt, pairAt, weights),
    byPassage: invert(passageFields, terms, termAt, pairAt, PASSAGE_WEIGHTS),
    accentsByDocument: invert(documentFields, read.accented.length, accentAt, null, weights),
    tokens,
    titleFrom,
    bodyFrom,
    firstPassage: read.firstPassage,
    passageDocument,
    passageFrom: read.passageFrom,
    passageTo: read.passageTo,
    lookup: createLookup(read),
    scratch: createScratch(documentCount, passageDocument.length, read.folded.length),
  }
}

const readTokens = (documents: Iterable<IndexedDocument>) => {
  const dictionary = createDictionary()
  const tokens = growing()
  const [titleFrom, bodyFrom, firstPassage] = [growing(), growing(), growing()]
  const [passageDocument, passageFrom, passageTo] = [growing(), growing(), growing()]
  let documentNumber = 0
  for (const document of documents) {
    titleFrom.push(tokens.length)
    scan(document.title, dictionary, (token) => tokens.push(token))
    bodyFrom.push(tokens.length)
    firstPassage.push(passageFrom.length)
    let next = 0
    const closeUpTo = (offset: number): void => {
      while (passageTo.length < passageFrom.length && document.passages[next - 1]!.end <= offset) {
        passageTo.push(tokens.length)
      }
      while (next < document.passages.length && document.passages[next]!.start <= offset) {
        while (passageTo.length < passageFrom.length) passageTo.push(tokens.length)
        passageDocument.push(documentNumber)
        passageFrom.push(tokens.length)
        next++
      }
    }
    scan(document.text, dictionary, (token, start) => {
      closeUpTo(start)
      tokens.push(token)
    })
    closeUpTo(Infinity)
    while (passageTo.length < passageFrom.length) passageTo.push(tokens.length)
    documentNumber++
  }
  titleFrom.push(tokens.length)
  firstPassage.push(passageFrom.length)
  return {
    ...dictionary.done(),
    tokens: tokens.done(),
    titleFrom: titleFrom.done(),
    bodyFrom: bodyFrom.done(),
    firstPassage: firstPassage.done(),
    passageDocument: passageDocument.done(),
    passageFrom: passageFrom.done(),
    passageTo: passageTo.done(),
  }
}

type Dictionary = ReturnType<typeof createDictionary>

const scan = (text: string, dictionary: Dictionary, visit: (token: number, start: number) => void): void => {
  let end = 0
  eachRun(text, (start, runEnd) => {
    const raw = text.slice(start, runEnd)
    const first = raw[0]!
    const capital = first !== first.toLowerCase() ? CAPITAL : 0
    const broken = end > 0 && start === end + 1 && text[end] === ' ' ? 0 : BREAK
    end = runEnd
    visit((dictionary.id(raw) | capital | broken) >>> 0, start)
  })
}

const createDictionary = () => {
  const [folded, accented]: [string[], string[]] = [[], []]
  const [foldedIds, accentedIds] = [new Map<string, number>(), new Map<string, number>()]
  // normalising is slow, spellings are few: each is normalised once
  const byRaw = new Map<string, number>()
  const foldedOf = growing()
  const accentedCount: number[] = []
  const learn = (raw: string): number => {
    const forms = syllableForms(raw)
    let id = accentedIds.get(forms.accented)
    if (id === undefined) {
      id = accented.push(forms.accented) - 1
      accentedIds.set(forms.accented, id)
      accentedCount.push(0)
      let base = foldedIds.get(forms.folded)
      if (base === undefined) {
        base = folded.push(forms.folded) - 1
        foldedIds.set(forms.folded, base)
      }
      foldedOf.push(base)
    }
    byRaw.set(raw, id)
    return id
  }
  return {
    id: (raw: string): number => {
      const id = byRaw.get(raw) ?? learn(raw)
      accentedCount[id] = accentedCount[id]! + 1
      return id
    },
    done: () => ({ folded, accented, foldedOf: foldedOf.done(), accentedCount: Uint32Array.from(accentedCount) }),
  }
}

/** A Uint32Array that grows; the postings of a million passages do not fit into a JavaScript array. */
const growing = () => {
  let values = new Uint32Array(1024)
  let length = 0
  return {
    push: (value: number): void => {
      if (length === values.length) {
        const larger = new Uint32Array(length * 2)
        larger.set(values)
        values = larger
      }
      values[length++] = value
    },
    get length() {
      return length
    },
    done: (): Uint32Array => values.slice(0, length),
  }
}
