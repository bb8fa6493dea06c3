/** The lexical index as named blocks of bytes, and back: what a snapshot writes and reads, without parsing any posting. */
import { createLookup, createScratch, type BuiltLexical, type LexicalIndex } from './lexical-index.ts'
import { wholePostings, type Postings } from './postings.ts'
import { storedTokens, tokensInMemory } from './stored-tokens.ts'
import { createListCache } from './list-cache.ts'
import { storedPostings, type SectionFile } from './stored-postings.ts'

const WORDS = ['folded', 'accented'] as const
const NUMBERS = [
  'foldedOf',
  'accentedCount',
  'tokens',
  'titleFrom',
  'bodyFrom',
  'firstPassage',
  'passageDocument',
  'passageFrom',
  'passageTo',
] as const
const PAIRS = ['pairs', 'accentedPairs'] as const
const POSTINGS = ['byDocument', 'byPassage', 'accentsByDocument'] as const

/** Every section by name. The views share the index's memory. */
export const lexicalSections = (index: BuiltLexical): ReadonlyMap<string, ArrayBufferView> => {
  const sections = new Map<string, ArrayBufferView>()
  for (const name of WORDS) sections.set(name, Buffer.from(index[name].join('\n')))
  for (const name of NUMBERS) sections.set(name, index[name])
  for (const name of PAIRS) {
    sections.set(`${name}.keys`, index[name].keys)
    sections.set(`${name}.values`, index[name].values)
  }
  for (const name of POSTINGS) {
    sections.set(`${name}.offsets`, index[name].offsets)
    sections.set(`${name}.ids`, index[name].ids)
    sections.set(`${name}.impacts`, index[name].impacts)
  }
  return sections
}

/** Whether a section may be left on the disk, to be read in parts. */
export const isReadInParts = (name: string): boolean =>
  name === 'tokens' || POSTINGS.some((postings) => name === `${postings}.ids` || name === `${postings}.impacts`)

/**
 * Opens sections as `lexicalSections` named them. The buffers are used as they are where they are aligned, copied otherwise;
 * those that are read in parts may be left in their files.
 */
export const openLexical = (sections: ReadonlyMap<string, Buffer | SectionFile>): LexicalIndex => {
  const section = (name: string): Buffer | SectionFile => {
    const found = sections.get(name)
    if (!found) throw new Error(`The lexical index lacks the section "${name}"`)
    return found
  }
  const bytes = (name: string): Buffer => {
    const found = section(name)
    if (!Buffer.isBuffer(found)) throw new Error(`The section "${name}" of the lexical index is not in memory`)
    return found
  }
  const words = (name: string): string[] => (bytes(name).length === 0 ? [] : bytes(name).toString('utf8').split('\n'))
  const u32 = (name: string): Uint32Array => numbersOf(bytes(name))
  const pairs = (name: string) => {
    const keys = aligned(bytes(`${name}.keys`))
    return {
      keys: new Float64Array(keys.buffer, keys.byteOffset, keys.byteLength / 8),
      values: u32(`${name}.values`),
    }
  }
  const cache = createListCache(roomForLists(sections))
  const postings = (name: string, units: number): Postings => {
    const offsets = u32(`${name}.offsets`)
    const [ids, impacts] = [section(`${name}.ids`), section(`${name}.impacts`)]
    return Buffer.isBuffer(ids) || Buffer.isBuffer(impacts)
      ? wholePostings({ units, offsets, ids: u32(`${name}.ids`), impacts: bytes(`${name}.impacts`) })
      : storedPostings(units, offsets, ids, impacts, cache)
  }

  const stored = {
    folded: words('folded'),
    accented: words('accented'),
    foldedOf: u32('foldedOf'),
    accentedCount: u32('accentedCount'),
  }
  const bodyFrom = u32('bodyFrom')
  const titles = { titleFrom: u32('titleFrom'), bodyFrom }
  const passageDocument = u32('passageDocument')
  const tokens = section('tokens')
  return {
    ...stored,
    documents: bodyFrom.length,
    passages: passageDocument.length,
    pairs: pairs('pairs'),
    accentedPairs: pairs('accentedPairs'),
    byDocument: postings('byDocument', bodyFrom.length),
    byPassage: postings('byPassage', passageDocument.length),
    accentsByDocument: postings('accentsByDocument', bodyFrom.length),
    ...(Buffer.isBuffer(tokens) ? tokensInMemory(u32('tokens'), titles) : storedTokens(tokens, titles)),
    ...titles,
    firstPassage: u32('firstPassage'),
    passageDocument,
    passageFrom: u32('passageFrom'),
    passageTo: u32('passageTo'),
    newSearch: cache.newSearch,
    lookup: createLookup(stored),
    scratch: createScratch(bodyFrom.length, passageDocument.length, stored),
  }
}

/**
 * Lists are kept up to that share of them all: common words come in every question. What is not kept is read from the page cache of
 * the system, which is not memory of this process.
 */
const KEPT_SHARE = 0.5
/** A small index is kept whole. */
const KEPT_AT_LEAST = 32 * 1024 * 1024

const roomForLists = (sections: ReadonlyMap<string, Buffer | SectionFile>): number => {
  let all = 0
  for (const [name, section] of sections) if (name !== 'tokens' && !Buffer.isBuffer(section)) all += section.size
  return Math.max(KEPT_AT_LEAST, KEPT_SHARE * all)
}

/** The buffer as numbers, as it is where it is aligned. */
export const numbersOf = (buffer: Buffer): Uint32Array => {
  const from = aligned(buffer)
  return new Uint32Array(from.buffer, from.byteOffset, from.byteLength / 4)
}

const aligned = (buffer: Buffer): Uint8Array => (buffer.byteOffset % 8 === 0 ? buffer : Uint8Array.from(buffer))
