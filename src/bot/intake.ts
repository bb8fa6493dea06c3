/** Where updates come in, whichever way: what is for us is written down in one transaction, and only then queued or acknowledged. */
import type { Update, UserFromGetMe } from 'grammy/types'
import type { InboxItem, OutboxItem, Records } from '../desk/records.ts'
import type { WorkQueue } from '../desk/work-queue.ts'
import type { Logger } from '../telemetry.ts'
import { limitMessages } from '../text/messages/limit-messages.ts'
import { isForUs, isStop } from './addressed.ts'
import { inlineQueryOf, isInlineQuery, type InlineQuery } from './inline/inline-query.ts'
import type { Outgoing } from './outgoing.ts'
import { readUpdate, storeUpdate, type StoreDeps } from './stored-update.ts'

export interface Intake {
  /**
   * Takes a batch. When it returns, everything that asks something of us is on disk and the batch may be acknowledged; what is
   * malformed or not for us is passed over. Throws a RecordsFullError where nothing could be written: then nothing was taken.
   */
  take(updates: readonly unknown[]): void
  /** Queues what a former run left open. */
  resume(): void
}

export interface QueuedItem extends InboxItem {
  /** Whether it said stop, and something was ended by it. */
  readonly hasStopped?: boolean
}

export interface IntakeDeps extends StoreDeps {
  readonly records: Records
  readonly queue: WorkQueue<QueuedItem>
  readonly me: Pick<UserFromGetMe, 'id' | 'username'>
  readonly log: Pick<Logger, 'warn'>
  wake(items: readonly OutboxItem[]): void
  /** Told, in the transaction that writes it down, that a group has become another chat. */
  moved?(from: number, to: number): void
  /** Told of what somebody types behind our name in any chat: it is not written down. */
  inline?(query: InlineQuery): void
  /** Open items beyond which newcomers are turned away with a word (reliability.md L2), and the same for one lane. */
  readonly capacity?: number
  readonly laneCapacity?: number
}

const CAPACITY = 2_000
/** More than one person can write while an answer is made; a flood from one chat leaves the room to the others. */
const LANE_CAPACITY = 200
/** A chat that is turned away is told so once in this time. */
const TOLD_MS = 60_000

interface Taken {
  readonly item: InboxItem
  readonly update: Update
}

export const createIntake = (deps: IntakeDeps): Intake => {
  const { records, queue, me, log, capacity = CAPACITY, laneCapacity = LANE_CAPACITY } = deps
  const told = new Map<string, number>()

  const write = (updates: readonly unknown[]): readonly Taken[] => {
    const ours = updates.flatMap((raw) => {
      const read = readUpdate(raw)
      if (!read.ok) log.warn({ updateId: numberOf(raw), what: read.what }, 'an update was ignored: it is malformed')
      return read.ok && isOurs(read.update, me) ? [{ ...read, ...storeUpdate(read.pruned, deps) }] : []
    })
    if (ours.length === 0) return []
    const update = new Map(ours.map((one) => [one.item.updateId, one.update]))
    const items = records.transaction(() => {
      for (const { addresses } of ours) for (const [key, id] of addresses) records.addresses.remember(key, id)
      for (const { pruned, item } of ours) {
        const { chat, migrate_to_chat_id: to } = pruned.message ?? {}
        if (!chat || !to) continue
        records.addresses.remember(item.chat, to)
        deps.moved?.(chat.id, to)
      }
      return records.inbox.take(ours.map(({ item }) => item))
    })
    return items.map((item) => ({ item, update: update.get(item.updateId)! }))
  }

  /** In a group a stop ends what its sender has asked, not what others have. Returns whether there was anything to end. */
  const stop = ({ item, update }: Taken): boolean => {
    const isPrivate = (update.message ?? update.callback_query?.message)?.chat.type === 'private'
    let hasStopped = false
    const out = queue.stop(item.lane, (other) => {
      const isMeant = isPrivate || other.person === item.person
      hasStopped ||= isMeant
      return isMeant
    })
    records.transaction(() => out.forEach(({ updateId }) => records.inbox.end(updateId, 'done')))
    return hasStopped
  }

  const turnAway = ({ item, update }: Taken): void => {
    const now = deps.now()
    for (const [lane, at] of told) if (at <= now - TOLD_MS) told.delete(lane)
    const message = update.message ?? update.edited_message
    const says = message !== undefined && !told.has(item.lane)
    if (says) told.set(item.lane, now)
    deps.wake(
      records.transaction(() => {
        records.inbox.end(item.updateId, 'apologised')
        return says ? [records.outbox.put({ chat: item.chat, body: JSON.stringify(overloaded(message)) })] : []
      }),
    )
  }

  return {
    take: (updates) => {
      for (const taken of write(updates.filter((raw) => !isInlineQuery(raw)))) {
        const { item } = taken
        const hasStopped = isStop(taken.update) && stop(taken)
        if (queue.size() >= capacity || queue.size(item.lane) >= laneCapacity) turnAway(taken)
        else queue.add(item.lane, hasStopped ? { ...item, hasStopped } : item)
      }
      for (const raw of updates) {
        const query = inlineQueryOf(raw)
        if (query) deps.inline?.(query)
      }
    },
    resume: () => records.inbox.open().forEach((item) => queue.add(item.lane, item)),
  }
}

/** A group that becomes a supergroup says so in a message that is for us, although nobody addressed us. */
const isOurs = (update: Update, me: IntakeDeps['me']): boolean =>
  isForUs(update, me) || update.message?.migrate_to_chat_id !== undefined

const overloaded = (message: NonNullable<Update['message']>): Outgoing => ({
  kind: 'text',
  text: limitMessages.overloaded,
  ...(message.chat.type === 'private' ? {} : { replyTo: message.message_id }),
  ...(message.is_topic_message && message.message_thread_id ? { threadId: message.message_thread_id } : {}),
})

const numberOf = (raw: unknown): number | null => {
  const id = (raw as { update_id?: unknown } | null)?.update_id
  return typeof id === 'number' ? id : null
}
