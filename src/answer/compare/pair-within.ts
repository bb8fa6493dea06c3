/** Clauses that were split or joined within a part: what a clause lost stands as one of its own now, or the other way round; nothing is new, nothing gone. */
import { align } from './align.ts'
import type { Piece, PiecePair } from './comparison.ts'
import type { PieceBook } from './pair-pieces.ts'
import { likenessOf } from './similarity.ts'

/** Nearly the same words: what is merely alike may as well be new. */
const LEAST = 0.75
const SHORTEST = 5

export const pairWithin = (pairs: readonly PiecePair[], book: PieceBook): readonly PiecePair[] =>
  joined(joined(pairs, 'new', book), 'gone', book)

/** `kind`: of the clauses that are looked for in what another one lost (`new`), or won (`gone`). */
const joined = (pairs: readonly PiecePair[], kind: 'new' | 'gone', book: PieceBook): readonly PiecePair[] => {
  const [own, other] = kind === 'new' ? (['new', 'old'] as const) : (['old', 'new'] as const)
  const isLong = (piece: Piece, side: 'old' | 'new'): boolean => book.words(piece, side).length >= SHORTEST
  const alone = pairs.filter((pair) => pair.kind === kind && isLong(pair[own]!, own))
  if (alone.length === 0) return pairs
  const parted = pairs.flatMap((pair) =>
    pair.kind !== 'changed' ? [] : pair.runs.flatMap((run): Piece[] => {
      const words = run.kind === 'same' ? null : run[other]
      if (!words) return []
      // the stop before it belongs to what stays
      const start = words.start + (/^[.;,:]/.test(words.text) ? 1 : 0)
      return [{ start, end: words.end, wordsFrom: start, section: pair[other]!.section }]
    }),
  ).filter((piece) => isLong(piece, other)) // prettier-ignore
  const likeness = likenessOf(
    parted.map((piece) => book.words(piece, other)),
    alone.map((pair) => book.words(pair[own]!, own)),
  )
  const candidates = likeness.flatMap((near, old) => [...near].map(([n, score]) => ({ old, new: n, score })))
  const { oldOf } = align(parted.length, alone.length, candidates, LEAST)
  const found = new Map(alone.flatMap((pair, n) => (oldOf[n]! < 0 ? [] : [[pair, parted[oldOf[n]!]!] as const])))
  return pairs.map((pair): PiecePair => {
    const piece = found.get(pair)
    if (!piece) return pair
    if (kind === 'gone') return { ...pair, kind: 'away', new: piece }
    return { ...pair, kind: 'here', old: piece, runs: book.changes(piece, pair.new!) }
  })
}
