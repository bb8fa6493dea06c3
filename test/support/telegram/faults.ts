/** Things that go wrong on purpose: once, a number of times, or at random from a seed. */
import { seeded } from '../random.ts'
import { ApiError, CONFLICT, type ErrorParameters } from './api-error.ts'
import type { Fields } from './fields.ts'

export interface FaultScope {
  /** How often; without it once. Infinity until cleared. */
  readonly times?: number
  readonly chat?: number
  readonly when?: (fields: Fields) => boolean
}

export interface FailWith extends FaultScope {
  readonly code: number
  readonly description?: string
  /** Seconds; for 429. */
  readonly retryAfter?: number
}

export interface Fault {
  /** Calls it has hit. */
  readonly hits: () => number
  clear(): void
}

export type FaultAction =
  | { readonly kind: 'error'; readonly error: ApiError }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The connection is reset after the request was read; `accepted` = and carried out. */
  | { readonly kind: 'drop'; readonly accepted: boolean }
  /** No answer until the connection closes or the fault is cleared. */
  | { readonly kind: 'stall'; readonly accepted: boolean; readonly released: Promise<void> }

export type RandomKind = '429' | '500' | 'reset' | 'lost' | 'stall'

export interface RandomFaults {
  readonly seed: number
  /** Share of calls that are hit, 0-1. */
  readonly rate: number
  /** Default: all but `lost` (accepted, but the reply never comes). */
  readonly kinds?: readonly RandomKind[]
  /** Longest retry_after, seconds (default 30). */
  readonly longestRetry?: number
  /** Default 10,000. */
  readonly stallMs?: number
  /** Default: every method but getMe. */
  readonly methods?: readonly string[]
}

/** `method` is a name of the Bot API, or `*` for every one but getUpdates. */
export interface Faults {
  fail(method: string, how: FailWith): Fault
  delay(method: string, ms: number, scope?: FaultScope): Fault
  dropConnection(method: string, how?: FaultScope & { readonly accepted?: boolean }): Fault
  stall(method: string, how?: FaultScope & { readonly accepted?: boolean }): Fault
  random(how: RandomFaults | null): void
  /** Hits of the random faults by kind. */
  readonly randomHits: () => Readonly<Record<string, number>>
  /** What happens to this call; spends one of the fault's times. */
  next(
    method: string,
    fields: Fields,
    chatId: number | null,
  ): { readonly delayMs: number; readonly action: FaultAction | null }
}

interface Armed extends FaultScope {
  readonly method: string
  readonly action: FaultAction
  left: number
  hits: number
}

export const createFaults = (): Faults => {
  let armed: Armed[] = []
  let randomly: ((method: string) => FaultAction | null) | null = null
  let hits: Record<string, number> = {}

  const arm = (method: string, action: FaultAction, scope: FaultScope, cleared: () => void = () => {}): Fault => {
    const fault: Armed = { ...scope, method, action, left: scope.times ?? 1, hits: 0 }
    armed.push(fault)
    return {
      hits: () => fault.hits,
      clear: () => {
        armed = armed.filter((other) => other !== fault)
        cleared()
      },
    }
  }

  return {
    fail: (method, how) => arm(method, { kind: 'error', error: errorOf(how) }, how),
    delay: (method, ms, scope = {}) => arm(method, { kind: 'delay', ms }, scope),
    dropConnection: (method, how = {}) => arm(method, { kind: 'drop', accepted: how.accepted ?? false }, how),
    stall: (method, how = {}) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      return arm(method, { kind: 'stall', accepted: how.accepted ?? false, released: promise }, how, resolve)
    },
    random: (how) => {
      hits = {}
      randomly = how === null ? null : randomFaults(how, hits)
    },
    randomHits: () => ({ ...hits }),
    next: (method, fields, chatId) => {
      const hits = (fault: Armed): boolean =>
        (fault.method === '*' ? method !== 'getUpdates' : fault.method === method) &&
        (fault.chat === undefined || fault.chat === chatId) &&
        (fault.when === undefined || fault.when(fields))
      const spend = (fault: Armed | undefined): FaultAction | null => {
        if (fault === undefined) return null
        fault.hits++
        // a spent fault goes, so that a long run does not look through old ones
        if (--fault.left === 0) armed = armed.filter((other) => other !== fault)
        return fault.action
      }
      const scripted = armed.length === 0 ? null : spend(armed.find((one) => one.action.kind !== 'delay' && hits(one)))
      const slow = spend(armed.find((one) => one.action.kind === 'delay' && hits(one)))
      const action = scripted ?? randomly?.(method) ?? null
      // slowness goes together with any other fault
      const delayMs = (slow?.kind === 'delay' ? slow.ms : 0) + (action?.kind === 'delay' ? action.ms : 0)
      return { delayMs, action: action?.kind === 'delay' ? null : action }
    },
  }
}

const WORDS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  404: 'Not Found',
  409: CONFLICT,
  500: 'Internal Server Error',
  502: 'Bad Gateway',
}

const errorOf = ({ code, description, retryAfter }: FailWith): ApiError => {
  const parameters: ErrorParameters | undefined = retryAfter === undefined ? undefined : { retry_after: retryAfter }
  const words = code === 429 ? `Too Many Requests: retry after ${retryAfter ?? 1}` : (WORDS[code] ?? 'Error')
  return new ApiError(code, description ?? words, code === 429 ? (parameters ?? { retry_after: 1 }) : parameters)
}

const randomFaults = (how: RandomFaults, hits: Record<string, number>): ((method: string) => FaultAction | null) => {
  const { seed, rate, kinds = ['429', '500', 'reset', 'stall'], longestRetry = 30, stallMs = 10_000, methods } = how
  const random = seeded(seed)
  return (method) => {
    if (methods === undefined ? method === 'getMe' : !methods.includes(method)) return null
    if (random() >= rate) return null
    const kind = kinds[Math.floor(random() * kinds.length)]!
    hits[kind] = (hits[kind] ?? 0) + 1
    if (kind === '429') return { kind: 'error', error: errorOf({ code: 429, retryAfter: 1 + Math.floor(random() * longestRetry) }) } // prettier-ignore
    if (kind === '500') return { kind: 'error', error: errorOf({ code: 500 }) }
    if (kind === 'stall') return { kind: 'delay', ms: stallMs }
    return { kind: 'drop', accepted: kind === 'lost' }
  }
}
