/** Documents as tokens: read from their texts, or carried over from an index that held them already. */
import { eachRun } from '../../text/terms.ts'
import { BREAK } from './lexical-index.ts'
import type { Spellings } from './spellings.ts'

/** Grows whenever the same text would give other tokens: those of an older index are then read anew from the texts. */
export const TOKENS_VERSION = 1

export interface IndexedDocument {
  readonly title: string
  /** Stored form. */
  readonly text: string
  /** UTF-16 offsets into the text, end exclusive, ascending, not overlapping. */
  readonly passages: readonly { readonly start: number; readonly end: number }[]
}

/** The tokens of a document, title first; offsets count from its first token. */
export interface DocumentTokens {
  /** Ids with `CAPITAL` and `BREAK`. */
  readonly tokens: Uint32Array
  /** Spelling of each id, where the tokens were numbered in another index. */
  readonly spellings: Uint32Array | null
  /** Where the body starts. */
  readonly bodyAt: number
  /** The tokens of each passage, end exclusive; both count from `base`. */
  readonly passageFrom: Uint32Array
  readonly passageTo: Uint32Array
  readonly base: number
}

/** Room for the document at hand; grows to the longest. */
interface Room {
  tokens: Uint32Array
  starts: Uint32Array
}

export const createTokenReader = (spellings: Spellings): ((document: IndexedDocument) => DocumentTokens) => {
  const room: Room = { tokens: new Uint32Array(4096), starts: new Uint32Array(4096) }
  return ({ title, text, passages }) => {
    const bodyAt = scan(title, spellings, room, 0)
    const length = scan(text, spellings, room, bodyAt)
    const passageFrom = new Uint32Array(passages.length)
    const passageTo = new Uint32Array(passages.length)
    let at = bodyAt
    for (const [n, { start, end }] of passages.entries()) {
      while (at < length && room.starts[at]! < start) at++
      passageFrom[n] = at
      while (at < length && room.starts[at]! < end) at++
      passageTo[n] = at
    }
    return { tokens: room.tokens.slice(0, length), spellings: null, bodyAt, passageFrom, passageTo, base: 0 }
  }
}

/** Puts the tokens of `text` behind the first `length`, and returns how many there are then. */
const scan = (text: string, spellings: Spellings, room: Room, length: number): number => {
  let end = 0
  eachRun(text, (start, runEnd) => {
    const broken = end > 0 && start === end + 1 && text.charCodeAt(end) === BLANK ? 0 : BREAK
    end = runEnd
    if (length === room.tokens.length) {
      room.tokens = grown(room.tokens)
      room.starts = grown(room.starts)
    }
    room.tokens[length] = spellings.token(text, start, runEnd) | broken
    room.starts[length++] = start
  })
  return length
}

const BLANK = 0x20

const grown = (values: Uint32Array): Uint32Array => {
  const larger = new Uint32Array(values.length * 2)
  larger.set(values)
  return larger
}
