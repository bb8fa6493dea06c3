/** Within a part: which clause became which, and what changed in it word by word. */
import { key } from '../../text/vietnamese.ts'
import { align } from './align.ts'
import type { Part, Piece, PiecePair } from './comparison.ts'
import { createIntern, likenessOf, type Words } from './similarity.ts'
import { tokensOf, withoutEnd } from './tokens.ts'
import { wordChanges, type Effort, type Tokens } from './word-changes.ts'

type Side = 'old' | 'new'

/** The words of every piece, read once. */
export interface PieceBook {
  /** Its words as numbers, without its marker (`2.`, `a)`) and the stop at its end. */
  words(piece: Piece, side: Side): Words
  changes(older: Piece, newer: Piece): PiecePair['runs']
}

/** Squares of edits (word-changes.ts): about a third of a second of diffs in all. */
const EFFORT = 12_000_000

export const createPieceBook = (olderText: string, newerText: string): PieceBook => {
  const intern = createIntern()
  const keyOf = remembered(key)
  const effort: Effort = { left: EFFORT }
  const read = new Map<Piece, Tokens & { readonly words: Words }>()
  const of = (piece: Piece, side: Side) => {
    const held = read.get(piece)
    if (held) return held
    const text = (side === 'old' ? olderText : newerText).slice(piece.wordsFrom, piece.end)
    const tokens = tokensOf(text, keyOf)
    const made = { text, from: piece.wordsFrom, tokens, words: intern(withoutEnd(tokens).map(({ key }) => key)) }
    read.set(piece, made)
    return made
  }
  return {
    words: (piece, side) => of(piece, side).words,
    changes: (older, newer) => wordChanges(of(older, 'old'), of(newer, 'new'), effort),
  }
}

/** Documents say the same words again and again. */
const remembered = (make: (word: string) => string): ((word: string) => string) => {
  const known = new Map<string, string>()
  return (word) => {
    const held = known.get(word) ?? make(word)
    known.set(word, held)
    return held
  }
}

/** At or below it two clauses say something else. */
const LEAST = 0.35
/** Clauses of one number are a little likelier to be each other. */
const OF_NUMBER = 0.05

/** In the order of the newer part; what is gone stands behind what it stood behind. */
export const pairPieces = (older: Part | null, newer: Part | null, book: PieceBook): readonly PiecePair[] => {
  const olds = older?.pieces ?? []
  const news = newer?.pieces ?? []
  const likeness = likenessOf(
    olds.map((piece) => book.words(piece, 'old')),
    news.map((piece) => book.words(piece, 'new')),
  )
  const bonus = (o: number, n: number): number => (numberOf(olds[o]!) === numberOf(news[n]!) ? OF_NUMBER : 0)
  const candidates = likeness.flatMap((near, o) => [...near].map(([n, alike]) => ({ old: o, new: n, score: alike + bonus(o, n) }))) // prettier-ignore
  // a part of one paragraph is that paragraph
  const only = olds.length === 1 && news.length === 1 ? [{ old: 0, new: 0, score: 1 }] : candidates
  const { oldOf } = align(olds.length, news.length, only, LEAST)
  const taken = new Set(oldOf)
  const pairs: PiecePair[] = []
  let next = 0
  const goneBefore = (end: number): void => {
    for (; next < end; next++) if (!taken.has(next)) pairs.push({ kind: 'gone', old: olds[next]!, new: null, runs: [] })
  }
  news.forEach((piece, n) => {
    const o = oldOf[n]!
    if (o < 0) {
      // what went is read before what came in its place
      goneBefore(oldOf.subarray(n).find((other) => other >= 0) ?? olds.length)
      return void pairs.push({ kind: 'new', old: null, new: piece, runs: [] })
    }
    goneBefore(o)
    const runs = book.changes(olds[o]!, piece)
    pairs.push({ kind: runs.length === 0 ? 'same' : 'changed', old: olds[o]!, new: piece, runs })
  })
  goneBefore(olds.length)
  return pairs
}

/** `khoản 2 điểm a` of `Điều 5 khoản 2 điểm a`; empty for what has no number within its part. */
const numberOf = ({ section }: Piece): string => section?.split(' ').slice(2).join(' ') ?? ''

/** A clause that went and one that came under its number are read as one that was rewritten. */
export const replacedInPlace = (pairs: readonly PiecePair[], book: PieceBook): readonly PiecePair[] => {
  const added = new Map(pairs.flatMap((pair) => (pair.kind === 'new' && numberOf(pair.new!) !== '' ? [[numberOf(pair.new!), pair] as const] : []))) // prettier-ignore
  const used = new Set<PiecePair>()
  const joined = pairs.map((pair): PiecePair => {
    const number = pair.kind === 'gone' ? numberOf(pair.old!) : ''
    const other = number === '' ? undefined : added.get(number)
    if (!other || used.has(other)) return pair
    used.add(other)
    return { kind: 'changed', old: pair.old, new: other.new, runs: book.changes(pair.old!, other.new!) }
  })
  return joined.filter((pair) => !used.has(pair))
}
