/** A question that went wrong, with what a reader of the report must see of it. */
import type { Retrieval } from '../../../src/search/retrieval.ts'
import type { SetQuestion } from '../read-set.ts'
import type { TrialIndex } from '../trial-index.ts'
import type { Cause } from './causes.ts'
import type { AskedWord } from './question-words.ts'

export interface Miss {
  /** The first one is the one it is filed under. */
  readonly causes: readonly [Cause, ...Cause[]]
  /** The question as it was understood; null: as it was typed. */
  readonly understood: string | null
  readonly repairs: readonly { readonly typed: string; readonly meant: readonly string[] }[]
  readonly words: readonly AskedWord[]
  readonly found: readonly Shown[]
  readonly right: readonly Shown[]
  readonly golds: readonly string[]
}

/** A document as a reader of the report sees it. */
export interface Shown {
  readonly id: string
  readonly title: string
  readonly section: string
  readonly excerpt: string
  readonly isRight: boolean
  /** From 1; null: not among the documents looked at. */
  readonly rank: number | null
  readonly score: number | null
}

/** As many as reach the second stage of the search. */
export const LOOKED_AT = 30

/** What the causes are worked out from. */
export interface Seen {
  readonly question: SetQuestion
  readonly found: Retrieval
  readonly words: readonly AskedWord[]
  /** Best ranked first. */
  readonly right: readonly Shown[]
  readonly index: Pick<TrialIndex, 'library' | 'retrieve'>
}
