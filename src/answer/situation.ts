/** Everything the steps of an answer look at, and what a step may come to. */
import type { LookedUp } from '../search/look-up.ts'
import type { Retrieval } from '../search/retrieval.ts'
import type { DocumentCard, Library } from '../search/search-index.ts'
import type { Grounds } from './written/write-answer.ts'
import type { Draft } from './quotes/compose-extract.ts'
import type { Standalone } from './question/follow-up.ts'
import type { Question } from './question/question.ts'
import type { Refused } from './refusal.ts'
import type { Scope } from './question/scope.ts'

export interface Situation {
  readonly standalone: Standalone
  readonly question: Question
  readonly library: Library
  readonly named: LookedUp
  /** What was found for the scope's text, in its documents. */
  readonly retrieval: Retrieval
  readonly scope: Scope
  /** Documents that do not hold at the time asked about. */
  readonly outside: ReadonlySet<string>
  /** Documents to offer when nothing answers, nearest first. */
  readonly near: readonly DocumentCard[]
}

export type Outcome =
  | { readonly kind: 'refused'; readonly refused: Refused }
  | {
      readonly kind: 'drafted'
      readonly draft: Draft
      readonly notices: readonly string[]
      /** The document that is spoken of, where another one is cited first. */
      readonly about?: string
      /** What a model may write from; left out where words of a model could only be worse: a date, a place, a whole article. */
      readonly grounds?: Grounds
      /** The two documents that it compares. */
      readonly compared?: { readonly older: string; readonly newer: string }
    }

export const refusing = (refused: Refused): Outcome => ({ kind: 'refused', refused })
export const drafted = (draft: Draft, notices: readonly string[] = [], grounds?: Grounds): Outcome => ({
  kind: 'drafted',
  draft,
  notices,
  ...(grounds && { grounds }),
})
