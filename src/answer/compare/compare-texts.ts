/** Two documents compared: which part became which, and within a part, clause by clause and word by word. Pure, and bounded in its work. */
import { align, type Candidate } from './align.ts'
import type { Comparison, Counts, Part, PartPair, PiecePair } from './comparison.ts'
import { partsOf, wordOf, type Content } from './parts-of.ts'
import { createPieceBook, pairPieces, replacedInPlace, type PieceBook } from './pair-pieces.ts'
import { pairAcross, type Row } from './pair-across.ts'
import { pairWithin } from './pair-within.ts'
import { likenessOf, type Words } from './similarity.ts'

/** At or below it two parts have nothing to do with each other: chosen on the pairs in test/answer/compare. */
const LEAST = 0.3
/** What a title and a number tell beside the words, where both parts have them. */
const OF_TITLE = 0.3
const OF_LABEL = 0.1
/** Share of its words that a part must have from elsewhere to be called split off, or have elsewhere to be called merged. */
const MOSTLY = 0.6

export const compareTexts = (older: Content, newer: Content): Comparison => {
  const words = [wordOf(older), wordOf(newer)] as const
  const byParagraph = words.includes('paragraph')
  const olds = partsOf(older, byParagraph ? 'paragraph' : words[0])
  const news = partsOf(newer, byParagraph ? 'paragraph' : words[1])
  const book = createPieceBook(older.text, newer.text)
  const { oldOf, moved } = align(olds.length, news.length, candidatesOf(olds, news, book), LEAST)
  const rows = rowsOf(olds, news, oldOf)
  const paired = rows.map(({ o, n }) => pairPieces(o === null ? null : olds[o]!, n === null ? null : news[n]!, book))
  const across = pairAcross(rows, paired, olds, news, book)
  const parts = rows.map(({ o, n }, i) =>
    partPair(o === null ? null : olds[o]!, n === null ? null : news[n]!, across[i]!, n !== null && moved.has(n), book),
  )
  return { by: byParagraph ? 'paragraph' : words[1], parts, counts: countsOf(parts) }
}

/** In the order of the newer text; what is gone stands behind the part that stood before it. */
const rowsOf = (olds: readonly Part[], news: readonly Part[], oldOf: Int32Array): readonly Row[] => {
  const newOf = new Map([...oldOf].flatMap((o, n) => (o < 0 ? [] : [[o, n] as const])))
  const behind = new Map<number, number[]>()
  let last = -1
  olds.forEach((_, o) => {
    const n = newOf.get(o)
    if (n === undefined) behind.set(last, [...(behind.get(last) ?? []), o])
    else last = n
  })
  const gone = (n: number): Row[] => (behind.get(n) ?? []).map((o) => ({ o, n: null }))
  return [...gone(-1), ...news.flatMap((_, n) => [{ o: oldOf[n]! < 0 ? null : oldOf[n]!, n }, ...gone(n)])]
}

/** Parts that share words, a title or a number, with how alike they are. */
const candidatesOf = (olds: readonly Part[], news: readonly Part[], book: PieceBook): readonly Candidate[] => {
  const words = (of: typeof bodyOf) => [olds.map((part) => of(part, 'old', book)), news.map((part) => of(part, 'new', book))] as const // prettier-ignore
  const bodies = likenessOf(...words(bodyOf))
  const [oldTitles, newTitles] = words(titleOf)
  const titles = likenessOf(oldTitles, newTitles)
  const named = Map.groupBy(news.keys(), (n) => nameOf(news[n]!))
  return olds.flatMap((older, o) =>
    [
      ...new Set([
        ...bodies[o]!.keys(),
        ...titles[o]!.keys(),
        ...(nameOf(older) === '' ? [] : (named.get(nameOf(older)) ?? [])),
      ]),
    ].map((n) => {
      const newer = news[n]!
      const body = bodies[o]!.get(n) ?? 0
      const hasTitles = oldTitles[o]!.length > 0 && newTitles[n]!.length > 0
      const title = hasTitles ? OF_TITLE * (titles[o]!.get(n) ?? 0) : 0
      const rest = 1 - (hasTitles ? OF_TITLE : 0) - OF_LABEL
      const known = rest * body + title + (older.label === newer.label ? OF_LABEL : 0)
      const isWhole = older.label === null && newer.label === null
      // a letterhead is no signature, however alike their words are
      const score = older.isFrame !== newer.isFrame ? 0 : older.isFrame && isWhole ? Number(older.name === newer.name) : isWhole ? body : known // prettier-ignore
      return { old: o, new: n, score }
    }),
  )
}

/** What a part is looked for by beside its words: its number; of the frame, what it is. */
const nameOf = ({ label, name, isFrame }: Part): string => label ?? (isFrame ? name : '')

/** The words of the line that heads a part, and of all lines below it; a part of one line is its own body. */
const titleOf = ({ pieces, label }: Part, side: 'old' | 'new', book: PieceBook): Words =>
  label === null ? [] : book.words(pieces[0]!, side)
const bodyOf = ({ pieces, label }: Part, side: 'old' | 'new', book: PieceBook): Words =>
  (label === null || pieces.length === 1 ? pieces : pieces.slice(1)).flatMap((piece) => book.words(piece, side))

const partPair = (
  older: Part | null,
  newer: Part | null,
  found: { readonly pieces: readonly PiecePair[]; readonly others: readonly string[] },
  isMoved: boolean,
  book: PieceBook,
): PartPair => {
  const { others } = found
  const pieces = older && newer ? pairWithin(replacedInPlace(found.pieces, book), book) : found.pieces
  const isRenumbered = older !== null && newer !== null && older.label !== newer.label
  return { kind: kindOf(older, newer, pieces, book), old: older, new: newer, isRenumbered, isMoved, others, pieces }
}

const kindOf = (
  older: Part | null,
  newer: Part | null,
  pieces: readonly PiecePair[],
  book: PieceBook,
): PartPair['kind'] => {
  if (older && newer) return pieces.every(({ kind }) => kind === 'same') ? 'same' : 'changed'
  const side = older ? 'old' : 'new'
  const sizes = pieces.map(({ kind, ...pair }) => ({ kind, size: book.words(pair[side]!, side).length }))
  const all = sizes.reduce((sum, { size }) => sum + size, 0)
  const elsewhere = sizes.reduce((sum, { kind, size }) => sum + (kind === 'here' || kind === 'away' ? size : 0), 0)
  if (elsewhere >= MOSTLY * all) return older ? 'merged' : 'split'
  return older ? 'gone' : 'new'
}

const countsOf = (parts: readonly PartPair[]): Counts => {
  const rules = parts.filter((pair) => !(pair.new ?? pair.old)!.isFrame)
  const count = (kind: PartPair['kind']): number => rules.filter((pair) => pair.kind === kind).length
  return {
    same: count('same'),
    changed: count('changed'),
    added: count('new'),
    gone: count('gone'),
    split: count('split'),
    merged: count('merged'),
    renumbered: rules.filter(({ isRenumbered }) => isRenumbered).length,
  }
}
