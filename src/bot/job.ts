/**
 * What handling one update leaves behind. Nothing of it happens until the update is done: then the messages, the writes
 * and the end of the inbox item go into the records in one transaction, so that a crash repeats all of it or nothing.
 */
import type { Key, OutboxItem, Records } from '../desk/records.ts'
import type { Asker } from './context.ts'
import type { Outgoing } from './outgoing.ts'
import { queueMessage } from './queue-message.ts'

export interface Job {
  /** Aborted when the asker says stop. */
  readonly signal: AbortSignal
  /** When the asker wrote, milliseconds. */
  readonly askedAt: number
  /** Message of ours that a former run left: it says that this update is being worked on. */
  readonly placeholder: number | null
  /** Whether this update said stop, and something was ended by it. */
  readonly hasStopped: boolean
  /** A message to the chat of the update, or to another one. */
  say(message: Outgoing, to?: { readonly chat?: Key; readonly answerId?: string; readonly caseId?: string }): void
  /** A write to the records, in the transaction that ends the update. */
  also(write: () => void): void
  /** The same, for a write that queues messages itself because it alone knows their words, as with the number of a new case. */
  queue(write: () => readonly OutboxItem[]): void
}

export interface FinishedJob extends Job {
  /** Does everything that was left in it and returns the messages to send. Call inside the transaction that ends the update. */
  commit(): readonly OutboxItem[]
}

export const createJob = (given: {
  readonly chat: Key
  readonly askedAt: number
  readonly signal: AbortSignal
  readonly hasStopped?: boolean
  readonly placeholder?: number | null
  readonly records: Records
  /** A line set before the first text, where the answer comes late. */
  readonly apology: string | null
}): FinishedJob => {
  const steps: (() => OutboxItem | readonly OutboxItem[] | void)[] = []
  let apology = given.apology
  return {
    signal: given.signal,
    askedAt: given.askedAt,
    hasStopped: given.hasStopped ?? false,
    placeholder: given.placeholder ?? null,
    say: (message, { chat = given.chat, ...about } = {}) => {
      const late = chat === given.chat && apology !== null && message.kind === 'text'
      const said = late ? withLine(apology!, message) : message
      if (late) apology = null
      steps.push(() => queueMessage(given.records, said, { chat, ...about }))
    },
    also: (write) => void steps.push(() => void write()),
    queue: (write) => void steps.push(write),
    commit: () => steps.flatMap((step) => step() ?? []),
  }
}

const withLine = (line: string, message: Extract<Outgoing, { kind: 'text' }>): Outgoing => {
  const moved = line.length + 2
  const entities = message.entities?.map((entity) => ({ ...entity, offset: entity.offset + moved }))
  return { ...message, text: `${line}\n\n${message.text}`, ...(entities ? { entities } : {}) }
}

/** The same job, in which what is said to the asker is marked as made for a reader of their level: should it fall before a message is sent, that one does not arrive. */
export const forReader = (job: Job, { chat, level }: Pick<Asker, 'chat' | 'level'>): Job => ({
  ...job,
  say: (message, to = {}) =>
    job.say(
      message.kind === 'text' && (to.chat ?? chat) === chat && level !== 'public' ? { level, ...message } : message,
      to,
    ),
})
