/** Trying again what may be well a moment later, within bounds: few tries, little time, and never longer than the asker can wait. */
import { setTimeout as sleep } from 'node:timers/promises'
import { faultOf, ModelError, type ModelFault } from '../model-error.ts'

export interface RetryPolicy {
  readonly tries: number
  /** Fewer, after a fault that is less likely to be gone a moment later. */
  readonly triesAfter?: Partial<Record<ModelFault, number>>
  /** Pause before the second try; each further one is twice as long, up to `growsToMs`. */
  readonly pauseMs: number
  readonly growsToMs?: number
  /** No pause is longer: a server that wants more is not waited for. */
  readonly longestPauseMs: number
  readonly faults: ReadonlySet<ModelFault>
  /** On the clock of `performance.now`; no try begins after it. */
  readonly until?: number
  readonly signal?: AbortSignal
}

/** Nothing was received and the next moment may be better. */
export const PASSING: ReadonlySet<ModelFault> = new Set(['rate_limited', 'server_error', 'unreachable'])

/** Rejects with what the last try threw, or with `stopped`. */
export const withRetries = async <T>(policy: RetryPolicy, work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const fault = faultOf(error)
      const tries = policy.triesAfter?.[fault] ?? policy.tries
      if (attempt >= tries || !policy.faults.has(fault) || policy.signal?.aborted) throw error
      const asked = error instanceof ModelError ? error.retryAfterMs : null
      const grown = Math.min(policy.growsToMs ?? Infinity, policy.pauseMs * 2 ** (attempt - 1))
      const pause = Math.max(asked ?? 0, grown * (0.75 + Math.random() / 2))
      if (pause > policy.longestPauseMs || performance.now() + pause > (policy.until ?? Infinity)) throw error
      try {
        await sleep(pause, undefined, policy.signal ? { signal: policy.signal } : {})
      } catch {
        throw new ModelError('stopped', 'the call was given up')
      }
    }
  }
}
