/** What an answer is. An answer without a citation cannot be written down in these types. */
import type { Level } from '../access.ts'
import type { DocumentKind, Validity } from '../documents/document.ts'
import type { ModelFault } from '../models/model-error.ts'

export interface Turn {
  /** Empty where nothing was asked yet: the document was opened, and the next question is put to it. */
  readonly question: string
  /** What the question was understood as, standing alone. */
  readonly standalone: string
  /** Document the answer rested on, if any. */
  readonly documentId: string | null
  /** The place that the answer cited first: where "khoản 3" of the next question stands. */
  readonly section?: string | null
  /** The place that it cited last, where that is another: "điều tiếp theo" comes after it. */
  readonly lastSection?: string
  /** What the asker was asked to choose from, where the answer was a question back; none offered: asked for a name. */
  readonly choices?: readonly Choice[]
  /** The highest level of what the answer rested on (none given: public); a reader below it does not lean on this turn. */
  readonly level?: Level
}

export interface Citation {
  /** The marker in the text: `[1]`. */
  readonly n: number
  readonly documentId: string
  readonly passageId: string
  readonly title: string
  readonly number: string | null
  readonly issuer: string | null
  readonly date: string | null
  /** `Điều 3 khoản 2`, `trang 4`, a heading; null where the document has no such place. */
  readonly section: string | null
  /** The way to a place that was asked for by name: `Chương II. Đảng viên › Điều 5 › khoản 2`. */
  readonly path?: string
  readonly kind: DocumentKind
  readonly validity: Validity
  readonly url: string | null
  /** Exact words: a slice of the document's text. */
  readonly quote: string
}

export const REFUSALS = ['not_found', 'off_topic', 'ambiguous', 'unsafe', 'too_long', 'rate_limited'] as const
export type Refusal = (typeof REFUSALS)[number]
export type Failure = 'search_failed' | 'model_failed' | 'internal'

export interface Hit {
  readonly documentId: string
  readonly passageId: string
  readonly score: number
}

/** What a model had to do with an answer, and what that cost. */
export interface ModelUse {
  readonly model: string
  /**
   * `written`: the answer is its statements; `remembered`: they were taken from memory; else why the answer does without it: nothing
   * for it to do, a paper that it may not see, statements that are not borne out, no answer found by it, or what went wrong.
   */
  readonly why: 'written' | 'remembered' | 'not_needed' | 'level' | 'unreadable' | 'rejected' | 'none' | ModelFault
  readonly calls: number
  readonly tokensIn: number
  readonly tokensOut: number
  /** In the unit of the prices set. */
  readonly cost: number
  /** Statements that were borne out, and those that were not. */
  readonly kept: number
  readonly dropped: number
}

interface Common {
  /** What a person reads, with `[1]` markers. */
  readonly text: string
  readonly hits: readonly Hit[]
  /** Short sentences a person must also see: the age of a source, what replaced it, how the question was understood. */
  readonly notices: readonly string[]
  readonly timings: { readonly retrieveMs: number; readonly composeMs: number; readonly totalMs: number }
  /** The question as it was understood, standing alone; empty where the message was declined unread. */
  readonly standalone: string
  /** The highest level of the documents that it cites or offers; left out: public. */
  readonly level?: Level
  /** Its citations are whole places, asked for by their names: read from beginning to end, none more important than another. */
  readonly whole?: true
  /** Left out where no model is configured. */
  readonly model?: ModelUse
  /** The documents that it compares, by id: there is more to see than it says. */
  readonly compared?: { readonly older: string; readonly newer: string }
}

export type Answer =
  | (Common & {
      readonly status: 'answered'
      readonly reason: null
      readonly citations: readonly [Citation, ...Citation[]]
      /** The document that the answer is about, where its first citation is of another. */
      readonly about?: string
    })
  | (Common & {
      readonly status: 'refused'
      readonly reason: Refusal
      readonly citations: readonly []
      readonly choices: readonly Choice[]
      /** The document that the question was put to: it is spoken of still. */
      readonly about?: string
    })
  | (Common & { readonly status: 'failed'; readonly reason: Failure; readonly citations: readonly [] })

/** Something the asker may pick next: a near document, or one of several that were meant. */
export interface Choice {
  readonly documentId: string
  readonly label: string
  /** What tells it from the others, for a button; left out: the label will do. */
  readonly short?: string
}

/** What a conversation keeps of a question and its answer. */
export const turnOf = (question: string, answer: Answer): Turn => ({
  question,
  standalone: answer.standalone,
  documentId: (answer.status !== 'failed' && answer.about) || (answer.citations[0]?.documentId ?? null),
  section: answer.citations[0]?.section ?? null,
  ...lastSectionOf(answer),
  ...(answer.level && { level: answer.level }),
  ...(answer.status === 'refused' && answer.reason === 'ambiguous' && { choices: answer.choices }),
})

const lastSectionOf = ({ citations, whole }: Answer): Pick<Turn, 'lastSection'> => {
  const last = whole && citations.length > 1 ? citations.at(-1)?.section : null
  return last ? { lastSection: last } : {}
}

/** The turn that a dependent question leans on: the last that was taken in, for one declined unread has nothing to lean on. */
export const leanedOn = (turns: readonly Turn[]): Turn | undefined =>
  turns.findLast(({ standalone }) => standalone !== '')
