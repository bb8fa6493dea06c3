/**
 * Documents as files of a snapshot, laid out so that a reader loads the cards and fetches everything else when it is needed:
 *
 *   cards.json       one card a document, in the order of their sources
 *   structure.jsonl  headings and passages, one line a document; structure.at (u32 byte offsets, n + 1)
 *   texts.bin        the texts in UTF-16LE, so that a passage's offsets are byte offsets / 2; texts.at (f64 offsets in units, n + 1)
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { VALIDITY_UNKNOWN, type Heading, type Passage } from '../../documents/document.ts'
import type { DocumentCard, LibraryContent } from '../search-index.ts'

/** A card as it is stored: what replaced or amended it depends on the day and the reader and is worked out when a library is opened. */
export type StoredCard = Omit<DocumentCard, 'replacedBy' | 'comingBy' | 'amendedBy'> & {
  readonly digest: string
  readonly warnings: readonly string[]
}

export interface DocumentContent {
  readonly text: string
  readonly headings: readonly Heading[]
  readonly passages: readonly Passage[]
}

export interface ContentReader {
  readonly cards: readonly StoredCard[]
  /** The whole content of document number `n`. */
  read(n: number): DocumentContent
  /** The same, to look into: its text is read when it is first asked for, and parts of it without the rest. */
  look(n: number): LibraryContent
  /** The bytes of documents `from` to `to`, end exclusive, as a file holds them: the next snapshot takes them over. */
  stored(file: 'structure' | 'texts', from: number, to: number): Iterable<Uint8Array>
  /** How many bytes the structure of document `n` takes. */
  structureBytes(n: number): number
  close(): void
}

/** Opens the files of a checked snapshot. The descriptors stay valid when the folder is removed. */
export const openContent = (folder: string): ContentReader => {
  // a snapshot of an older version knows less about a document
  const cards = (JSON.parse(readFileSync(join(folder, 'cards.json'), 'utf8')) as StoredCard[]).map((card) => ({
    ...card,
    meta: 'said' in card.meta ? card.meta : Object.assign({}, VALIDITY_UNKNOWN, card.meta),
  }))
  const structureAt = floats(readFileSync(join(folder, 'structure.at')))
  const textAt = floats(readFileSync(join(folder, 'texts.at')))
  const structure = openSync(join(folder, 'structure.jsonl'), 'r')
  const texts = openSync(join(folder, 'texts.bin'), 'r')
  const slice = (n: number, start: number, end: number): string =>
    readWords(texts, (textAt[n]! + start) * 2, (end - start) * 2, 'utf16le')
  const lineOf = (n: number): string =>
    readWords(structure, structureAt[n]!, structureAt[n + 1]! - structureAt[n]!, 'utf8')
  const structureOf = (n: number): Omit<DocumentContent, 'text'> => {
    const { headings, passages } = JSON.parse(lineOf(n)) as Omit<DocumentContent, 'text'>
    return { headings, passages }
  }
  const textOf = (n: number): string => slice(n, 0, textAt[n + 1]! - textAt[n]!)
  return {
    cards,
    read: (n) => ({ ...structureOf(n), text: textOf(n) }),
    look: (n) => {
      let text: string | undefined
      let known: Omit<DocumentContent, 'text'> | undefined
      return {
        get headings() {
          return (known ??= structureOf(n)).headings
        },
        get passages() {
          return (known ??= structureOf(n)).passages
        },
        passage: (ordinal) => known?.passages[ordinal] ?? passageIn(lineOf(n), ordinal),
        get text() {
          return (text ??= textOf(n))
        },
        slice: (start, end) => text?.slice(start, end) ?? slice(n, start, end),
      }
    },
    stored: (file, from, to) =>
      file === 'structure'
        ? pieces(structure, structureAt[from]!, structureAt[to]!)
        : pieces(texts, textAt[from]! * 2, textAt[to]! * 2),
    structureBytes: (n) => structureAt[n + 1]! - structureAt[n]!,
    close: () => {
      closeSync(structure)
      closeSync(texts)
    },
  }
}

/** One passage of a line of structure.jsonl: to read the whole line as JSON takes ten times as long. */
const passageIn = (line: string, ordinal: number): Passage | undefined => {
  // within a string of JSON the marks would have strokes before them
  const start = line.indexOf(`{"ordinal":${ordinal},`)
  const next = line.indexOf(`,{"ordinal":${ordinal + 1},`, start)
  return start < 0 ? undefined : (JSON.parse(line.slice(start, next < 0 ? line.lastIndexOf(']') : next)) as Passage)
}

/** The bytes that a typed array stands for, without a copy. */
export const bytesOf = (view: ArrayBufferView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

/** Of what is taken over, so much at once: a library may be larger than the memory. */
const PIECE = 8_000_000

function* pieces(file: number, start: number, end: number): Iterable<Uint8Array> {
  for (let at = start; at < end; at += PIECE) yield readRange(file, at, Math.min(PIECE, end - at))
}

const floats = (file: Buffer): Float64Array => new Float64Array(new Uint8Array(file).buffer)

/** One buffer for all that becomes a string at once: a question reads some twenty documents. */
const readWords = (file: number, position: number, length: number, encoding: 'utf8' | 'utf16le'): string => {
  if (words.length < length) words = Buffer.allocUnsafeSlow(2 * length)
  return readRange(file, position, length, words.subarray(0, length)).toString(encoding)
}
let words = Buffer.alloc(0)

const readRange = (
  file: number,
  position: number,
  length: number,
  range: Buffer = Buffer.allocUnsafe(length),
): Buffer => {
  const read = length === 0 ? 0 : readSync(file, range, 0, length, position)
  if (read !== length) throw new Error('[search] a snapshot file ends before its content')
  return range
}
