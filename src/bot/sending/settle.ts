/** What became of a message is written down, and says what its chat does next. */
import type { OutboxItem, Records } from '../../desk/records.ts'
import type { Logger } from '../../telemetry.ts'
import type { SendOutcome } from './send-one.ts'

export type Next =
  /** So many messages of the chat are dealt with, the first ones. */
  | { readonly kind: 'on'; readonly done: number }
  /** The same message again, not before this time. */
  | { readonly kind: 'again'; readonly notBefore: number }
  /** The same message again at once, at the chat's new place. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'fatal'; readonly code: number }

export interface SettleDeps {
  readonly records: Pick<Records, 'outbox' | 'addresses' | 'transaction'>
  readonly log: Pick<Logger, 'info' | 'warn'>
  readonly now: () => number
  /** Pause after a message that could not be delivered, milliseconds. */
  readonly retryMs: number
}

/** `items`: what waits in the chat, the message in question first. Throws a RecordsFullError where nothing could be written. */
export const settle = (items: readonly OutboxItem[], outcome: SendOutcome, deps: SettleDeps): Next => {
  const { records, log } = deps
  const { id } = items[0]!
  switch (outcome.kind) {
    case 'sent':
      records.outbox.sent(id, outcome.messageId)
      if (outcome.eased.length > 0) log.info({ outboxId: id, without: outcome.eased }, 'a message was sent simpler')
      return { kind: 'on', done: 1 }
    case 'refused': {
      const { method, description } = outcome
      records.outbox.closed(id)
      log.warn({ outboxId: id, method, description }, 'a message was refused for good')
      return { kind: 'on', done: 1 }
    }
    case 'gone': {
      const { method, description } = outcome
      records.transaction(() => items.forEach((item) => records.outbox.closed(item.id)))
      log.info({ method, description, messages: items.length }, 'a chat does not take messages any more')
      return { kind: 'on', done: items.length }
    }
    case 'moved':
      records.addresses.remember(items[0]!.chat, outcome.to)
      return { kind: 'moved' }
    case 'flood': {
      const notBefore = deps.now() + outcome.waitMs
      records.outbox.postponed(id, notBefore)
      return { kind: 'again', notBefore }
    }
    case 'network':
      return { kind: 'again', notBefore: deps.now() + deps.retryMs }
    case 'fatal':
      return { kind: 'fatal', code: outcome.code }
  }
}
