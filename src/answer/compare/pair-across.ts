/** Clauses that went from one part to another: what an article that was split gave away, what one that was merged brought. */
import { align } from './align.ts'
import type { Part, Piece, PiecePair } from './comparison.ts'
import type { PieceBook } from './pair-pieces.ts'
import { likenessOf } from './similarity.ts'

/** More than within a part: many documents say the same of different things. */
const LEAST = 0.55
const SHORTEST = 5

/** A part of the older text and the one of the newer that it became; null: none. By number. */
export interface Row {
  readonly o: number | null
  readonly n: number | null
}

interface Loose {
  readonly row: number
  readonly piece: Piece
}

export const pairAcross = (
  rows: readonly Row[],
  paired: readonly (readonly PiecePair[])[],
  olds: readonly Part[],
  news: readonly Part[],
  book: PieceBook,
): readonly { readonly pieces: readonly PiecePair[]; readonly others: readonly string[] }[] => {
  const isFrame = ({ o, n }: Row): boolean => (n === null ? olds[o!]! : news[n]!).isFrame
  const loose = (kind: 'gone' | 'new', side: 'old' | 'new'): readonly Loose[] =>
    paired.flatMap((pairs, row) =>
      isFrame(rows[row]!)
        ? []
        : pairs.flatMap((pair) =>
            pair.kind === kind && book.words(pair[side]!, side).length >= SHORTEST ? [{ row, piece: pair[side]! }] : [],
          ),
    )
  const gone = loose('gone', 'old')
  const added = loose('new', 'new')
  const none = paired.map((pieces) => ({ pieces, others: [] }))
  if (gone.length === 0 || added.length === 0) return none
  const likeness = likenessOf(
    gone.map(({ piece }) => book.words(piece, 'old')),
    added.map(({ piece }) => book.words(piece, 'new')),
  )
  const candidates = likeness.flatMap((near, o) => [...near].map(([n, score]) => ({ old: o, new: n, score })))
  const { oldOf } = align(gone.length, added.length, candidates, LEAST)
  const cameFrom = new Map<Piece, Loose>()
  const wentTo = new Map<Piece, Loose>()
  oldOf.forEach((o, n) => {
    if (o < 0) return
    cameFrom.set(added[n]!.piece, gone[o]!)
    wentTo.set(gone[o]!.piece, added[n]!)
  })
  const nameAt = (row: number, side: 'old' | 'new'): string => {
    const { o, n } = rows[row]!
    const part = side === 'old' ? olds[o!]! : news[n!]!
    return part.label ?? part.name
  }
  return paired.map((pairs) => {
    const others = new Set<string>()
    const pieces = pairs.map((pair): PiecePair => {
      const from = pair.kind === 'new' ? cameFrom.get(pair.new!) : undefined
      if (from) {
        others.add(nameAt(from.row, 'old'))
        return { ...pair, kind: 'here', old: from.piece, runs: book.changes(from.piece, pair.new!) }
      }
      const to = pair.kind === 'gone' ? wentTo.get(pair.old!) : undefined
      if (!to) return pair
      others.add(nameAt(to.row, 'new'))
      return { ...pair, kind: 'away', new: to.piece }
    })
    return { pieces, others: [...others] }
  })
}
