/**
 * What the desk writes down, as a port. Everything is synchronous: a call that returns has been written and flushed to disk;
 * one that throws RecordsFullError (records-error.ts) has changed nothing. Of `begin` and `countQuestion` a power cut may undo the last.
 * People and chats appear only under keys (see person-key.ts); the one place that knows their Telegram ids is `addresses`.
 * Times are milliseconds since the epoch.
 */
import type { Level } from '../access.ts'
import type { Answer, Turn } from '../answer/answer.ts'
import type { SpendingBook } from '../models/guard/budget.ts'
import type { Cases } from './case-records.ts'
import type { Key } from './key.ts'

export type { Key }

export interface Records {
  readonly addresses: Addresses
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly conversations: Conversations
  readonly answers: Answers
  readonly people: People
  /** What questions have used of the models; of `add` a power cut may undo the last. */
  readonly spending: SpendingBook
  readonly cases: Cases
  readonly uploads: Uploads
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

export type InboxState = 'new' | 'working' | 'done' | 'apologised' | 'dead'

/** An update that asks something of us, without names, with keys for ids and with personal data masked. */
export interface InboxItem {
  readonly updateId: number
  /** What is answered in order: the chat and its topic. */
  readonly lane: string
  readonly chat: Key
  readonly person: Key | null
  readonly receivedAt: number
  /** Message that the update is about, and when it was last edited (0: never, or no message but a press): a newer edit makes an older one void. */
  readonly messageId: number | null
  readonly editedAt: number
  readonly attempts: number
  /** The update as JSON (bot/stored-update.ts). */
  readonly body: string
  /** Message of ours that says that it is being worked on, where there is one. */
  readonly placeholder: number | null
}

export interface Inbox {
  /** Writes down what is new of a batch, in one transaction. Returns the items that were not there yet; an update is taken once. */
  take(items: readonly Omit<InboxItem, 'attempts' | 'placeholder'>[]): readonly InboxItem[]
  /** Items that a former run left open, oldest first. */
  open(): readonly InboxItem[]
  /** Counts an attempt and returns how many there have been; 0: the item is open no more. */
  begin(updateId: number): number
  /** Notes the message that says that it is being worked on. Of the last ones a power cut may undo some. */
  showed(updateId: number, messageId: number): void
  /** Ends an item; its body, chat and person are wiped, the id stays for deduplication. False: it was open no more. */
  end(updateId: number, state: Exclude<InboxState, 'new' | 'working'>): boolean
  /** Whether a newer edit of the same message waits or has been taken. */
  isSuperseded(item: Pick<InboxItem, 'updateId' | 'chat' | 'messageId' | 'editedAt'>): boolean
  /** Open items, all and of one lane. */
  size(lane?: string): number
}

/** `queued` → `sent`, or `closed` (the chat does not want us, or the message can never be sent). */
export type OutboxState = 'queued' | 'sent' | 'closed'

export interface OutboxItem {
  readonly id: number
  readonly chat: Key
  /** bot/outgoing.ts as JSON; null once sent or closed. */
  readonly body: string | null
  /** Answer or case that the message belongs to: its message id is found again through them. */
  readonly answerId: string | null
  readonly caseId: string | null
  readonly state: OutboxState
  /** Message id that Telegram gave it, or of the message that it edits. */
  readonly messageId: number | null
  readonly attempts: number
  /** Not to be tried before this time. */
  readonly notBefore: number
}

export interface Outbox {
  put(item: {
    readonly chat: Key
    readonly body: string
    readonly answerId?: string | null
    readonly caseId?: string | null
  }): OutboxItem
  /** Everything unsent, oldest first. */
  queued(): readonly OutboxItem[]
  /** Whether it is still to be sent: it may have been withdrawn, or erased with its person. */
  isQueued(id: number): boolean
  /** `withdrawn`: not wanted any more while it was on its way. `erased`: with its person; nothing is written. */
  sent(id: number, messageId: number | null): 'sent' | 'withdrawn' | 'erased'
  closed(id: number): void
  /** Counts an attempt; the message waits until `notBefore`. */
  postponed(id: number, notBefore: number): void
  /** Whether anything was queued or sent for it. */
  holds(answerId: string): boolean
  /** Messages that were sent for an answer or case, in order. */
  ofAnswer(answerId: string): readonly OutboxItem[]
  ofCase(caseId: string): readonly OutboxItem[]
  /** What a message that we sent belongs to. */
  find(chat: Key, messageId: number): OutboxItem | null
  /** Closes the unsent messages of an answer (it was made anew) and returns them as they were. One may be on its way: see `sent`. */
  withdraw(answerId: string): readonly OutboxItem[]
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
  /** What a person may read beyond the public, given by staff (none given: public). */
  levelOf(person: Key): Level
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
