/** What became of a message is written down, and says what its chat does next. */
import type { Key, OutboxItem, Records } from '../../desk/records.ts'
import type { Logger } from '../../telemetry.ts'
import type { Outgoing } from '../outgoing.ts'
import type { SendOutcome } from './send-one.ts'

export type Next =
  /** So many messages of the chat are dealt with, the first ones. */
  | { readonly kind: 'on'; readonly done: number; readonly more: readonly OutboxItem[] }
  /** The same message again, not before this time. */
  | { readonly kind: 'again'; readonly notBefore: number }
  /** The same message again at once, at the chat's new place. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'fatal'; readonly code: number }

export interface SettleDeps {
  readonly records: Pick<Records, 'outbox' | 'addresses' | 'transaction'>
  readonly log: Pick<Logger, 'info' | 'warn'>
  readonly now: () => number
  /** Told, in the transaction that writes it down, what became of a message; returns messages that say so to others. */
  readonly became?: (item: OutboxItem, state: 'sent' | 'closed') => readonly OutboxItem[]
  /** Told, in the same way, that a chat does not take messages any more. */
  readonly gone?: (chat: Key) => void
  /** Told, in the same way, that a chat has become another. */
  readonly moved?: (from: number, to: number) => void
  /** Pause after a message that could not be delivered, milliseconds. */
  readonly retryMs: number
}

/** `items`: what waits in the chat, the message in question first. Throws a RecordsFullError where nothing could be written. */
export const settle = (items: readonly OutboxItem[], outcome: SendOutcome, deps: SettleDeps): Next => {
  const { records, log, became = () => [] } = deps
  const { id } = items[0]!
  const close = (closed: readonly OutboxItem[]): readonly OutboxItem[] =>
    records.transaction(() =>
      closed.flatMap((item) => {
        records.outbox.closed(item.id)
        return became(item, 'closed')
      }),
    )
  switch (outcome.kind) {
    case 'sent': {
      const more = records.transaction(() => {
        const { messageId } = outcome
        const state = records.outbox.sent(id, messageId)
        if (state === 'sent') return became(items[0]!, 'sent')
        // withdrawn while it was on its way: another says it better
        return state === 'withdrawn' && messageId !== null ? takenBack(items[0]!, messageId, records) : []
      })
      if (outcome.eased.length > 0) log.info({ outboxId: id, without: outcome.eased }, 'a message was sent simpler')
      return { kind: 'on', done: 1, more }
    }
    case 'refused': {
      const { method, description } = outcome
      const more = close(items.slice(0, 1))
      log.warn({ outboxId: id, method, description }, 'a message was refused for good')
      return { kind: 'on', done: 1, more }
    }
    case 'gone': {
      const { method, description } = outcome
      const more = records.transaction(() => {
        deps.gone?.(items[0]!.chat)
        return close(items)
      })
      log.info({ method, description, messages: items.length }, 'a chat does not take messages any more')
      return { kind: 'on', done: items.length, more }
    }
    case 'moved':
      records.transaction(() => {
        const from = records.addresses.idOf(items[0]!.chat)
        records.addresses.remember(items[0]!.chat, outcome.to)
        if (from !== null) deps.moved?.(from, outcome.to)
      })
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

/** What took the place of an earlier message is left to whoever withdrew it; what was sent anew goes. */
const takenBack = ({ chat, body }: OutboxItem, messageId: number, { outbox }: SettleDeps['records']): OutboxItem[] => {
  const message = body === null ? null : (JSON.parse(body) as Outgoing)
  if (message?.kind === 'text' && message.edit === messageId) return []
  return [outbox.put({ chat, body: JSON.stringify({ kind: 'delete', messageId } satisfies Outgoing) })]
}
