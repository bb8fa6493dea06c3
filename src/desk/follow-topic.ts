/** What somebody follows: each part that is set narrows it; nothing set is everything. */
import type { DocumentKind } from '../documents/document.ts'

export interface Topic {
  /** One of these; `qđ` is two. Empty: any. */
  readonly kinds: readonly DocumentKind[]
  /** Words that stand together in the name of the body that issued it. */
  readonly body: string | null
  /** A document as it was named: `quy định 27`. */
  readonly number: string | null
  /** What it is about. */
  readonly words: string | null
}

export const EVERYTHING: Topic = { kinds: [], body: null, number: null, words: null }

/** Follows of one person: more are no list that anybody reads. */
export const MOST_FOLLOWS = 20

export const isSameTopic = (a: Topic, b: Topic): boolean =>
  JSON.stringify([a.kinds, a.body, a.number, a.words]).toLowerCase() ===
  JSON.stringify([b.kinds, b.body, b.number, b.words]).toLowerCase()
