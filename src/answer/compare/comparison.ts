/** What a comparison of two documents is: plain values. Offsets are UTF-16 units in the text of the side they belong to, end exclusive. */

export interface Span {
  readonly start: number
  readonly end: number
}

/** Words as one side prints them, white space as one blank. */
export interface Printed extends Span {
  readonly text: string
  /** Whether white space stands before them. */
  readonly spaced: boolean
}

/** A run of words that is on both sides, or on one: gone from the older text, new in the newer one. Spelling may differ where both have it. */
export type Run =
  | { readonly kind: 'same'; readonly old: Printed; readonly new: Printed }
  | { readonly kind: 'gone'; readonly old: Printed; readonly new: null }
  | { readonly kind: 'new'; readonly old: null; readonly new: Printed }

/** A clause, an item or a paragraph: what is compared word by word. */
export interface Piece extends Span {
  /** Where its own words begin, behind `2.` or `a)`. */
  readonly wordsFrom: number
  /** What a citation prints: `Điều 2 khoản 1`; null where the document has no such place. */
  readonly section: string | null
}

/** An article, or what stands in its place: a section with a heading, a paragraph of a document without any. */
export interface Part extends Span {
  /** `Điều 5. Hiệu lực`; the first words of a paragraph. */
  readonly name: string
  /** `Điều 5`; null for a paragraph. */
  readonly label: string | null
  readonly pieces: readonly Piece[]
  /** What frames the rules and is not counted: letterhead and grounds, the heading of a chapter, recipients and signature. */
  readonly isFrame: boolean
}

export interface PiecePair {
  /** `here`: it stood, perhaps in other words, in another part or clause of the older text; `away`: it stands in another of the newer one. */
  readonly kind: 'same' | 'changed' | 'new' | 'gone' | 'here' | 'away'
  readonly old: Piece | null
  readonly new: Piece | null
  /** Words that differ: empty for what is the same. */
  readonly runs: readonly Run[]
}

export interface PartPair {
  /** `split`: made wholly of pieces of older parts; `merged`: its pieces stand in other parts now. */
  readonly kind: 'same' | 'changed' | 'new' | 'gone' | 'split' | 'merged'
  readonly old: Part | null
  readonly new: Part | null
  /** The same part under another number. */
  readonly isRenumbered: boolean
  /** It stands in another order than before. */
  readonly isMoved: boolean
  /** The other parts that pieces came from or went to, as they are named. */
  readonly others: readonly string[]
  readonly pieces: readonly PiecePair[]
}

export type PartWord = 'article' | 'section' | 'paragraph'

export interface Comparison {
  /** What is counted. */
  readonly by: PartWord
  /** In the order of the newer text; what is gone stands behind what it stood behind. */
  readonly parts: readonly PartPair[]
  readonly counts: Counts
}

/** Parts that are not frame. */
export interface Counts {
  readonly same: number
  readonly changed: number
  readonly added: number
  readonly gone: number
  readonly split: number
  readonly merged: number
  /** Of the same and the changed: those with another number. */
  readonly renumbered: number
}

/** Whether nothing but spelling differs, in the frame or out of it. */
export const isUnchanged = ({ parts }: Comparison): boolean =>
  parts.every(({ kind, isRenumbered, isMoved }) => kind === 'same' && !isRenumbered && !isMoved)
