/** What is known of the questions without any person: counts of days past, and what the answers still kept can say. */
import type { Level } from '../access.ts'
import type { Key } from './key.ts'

/** `askedBack`: which document was meant. */
export const OUTCOMES = ['answered', 'askedBack', 'refused', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** An answer that is kept, as far as statistics look at it. */
export interface CountedAnswer {
  /** Grows from answer to answer. */
  readonly n: number
  readonly at: number
  /** To tell how many they were; it goes no further. */
  readonly person: Key
  readonly level: Level
  readonly outcome: Outcome
  /** Milliseconds from question to answer. */
  readonly ms: number
  /** Ids of the documents it cites, each once. */
  readonly documents: readonly string[]
  /** Of a question that nothing was found for; null else. */
  readonly notFound: string | null
}

export interface DayCount {
  /** ISO, as Việt Nam counts it. */
  readonly day: string
  readonly outcome: Outcome
  readonly count: number
}

export interface Statistics {
  /** The next `limit` answers behind number `after`, of those given at `since` or later. */
  answers(since: number, after: number, limit: number): readonly CountedAnswer[]
  /** What answers that are kept no more have come to, from a day on. `erase` and `expire` add to it what they take away. */
  past(fromDay: string): readonly DayCount[]
}
