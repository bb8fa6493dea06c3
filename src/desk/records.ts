/**
 * What the desk writes down, as a port. Everything is synchronous: a call that returns has been written and flushed to disk;
 * one that throws RecordsFullError (records-error.ts) has changed nothing. Of `begin` and `countQuestion` a power cut may undo the last.
 * People and chats appear only under keys (see person-key.ts); the one place that knows their Telegram ids is `addresses`.
 * Times are milliseconds since the epoch.
 */
import type { Level } from '../access.ts'
import type { Answer, Turn } from '../answer/answer.ts'
import type { SpendingBook } from '../models/guard/budget.ts'
import type { Audit } from './audit-records.ts'
import type { Cases } from './case-records.ts'
import type { FollowRecords } from './follow-records.ts'
import type { Key } from './key.ts'
import type { Invitations, Members } from './member-records.ts'
import type { Inbox, Outbox } from './message-records.ts'
import type { Statistics } from './statistics-records.ts'

export type { Key }
export type { Inbox, InboxItem, InboxState, Outbox, OutboxItem, OutboxState } from './message-records.ts'

export interface Records {
  readonly addresses: Addresses
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly conversations: Conversations
  readonly answers: Answers
  readonly people: People
  readonly members: Members
  readonly invitations: Invitations
  /** What questions have used of the models; of `add` a power cut may undo the last. */
  readonly spending: SpendingBook
  readonly cases: Cases
  readonly uploads: Uploads
  readonly follows: FollowRecords
  /** The log of acts. */
  readonly audit: Audit
  /** Counts without persons. */
  readonly statistics: Statistics
  /** Small facts that the program keeps between starts, by name. */
  readonly notes: { get(name: string): string | null; set(name: string, value: string): void }
  /** All of it or nothing; may be called inside another. `work` must not wait for anything. */
  transaction<T>(work: () => T): T
  /**
   * Forgets a person: every row under the key, its address, and the bytes in the files behind them; inside a transaction the
   * bytes go when it ends. Files that the person uploaded are the caller's to remove: read `uploads.list()` before.
   */
  erase(person: Key): void
  /** Drops what is older than `days` (questions, answers, closed cases) and what is no longer needed for deduplication. */
  expire(now: number, days: number): void
  close(): void
}

/**
 * The only table in which an id stands in clear. `expire` drops a person's that nothing refers to and that was not remembered
 * for `days`: remember whom you write to unasked (an admin) each time. Groups stay.
 */
export interface Addresses {
  remember(key: Key, telegramId: number): void
  idOf(key: Key): number | null
}

/** The last turns of one person in one chat and topic. */
export interface Conversations {
  /** Oldest first; `before`: only turns of earlier messages (an edited question does not lean on itself or on what came after). */
  turns(conversation: string, since: number, before?: number): readonly Turn[]
  /** Adds a turn and keeps the newest `keep`. `messageId`: the question's, so that an edit replaces its turn. */
  add(entry: {
    readonly conversation: string
    readonly person: Key
    readonly at: number
    readonly messageId: number
    readonly turn: Turn
    readonly keep: number
  }): void
  forget(conversation: string): void
}

/** An answer that was given, kept so that its buttons, edits and cases work. */
export interface GivenAnswer {
  /** Random, opaque, `[A-Za-z0-9_-]{12}`. */
  readonly id: string
  readonly person: Key
  readonly chat: Key
  readonly lane: string
  /** Message that asked. */
  readonly messageId: number
  readonly at: number
  /** Personal data masked. */
  readonly question: string
  readonly level: Level
  readonly answer: Answer
}

export interface Answers {
  /** Adds, or replaces the one of the same id. */
  put(answer: GivenAnswer): void
  get(id: string): GivenAnswer | null
  /** The answer given to a message, for edited questions. */
  ofMessage(chat: Key, messageId: number): GivenAnswer | null
}

export interface People {
  /** Whether this person has been told what we are. */
  isGreeted(person: Key): boolean
  greet(person: Key, at: number): void
  /** Questions counted today; `day` is ISO, in Việt Nam's time. */
  questionsOf(person: Key, day: string): number
  countQuestion(person: Key, day: string): number
}

/** A file an admin has sent and not yet confirmed. */
export interface Upload {
  readonly id: string
  readonly person: Key
  /** Where it waits, below the data folder. */
  readonly path: string
  readonly name: string
  /** null: nobody has said yet who may read it. */
  readonly level: Level | null
  readonly at: number
}

export interface Uploads {
  put(upload: Upload): void
  get(id: string): Upload | null
  remove(id: string): void
  list(): readonly Upload[]
}
