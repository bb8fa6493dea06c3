/** Who follows what, what of the library has been seen, and the rounds in which news is told; times and keys as in records.ts. */
import type { Level } from '../access.ts'
import type { Topic } from './follow-topic.ts'
import type { Key } from './key.ts'

export interface Follow {
  /** Random, opaque, `[A-Za-z0-9_-]{12}`. */
  readonly id: string
  /** Also the private chat that is written to. */
  readonly person: Key
  readonly topic: Topic
  readonly at: number
}

/** Something true of a document as a level sees it: `text DIGEST`, `replaced`, `expired`. Once seen it is never news again. */
export interface DocumentFact {
  readonly documentId: string
  readonly fact: string
}

export type News = 'new' | 'changed' | 'replaced' | 'expired'

/** One document that readers of one level are to be told of. */
export interface RoundItem extends Pick<DocumentFact, 'documentId'> {
  readonly level: Level
  readonly news: News
  /** What was new of it; where it no longer holds before the round begins, there is nothing to tell. */
  readonly facts: readonly string[]
  readonly at: number
}

/** News that is told together: one message to each follower, whatever fits them. */
export interface Round {
  readonly id: number
  readonly items: readonly RoundItem[]
  readonly firstAt: number
  readonly lastAt: number
  /** Every follower up to this key has been seen to; empty: it has not begun. */
  readonly cursor: Key
}

/** `erase` takes a person's follows, `expire` takes rounds that have ended; follows and facts stay. */
export interface FollowRecords {
  put(follow: Follow): void
  get(id: string): Follow | null
  /** Oldest first. */
  of(person: Key): readonly Follow[]
  remove(id: string): void
  /** Returns how many there were. */
  removeAll(person: Key): number
  /** Whoever follows anything, in the order of their keys, after this one. */
  people(after: Key, most: number): readonly Key[]

  /** null: this level has never been looked at. */
  facts(level: Level): readonly DocumentFact[] | null
  note(level: Level, facts: readonly DocumentFact[]): void
  forget(level: Level, facts: readonly DocumentFact[]): void

  /** Rounds that have not ended, oldest first. */
  openRounds(): readonly Round[]
  round(id: number): Round | null
  begin(round: Omit<Round, 'id' | 'cursor'>): number
  change(round: Round): void
  end(id: number): void

  /** Announcements in the outbox that may leave by now. */
  waiting(now: number): number
  /**
   * An announcement is about to be handed to Telegram: should the program die now, it counts as sent (sender.ts says why).
   * Of the last ones a power cut may undo some.
   */
  handedOver(itemId: number): void
  /** It was not taken. */
  handedBack(itemId: number): void
  /** Ends those that were handed over when a former run died; how many. */
  settleHandedOver(): number
}
