/** Every call of the bot, in order, also those that were refused. */
import type { Fields } from './fields.ts'

export interface LoggedCall {
  readonly method: string
  /** As the bot sent them; an uploaded file stands as `{name, size}`. */
  readonly fields: Fields
  /** Milliseconds since 1970, real time. */
  readonly at: number
  readonly chatId: number | null
  /** Accepted by Telegram; true also where the bot never got the reply. */
  readonly ok: boolean
  readonly error: { readonly code: number; readonly description: string } | null
  /** What a fault of the bench did to it, e.g. `reply lost`. */
  readonly fault: string | null
  readonly result: unknown
}

export interface CallLog {
  add(call: LoggedCall): void
  calls(method?: string, chatId?: number): readonly LoggedCall[]
  /** Calls ever made, also those forgotten since. */
  count(method?: string): number
  counts(): Readonly<Record<string, number>>
  clear(): void
  /** Hears of every call that was accepted. */
  listen(heard: (call: LoggedCall) => void): void
}

/** getUpdates is counted, not kept: an idle bot makes them all day. */
const ONLY_COUNTED = new Set(['getUpdates'])

export const createCallLog = (keep: number): CallLog => {
  let all: LoggedCall[] = []
  const byMethod = new Map<string, LoggedCall[]>()
  const counts = new Map<string, number>()
  let total = 0
  let heard: (call: LoggedCall) => void = () => {}

  const trimmed = (calls: LoggedCall[]): LoggedCall[] => (calls.length > keep * 2 ? calls.slice(-keep) : calls)

  return {
    add: (call) => {
      total++
      counts.set(call.method, (counts.get(call.method) ?? 0) + 1)
      if (call.ok) heard(call)
      if (ONLY_COUNTED.has(call.method) && call.ok) return
      all.push(call)
      all = trimmed(all)
      const same = byMethod.get(call.method) ?? []
      same.push(call)
      byMethod.set(call.method, trimmed(same))
    },
    calls: (method, chatId) => {
      const calls = method === undefined ? all : (byMethod.get(method) ?? [])
      return chatId === undefined ? [...calls] : calls.filter((call) => call.chatId === chatId)
    },
    count: (method) => (method === undefined ? total : (counts.get(method) ?? 0)),
    counts: () => Object.fromEntries(counts),
    clear: () => {
      all = []
      byMethod.clear()
      counts.clear()
      total = 0
    },
    listen: (listener) => {
      heard = listener
    },
  }
}
