/** Messages on their way in and out, as the records keep them; times and keys as in records.ts. */
import type { Key } from './key.ts'

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
  /** Round of news that it announces (follow-records.ts): whatever else waits goes first. */
  readonly round?: number | null
}

export interface Outbox {
  put(item: {
    readonly chat: Key
    readonly body: string
    readonly answerId?: string | null
    readonly caseId?: string | null
    readonly round?: number | null
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
