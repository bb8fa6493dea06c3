/** Updates that wait for the bot: getUpdates with its offsets, its long poll and its quarrel between two pollers. */
import { ApiError, CONFLICT } from './api-error.ts'
import type { NewUpdate, WireUpdate } from './wire.ts'

export interface PollRequest {
  readonly offset: number
  /** 1-100. */
  readonly limit: number
  readonly timeoutMs: number
  /** Called with what ends the poll early: the connection was closed. */
  onGone(gone: () => void): void
}

export interface UpdateQueue {
  /** Stores an update unless the bot does not want its kind; the number it got, or null. */
  push(update: NewUpdate): number | null
  /** Stores whatever is given, with its own `update_id` if it has one, and hands it out once even if that number was confirmed before. */
  pushRaw(update: NewUpdate): number
  poll(request: PollRequest): Promise<readonly WireUpdate[]>
  /** Ends the open poll with an error. */
  breakPoll(error: ApiError): void
  /** Updates not confirmed yet, oldest first. */
  pending(): readonly WireUpdate[]
  /** Oldest update not confirmed, for a webhook; null when there is none. */
  first(): WireUpdate | null
  dropFirst(): void
  clear(): void
  /** Sets the kinds the bot wants; null keeps them. */
  allow(kinds: readonly string[] | null): void
  readonly allowed: () => readonly string[] | null
  readonly isPolling: () => boolean
  /** Polls that arrived so far. */
  readonly polls: () => number
  /** Called whenever an update was stored. */
  onPush(heard: () => void): void
}

/** Kinds that come only when they are asked for (Bot API, allowed_updates). */
const ONLY_ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

interface Entry {
  readonly update: WireUpdate
  /** Handed out once whatever the offset says. */
  forced: boolean
}

interface OpenPoll {
  readonly answer: (updates: readonly WireUpdate[]) => void
  readonly fail: (error: ApiError) => void
  readonly request: PollRequest
}

export const createUpdateQueue = (changed: () => void): UpdateQueue => {
  let entries: Entry[] = []
  let head = 0
  let nextId = 731_000_001
  let kinds: readonly string[] | null = null
  let open: OpenPoll | null = null
  let polls = 0
  let heard: () => void = () => {}

  const isWanted = (kind: string): boolean =>
    kinds === null || kinds.length === 0 ? !ONLY_ON_REQUEST.has(kind) : kinds.includes(kind)

  const confirm = (offset: number): void => {
    while (head < entries.length && !entries[head]!.forced && entries[head]!.update.update_id < offset) head++
    if (head > 1_000 && head * 2 > entries.length) {
      entries = entries.slice(head)
      head = 0
    }
  }

  const take = ({ offset, limit }: PollRequest): WireUpdate[] => {
    if (offset < 0) head = Math.max(head, entries.length + offset)
    else confirm(offset)
    const taken: WireUpdate[] = []
    for (let at = head; at < entries.length && taken.length < limit; at++) {
      const entry = entries[at]!
      if (!entry.forced && entry.update.update_id < offset) continue
      entry.forced = false
      taken.push(entry.update)
    }
    return taken
  }

  const store = (update: WireUpdate, forced: boolean): number => {
    entries.push({ update, forced })
    if (open !== null) {
      const { answer, request } = open
      const taken = take(request)
      if (taken.length > 0) answer(taken)
    }
    heard()
    return update.update_id
  }

  return {
    push: (update) => {
      const kind = Object.keys(update).find((key) => key !== 'update_id')!
      return isWanted(kind) ? store({ ...update, update_id: nextId++ }, false) : null
    },
    pushRaw: (update) => {
      const own = update.update_id
      const id = typeof own === 'number' ? own : nextId
      nextId = Math.max(nextId, id + 1)
      return store({ ...update, update_id: id }, typeof own === 'number')
    },
    poll: (request) =>
      new Promise((resolve, reject) => {
        polls++
        open?.fail(new ApiError(409, CONFLICT))
        const taken = take(request)
        changed()
        if (taken.length > 0 || request.timeoutMs <= 0) return resolve(taken)
        const close = (): void => {
          clearTimeout(timer)
          if (open === mine) open = null
          changed()
        }
        const mine: OpenPoll = {
          request,
          answer: (updates) => (close(), resolve(updates)),
          fail: (error) => (close(), reject(error)),
        }
        const timer = setTimeout(() => mine.answer([]), request.timeoutMs)
        open = mine
        request.onGone(close)
        changed()
      }),
    breakPoll: (error) => open?.fail(error),
    pending: () => entries.slice(head).map(({ update }) => update),
    first: () => entries[head]?.update ?? null,
    dropFirst: () => {
      entries[head]!.forced = false
      confirm(entries[head]!.update.update_id + 1)
      changed()
    },
    clear: () => {
      entries = []
      head = 0
    },
    allow: (wanted) => {
      if (wanted !== null) kinds = wanted
    },
    allowed: () => kinds,
    isPolling: () => open !== null,
    polls: () => polls,
    onPush: (listener) => {
      heard = listener
    },
  }
}
